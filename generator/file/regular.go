package file

import (
	"fmt"
	"io/fs"
)

// Regular returns a file system that opens the folders and the regular files of
// another: a named pipe, a device or a socket would never end, or wait for ever,
// and is an error.
func Regular(of fs.FS) fs.FS { return regular{of} }

type regular struct{ fs.FS }

// Open opens a folder or a regular file. The kind is looked at first, since to
// open a named pipe is to wait for who writes to it.
func (r regular) Open(name string) (fs.File, error) {
	if err := r.check("open", name); err != nil {
		return nil, err
	}
	return r.FS.Open(name)
}

// ReadFile reads a regular file.
func (r regular) ReadFile(name string) ([]byte, error) {
	if err := r.check("read", name); err != nil {
		return nil, err
	}
	return fs.ReadFile(r.FS, name)
}

// ReadDir lists a folder.
func (r regular) ReadDir(name string) ([]fs.DirEntry, error) { return fs.ReadDir(r.FS, name) }

// Stat describes a file of any kind.
func (r regular) Stat(name string) (fs.FileInfo, error) { return fs.Stat(r.FS, name) }

// check returns an error if a name is not that of a folder or a regular file.
func (r regular) check(op, name string) error {
	info, err := fs.Stat(r.FS, name)
	if err != nil {
		return err
	}
	if kind := info.Mode().Type(); kind != 0 && kind != fs.ModeDir {
		return &fs.PathError{Op: op, Path: name, Err: fmt.Errorf("it is %s, not a file", kindOf(kind))}
	}
	return nil
}

// kindOf names what is neither a file nor a folder.
func kindOf(kind fs.FileMode) string {
	switch {
	case kind&fs.ModeNamedPipe != 0:
		return "a named pipe"
	case kind&fs.ModeSocket != 0:
		return "a socket"
	case kind&fs.ModeDevice != 0:
		return "a device"
	}
	return "something else"
}
