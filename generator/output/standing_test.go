package output

import (
	"context"
	"os"
	"path/filepath"
	"runtime"
	"testing"
	"time"
)

// TestStanding demands that a folder in which anything is amiss does not pass
// for what a build left.
func TestStanding(t *testing.T) {
	site := tree{"index.html": "i", "e/a/index.html": "a"}
	for name, c := range map[string]struct {
		harm func(t *testing.T, dir string)
		want bool
	}{
		"nothing":      {func(*testing.T, string) {}, true},
		"a file added": {func(t *testing.T, dir string) { tree{"CNAME": "x"}.plant(t, dir) }, true},
		"a byte":       {func(t *testing.T, dir string) { tree{"e/a/index.html": "b"}.plant(t, dir) }, false},
		"a file gone": {func(t *testing.T, dir string) {
			if err := os.Remove(filepath.Join(dir, "index.html")); err != nil {
				t.Fatal(err)
			}
		}, false},
		"a file that nobody may read":   {func(t *testing.T, dir string) { mustChmod(t, filepath.Join(dir, "index.html"), 0o600) }, runtime.GOOS == "windows"},
		"a folder that nobody may read": {func(t *testing.T, dir string) { mustChmod(t, filepath.Join(dir, "e"), 0o700) }, runtime.GOOS == "windows"},
		"no manifest": {func(t *testing.T, dir string) {
			if err := os.Remove(filepath.Join(dir, ManifestName)); err != nil {
				t.Fatal(err)
			}
		}, false},
		"another site": {func(t *testing.T, dir string) {
			if _, err := Write(context.Background(), dir, site.with("x.html", "x").files(), Options{}); err != nil {
				t.Fatal(err)
			}
		}, false},
		"a killed build": {func(t *testing.T, dir string) { tree{markerName: ""}.plant(t, dir+".staging-1") }, false},
	} {
		t.Run(name, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "public")
			holds := mustWrite(t, dir, site).Holds
			c.harm(t, dir)
			if _, stands := Standing(dir, holds, Options{}, nil, time.Time{}); stands != c.want {
				t.Errorf("got %t", stands)
			}
		})
	}
}

func mustChmod(t *testing.T, name string, mode os.FileMode) {
	t.Helper()
	if err := os.Chmod(name, mode); err != nil {
		t.Fatal(err)
	}
}

// TestModesAreMended closes files and folders of ours, which the next build opens
// again, and one that is not ours, which stays as it is.
func TestModesAreMended(t *testing.T) {
	site := tree{"index.html": "i", "e/a/index.html": "a", "e/a/b.html": "b"}
	for _, closed := range []string{"index.html", "e/a/b.html", "e", "e/a"} {
		dir := filepath.Join(t.TempDir(), "public")
		tree{"CNAME": "x"}.plant(t, dir)
		mustChmod(t, filepath.Join(dir, "CNAME"), 0o600)
		mustWrite(t, dir, site)
		name := filepath.Join(dir, filepath.FromSlash(closed))
		info, err := os.Stat(name)
		if err != nil {
			t.Fatal(err)
		}
		mustChmod(t, name, 0o700&info.Mode())
		if r := mustWrite(t, dir, site); r.Written != 1 || r.Kept != 2 {
			t.Errorf("%s: %+v", closed, r)
		}
		now, err := os.Stat(name)
		if err != nil || now.Mode() != info.Mode() {
			t.Errorf("%s: %v, %v, want %v", closed, now.Mode(), err, info.Mode())
		}
		if foreign, err := os.Stat(filepath.Join(dir, "CNAME")); err != nil || runtime.GOOS != "windows" && foreign.Mode().Perm() != 0o600 {
			t.Errorf("CNAME: %v, %v", foreign.Mode(), err)
		}
		mustHold(t, dir, site.with("CNAME", "x"))
	}
}
