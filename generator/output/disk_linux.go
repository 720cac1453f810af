package output

import (
	"errors"
	"os"

	"golang.org/x/sys/unix"
)

// syncEach says whether every file must be synced as it is written, because
// there is no call that syncs a whole folder.
const syncEach = false

// syncTree makes everything on the folder's file system last.
func syncTree(folder *os.File) error { return unix.Syncfs(int(folder.Fd())) }

// exchange swaps two names in a folder in one step, or returns an error that
// is [errors.ErrUnsupported].
func exchange(folder *os.File, a, b string) error {
	fd := int(folder.Fd())
	err := unix.Renameat2(fd, a, fd, b, unix.RENAME_EXCHANGE)
	if errors.Is(err, unix.EINVAL) || errors.Is(err, unix.ENOSYS) {
		return errors.ErrUnsupported
	}
	return err
}
