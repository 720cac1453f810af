package output

import (
	"errors"
	"io/fs"
	"path"
	"strings"
)

// carry takes over what stands in the old tree and is not ours: files as the
// same files, links as equal links, folders with their mode.
func (s *stage) carry(ours map[string]bool, now names) error {
	shared := map[string]bool{} // folders that hold files of ours
	for p := range ours {
		for folder := range parents(p) {
			shared[folder] = true
		}
	}
	err := fs.WalkDir(s.parent.FS(), s.base, func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		p := strings.TrimPrefix(strings.TrimPrefix(name, s.base), "/")
		switch {
		case p == "" || p == ManifestName || now.files[p]:
			return nil
		case d.IsDir():
			if shared[p] || now.folders[p] {
				return nil
			}
			return s.carryFolder(p, d)
		case ours[p]:
			return nil
		case d.Type()&fs.ModeSymlink != 0:
			return s.carryLink(p)
		}
		return s.keep(p)
	})
	if errors.Is(err, fs.ErrNotExist) && !s.exists() {
		return nil
	}
	if err != nil {
		return s.wrap("carry over what stands in", s.base, err)
	}
	return nil
}

// exists reports whether there is an old tree.
func (s *stage) exists() bool {
	_, err := s.parent.Lstat(s.base)
	return !errors.Is(err, fs.ErrNotExist)
}

func (s *stage) carryFolder(p string, d fs.DirEntry) error {
	info, err := d.Info()
	if err != nil {
		return err
	}
	if err := s.makeFolders(p); err != nil {
		return err
	}
	return s.makeFolder(p, info.Mode().Perm())
}

func (s *stage) carryLink(p string) error {
	to, err := s.parent.Readlink(path.Join(s.base, p))
	if err != nil {
		return err
	}
	if err := s.makeFolders(p); err != nil {
		return err
	}
	return s.parent.Symlink(to, path.Join(s.name, p))
}
