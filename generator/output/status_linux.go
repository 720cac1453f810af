package output

import (
	"io/fs"
	"syscall"
	"time"
)

// status returns the number of a file and when its status was changed, which nobody
// can set; the zero time if the system does not say.
func status(info fs.FileInfo) (node uint64, changed time.Time) {
	s, ok := info.Sys().(*syscall.Stat_t)
	if !ok {
		return 0, time.Time{}
	}
	return s.Ino, time.Unix(s.Ctim.Unix())
}
