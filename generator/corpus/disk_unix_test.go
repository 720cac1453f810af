//go:build unix

package corpus

import (
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"testing/fstest"

	"parallax/generator/diag"
)

const article = "+++\ntitle = 'x'\noutlet = 'gazette'\n+++\nText.\n"

// TestOddFiles builds a site with everything a disk may hold besides plain
// files. Reading must neither hang nor leave the site's folder.
func TestOddFiles(t *testing.T) {
	base := t.TempDir()
	root := filepath.Join(base, "site")
	write := func(name, data string) {
		t.Helper()
		name = filepath.Join(base, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(data), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	write("outside.md", article)
	write("site/config.toml", "title = 'T'\nbase_url = 'https://example.org/'\n")
	write("site/content/outlets/gazette.md", "+++\nname = 'Gazette'\n+++\n")
	write("site/content/articles/real.md", article)
	write("site/content/articles/.real.md.swp", article)
	write("site/content/articles/real.md~", article)
	write("site/content/articles/folder.md/inside.md", article)
	write("site/content/articles/huge.md", strings.Repeat("x", largest+1))
	articles := filepath.Join(root, "content", "articles")
	must(os.Symlink("real.md", filepath.Join(articles, "link.md")))
	must(os.Symlink("../../../outside.md", filepath.Join(articles, "out.md")))
	must(os.Symlink(filepath.Join(base, "outside.md"), filepath.Join(articles, "absolute.md")))
	must(os.Symlink("nowhere.md", filepath.Join(articles, "dangling.md")))
	must(os.Symlink("loop.md", filepath.Join(articles, "loop.md")))
	must(os.Symlink(".", filepath.Join(articles, "self")))
	must(syscall.Mkfifo(filepath.Join(articles, "pipe.md"), 0o666))
	closed, err := os.OpenRoot(root)
	must(err)
	defer closed.Close()
	for name, fsys := range map[string]fs.FS{"folder": os.DirFS(root), "root": closed.FS()} {
		c, l := load(t, fsys)
		var ids, said []string
		for _, a := range c.Articles {
			ids = append(ids, a.ID)
		}
		if got, want := strings.Join(ids, " "), "folder.md/inside link real"; got != want {
			t.Errorf("%s: got articles %q, want %q", name, got, want)
		}
		for _, d := range l.Sorted() {
			said = append(said, d.String())
		}
		const want = `content/articles/folder.md/inside.md: the name "folder.md" has other characters than a to z, 0 to 9 and hyphens; rename it to "folder-md"
content/articles/huge.md: the file has 1.0 MB; at most 1 MB is read; keep what is to be compared and delete the rest
content/articles/absolute.md: warning: this link leads out of the site's folder and is passed over; put a copy of the file in its place
content/articles/dangling.md: warning: this link leads nowhere and is passed over; put a copy of the file in its place
content/articles/loop.md: warning: this link leads nowhere and is passed over; put a copy of the file in its place
content/articles/out.md: warning: this link leads out of the site's folder and is passed over; put a copy of the file in its place
content/articles/pipe.md: warning: this is no plain file and is passed over; remove it, or put a plain file in its place
content/articles/self: warning: this is no plain file and is passed over; remove it, or put a plain file in its place`
		if got := strings.Join(said, "\n"); got != want {
			t.Errorf("%s: got\n%s\nwant\n%s", name, got, want)
		}
	}
}

// locked is a file system one of whose files may not be read. A file's mode
// would not do: root reads it all the same.
type locked struct {
	fs.FS
	file string
}

func (l locked) Open(name string) (fs.File, error) {
	if name == l.file {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrPermission}
	}
	return l.FS.Open(name)
}

// TestUnreadable demands an error for a file that may not be read.
func TestUnreadable(t *testing.T) {
	const file = "content/articles/a.md"
	_, l := load(t, locked{fstest.MapFS{file: {Data: []byte(article)}}, file})
	if !slices.ContainsFunc(l.Sorted(), func(d diag.Diagnostic) bool { return strings.Contains(d.String(), file+": cannot be read") }) {
		t.Errorf("got %v", l.Sorted())
	}
}
