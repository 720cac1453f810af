package output

import (
	"errors"
	"os"
	"path/filepath"
)

// temporary begins the names of files that are being written.
const temporary = ".parallax-"

// WriteFile writes a single file outside the output folder, all or nothing: a
// reader, or a computer that lost its power, sees the old bytes or the new
// ones. It makes the folders above it.
func WriteFile(name string, data []byte) error {
	return replace(name, data, (*os.File).Sync)
}

// writeUnsynced is WriteFile for what may be lost when the power fails, and is
// many times as fast.
func writeUnsynced(name string, data []byte) error {
	return replace(name, data, func(*os.File) error { return nil })
}

func replace(name string, data []byte, sync func(*os.File) error) error {
	folder := filepath.Dir(name)
	if err := os.MkdirAll(folder, folderMode); err != nil {
		return explain(err)
	}
	f, err := os.CreateTemp(folder, temporary+"*")
	if err != nil {
		return explain(err)
	}
	_, err = f.Write(data)
	err = errors.Join(err, f.Chmod(fileMode), sync(f), f.Close())
	if err == nil {
		err = os.Rename(f.Name(), name)
	}
	if err != nil {
		return errors.Join(explain(err), os.Remove(f.Name()))
	}
	return nil
}
