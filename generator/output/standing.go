package output

import (
	"crypto/sha256"
	"path"
	"slices"
	"strings"
	"time"
)

// Standing returns what Write would return for a build that changes nothing,
// if dir holds what an earlier Write reported as [Report].Holds: every file of
// that site with every byte, for all to read, and beside it nothing that a killed
// build left.
// It changes nothing, and does not look at links. The cache, which may be nil, keeps
// what the system said of the files when they were read last: while it says the same,
// none of them is read again.
func Standing(dir string, holds Key, o Options, c *Cache, now time.Time) (Report, bool) {
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
	seen := t.seen(holds, now)
	if c != nil && seen != (Key{}) {
		if _, known := c.Get(seen); known {
			return m.report(holds), true
		}
	}
	if !t.holds(m) {
		return Report{}, false
	}
	if c != nil && seen != (Key{}) {
		_ = c.Put(seen, nil) // what cannot be kept is read again next time
	}
	return m.report(holds), true
}

// seen names what the folder is to hold together with what the system says of what
// it holds; zero if that does not tell.
func (t *target) seen(holds Key, now time.Time) Key {
	stamps := Stamps(t.parent.FS(), now, t.base)
	if stamps == (Key{}) {
		return Key{}
	}
	return sha256.Sum256(slices.Concat([]byte("seen"), holds[:], stamps[:]))
}

// holds reports whether the folder has every file of a manifest, with every byte.
func (t *target) holds(m manifest) bool {
	looked := map[string]bool{}
	for _, e := range m {
		if !t.open(e.path, looked) {
			return false
		}
		data, err := t.parent.ReadFile(path.Join(t.base, e.path))
		if err != nil || sha256.Sum256(data) != e.sum {
			return false
		}
	}
	return true
}

// report returns what is told of a build that changed nothing of a manifest's files.
func (m manifest) report(holds Key) Report {
	r := Report{Holds: holds, Files: len(m), Kept: len(m)}
	for _, e := range m {
		r.Bytes += e.size
		if strings.HasSuffix(e.path, ".html") {
			r.Pages++
		}
	}
	return r
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
