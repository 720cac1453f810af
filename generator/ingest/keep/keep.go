// Package keep holds what one run that takes articles in knows for the next,
// as JSON in files of the site's folder .parallax. They may be deleted at any
// time: what a run cannot read it does without.
package keep

import (
	"bytes"
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path"
)

// Read reads what Write wrote to a file, and reports whether it could. If not,
// value may hold parts of it. A file that holds null holds nothing.
func Read(root *os.Root, file string, value any) bool {
	info, err := root.Stat(file)
	if err != nil || !info.Mode().IsRegular() {
		return false
	}
	data, err := root.ReadFile(file)
	return err == nil && string(bytes.TrimSpace(data)) != "null" && json.Unmarshal(data, value) == nil
}

// Write writes a value to a file such as ".parallax/feeds.json", and makes its
// folder if there is none. The file is written beside and put in place as a whole,
// so that what stood there stays if the disk is full.
func Write(root *os.Root, file string, value any) error {
	data, err := json.MarshalIndent(value, "", "\t")
	if err != nil {
		return err
	}
	if err := root.Mkdir(path.Dir(file), 0o755); err != nil && !errors.Is(err, fs.ErrExist) {
		return err
	}
	beside := file + ".new"
	if err := root.WriteFile(beside, append(data, '\n'), 0o644); err != nil {
		return errors.Join(err, root.Remove(beside))
	}
	return root.Rename(beside, file)
}
