package output

import (
	"io/fs"
	"os"
	"time"
)

// A Fault is called before each change of the disk, with its name and the file.
// Tests fail a change with it, or each from one on, as if the program had been
// killed there.
type Fault func(step, path string) error

// before is called before a step; nothing fails where there is no fault.
func (f Fault) before(step, path string) error {
	if f == nil {
		return nil
	}
	return f(step, path)
}

// A disk is a folder whose every change may fail. What it inherits reads only.
type disk struct {
	*os.Root
	fault Fault
}

func (d disk) Mkdir(name string, mode fs.FileMode) error {
	if err := d.fault.before("mkdirat", name); err != nil {
		return err
	}
	return d.Root.Mkdir(name, mode)
}

func (d disk) Chmod(name string, mode fs.FileMode) error {
	if err := d.fault.before("fchmodat", name); err != nil {
		return err
	}
	return d.Root.Chmod(name, mode)
}

// OpenFile opens a file to write it.
func (d disk) OpenFile(name string, flag int, mode fs.FileMode) (*os.File, error) {
	if err := d.fault.before("openat", name); err != nil {
		return nil, err
	}
	return d.Root.OpenFile(name, flag, mode)
}

func (d disk) WriteFile(name string, data []byte, mode fs.FileMode) error {
	if err := d.fault.before("openat", name); err != nil {
		return err
	}
	return d.Root.WriteFile(name, data, mode)
}

func (d disk) Link(from, to string) error {
	if err := d.fault.before("linkat", to); err != nil {
		return err
	}
	return d.Root.Link(from, to)
}

func (d disk) Symlink(to, name string) error {
	if err := d.fault.before("symlinkat", name); err != nil {
		return err
	}
	return d.Root.Symlink(to, name)
}

func (d disk) Chtimes(name string, access, change time.Time) error {
	if err := d.fault.before("utimensat", name); err != nil {
		return err
	}
	return d.Root.Chtimes(name, access, change)
}

func (d disk) Rename(from, to string) error {
	if err := d.fault.before("renameat", from); err != nil {
		return err
	}
	return d.Root.Rename(from, to)
}

func (d disk) Remove(name string) error {
	if err := d.fault.before("unlinkat", name); err != nil {
		return err
	}
	return d.Root.Remove(name)
}

func (d disk) RemoveAll(name string) error {
	if err := d.fault.before("unlinkat", name); err != nil {
		return err
	}
	return d.Root.RemoveAll(name)
}
