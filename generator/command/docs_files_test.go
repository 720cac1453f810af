package command

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// namedFile matches a file or folder of the repository that a text names in code.
var namedFile = regexp.MustCompile("`((?:generator|templates|content|docs)/[^`…]*|config\\.toml)`")

// TestDocsNameFiles demands that every file that the page on adding to the program
// names is there.
func TestDocsNameFiles(t *testing.T) {
	source, err := os.ReadFile("../../docs/site/content/pages/extending.md")
	if err != nil {
		t.Fatal(err)
	}
	found := namedFile.FindAllStringSubmatch(string(source), -1)
	for _, name := range found {
		if _, err := os.Stat(filepath.Join("../..", filepath.FromSlash(strings.TrimSuffix(name[1], "/")))); err != nil {
			t.Errorf("extending.md names %s: %v", name[1], err)
		}
	}
	if len(found) < 20 {
		t.Errorf("only %d files are named", len(found))
	}
}
