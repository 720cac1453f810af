package output

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"strings"
)

// markerName is the file that marks a folder as a build's own until its
// manifest stands in it, and again while it is being removed.
const markerName = ".parallax-staging"

// stagingName and oldName are the names, beside the output folder, of the
// tree being built and, where folders cannot be exchanged in one step, of the
// tree being replaced.
func (t *target) stagingName(pid int) string { return fmt.Sprintf("%s.staging-%d", t.base, pid) }
func (t *target) oldName() string            { return t.base + ".old" }

// mend brings back the one state in between (the old tree moved away, the new
// one not yet in its place) and removes what killed builds left behind. The
// lock must be held.
func (t *target) mend() error {
	old, err := t.leftover(t.oldName())
	if err != nil {
		return t.wrap("look for", t.oldName(), err)
	}
	if _, err := t.parent.Lstat(t.base); old && errors.Is(err, fs.ErrNotExist) {
		if err := t.parent.Rename(t.oldName(), t.base); err != nil {
			return t.wrap("bring back", t.oldName(), err)
		}
	}
	names, err := t.list(".")
	if err != nil {
		return t.wrap("look around", t.base, err)
	}
	for _, name := range names {
		if name != t.oldName() && !strings.HasPrefix(name, t.base+".staging-") {
			continue
		}
		ours, err := t.leftover(name)
		if err == nil && ours {
			err = t.discard(name)
		}
		if err != nil {
			return t.wrap("remove", name, err)
		}
	}
	return nil
}

// leftover reports whether a name beside the output folder is a folder that a
// build of ours made.
func (t *target) leftover(name string) (bool, error) {
	info, err := t.parent.Lstat(name)
	if errors.Is(err, fs.ErrNotExist) || err == nil && !info.IsDir() {
		return false, nil
	}
	if err != nil {
		return false, err
	}
	names, err := t.list(name)
	if err != nil || len(names) == 0 {
		return err == nil, err
	}
	for _, n := range names {
		if n == markerName || n == ManifestName {
			return true, nil
		}
	}
	return false, nil
}

// discard removes a tree. The marker goes in first and out last, so that a
// tree half removed is still known as ours.
func (t *target) discard(name string) error {
	if err := t.before("discard", name); err != nil {
		return err
	}
	marker := path.Join(name, markerName)
	if err := t.parent.WriteFile(marker, nil, fileMode); err != nil {
		return err
	}
	names, err := t.list(name)
	if err != nil {
		return err
	}
	for _, n := range names {
		if n == markerName {
			continue
		}
		if err := t.parent.RemoveAll(path.Join(name, n)); err != nil {
			return err
		}
	}
	return t.parent.RemoveAll(name)
}

// wrap says what was being done to which file beside or in the output folder.
func (t *target) wrap(doing, name string, err error) error {
	return fmt.Errorf("%s %s: %w", doing, path.Join(path.Dir(t.shown), name), explain(err))
}
