package output

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

// temporary begins the names of files that are being written.
const temporary = ".parallax-"

// WriteFile writes a single file outside the output folder, all or nothing: a
// reader, or a computer that lost its power, sees the old bytes or the new
// ones. It makes the folders above it. What a program that was killed in it left
// beside the file is removed. The fault may be nil.
func WriteFile(name string, data []byte, fault Fault) error {
	folder, own := filepath.Dir(name), temporary+filepath.Base(name)+"-"
	if err := os.MkdirAll(folder, folderMode); err != nil {
		return explain(err)
	}
	if err := sweep(folder, own, fault); err != nil {
		return err
	}
	beside := filepath.Join(folder, own+strconv.Itoa(os.Getpid()))
	if err := fault.before("openat", beside); err != nil {
		return explain(err)
	}
	f, err := os.OpenFile(beside, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, fileMode)
	if err != nil {
		return explain(err)
	}
	return place(f, name, data, (*os.File).Sync, fault)
}

// sweep removes the files of one beginning that processes left which are gone.
func sweep(folder, own string, fault Fault) error {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return err
	}
	for _, e := range entries {
		number, found := strings.CutPrefix(e.Name(), own)
		pid, err := strconv.Atoi(number)
		if !found || err != nil || running(pid) {
			continue
		}
		if err := fault.before("unlinkat", e.Name()); err != nil {
			return err
		}
		if err := os.Remove(filepath.Join(folder, e.Name())); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	return nil
}

// writeUnsynced is WriteFile for what may be lost when the power fails, and is
// many times as fast.
func writeUnsynced(name string, data []byte, fault Fault) error {
	folder := filepath.Dir(name)
	if err := fault.before("openat", name); err != nil {
		return explain(err)
	}
	if err := os.MkdirAll(folder, folderMode); err != nil {
		return explain(err)
	}
	f, err := os.CreateTemp(folder, temporary+"*")
	if err != nil {
		return explain(err)
	}
	return place(f, name, data, func(*os.File) error { return nil }, fault)
}

// place fills a file and moves it to the place of another.
func place(f *os.File, name string, data []byte, sync func(*os.File) error, fault Fault) error {
	err := fault.before("pwrite", f.Name())
	if err == nil {
		_, err = f.Write(data)
	}
	err = errors.Join(err, f.Chmod(fileMode), sync(f), f.Close())
	if err == nil {
		err = fault.before("renameat", name)
	}
	if err == nil {
		err = os.Rename(f.Name(), name)
	}
	if err == nil {
		return nil
	}
	if gone := fault.before("unlinkat", f.Name()); gone == nil {
		err = errors.Join(err, os.Remove(f.Name()))
	}
	return explain(err)
}
