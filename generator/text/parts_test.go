package text

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"
)

// empty returns a language all of whose lists are empty, but for those given.
func empty(lists map[string]string) fstest.MapFS {
	var b strings.Builder
	for name := range fileOfPart() {
		if words, given := lists[name]; !given {
			fmt.Fprintf(&b, "%s = []\n", name)
		} else if words != "" {
			fmt.Fprintf(&b, "%s = %s\n", name, words)
		}
	}
	return fstest.MapFS{"xx/lists.toml": {Data: []byte(b.String())}}
}

func TestPartsAreChecked(t *testing.T) {
	read := func(packs fs.FS) string {
		if _, err := readPack(packs, "xx"); err != nil {
			return err.Error()
		}
		return ""
	}
	if got := read(empty(nil)); got != "" {
		t.Errorf("a language of empty lists: %s", got)
	}
	if got := read(empty(map[string]string{"months": ""})); got != `the language xx has no list "months", as en/names.toml has; write months = [] if there are no such words` {
		t.Error(got)
	}
	packs := empty(nil)
	packs["xx/more.toml"] = &fstest.MapFile{Data: []byte(`stopp = ["a"]`)}
	if got := read(packs); got != `xx/more.toml: nothing reads the list "stopp"; did you mean "stop"?` {
		t.Error(got)
	}
	packs["xx/more.toml"] = &fstest.MapFile{Data: []byte(`stop = ["a"]`)}
	if got := read(packs); !strings.Contains(got, "in another file already") {
		t.Error(got)
	}
	packs = empty(nil)
	packs["xx/valences.tsv"] = &fstest.MapFile{Data: []byte("a\t1\n")}
	if got := read(packs); got != `xx/valences.tsv: nothing reads this table; did you mean "valence"?` {
		t.Error(got)
	}
	if got := read(empty(map[string]string{"multipliers": `["dozen"]`})); !strings.Contains(got, `"dozen" is no word and its figure`) {
		t.Error(got)
	}
}

// derived are lists that are made of others when a language is read.
var derived = []string{"state_names"}

// TestListsAreThoseThatAreRead compares the lists of a language with the names
// by which the program asks for them.
func TestListsAreThoseThatAreRead(t *testing.T) {
	known, used := fileOfPart(), map[string]bool{}
	eachCall(t, func(call *ast.CallExpr, place string) {
		list, method := literal(call, 0), name(call)
		if list != "" && !isCallOf(call, "framing") && slices.Contains([]string{"In", "List", "Lexicon"}, method) && known[list] == "" && !slices.Contains(derived, list) {
			t.Errorf("%s asks for a list %q that no language has", place, list)
		}
	})
	eachLiteral(t, func(s, place string) {
		if !strings.HasSuffix(place, "text/parts.go") {
			used[s] = true
		}
	})
	for _, list := range slices.Sorted(maps.Keys(known)) {
		group, _, _ := strings.Cut(list, "_")
		_, sex, _ := strings.Cut(list, "_")
		if !used[list] && !used[group+"_"] && !used["_"+sex] {
			t.Errorf("nothing reads the list %q", list)
		}
	}
}

// isCallOf reports whether a function of a package is called: those of framing
// ask for signals, not for lists.
func isCallOf(call *ast.CallExpr, pkg string) bool {
	selector, is := call.Fun.(*ast.SelectorExpr)
	if !is {
		return false
	}
	of, is := selector.X.(*ast.Ident)
	return is && of.Name == pkg
}

// eachFile calls do with every source file of the program, tests left out.
func eachFile(t *testing.T, do func(file *ast.File, files *token.FileSet, path string)) {
	t.Helper()
	err := filepath.WalkDir("..", func(path string, d fs.DirEntry, err error) error {
		path = filepath.ToSlash(path)
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		files := token.NewFileSet()
		file, err := parser.ParseFile(files, path, nil, 0)
		if err == nil {
			do(file, files, path)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

// eachLiteral calls do with every string of the program.
func eachLiteral(t *testing.T, do func(s, place string)) {
	t.Helper()
	eachFile(t, func(file *ast.File, _ *token.FileSet, path string) {
		ast.Inspect(file, func(n ast.Node) bool {
			if s := unquoted(n); s != "" {
				do(s, path)
			}
			return true
		})
	})
}

// eachCall calls do with every call of the program.
func eachCall(t *testing.T, do func(call *ast.CallExpr, place string)) {
	t.Helper()
	eachFile(t, func(file *ast.File, files *token.FileSet, _ string) {
		ast.Inspect(file, func(n ast.Node) bool {
			if call, ok := n.(*ast.CallExpr); ok {
				do(call, files.Position(call.Pos()).String())
			}
			return true
		})
	})
}

// name returns the name of what is called, without its package or receiver.
func name(call *ast.CallExpr) string {
	switch f := call.Fun.(type) {
	case *ast.SelectorExpr:
		return f.Sel.Name
	case *ast.Ident:
		return f.Name
	}
	return ""
}

// literal returns the string that stands as an argument of a call, or "".
func literal(call *ast.CallExpr, argument int) string {
	if argument >= len(call.Args) {
		return ""
	}
	return unquoted(call.Args[argument])
}

// unquoted returns a string that stands in the source, or "".
func unquoted(n ast.Node) string {
	lit, ok := n.(*ast.BasicLit)
	if !ok || lit.Kind != token.STRING {
		return ""
	}
	s, _ := strconv.Unquote(lit.Value)
	return s
}
