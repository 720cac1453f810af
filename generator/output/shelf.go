package output

import (
	"crypto/sha256"
	"os"
)

// A Shelf reads the files that stand in an output folder.
type Shelf struct {
	root *os.Root // nil if there is no folder
}

// OpenShelf opens a folder; one that is not there has no files.
func OpenShelf(dir string) *Shelf {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return &Shelf{}
	}
	return &Shelf{root}
}

// File returns a file of the folder if its bytes are those that the key, their
// SHA-256, names. It is safe for use by several goroutines.
func (s *Shelf) File(path string, sum Key) ([]byte, bool) {
	if s.root == nil {
		return nil, false
	}
	data, err := s.root.ReadFile(path)
	return data, err == nil && sha256.Sum256(data) == sum
}

// Close ends the use of the folder.
func (s *Shelf) Close() {
	if s.root != nil {
		s.root.Close()
	}
}
