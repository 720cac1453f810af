//go:build !unix

package output

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"
)

// lock keeps other builds away from the folder until the returned function is
// called. A lock whose process is gone is taken over.
func (t *target) lock() (unlock func(), err error) {
	name := t.lockName()
	f, err := t.parent.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if errors.Is(err, fs.ErrExist) {
		holder, err := t.parent.ReadFile(name)
		if err != nil {
			return nil, t.wrap("lock", t.base, err)
		}
		if alive(string(holder)) {
			return nil, fmt.Errorf("another build (%s) is writing %s; wait for it to end", strings.TrimSpace(string(holder)), t.shown)
		}
		t.parent.Remove(name)
		f, err = t.parent.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	}
	if err != nil {
		return nil, t.wrap("lock", t.base, err)
	}
	fmt.Fprint(f, owner())
	f.Close()
	return func() { t.parent.Remove(name) }, nil
}

// alive reports whether the process that wrote a lock may still run. One on
// another computer is taken to.
func alive(holder string) bool {
	var pid int
	var host string
	if _, err := fmt.Sscanf(holder, "process %d on %s", &pid, &host); err != nil {
		return false
	}
	if here, err := os.Hostname(); err != nil || here != host {
		return true
	}
	return running(pid)
}

// running reports whether there is a process of a number on this computer.
func running(pid int) bool {
	p, err := os.FindProcess(pid)
	if err != nil {
		return false
	}
	p.Release()
	return true
}
