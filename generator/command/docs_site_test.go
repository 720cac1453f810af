package command

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// named matches a command that a text names in code.
var namedCommand = regexp.MustCompile("`(parallax [a-z][^`]*)`|(?m)^(?:\\$ )?(parallax [a-z].*)$")

// TestDocsNameCommands demands that every command and flag that the README and
// the documentation name is there.
func TestDocsNameCommands(t *testing.T) {
	files, err := filepath.Glob("../../docs/site/content/pages/*.md")
	if err != nil {
		t.Fatal(err)
	}
	files = append(files, "../../README.md", "../scaffold/site/README.md")
	held := 0
	for _, file := range files {
		source, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, found := range namedCommand.FindAllStringSubmatch(string(source), -1) {
			held++
			line, _, _ := strings.Cut(found[1]+found[2], "  #")
			checkExample(t, strings.TrimSuffix(line, " ..."))
		}
	}
	if held < 30 {
		t.Errorf("only %d commands are named", held)
	}
}
