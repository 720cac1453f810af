package output

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"

	"parallax/generator/file"
)

// Modes are set whatever the umask, so that equal sites are equal folders.
const (
	fileMode   fs.FileMode = 0o644
	folderMode fs.FileMode = 0o755
)

// A stage is the new tree while it is being built beside the old one.
type stage struct {
	*target
	name    string // in the parent
	folders map[string]bool
	open    *os.Root // the folder that was written to last; may be nil
	at      string   // its path in the tree
}

// newStage makes an empty staging folder.
func newStage(t *target, pid int) (*stage, error) {
	s := &stage{target: t, name: t.stagingName(pid), folders: map[string]bool{}}
	if err := t.before("stage", s.name); err != nil {
		return nil, err
	}
	if err := t.parent.Mkdir(s.name, folderMode); err != nil {
		return nil, err
	}
	mode := folderMode
	if old, err := t.parent.Lstat(t.base); err == nil {
		mode = old.Mode().Perm()
	}
	return s, errors.Join(
		t.parent.Chmod(s.name, mode),
		t.parent.WriteFile(path.Join(s.name, markerName), nil, fileMode),
	)
}

// add puts one file into the tree: the old one if it is equal.
func (s *stage) add(f file.File, equal bool) error {
	if equal {
		return s.keep(f.Path)
	}
	if err := s.makeFolders(f.Path); err != nil {
		return err
	}
	if err := s.before("write", f.Path); err != nil {
		return err
	}
	return s.write(f.Path, f.Reader())
}

// keep puts a file of the old tree into the new one, as the same file.
func (s *stage) keep(p string) error {
	if err := s.makeFolders(p); err != nil {
		return err
	}
	from, to := path.Join(s.base, p), path.Join(s.name, p)
	err := s.before("link", p)
	if err == nil {
		err = s.parent.Link(from, to)
	}
	if err == nil || errors.Is(err, fs.ErrExist) || errors.Is(err, fs.ErrNotExist) {
		return err
	}
	// Not every file system links, and those that do have a limit per file.
	return s.copy(from, to)
}

// copy copies a file with its mode and time.
func (s *stage) copy(from, to string) error {
	in, err := s.parent.Open(from)
	if err != nil {
		return err
	}
	defer in.Close()
	info, err := in.Stat()
	if err != nil {
		return err
	}
	if !info.Mode().IsRegular() {
		return fmt.Errorf("%s is neither a file nor a folder and cannot be copied", path.Base(from))
	}
	out, err := s.parent.OpenFile(to, os.O_WRONLY|os.O_CREATE|os.O_EXCL, info.Mode().Perm())
	if err != nil {
		return err
	}
	_, err = io.Copy(out, in)
	return errors.Join(err, s.finish(out, info.Mode().Perm()), s.parent.Chtimes(to, info.ModTime(), info.ModTime()))
}

// folder returns the folder that holds a path of the tree. The files of an event come
// one after another, so that the last one is kept open: the system need not look for
// it again for each.
func (s *stage) folder(p string) (*os.Root, error) {
	at := path.Dir(p)
	if s.open != nil && s.at == at {
		return s.open, nil
	}
	if err := s.shut(); err != nil {
		return nil, err
	}
	var err error
	s.open, err = s.parent.OpenRoot(path.Join(s.name, at))
	s.at = at
	return s.open, err
}

// shut closes the folder that is kept open.
func (s *stage) shut() error {
	if s.open == nil {
		return nil
	}
	defer func() { s.open = nil }()
	return s.open.Close()
}

// write writes a new file.
func (s *stage) write(p string, from io.Reader) error {
	name := path.Join(s.name, p)
	if err := s.before("openat", name); err != nil {
		return err
	}
	folder, err := s.folder(p)
	if err != nil {
		return err
	}
	out, err := folder.OpenFile(path.Base(p), os.O_WRONLY|os.O_CREATE|os.O_EXCL, fileMode)
	if err != nil {
		return err
	}
	if err = s.before("pwrite", name); err == nil {
		_, err = io.Copy(out, from)
	}
	return errors.Join(err, s.finish(out, fileMode))
}

// finish sets the mode of a file that was written, and closes it.
func (s *stage) finish(f *os.File, mode fs.FileMode) error {
	err := f.Chmod(mode)
	if syncEach {
		err = errors.Join(err, f.Sync())
	}
	return errors.Join(err, f.Close())
}

// makeFolders makes the folders above a path.
func (s *stage) makeFolders(p string) error {
	for folder := range parents(p) {
		if s.folders[folder] {
			continue
		}
		if err := s.makeFolder(folder, folderMode); err != nil {
			return err
		}
	}
	return nil
}

func (s *stage) makeFolder(folder string, mode fs.FileMode) error {
	name := path.Join(s.name, folder)
	if err := s.parent.Mkdir(name, mode); err != nil {
		return err
	}
	s.folders[folder] = true
	return s.parent.Chmod(name, mode)
}

// seal writes the manifest, takes the marker away and makes the tree last.
func (s *stage) seal(listed []byte) error {
	if err := s.before("manifest", s.name); err != nil {
		return err
	}
	if err := errors.Join(s.write(ManifestName, bytes.NewReader(listed)), s.shut()); err != nil {
		return err
	}
	if err := s.parent.Remove(path.Join(s.name, markerName)); err != nil {
		return err
	}
	folder, err := s.parent.Open(s.name)
	if err != nil {
		return err
	}
	defer folder.Close()
	if err := s.before("sync", s.name); err != nil {
		return err
	}
	return syncTree(folder)
}
