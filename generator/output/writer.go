package output

import (
	"bytes"
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
	"path"
	"path/filepath"
	"syscall"

	"parallax/generator/file"
)

// A writer takes the files of one build. Until the first of them differs from
// what stands in the folder there is no staging folder.
type writer struct {
	*target
	*checks
	listed []byte          // the manifest's bytes at the start
	ours   map[string]bool // paths that it lists
	now    manifest        // what the new tree holds of ours
	stage  *stage          // nil as long as nothing changed
	last   func() error    // before the swap; may be nil
	buffer []byte          // for comparing; grows to the largest file
	closed bool            // a folder of ours may not be read by a web server
	plain  map[string]bool // folders known to be nobody's file or link
}

func newWriter(t *target, o Options) (*writer, error) {
	data, old, err := t.listed()
	if err != nil {
		return nil, err
	}
	ours := old.paths()
	return &writer{
		target: t,
		checks: newChecks(o.Base, foreign(filepath.Join(t.parent.Name(), t.base), ours)),
		listed: data,
		ours:   ours,
		last:   o.Commit,
		plain:  map[string]bool{},
	}, nil
}

// takeAll takes all files and swaps the folders if anything changed.
func (w *writer) takeAll(ctx context.Context, files iter.Seq2[file.File, error]) error {
	for f, err := range files {
		if err == nil {
			err = ctx.Err()
		}
		if err == nil {
			err = w.take(f)
		}
		if err != nil {
			return err
		}
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	if err := w.links.err(); err != nil {
		return err
	}
	w.report.Leaning = w.links.leans
	return w.finish()
}

// seen returns a file that was looked at.
func seen(f file.File) (file.File, error) {
	if f.Seen == nil && f.Long != nil {
		sum, err := f.Sum()
		if err != nil {
			return f, fmt.Errorf("read %s: %w", f.Path, err)
		}
		f.Seen = &file.Seen{Sum: sum}
	}
	if f.Seen == nil {
		f.Seen = See(f)
	}
	return f, nil
}

// take adds one file to the new tree.
func (w *writer) take(f file.File) error {
	f, err := seen(f)
	if err != nil {
		return err
	}
	if err := w.add(f); err != nil {
		return err
	}
	equal, err := w.standing(f)
	if err != nil {
		return w.wrap("compare", path.Join(w.base, f.Path), err)
	}
	if !equal && w.stage == nil {
		if err := w.begin(); err != nil {
			return err
		}
	}
	if w.stage != nil {
		if err := w.stage.add(f, equal); err != nil {
			return w.wrap("write", path.Join(w.base, f.Path), err)
		}
	}
	w.count(f, equal)
	return nil
}

func (w *writer) count(f file.File, equal bool) {
	w.now = append(w.now, entry{path: f.Path, size: f.Size(), sum: f.Seen.Sum})
	if equal {
		w.report.Kept++
	} else {
		w.report.Written++
	}
}

// standing reports whether the folder holds the file with the same bytes. It
// is an error if something stands there that we did not write.
func (w *writer) standing(f file.File) (bool, error) {
	if err := w.checkFolders(f.Path); err != nil {
		return false, err
	}
	name := path.Join(w.base, f.Path)
	info, err := w.parent.Lstat(name)
	if errors.Is(err, fs.ErrNotExist) || errors.Is(err, syscall.ENOTDIR) {
		return false, nil
	}
	if err != nil {
		return false, err
	}
	equal := false
	if info.Mode().IsRegular() && info.Size() == f.Size() {
		if equal = f.Seen.Stands; !equal {
			equal, err = w.sameBytes(name, f)
		}
		if err != nil {
			return false, err
		}
		if equal && w.ours[f.Path] && (w.closed || !readable(info)) {
			w.closed = false // it is written anew, and so are all folders
			return false, nil
		}
	}
	if !equal && !w.ours[f.Path] && !info.IsDir() {
		return false, w.notOurs(f.Path)
	}
	return equal, nil
}

// checkFolders makes sure that no folder above a path is a link or file that
// somebody else put there.
func (w *writer) checkFolders(p string) error {
	for folder := range parents(p) {
		if w.plain[folder] {
			continue
		}
		info, err := w.parent.Lstat(path.Join(w.base, folder))
		if err == nil && !info.IsDir() && !w.ours[folder] {
			return w.notOurs(folder)
		}
		if err == nil && w.stage == nil && !readable(info) {
			w.closed = true
		}
		w.plain[folder] = true
	}
	return nil
}

// readable reports whether anybody, such as a web server, may read a file or look
// into a folder.
func readable(info fs.FileInfo) bool {
	const all, look = 0o444, 0o555
	if info.IsDir() {
		return info.Mode().Perm()&look == look
	}
	return info.Mode().Perm()&all == all
}

// notOurs is the error for a path that the site needs and somebody else has.
func (w *writer) notOurs(p string) error {
	return fmt.Errorf("%s stands in the output folder and was not written by Parallax; move it away or rename it", p)
}

// sameBytes compares a file that stands in the folder with one of the site, which has
// its length.
func (w *writer) sameBytes(name string, of file.File) (bool, error) {
	f, err := w.parent.Open(name)
	if err != nil {
		return false, err
	}
	defer f.Close()
	if of.Long != nil {
		h := sha256.New()
		_, err := io.Copy(h, f)
		return [sha256.Size]byte(h.Sum(nil)) == of.Seen.Sum, err
	}
	data := of.Data
	if cap(w.buffer) < len(data) {
		w.buffer = make([]byte, len(data))
	}
	n, err := io.ReadFull(f, w.buffer[:len(data)])
	if err != nil && err != io.EOF && err != io.ErrUnexpectedEOF {
		return false, err
	}
	return bytes.Equal(w.buffer[:n], data), nil
}

// begin makes the staging folder and links into it what was equal so far.
func (w *writer) begin() error {
	s, err := newStage(w.target, os.Getpid())
	if err != nil {
		return w.wrap("make", w.stagingName(os.Getpid()), err)
	}
	w.stage = s
	for _, e := range w.now {
		if err := s.keep(e.path); err != nil {
			return w.wrap("keep", path.Join(w.base, e.path), err)
		}
	}
	return nil
}

// finish puts the new tree in place, unless it is the old one.
func (w *writer) finish() error {
	for p := range w.ours {
		if !w.names.files[p] {
			w.report.Removed++
		}
	}
	listed := w.now.bytes()
	w.report.Holds = sha256.Sum256(listed)
	if w.stage == nil && bytes.Equal(listed, w.listed) && w.report.Removed == 0 {
		return w.commit()
	}
	if w.stage == nil {
		if err := w.begin(); err != nil {
			return err
		}
	}
	if err := w.stage.carry(w.ours, w.names); err != nil {
		return err
	}
	if err := w.stage.seal(listed); err != nil {
		return w.wrap("write", path.Join(w.base, ManifestName), err)
	}
	if err := w.commit(); err != nil {
		return err
	}
	old, err := w.swap(w.stage.name)
	if err != nil {
		return w.wrap("replace", w.base, err)
	}
	w.stage = nil
	if err := w.syncParent(); err != nil {
		return &LateError{fmt.Errorf("%s holds the new site, and the disk does not say that it will last: %w", w.shown, err)}
	}
	if old != "" {
		// The new site stands; a tree that cannot be removed now goes with the next build.
		_ = w.discard(old)
	}
	return nil
}

// commit lets the caller write what must stand before the new tree does.
func (w *writer) commit() error {
	if w.last == nil {
		return nil
	}
	return w.last()
}

// abandon removes the staging folder after an error.
func (w *writer) abandon() error {
	if w.stage == nil {
		return nil
	}
	if err := errors.Join(w.stage.shut(), w.discard(w.stage.name)); err != nil {
		return w.wrap("remove", w.stage.name, err)
	}
	return nil
}
