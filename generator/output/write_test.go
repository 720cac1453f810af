package output

import (
	"context"
	"errors"
	"io/fs"
	"iter"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"parallax/generator/file"
)

// A tree is the files of a folder, by slash-separated path.
type tree map[string]string

// files yields a tree in the order of its paths.
func (t tree) files() iter.Seq2[file.File, error] {
	return func(yield func(file.File, error) bool) {
		for _, p := range slices.Sorted(maps.Keys(t)) {
			if !yield(file.File{Path: p, Data: []byte(t[p])}, nil) {
				return
			}
		}
	}
}

// with returns the tree with one more file.
func (t tree) with(path, data string) tree {
	more := tree{path: data}
	for p, d := range t {
		more[p] = d
	}
	return more
}

// pages counts the HTML files of a tree.
func (t tree) pages() (n int) {
	for p := range t {
		if strings.HasSuffix(p, ".html") {
			n++
		}
	}
	return n
}

// plant writes a tree below a folder.
func (t tree) plant(tb testing.TB, dir string) {
	tb.Helper()
	for p, data := range t {
		name := filepath.Join(dir, filepath.FromSlash(p))
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			tb.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(data), 0o644); err != nil {
			tb.Fatal(err)
		}
	}
}

// standing reads the files of a folder, our manifest left out. A link is
// read as "-> target".
func standing(tb testing.TB, dir string) tree {
	tb.Helper()
	t := tree{}
	err := filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || d.Name() == ManifestName {
			return err
		}
		p, err := filepath.Rel(dir, name)
		if err != nil {
			return err
		}
		if d.Type()&fs.ModeSymlink != 0 {
			to, err := os.Readlink(name)
			t[filepath.ToSlash(p)] = "-> " + to
			return err
		}
		data, err := os.ReadFile(name)
		t[filepath.ToSlash(p)] = string(data)
		return err
	})
	if err != nil {
		tb.Fatal(err)
	}
	return t
}

func mustWrite(tb testing.TB, dir string, t tree) Report {
	tb.Helper()
	r, err := Write(context.Background(), dir, t.files(), Options{})
	if err != nil {
		tb.Fatal(err)
	}
	return r
}

func mustHold(tb testing.TB, dir string, want tree) {
	tb.Helper()
	got := standing(tb, dir)
	for p, data := range want {
		if have, ok := got[p]; !ok || have != data {
			tb.Errorf("%s of %s is %q (there: %t), want %q", p, dir, have, ok, data)
		}
	}
	for p := range got {
		if _, ok := want[p]; !ok {
			tb.Errorf("%s holds %s", dir, p)
		}
	}
}

// mustBeAlone fails if anything stands beside the output folder.
func mustBeAlone(tb testing.TB, dir string) {
	tb.Helper()
	entries, err := os.ReadDir(filepath.Dir(dir))
	if err != nil {
		tb.Fatal(err)
	}
	for _, e := range entries {
		if e.Name() != filepath.Base(dir) {
			tb.Errorf("%s was left behind", e.Name())
		}
	}
}

func TestWriteFollowsEdits(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	site := tree{"index.html": "home", "e/a/index.html": "a", "e/b/index.html": "b", "empty.txt": ""}
	steps := []struct {
		name string
		edit func(tree)
		want Report
	}{
		{"first", func(tree) {}, Report{Files: 4, Written: 4, Bytes: 6}},
		{"nothing", func(tree) {}, Report{Files: 4, Kept: 4, Bytes: 6}},
		{"edited", func(s tree) { s["e/a/index.html"] = "A" }, Report{Files: 4, Written: 1, Kept: 3, Bytes: 6}},
		{"deleted", func(s tree) { delete(s, "e/b/index.html") }, Report{Files: 3, Kept: 3, Removed: 1, Bytes: 5}},
		{"renamed", func(s tree) { delete(s, "e/a/index.html"); s["e/c/index.html"] = "A" }, Report{Files: 3, Written: 1, Kept: 2, Removed: 1, Bytes: 5}},
		{"added", func(s tree) { s["feed.xml"] = "feed" }, Report{Files: 4, Written: 1, Kept: 3, Bytes: 9}},
		{"file becomes folder", func(s tree) { delete(s, "feed.xml"); s["feed.xml/x"] = "" }, Report{Files: 4, Written: 1, Kept: 3, Removed: 1, Bytes: 5}},
		{"folder becomes file", func(s tree) { delete(s, "e/c/index.html"); s["e"] = "e" }, Report{Files: 4, Written: 1, Kept: 3, Removed: 1, Bytes: 5}},
	}
	for _, step := range steps {
		t.Run(step.name, func(t *testing.T) {
			step.edit(site)
			checked, err := Check(t.Context(), site.files(), Options{}, nil)
			if err != nil {
				t.Fatal(err)
			}
			step.want.Pages = site.pages()
			got := mustWrite(t, dir, site)
			if report, stands := Standing(dir, got.Holds, Options{}, nil, time.Time{}); !stands || report.Files != got.Files || report.Bytes != got.Bytes || report.Kept != got.Files {
				t.Errorf("standing: %t, %+v", stands, report)
			}
			got.Holds = Key{}
			if got != step.want || checked != (Report{Files: got.Files, Pages: got.Pages, Bytes: got.Bytes}) {
				t.Errorf("got %+v, want %+v; Check says %+v", got, step.want, checked)
			}
			mustHold(t, dir, site)
			mustBeAlone(t, dir)
		})
	}
}

// TestNothingChangedTouchesNothing watches the folder itself: a swap would
// make it another one.
func TestNothingChangedTouchesNothing(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	site := tree{"index.html": "home"}
	mustWrite(t, dir, site)
	before := stat(t, dir)
	mustWrite(t, dir, site)
	if !os.SameFile(before, stat(t, dir)) {
		t.Error("the folder was replaced although nothing changed")
	}
}

func TestKeptFilesAreTheSameFiles(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	mustWrite(t, dir, tree{"a": "a", "b": "b"})
	before := stat(t, filepath.Join(dir, "a"))
	mustWrite(t, dir, tree{"a": "a", "b": "c"})
	if !os.SameFile(before, stat(t, filepath.Join(dir, "a"))) {
		t.Error("an equal file was written again")
	}
}

func stat(t *testing.T, name string) fs.FileInfo {
	t.Helper()
	info, err := os.Lstat(name)
	if err != nil {
		t.Fatal(err)
	}
	return info
}

func TestTamperedFilesAreMended(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	site := tree{"a": "aaa", "b": "b", "c": "c"}
	mustWrite(t, dir, site)
	tree{"a": "bbb"}.plant(t, dir)
	if err := os.Remove(filepath.Join(dir, "b")); err != nil {
		t.Fatal(err)
	}
	got, want := mustWrite(t, dir, site), Report{Files: 3, Written: 2, Kept: 1, Bytes: 5}
	if got.Holds = want.Holds; got != want {
		t.Errorf("got %+v, want %+v", got, want)
	}
	mustHold(t, dir, site)
}

func TestOthersFilesAreCarriedOver(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	tree{".keep": "", "CNAME": "example.org", ".git/config": "[core]"}.plant(t, dir)
	mustWrite(t, dir, tree{"index.html": "one", "e/a.html": "a"})
	tree{"mine.pdf": "pdf", "e/mine.txt": "t", "own/deep/x": "x"}.plant(t, dir)
	if err := os.Symlink("own/deep", filepath.Join(dir, "link")); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(filepath.Join(dir, "own"), 0o700); err != nil {
		t.Fatal(err)
	}
	kept := stat(t, filepath.Join(dir, "mine.pdf"))
	mustWrite(t, dir, tree{"index.html": "two"})
	mustHold(t, dir, tree{
		".keep": "", "CNAME": "example.org", ".git/config": "[core]", "index.html": "two",
		"mine.pdf": "pdf", "e/mine.txt": "t", "own/deep/x": "x", "link": "-> own/deep",
	})
	if !os.SameFile(kept, stat(t, filepath.Join(dir, "mine.pdf"))) {
		t.Error("a file that is not ours was copied")
	}
	if mode := stat(t, filepath.Join(dir, "own")).Mode().Perm(); mode != 0o700 {
		t.Errorf("the mode of a folder that is not ours became %v", mode)
	}
}

func TestOthersFilesAreNeverWrittenOver(t *testing.T) {
	for name, foreign := range map[string]string{"the file": "robots.txt", "a folder above": "e"} {
		t.Run(name, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "public")
			mustWrite(t, dir, tree{"index.html": "home"})
			tree{foreign: "mine"}.plant(t, dir)
			_, err := Write(t.Context(), dir, tree{"index.html": "home2", "robots.txt": "ours", "e/a.html": ""}.files(), Options{})
			if err == nil || !strings.Contains(err.Error(), foreign+" stands in the output folder") {
				t.Errorf("error is %v", err)
			}
			mustHold(t, dir, tree{"index.html": "home", foreign: "mine"})
			mustBeAlone(t, dir)
		})
	}
}

func TestForeign(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	mustWrite(t, dir, tree{"index.html": ""})
	tree{"mine.pdf": "pdf"}.plant(t, dir)
	foreign := Foreign(dir)
	for p, want := range map[string]bool{"mine.pdf": true, "index.html": false, "none": false, "../public/mine.pdf": false} {
		if got := foreign(p); got != want {
			t.Errorf("foreign(%q) = %t", p, got)
		}
	}
}

func TestEqualForeignFileIsAdopted(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	tree{".nojekyll": ""}.plant(t, dir)
	mustWrite(t, dir, tree{".nojekyll": "", "a": "a"})
	mustWrite(t, dir, tree{"a": "a"})
	mustHold(t, dir, tree{"a": "a"})
}

func TestErrorsOfTheFilesLeaveTheFolderAlone(t *testing.T) {
	broken := errors.New("no such template")
	cases := map[string]struct {
		files iter.Seq2[file.File, error]
		want  string
	}{
		"render": {func(yield func(file.File, error) bool) {
			_ = yield(file.File{Path: "a", Data: []byte("new")}, nil) && yield(file.File{}, broken)
		}, "no such template"},
		"twice":     {twice(tree{"a": "new"}), `two files have the path "a"`},
		"traversal": {tree{"../evil": "x"}.files(), `".." is no name`},
		"manifest":  {tree{ManifestName: "x"}.files(), "kept for the manifest"},
		"link":      {tree{"a.html": `<a href="b.html">`}.files(), "a.html leads to b.html"},
		"capitals":  {tree{"A": "x"}.files(), `"A" is not one of`},
		"both":      {tree{"b": "x", "b/c": "x"}.files(), `"b" is both a file and a folder`},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "public")
			mustWrite(t, dir, tree{"a": "old"})
			_, err := Write(t.Context(), dir, c.files, Options{})
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("error is %v, want one with %s", err, c.want)
			}
			mustHold(t, dir, tree{"a": "old"})
			mustBeAlone(t, dir)
		})
	}
}

func twice(t tree) iter.Seq2[file.File, error] {
	return func(yield func(file.File, error) bool) {
		for range 2 {
			for f, err := range t.files() {
				if !yield(f, err) {
					return
				}
			}
		}
	}
}

func TestCancelledBuildLeavesTheFolderAlone(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	mustWrite(t, dir, tree{"a": "old"})
	ctx, cancel := context.WithCancel(t.Context())
	_, err := Write(ctx, dir, func(yield func(file.File, error) bool) {
		_ = yield(file.File{Path: "a", Data: []byte("new")}, nil)
		cancel()
	}, Options{})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("error is %v", err)
	}
	mustHold(t, dir, tree{"a": "old"})
	mustBeAlone(t, dir)
}

// TestStands demands that a file which was read from the folder is not read again, and
// that what was found in it counts for what it is: links are checked all the same.
func TestStands(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	site := tree{"index.html": `<a href="a.html#x">`, "a.html": `<p id="x">`}
	first := mustWrite(t, dir, site)
	looked := func(references ...string) iter.Seq2[file.File, error] {
		return func(yield func(file.File, error) bool) {
			for f := range site.files() {
				f.Seen = See(f)
				f.Seen.Stands = true
				f.Seen.References = append(f.Seen.References, references...)
				if !yield(f, nil) {
					return
				}
			}
		}
	}
	tree{"a.html": `<p id="y">`}.plant(t, dir)
	r, err := Write(context.Background(), dir, looked(), Options{})
	if err != nil || r.Kept != 2 || r.Holds != first.Holds {
		t.Errorf("%+v, %v: a file was read that was read before", r, err)
	}
	if _, err := Write(context.Background(), dir, looked("a.html#z"), Options{}); err == nil || !strings.Contains(err.Error(), "a.html leads to a.html#z") {
		t.Errorf("a link that was found before leads nowhere, and got %v", err)
	}
}
