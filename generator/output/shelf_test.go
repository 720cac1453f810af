package output

import (
	"crypto/sha256"
	"os"
	"path/filepath"
	"testing"
)

func TestShelf(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "a.html"), []byte("a"), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		folder, path, of string
		want             bool
	}{
		{dir, "a.html", "a", true},
		{dir, "a.html", "b", false},
		{dir, "b.html", "a", false},
		{dir, "../a.html", "a", false},
		{filepath.Join(dir, "nowhere"), "a.html", "a", false},
	} {
		s := OpenShelf(c.folder)
		if data, got := s.File(c.path, sha256.Sum256([]byte(c.of))); got != c.want || got && string(data) != c.of {
			t.Errorf("%v: got %q, %t", c, data, got)
		}
		s.Close()
	}
}
