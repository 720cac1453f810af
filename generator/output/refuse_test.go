package output

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestRefusedFolders(t *testing.T) {
	work := t.TempDir()
	site, home := filepath.Join(work, "home", "site"), filepath.Join(work, "home")
	tree{
		"home/site/config.toml":       "",
		"home/site/content/a.md":      "",
		"home/site/file":              "",
		"foreign/photo.jpg":           "",
		"newer/" + ManifestName:       manifestWord + "9\n",
		"damaged/" + ManifestName:     manifestWord + "1\nxyz\n",
		"traversal/" + ManifestName:   manifestWord + "1\n" + strings.Repeat("0", 64) + " 0 ../x\n",
		"unreadable/" + ManifestName:  "hello",
		"home/site/public/index.html": "",
	}.plant(t, work)
	if err := os.Symlink(filepath.Join(work, "foreign"), filepath.Join(work, "link")); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(site, filepath.Join(work, "alias")); err != nil {
		t.Fatal(err)
	}
	for dir, want := range map[string]string{
		"/":                                   "root of the file system",
		home:                                  "home folder",
		work:                                  "home folder",
		site:                                  "it holds the site",
		filepath.Join(site, "content"):        "lies in content",
		filepath.Join(site, "content", "out"): "lies in content",
		filepath.Join(work, "alias", "content", "out", "deep"): "lies in content",
		filepath.Join(site, ".git"):                            "lies in .git",
		filepath.Join(site, "file"):                            "not a folder",
		filepath.Join(site, "public"):                          "holds index.html, which Parallax did not write",
		filepath.Join(work, "link"):                            "it is a link",
		filepath.Join(work, "foreign"):                         "holds photo.jpg",
		filepath.Join(work, "newer"):                           "newer program",
		filepath.Join(work, "damaged"):                         "line 2",
		filepath.Join(work, "traversal"):                       `".." is no name`,
		filepath.Join(work, "unreadable"):                      "no manifest",
	} {
		o := Options{Site: site, Home: home}
		before := standing(t, work)
		if _, err := Write(t.Context(), dir, tree{"a": "a"}.files(), o); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("Write to %s: %v, want an error with %q", dir, err, want)
		}
		if err := Ready(dir, o); err == nil {
			t.Errorf("Ready lets %s pass", dir)
		}
		mustHold(t, work, before)
	}
	if _, err := os.Stat(filepath.Join(site, "content", "out")); err == nil {
		t.Error("a refused folder was made")
	}
}

func TestLockKeepsASecondBuildAway(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	held, err := openTarget(dir, Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer held.close()
	unlock, err := held.lock()
	if err != nil {
		t.Fatal(err)
	}
	if _, err := Write(t.Context(), dir, tree{"a": "a"}.files(), Options{}); err == nil || !strings.Contains(err.Error(), owner()[:10]) {
		t.Errorf("a second build was let in or not told who is first: %v", err)
	}
	unlock()
	mustWrite(t, dir, tree{"a": "a"})
	mustBeAlone(t, dir)
}

func TestStaleLockIsTakenOver(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	tree{"public.parallax-lock": "process 1 on another computer\n"}.plant(t, filepath.Dir(dir))
	mustWrite(t, dir, tree{"a": "a"})
	mustBeAlone(t, dir)
}

func TestPaths(t *testing.T) {
	for path, ok := range map[string]bool{
		"index.html": true, "e/a-b/index.html": true, ".well-known/x": true, "a_b/c.1.js": true,
		"": false, "/a": false, "a/": false, "a//b": false, ".": false, "..": false, "a/../b": false,
		"a b": false, "ä": false, "A": false, "CITATION.cff": true, "Citation.cff": false, "a\\b": false, "a\x00": false, "-rf": false, "a.": false,
		"con": false, "nul.html": false, "com1": false, "lpt9.txt": false, "com": true, "console": true,
		".git": false, "a/.git/config": false, "%2e%2e": false, strings.Repeat("a", 201): false,
	} {
		if err := checkPath(path); (err == nil) != ok {
			t.Errorf("checkPath(%q) = %v", path, err)
		}
	}
}

func FuzzManifest(f *testing.F) {
	f.Add(manifest{{path: "a/b", size: 3}, {path: "c"}}.bytes())
	f.Add([]byte(manifestWord + "1\n"))
	f.Add([]byte("x"))
	f.Fuzz(func(t *testing.T, data []byte) {
		m, err := parseManifest(data)
		if err != nil {
			return
		}
		again, err := parseManifest(m.bytes())
		if err != nil || len(again) != len(m) {
			t.Fatalf("%q does not read back: %v", data, err)
		}
		for _, e := range m {
			if err := checkPath(e.path); err != nil {
				t.Fatal(err)
			}
		}
	})
}
