package command

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/fsnotify/fsnotify"

	"parallax/generator/site"
)

// calm is how long a site must be left alone before a change of it counts:
// editors and version control change many files at once.
const calm = 100 * time.Millisecond

// watchSite tells when the files of a site change, until ctx is done; wait
// returns when nothing of it runs any more.
func watchSite(ctx context.Context, dir string) (changes <-chan struct{}, wait func(), err error) {
	w, err := fsnotify.NewWatcher()
	if err != nil {
		return nil, nil, fmt.Errorf("watch %s: %w", dir, err)
	}
	s := &siteWatch{watcher: w, dir: dir, changes: make(chan struct{}, 1)}
	if err = w.Add(dir); err == nil {
		for _, name := range inputFolders() {
			err = errors.Join(err, s.add(filepath.Join(dir, name)))
		}
	}
	if err != nil {
		return nil, nil, errors.Join(fmt.Errorf("watch %s: %w", dir, err), w.Close())
	}
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		defer w.Close()
		s.loop(ctx)
	}()
	return s.changes, func() { <-ended }, nil
}

// A siteWatch watches one site.
type siteWatch struct {
	watcher *fsnotify.Watcher
	dir     string
	changes chan struct{} // holds a change that nobody has taken yet
}

// add watches a folder with all folders in it. One that is not there, or goes
// while we look, is no error.
func (s *siteWatch) add(folder string) error {
	return filepath.WalkDir(folder, func(name string, d fs.DirEntry, err error) error {
		switch {
		case errors.Is(err, fs.ErrNotExist):
			return nil
		case err != nil:
			return err
		case !d.IsDir():
			return nil
		case name != folder && passing(name):
			return fs.SkipDir
		}
		if err := s.watcher.Add(name); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
		return nil
	})
}

// loop waits for changes and passes them on once the site is calm.
func (s *siteWatch) loop(ctx context.Context) {
	quiet := time.NewTimer(calm)
	quiet.Stop()
	defer quiet.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-quiet.C:
			s.tell()
		case e := <-s.watcher.Events:
			if s.counts(e) {
				quiet.Reset(calm)
			}
		case <-s.watcher.Errors:
			quiet.Reset(calm) // events were lost: better one build too many
		}
	}
}

// tell leaves word of a change, unless there is some already.
func (s *siteWatch) tell() {
	select {
	case s.changes <- struct{}{}:
	default:
	}
}

// counts reports whether an event changes the site, and watches new folders.
func (s *siteWatch) counts(e fsnotify.Event) bool {
	if e.Op == fsnotify.Chmod || passing(e.Name) || !s.part(e.Name) {
		return false
	}
	if e.Has(fsnotify.Create) {
		// A folder that cannot be watched is found by the build, which reads it.
		_ = s.add(e.Name)
	}
	return true
}

// part reports whether a file is one of those that a site is built from.
func (s *siteWatch) part(name string) bool {
	relative, err := filepath.Rel(s.dir, name)
	if err != nil {
		return false
	}
	first, _, _ := strings.Cut(filepath.ToSlash(relative), "/")
	return first == site.File || slices.Contains(inputFolders(), first)
}

// passing reports whether a name is one of those that editors and systems give
// to files that come and go.
func passing(name string) bool {
	base := filepath.Base(name)
	return strings.HasPrefix(base, ".") || strings.HasPrefix(base, "#") || strings.HasSuffix(base, "~") ||
		strings.HasSuffix(base, ".swp") || strings.HasSuffix(base, ".tmp") || strings.HasSuffix(base, ".bak") ||
		base == "4913" // vim tries whether it may write
}
