package output

import (
	"context"
	"os"
	"path/filepath"
	"testing"
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
			if _, stands := Standing(dir, holds, Options{}); stands != c.want {
				t.Errorf("got %t", stands)
			}
		})
	}
}
