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
	{"parallax", "templates", "generator/cases", "generator/diag", "generator/file", "generator/parallel", "generator/quantile", "generator/ratio", "generator/logistic", "generator/agreement", "generator/across", "generator/figures", "generator/frontmatter", "generator/text", "generator/overlap", "generator/message"},
	{"generator/site", "generator/grammar", "generator/heading", "generator/contradiction", "generator/corpus", "generator/revision", "generator/reading", "generator/entity", "generator/align", "generator/address", "generator/event", "generator/framing", "generator/review", "generator/sample", "generator/lesson", "generator/rights", "generator/mask", "generator/keep", "generator/dataset", "generator/card", "generator/feed", "generator/page", "generator/output"},
	{"generator/ingest", "generator/publish", "generator/scaffold", "generator/licence", "generator/desk"},
	{"generator/cases/article", "generator/evaluate", "generator/coding"},
	{"generator/stages"},
	{"generator/command"},
	{"generator", "generator/parallax"},
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

// A wall keeps packages, and what is inside them, from importing others although
// the way of the data leads there.
type wall struct {
	between []string // who may not import
	and     []string // what; a package of others counts with all that is inside it
	why     string
}

// walls returns the imports that are impossible. A room that is not built yet has
// its walls already.
func walls() []wall {
	tokenizers := []string{"generator/grammar", "github.com/clipperhouse/uax29"}
	return []wall{
		{[]string{"generator/output", "generator/publish"}, []string{"generator/page"}, "what writes files does not know how they were made"},
		{[]string{"generator/rights", "generator/mask", "generator/dataset", "generator/feed", "generator/card"}, []string{"generator/page"}, "law, privacy and tables know no HTML"},
		{[]string{"generator/page", "generator/lesson"}, tokenizers, "an article is read once"},
		{[]string{"generator/grammar", "generator/heading", "generator/contradiction"}, []string{"generator/corpus"}, "a sentence is words, whoever published them"},
		{[]string{"generator/reading", "generator/entity", "generator/align"}, []string{"generator/framing"}, "what is found does not depend on what is made of it"},
		{[]string{"generator/framing/label", "generator/framing/odds", "generator/framing/scare"}, []string{"generator/framing"}, "a rule of a signal is given readings and returns spans"},
		{[]string{"generator/text", "generator/overlap", "generator/diag", "generator/file", "generator/message", "generator/frontmatter", "generator/parallel", "generator/quantile", "generator/ratio"},
			[]string{"generator/corpus", "generator/site"}, "what every stage may use knows no stage"},
	}
}

// inside reports whether an import is a package or lies inside it.
func inside(imported, pkg string) bool {
	return imported == pkg || strings.HasPrefix(imported, pkg+"/")
}

// imports returns what each package of the program imports.
func imports(t *testing.T) map[string][]string {
	t.Helper()
	list, err := exec.Command("go", "list", "-f", `{{.ImportPath}}: {{join .Imports " "}}`, "parallax/...").Output()
	if err != nil {
		t.Fatal(err)
	}
	of := map[string][]string{}
	for line := range strings.Lines(string(list)) {
		pkg, imported, _ := strings.Cut(strings.ReplaceAll(line, "parallax/", ""), ":")
		of[pkg] = strings.Fields(imported)
	}
	if len(of) < 10 {
		t.Fatalf("only %d packages: %s", len(of), list)
	}
	return of
}

// TestWallsStand looks for imports that are impossible.
func TestWallsStand(t *testing.T) {
	for pkg, imports := range imports(t) {
		for _, w := range walls() {
			if !slices.ContainsFunc(w.between, func(who string) bool { return inside(pkg, who) }) {
				continue
			}
			for _, imported := range imports {
				if slices.ContainsFunc(w.and, func(what string) bool { return inside(imported, what) }) {
					t.Errorf("%s imports %s: %s", pkg, imported, w.why)
				}
			}
		}
	}
}

// TestImportsPointOneWay keeps the house in order.
func TestImportsPointOneWay(t *testing.T) {
	for pkg, imports := range imports(t) {
		row, column := place(pkg)
		if row < 0 {
			t.Errorf("%s has no place in the house", pkg)
		}
		for _, imported := range imports {
			r, c := place(imported)
			if r < 0 || strings.Contains(imported, ".") {
				continue // not ours
			}
			same := r == row && c == column
			stages := row == 1 && r == 1 && c < column
			basics := row == 0 && r == 0 && c < column
			if !same && !stages && !basics && r >= row {
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
	elsewhere := []string{"command", "evaluate", "train", "testdata", "cases"}
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
