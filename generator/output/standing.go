package output

import (
	"crypto/sha256"
	"path"
	"slices"
	"strings"
)

// Standing returns what Write would return for a build that changes nothing,
// if dir holds what an earlier Write reported as [Report].Holds: every file of
// that site with every byte, for all to read, and beside it nothing that a killed
// build left.
// It changes nothing, and does not look at links.
func Standing(dir string, holds Key, o Options) (Report, bool) {
	t, err := openTarget(dir, o)
	if err != nil {
		return Report{}, false
	}
	defer t.close()
	unlock, err := t.lock()
	if err != nil {
		return Report{}, false
	}
	defer unlock()
	listed, m, found, err := readManifest(t.parent.Root, t.base)
	if err != nil || !found || sha256.Sum256(listed) != holds || t.untidy() {
		return Report{}, false
	}
	r := Report{Holds: holds}
	looked := map[string]bool{}
	for _, e := range m {
		if !t.open(e.path, looked) {
			return Report{}, false
		}
		data, err := t.parent.ReadFile(path.Join(t.base, e.path))
		if err != nil || sha256.Sum256(data) != e.sum {
			return Report{}, false
		}
		r.Kept++
		r.Bytes += int64(len(data))
		if strings.HasSuffix(e.path, ".html") {
			r.Pages++
		}
	}
	r.Files = r.Kept
	return r, true
}

// untidy reports whether a killed build left something to mend.
func (t *target) untidy() bool {
	names, err := t.list(".")
	return err != nil || slices.ContainsFunc(names, func(name string) bool {
		return name == t.oldName() || strings.HasPrefix(name, t.base+".staging-")
	})
}

// open reports whether a file, and the folders above it that were not looked at
// yet, may be read by anybody.
func (t *target) open(name string, looked map[string]bool) bool {
	for folder := range parents(name) {
		if looked[folder] {
			continue
		}
		looked[folder] = true
		if info, err := t.parent.Lstat(path.Join(t.base, folder)); err != nil || !readable(info) {
			return false
		}
	}
	info, err := t.parent.Lstat(path.Join(t.base, name))
	return err == nil && readable(info)
}
