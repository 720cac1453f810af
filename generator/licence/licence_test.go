package licence

import (
	"bytes"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// TestEveryModuleHasItsLicence demands the licences of all modules in the program, as
// the module cache has them, and of no other.
func TestEveryModuleHasItsLicence(t *testing.T) {
	known := map[string]bool{}
	for _, system := range []string{"linux", "darwin", "windows"} {
		c := exec.Command("go", "list", "-deps", "-f", "{{with .Module}}{{if not (or .Main .Replace)}}{{.Path}} {{.Dir}}{{end}}{{end}}", "parallax/generator")
		c.Env = append(os.Environ(), "GOOS="+system)
		list, err := c.Output()
		if err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(string(list)) {
			if module, dir, found := strings.Cut(strings.TrimSpace(line), " "); found && !known[module] {
				known[module] = true
				checkLicence(t, module, dir)
			}
		}
	}
	known[Standard] = true
	if Of(Standard) == "" || Of("example.org/none") != "" {
		t.Error("the licence of Go is not there, or that of no module is")
	}
	err := fs.WalkDir(texts, "texts", func(name string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() && !known[strings.TrimPrefix(filepath.ToSlash(filepath.Dir(name)), "texts/")] {
			t.Errorf("%s is of no module in the program; run tools/licences", name)
		}
		return err
	})
	if err != nil || len(known) < 40 {
		t.Errorf("%d modules, %v", len(known), err)
	}
}

func checkLicence(t *testing.T, module, dir string) {
	t.Helper()
	if Of(module) == "" {
		t.Errorf("%s has no licence here; run tools/licences", module)
	}
	entries, _ := fs.ReadDir(texts, "texts/"+module)
	for _, e := range entries {
		if e.IsDir() {
			continue
		}
		kept, err := fs.ReadFile(texts, "texts/"+module+"/"+e.Name())
		if err != nil {
			t.Fatal(err)
		}
		now, err := os.ReadFile(filepath.Join(dir, e.Name()))
		if err != nil || !bytes.Equal(kept, now) {
			t.Errorf("%s of %s is another now (%v); run tools/licences", e.Name(), module, err)
		}
	}
}
