package stages

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"slices"

	"github.com/BurntSushi/toml"

	"parallax/generator/corpus"
	"parallax/generator/diag"
	"parallax/generator/event"
	"parallax/generator/frontmatter"
)

// LockName is the file in the site's folder that keeps the addresses of
// events; lockVersion is the version of its form.
const (
	LockName    = "events.lock"
	lockVersion = 1
)

const lockHead = `# The addresses of this site's events, kept by "parallax build" so that no
# published link breaks. Keep this file with the site's content.
`

// A lockFile is events.lock as TOML has it.
type lockFile struct {
	Version   int                 `toml:"version"`
	Redirects map[string]string   `toml:"redirects"`
	Events    map[string][]string `toml:"events"`
}

// ReadLock reads events.lock of a site. A site without one has built nothing.
func ReadLock(fsys fs.FS) (event.Lock, diag.List) {
	var l diag.List
	data, err := fs.ReadFile(fsys, LockName)
	if errors.Is(err, fs.ErrNotExist) {
		return event.Lock{}, l
	}
	const mend = "bring it back from version control, or delete it if no published link matters"
	if err != nil {
		l.Errorf(LockName, 0, mend, "cannot be read: %v", err)
		return event.Lock{}, l
	}
	if unmerged := frontmatter.Unmerged(string(data)); unmerged != nil {
		l.Errorf(LockName, unmerged.Line, unmerged.Mend, "%s", unmerged.What)
		return event.Lock{}, l
	}
	var f lockFile
	meta, err := toml.Decode(string(data), &f)
	var syntax toml.ParseError
	switch {
	case errors.As(err, &syntax):
		l.Errorf(LockName, syntax.Position.Line, mend, "%s", syntax.Message)
	case err != nil:
		l.Errorf(LockName, 0, mend, "cannot be read: %v", err)
	case f.Version != lockVersion:
		l.Errorf(LockName, 0, "use the program that wrote it", "version %d was not written by this program, which knows version %d", f.Version, lockVersion)
	case len(meta.Undecoded()) > 0:
		l.Errorf(LockName, 0, mend, "unknown key %q", meta.Undecoded()[0])
	}
	f.check(&l)
	return event.Lock{Events: f.Events, Redirects: f.Redirects}, l
}

// check notes what no build writes and would make wrong addresses: a name that can
// be no part of one, and redirects that lead in a circle.
func (f *lockFile) check(l *diag.List) {
	slugs := slices.Concat(slices.Collect(maps.Keys(f.Events)), slices.Collect(maps.Keys(f.Redirects)), slices.Collect(maps.Values(f.Redirects)))
	slices.Sort(slugs)
	for _, slug := range slices.Compact(slugs) {
		if !corpus.IsSlug(slug) {
			l.Errorf(LockName, 0, "write lower-case letters, digits and hyphens, as the address has it", "%q cannot be the address of an event", slug)
		}
	}
	for _, from := range slices.Sorted(maps.Keys(f.Redirects)) {
		to := from
		for range f.Redirects {
			if to = f.Redirects[to]; to == from {
				l.Errorf(LockName, 0, "delete the one that leads to an event that is there", "the redirect of %q leads back to it", from)
				break
			}
		}
	}
}

// FormatLock returns events.lock: sorted, an article a line, so that versions
// compare and merge well.
func FormatLock(lock event.Lock) []byte {
	var b bytes.Buffer
	fmt.Fprintf(&b, "%sversion = %d\n", lockHead, lockVersion)
	if len(lock.Redirects) > 0 {
		b.WriteString("\n[redirects]\n")
		for _, from := range slices.Sorted(maps.Keys(lock.Redirects)) {
			fmt.Fprintf(&b, "%s = %s\n", frontmatter.Quote(from), frontmatter.Quote(lock.Redirects[from]))
		}
	}
	if len(lock.Events) > 0 {
		b.WriteString("\n[events]\n")
		for _, slug := range slices.Sorted(maps.Keys(lock.Events)) {
			fmt.Fprintf(&b, "%s = [\n", frontmatter.Quote(slug))
			for _, article := range slices.Sorted(slices.Values(lock.Events[slug])) {
				fmt.Fprintf(&b, "  %s,\n", frontmatter.Quote(article))
			}
			b.WriteString("]\n")
		}
	}
	return b.Bytes()
}
