package stages

import (
	"cmp"
	"errors"
	"io/fs"
	"slices"
)

// An overlay is a file system in which a file of top takes the place of the
// one of the same name in bottom. A missing top is an empty one.
type overlay struct {
	top, bottom fs.FS
}

// Open opens the file of top, or else that of bottom. Folders are those of
// bottom where both have them; ReadDir lists both.
func (o overlay) Open(name string) (fs.File, error) {
	f, err := o.top.Open(name)
	if errors.Is(err, fs.ErrNotExist) {
		return o.bottom.Open(name)
	}
	return f, err
}

// ReadDir lists a folder of both file systems by name.
func (o overlay) ReadDir(name string) ([]fs.DirEntry, error) {
	entries, err := fs.ReadDir(o.bottom, name)
	top, topErr := fs.ReadDir(o.top, name)
	if topErr != nil && !errors.Is(topErr, fs.ErrNotExist) {
		return nil, topErr
	}
	if err != nil && (topErr != nil || !errors.Is(err, fs.ErrNotExist)) {
		return nil, err
	}
	all := slices.Concat(top, entries) // top first, so that it stays of two equal names
	slices.SortStableFunc(all, func(a, b fs.DirEntry) int { return cmp.Compare(a.Name(), b.Name()) })
	return slices.CompactFunc(all, func(a, b fs.DirEntry) bool { return a.Name() == b.Name() }), nil
}
