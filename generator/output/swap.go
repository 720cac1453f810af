package output

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"syscall"
)

// swap puts the staging folder in the place of the output folder and returns
// the name under which the old tree, if there was one, now stands.
func (t *target) swap(staging string) (old string, err error) {
	folder, err := t.parent.Open(".")
	if err != nil {
		return "", err
	}
	defer folder.Close()
	if err := t.before("swap", t.base); err != nil {
		return "", err
	}
	if _, err := t.parent.Lstat(t.base); errors.Is(err, fs.ErrNotExist) {
		return "", t.parent.Rename(staging, t.base)
	}
	err = t.before("exchange", t.base)
	if err == nil {
		err = exchange(folder, staging, t.base)
	}
	old = staging
	if errors.Is(err, errors.ErrUnsupported) {
		old, err = t.oldName(), t.swapInTwo(staging)
	}
	if err != nil {
		return "", err
	}
	return old, nil
}

// syncParent makes the swap last.
func (t *target) syncParent() error {
	folder, err := t.parent.Open(".")
	if err != nil {
		return err
	}
	defer folder.Close()
	if err := t.before("fsync", "."); err != nil {
		return err
	}
	return syncFolder(folder)
}

// swapInTwo swaps by two renames, for systems that cannot exchange. A build
// killed between them is mended by the next one.
func (t *target) swapInTwo(staging string) error {
	if err := t.parent.Rename(t.base, t.oldName()); err != nil {
		return err
	}
	err := t.before("rename", staging)
	if err == nil {
		err = t.parent.Rename(staging, t.base)
	}
	if err != nil {
		return errors.Join(err, t.parent.Rename(t.oldName(), t.base))
	}
	return nil
}

// syncFolder makes a rename last. Systems that cannot sync a folder do not
// need it.
func syncFolder(folder *os.File) error {
	err := folder.Sync()
	if errors.Is(err, errors.ErrUnsupported) || errors.Is(err, fs.ErrInvalid) || errors.Is(err, syscall.EINVAL) {
		return nil
	}
	return err
}

// explain adds to an error of the system what its user can do about it.
func explain(err error) error {
	switch {
	case errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EFBIG):
		return fmt.Errorf("%w; the published folder is as it was, make room and build again", err)
	case errors.Is(err, syscall.EXDEV) || errors.Is(err, syscall.EBUSY):
		return fmt.Errorf("%w; a folder that a file system is mounted on cannot be replaced, name a folder in it", err)
	case errors.Is(err, fs.ErrPermission) || errors.Is(err, syscall.EROFS):
		return fmt.Errorf("%w; the folder above the output folder must be writable", err)
	}
	return err
}
