package command

import (
	"bytes"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// house is the way of the data, and below it what every stage may use. Each
// package may import those before it in its own row, and every row the ones
// below it.
var house = [][]string{
	{"parallax", "templates", "generator/cases", "generator/diag", "generator/file", "generator/parallel", "generator/quantile", "generator/frontmatter", "generator/text", "generator/message"},
	{"generator/site", "generator/corpus", "generator/event", "generator/framing", "generator/sample", "generator/lesson", "generator/rights", "generator/mask", "generator/page", "generator/output"},
	{"generator/ingest", "generator/publish", "generator/scaffold"},
	{"generator/evaluate"},
	{"generator/command"},
	{"generator"},
}

// place returns the row and column of a package or of the package that it is
// inside.
func place(pkg string) (row, column int) {
	for row = len(house) - 1; row >= 0; row-- {
		for column, p := range house[row] {
			if pkg == p || strings.HasPrefix(pkg, p+"/") && p != "generator" {
				return row, column
			}
		}
	}
	return -1, -1
}

// walls are imports that would go the way of the data and yet may not be: what
// writes and publishes files knows nothing of how they were made.
var walls = map[string]string{"generator/output": "generator/page", "generator/publish": "generator/page", "generator/rights": "generator/page", "generator/mask": "generator/page"}

// TestImportsPointOneWay keeps the house in order.
func TestImportsPointOneWay(t *testing.T) {
	list, err := exec.Command("go", "list", "-f", `{{.ImportPath}}: {{join .Imports " "}}`, "parallax/...").Output()
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSpace(string(list)), "\n")
	if len(lines) < 10 {
		t.Fatalf("only %d packages: %s", len(lines), list)
	}
	for _, line := range lines {
		pkg, imports, _ := strings.Cut(strings.ReplaceAll(line, "parallax/", ""), ":")
		row, column := place(pkg)
		if row < 0 {
			t.Errorf("%s has no place in the house", pkg)
		}
		for _, imported := range strings.Fields(imports) {
			if walled := walls[pkg]; walled != "" && (imported == walled || strings.HasPrefix(imported, walled+"/")) {
				t.Errorf("%s imports %s, which it may not know", pkg, imported)
			}
			r, c := place(imported)
			if r < 0 || strings.Contains(imported, ".") {
				continue // not ours
			}
			inside := r == row && c == column
			stages := row == 1 && r == 1 && c < column
			basics := row == 0 && r == 0 && c < column
			if !inside && !stages && !basics && r >= row {
				t.Errorf("%s imports %s", pkg, imported)
			}
		}
	}
}

// worldly are the calls by which a program asks what no stage may know.
var worldly = []string{"time.Now", "time.Local", "os.Getenv", "os.LookupEnv", "os.Stdin", "os.Stdout", "os.Stderr", "os.Args", "flag.Parse"}

// TestOnlyCommandAsksTheWorld keeps flags, the clock, the environment and the
// terminal out of the stages.
func TestOnlyCommandAsksTheWorld(t *testing.T) {
	elsewhere := []string{"command", "evaluate", "train", "testdata"}
	err := filepath.WalkDir("..", func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && slices.Contains(elsewhere, d.Name()):
			return fs.SkipDir
		case d.IsDir() || filepath.Dir(name) == ".." || !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go"):
			return nil
		}
		source, err := os.ReadFile(name)
		for _, call := range worldly {
			if bytes.Contains(source, []byte(call)) {
				t.Errorf("%s has %s", name, call)
			}
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}
