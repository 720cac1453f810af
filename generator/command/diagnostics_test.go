package command

import (
	"flag"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/tools/txtar"

	"parallax/generator/diag"
	"parallax/generator/text"
)

// borrowed are formats that pass on the words of somebody else, who knows no
// mend.
var borrowed = []string{"%s", "%v", "cannot be read: %v", "the folder cannot be read: %v"}

// TestDiagnostics provokes every mistake that the program can find in a site.
// Each message must name its file and what to do, and must have been read: the
// list is recorded with -update in testdata/diagnostics.golden.
func TestDiagnostics(t *testing.T) {
	var printed []string
	sites := mistakenSites(t)
	for _, name := range slices.Sorted(maps.Keys(sites)) {
		for _, d := range problemsOf(t, sites[name]) {
			if d.File == "" || d.What == "" {
				t.Errorf("%s: %+v has no file", name, d)
			}
			printed = append(printed, name+": "+d.String())
		}
	}
	got := strings.Join(printed, "\n") + "\n"
	const golden = "testdata/diagnostics.golden"
	if flag.Lookup("update").Value.String() == "true" {
		if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil || got != string(want) {
		t.Errorf("got\n%s\nwant\n%s%v", got, want, err)
	}
	for _, m := range constructed(t) {
		m.check(t, printed)
	}
}

// mistakenSites returns the sites of diagnostics.txtar by name, and one with
// files that no text can hold.
func mistakenSites(t *testing.T) map[string]fstest.MapFS {
	t.Helper()
	archive, err := txtar.ParseFile("testdata/diagnostics.txtar")
	if err != nil {
		t.Fatal(err)
	}
	sites := map[string]fstest.MapFS{}
	for _, f := range archive.Files {
		name, path, _ := strings.Cut(f.Name, "/")
		if sites[name] == nil {
			sites[name] = maps.Clone(sites["good"])
			if sites[name] == nil {
				sites[name] = fstest.MapFS{}
			}
		}
		data := strings.ReplaceAll(string(f.Data), "TANGLED", strings.Repeat("[*_", 3000))
		sites[name][path] = &fstest.MapFile{Data: []byte(data)}
	}
	odd := maps.Clone(sites["good"])
	odd["content/articles/large.md"] = &fstest.MapFile{Data: make([]byte, 2<<20)}
	odd["content/articles/utf-16.md"] = &fstest.MapFile{Data: []byte("\xff\xfe+\x00")}
	odd["content/articles/latin.md"] = &fstest.MapFile{Data: []byte("+++\ntitle = \"Caf\xe9\"\noutlet = \"gazette\"\n+++\n\nText.\n")}
	odd["content/articles/pipe.md"] = &fstest.MapFile{Mode: fs.ModeNamedPipe}
	odd["content/articles/out.md"] = &fstest.MapFile{Mode: fs.ModeSymlink, Data: []byte("../../../passwd")}
	odd["content/articles/nowhere.md"] = &fstest.MapFile{Mode: fs.ModeSymlink, Data: []byte("missing.md")}
	sites["odd"] = odd
	sites["nothing"] = fstest.MapFS{}
	return sites
}

// problemsOf returns what is found in a site before it is compared.
func problemsOf(t *testing.T, site fstest.MapFS) []diag.Diagnostic {
	t.Helper()
	t.Setenv("SOURCE_DATE_EPOCH", "1767225600") // 2026-01-01
	w, err := read(site, siteFlags{}, text.Builtin())
	if err != nil {
		t.Fatal(err)
	}
	w.Group(site)
	return w.Problems.Sorted()
}

// A constructor is a place in the source that makes a diagnostic.
type constructor struct {
	place  string
	format string // as it is in the source
	mend   ast.Expr
}

// constructed finds all places in the source that make a diagnostic from a
// format that is written there.
func constructed(t *testing.T) []constructor {
	t.Helper()
	where := map[string]int{"Errorf": 3, "Warnf": 3, "Notef": 3, "Mistake": 3, "mistake": 2} // the argument that is the format
	var all []constructor
	files := token.NewFileSet()
	err := filepath.WalkDir("..", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
			return err
		}
		file, err := parser.ParseFile(files, name, nil, 0)
		if err != nil {
			return err
		}
		ast.Inspect(file, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok {
				return true
			}
			at, known := where[calledName(call)]
			if !known || len(call.Args) <= at {
				return true
			}
			if literal, ok := call.Args[at].(*ast.BasicLit); ok && literal.Kind == token.STRING {
				format, err := strconv.Unquote(literal.Value)
				if err != nil {
					t.Error(err)
				}
				all = append(all, constructor{files.Position(call.Pos()).String(), format, call.Args[at-1]})
			}
			return true
		})
		return nil
	})
	if err != nil || len(all) < 40 {
		t.Fatalf("%d places, %v", len(all), err)
	}
	return all
}

// calledName returns the last name of what is called, "" for package fmt.
func calledName(call *ast.CallExpr) string {
	switch f := call.Fun.(type) {
	case *ast.Ident:
		return f.Name
	case *ast.SelectorExpr:
		if of, ok := f.X.(*ast.Ident); ok && (of.Name == "fmt" || of.Name == "t") {
			return ""
		}
		return f.Sel.Name
	}
	return ""
}

// verb matches a verb of package fmt.
var verb = regexp.MustCompile(`%(?:\.\d)?[a-z]`)

// check demands that the message has a mend and was provoked.
func (c constructor) check(t *testing.T, printed []string) {
	if slices.Contains(borrowed, c.format) {
		return
	}
	if literal, ok := c.mend.(*ast.BasicLit); ok && literal.Value == `""` {
		t.Errorf("%s: %q does not say what to do", c.place, c.format)
	}
	parts := verb.Split(c.format, -1)
	for i := range parts {
		parts[i] = regexp.QuoteMeta(parts[i])
	}
	pattern := regexp.MustCompile(": " + `(?:warning: |note: )?` + strings.Join(parts, ".*") + ".*; ")
	if !slices.ContainsFunc(printed, pattern.MatchString) && !c.tested(t) {
		t.Errorf("%s: neither a site of testdata/diagnostics.txtar nor another test provokes %q", c.place, c.format)
	}
}

// tested reports whether a test of the package that makes the message, or a
// script, has a run of its words. Some mistakes are not in the files of
// a site: too large a site, too much of an article, an item of a lesson.
func (c constructor) tested(t *testing.T) bool {
	const shortest = 12 // bytes of words that tell a message
	has := func(data string) bool {
		return slices.ContainsFunc(verb.Split(c.format, -1), func(part string) bool {
			part = strings.TrimSpace(part)
			return (len(part) >= shortest || part == longestOf(c.format)) && strings.Contains(data, part)
		})
	}
	for _, pattern := range []string{filepath.Dir(c.place) + "/*_test.go", filepath.Dir(c.place) + "/testdata/*.txtar", "testdata/script/*.txtar"} {
		names, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range names {
			if data, err := os.ReadFile(name); err == nil && has(string(data)) {
				return true
			}
		}
	}
	return false
}

// longestOf returns the longest run of words of a format.
func longestOf(format string) string {
	return strings.TrimSpace(slices.MaxFunc(verb.Split(format, -1), func(a, b string) int { return len(a) - len(b) }))
}
