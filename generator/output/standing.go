package output

import (
	"crypto/sha256"
	"path"
	"slices"
	"strings"
)

// Standing returns what Write would return for a build that changes nothing,
// if dir holds what an earlier Write reported as [Report].Holds: every file of
// that site with every byte, and beside it nothing that a killed build left.
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
	for _, e := range m {
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
