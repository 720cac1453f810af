package file

import (
	"crypto/sha256"
	"fmt"
	"hash"
	"io/fs"
)

// Hash adds all files and folders below a name, with their names, to a hash. A name
// that is no folder is its own only file.
func Hash(h hash.Hash, fsys fs.FS, name string) error {
	return fs.WalkDir(fsys, name, func(file string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() {
			_, err = fmt.Fprintf(h, "%q\n", file)
			return err
		}
		data, err := fs.ReadFile(fsys, file)
		if err == nil {
			_, err = fmt.Fprintf(h, "%q %d %x\n", file, len(data), sha256.Sum256(data))
		}
		return err
	})
}
