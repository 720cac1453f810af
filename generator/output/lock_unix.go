//go:build unix

package output

import (
	"errors"
	"fmt"
	"os"
	"strings"

	"golang.org/x/sys/unix"
)

// lock keeps other builds away from the folder until the returned function is
// called. The system drops the lock of a program that dies, so a lock file
// left behind is never in the way; what stands in it is for messages.
func (t *target) lock() (unlock func(), err error) {
	name := t.lockName()
	for {
		f, err := t.parent.OpenFile(name, os.O_RDWR|os.O_CREATE, 0o644)
		if err != nil {
			return nil, t.wrap("lock", t.base, err)
		}
		if err := unix.Flock(int(f.Fd()), unix.LOCK_EX|unix.LOCK_NB); err != nil {
			defer f.Close()
			return nil, t.locked(f, err)
		}
		// The holder before us may have removed the file between our two calls.
		held, err1 := f.Stat()
		there, err2 := t.parent.Lstat(name)
		if err1 != nil || err2 != nil || !os.SameFile(held, there) {
			f.Close()
			continue
		}
		f.Truncate(0)
		fmt.Fprint(f, owner())
		return func() {
			t.parent.Remove(name)
			f.Close()
		}, nil
	}
}

// locked says who holds the lock.
func (t *target) locked(f *os.File, err error) error {
	if !errors.Is(err, unix.EWOULDBLOCK) {
		return t.wrap("lock", t.base, err)
	}
	b := make([]byte, 200)
	n, _ := f.Read(b)
	return fmt.Errorf("another build (%s) is writing %s; wait for it to end", strings.TrimSpace(string(b[:n])), t.shown)
}

// running reports whether there is a process of a number on this computer.
func running(pid int) bool { return !errors.Is(unix.Kill(pid, 0), unix.ESRCH) }
