package page

import (
	"os"
	"path/filepath"
	"testing"
)

// render collects the files of a site by path.
func render(t testing.TB, s Site) map[string]string {
	t.Helper()
	files := map[string]string{}
	for f, err := range Render(s) {
		if err != nil {
			t.Fatal(err)
		}
		if _, twice := files[f.Path]; twice {
			t.Errorf("%s is written twice", f.Path)
		}
		files[f.Path] = string(f.Data)
	}
	return files
}

func TestRender(t *testing.T) {
	files := render(t, sampleSite(t))
	if dir := os.Getenv("OUT"); dir != "" {
		for p, data := range files {
			p = filepath.Join(dir, p)
			os.MkdirAll(filepath.Dir(p), 0o755)
			os.WriteFile(p, []byte(data), 0o644)
		}
	}
}
