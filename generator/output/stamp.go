package output

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"time"
)

// settled is how long a file must have been left alone before what the system says
// of it stands for its bytes: a change within one tick of the clock of a file system
// would not show. The coarsest in use, FAT, counts in two seconds.
const settled = 2 * time.Second

// errUnsure says that a file has to be read to know whether it is another.
var errUnsure = errors.New("what the system says of it does not tell")

// Stamps names all files below names, and folders, by what the system says of them:
// size, mode, number and both times. As long as the name stays nothing was changed,
// a file put in its place and a time set back included, since the system itself
// writes when a file's status was changed. It is zero where that cannot be told: for
// links, for files changed just before now, and on systems that do not say.
func Stamps(fsys fs.FS, now time.Time, names ...string) Key {
	h := sha256.New()
	for _, name := range names {
		err := fs.WalkDir(fsys, name, func(file string, d fs.DirEntry, err error) error {
			if file == name && errors.Is(err, fs.ErrNotExist) {
				_, err = fmt.Fprintf(h, "%q is not there\n", file)
				return err
			}
			if err != nil {
				return err
			}
			info, err := d.Info()
			if err != nil {
				return err
			}
			if info.IsDir() {
				_, err = fmt.Fprintf(h, "%q %o\n", file, info.Mode())
				return err
			}
			node, changed := status(info)
			if !info.Mode().IsRegular() || changed.IsZero() || now.Sub(changed) < settled || now.Sub(info.ModTime()) < settled {
				return errUnsure
			}
			_, err = fmt.Fprintf(h, "%q %o %d %d %d %d\n", file, info.Mode(), info.Size(), info.ModTime().UnixNano(), changed.UnixNano(), node)
			return err
		})
		if err != nil {
			return Key{}
		}
	}
	return Key(h.Sum(nil))
}
