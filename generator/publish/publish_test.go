package publish_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"parallax/generator/publish"
)

func TestDomain(t *testing.T) {
	for base, want := range map[string]string{
		"https://example.org/":         "example.org",
		"https://News.Example.org":     "news.example.org",
		"https://example.org/news/":    "",
		"https://someone.github.io/":   "",
		"https://someone.github.io/x/": "",
		"http://localhost/":            "",
		"http://example.org:8080/":     "",
		"":                             "",
	} {
		if got := publish.Domain(base); got != want {
			t.Errorf("%s: got %q, want %q", base, got, want)
		}
	}
}

func TestAddress(t *testing.T) {
	for remote, want := range map[string]string{
		"https://github.com/Someone/Lake.git":   "https://someone.github.io/Lake/",
		"git@github.com:someone/lake.git":       "https://someone.github.io/lake/",
		"ssh://git@github.com/someone/lake":     "https://someone.github.io/lake/",
		"https://github.com/a/A.github.io":      "https://a.github.io/",
		"https://git.example.org/someone/lake/": "",
		"https://github.com/someone":            "",
		"../remote.git":                         "",
		"":                                      "",
	} {
		if got := publish.Address(remote); got != want {
			t.Errorf("%s: got %q, want %q", remote, got, want)
		}
	}
}

// TestRead demands that what GitHub refuses is said of the file that it is.
func TestRead(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "public")
	for name, bytes := range map[string]int{"a.html": 10, "e/big.json": 90, "e/larger.json": 120, "Name.txt": 1, "name.txt": 1, "what?.txt": 1, ".keep": 500, ".git/config": 500} {
		if err := os.MkdirAll(filepath.Dir(filepath.Join(folder, name)), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(folder, name), make([]byte, bytes), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Symlink("a.html", filepath.Join(folder, "link.html")); err != nil {
		t.Fatal(err)
	}
	f, l, err := publish.Read(folder, publish.Limits{Site: 200, NearSite: 100, File: 100, NearFile: 80})
	if err != nil || f.Bytes != 223 || len(f.Files) != 6 {
		t.Fatalf("got %d bytes, %d files, %v", f.Bytes, len(f.Files), err)
	}
	var said []string
	for _, d := range l.Sorted() {
		said = append(said, strings.ReplaceAll(d.String(), filepath.ToSlash(folder), "public"))
	}
	want := []string{
		`the site has 0.0 MB; GitHub Pages refuses more than 0.0 MB; set pages.pairs and pages.blind in config.toml, or split the site; "parallax doctor" says what takes the room`,
		"public/e/larger.json: the file has 0.0 MB; GitHub refuses more than 0.0 MB; make it smaller, or keep it elsewhere and link to it",
		"public/link.html: this is no plain file, and cannot be published; put a copy of the file in its place",
		"public/what?.txt: the name has a character that not every computer can keep; rename it",
		"public/e/big.json: warning: the file has 0.0 MB; GitHub refuses more than 0.0 MB; make it smaller, or keep it elsewhere and link to it",
		"public/name.txt: warning: on many computers this is the same file as Name.txt; rename one of them",
	}
	if got := strings.Join(said, "\n"); got != strings.Join(want, "\n") {
		t.Errorf("got\n%s\nwant\n%s", got, strings.Join(want, "\n"))
	}
}

// TestCommit makes a repository of a folder, commits what is in it under the name of a
// person, and does nothing where nothing has changed.
func TestCommit(t *testing.T) {
	t.Setenv("GIT_CONFIG_GLOBAL", os.DevNull)
	t.Setenv("GIT_CONFIG_SYSTEM", os.DevNull)
	folder := t.TempDir()
	ask := func(args ...string) string {
		t.Helper()
		said, err := exec.Command("git", append([]string{"-C", folder}, args...)...).Output()
		if err != nil {
			t.Fatal(err)
		}
		return strings.TrimSpace(string(said))
	}
	for n, text := range []string{"one", "two", "two"} {
		if err := os.WriteFile(filepath.Join(folder, "a.md"), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		if err := publish.Commit(t.Context(), folder, "Ida Moor", "Publish", "origin", "https://example.org/a.git"); err != nil {
			t.Fatal(err)
		}
		if got, want := ask("rev-list", "--count", "HEAD"), []string{"1", "2", "2"}[n]; got != want {
			t.Errorf("after %q there are %s commits, want %s", text, got, want)
		}
	}
	if got := ask("log", "-1", "--format=%an %cn %s") + " " + ask("remote", "get-url", "origin"); got != "Ida Moor Ida Moor Publish https://example.org/a.git" {
		t.Error(got)
	}
}
