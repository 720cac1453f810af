// Command mutate asks how much the tests of a package would notice. It turns
// comparisons and constants of the package round, one at a time, and runs the
// package's own tests on each: they should fail.
//
//	go run -C tools ./mutate [-n 40] [-least 30] [FOLDER...]
//
// Folders are those of packages, from the root of the repository; without any
// those that know the language. The places are taken at even distances from
// all that there are, so that the same sources give the same ones. Bounds of
// loops and checks of lengths are left out: turned round they end in a panic,
// which says nothing of the tests. The sources are not touched. It takes some
// minutes and is no part of the checks of each change.
package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"time"
)

// A site is a place in a source file and what is written there instead.
type site struct {
	folder, file string // the file from the root
	line         int
	start, end   int // bytes of the file
	old, new     string
}

func main() {
	n := flag.Int("n", 40, "how many places to turn round")
	least := flag.Int("least", 30, "how many of them the tests must notice")
	flag.Parse()
	folders := flag.Args()
	if len(folders) == 0 {
		folders = []string{"generator/grammar", "generator/entity"}
	}
	caught, err := mutate("..", folders, *n)
	if err == nil && caught < *least {
		err = fmt.Errorf("fewer than %d", *least)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "mutate:", err)
		os.Exit(1)
	}
}

// mutate turns n places of the folders round and returns how many the tests
// noticed.
func mutate(root string, folders []string, n int) (caught int, err error) {
	root, err = filepath.Abs(root)
	if err != nil {
		return 0, err
	}
	var sites []site
	for _, folder := range folders {
		found, err := sitesOf(root, folder)
		if err != nil {
			return 0, err
		}
		sites = append(sites, found...)
		if err := testsPass(root, folder, ""); err != nil {
			return 0, fmt.Errorf("the tests of %s fail as it is: %w", folder, err)
		}
	}
	fmt.Printf("%d places, %d of them turned round\n", len(sites), min(n, len(sites)))
	for i := range min(n, len(sites)) {
		s := sites[(2*i+1)*len(sites)/(2*min(n, len(sites)))]
		noticed, err := s.noticed(root)
		if err != nil {
			return caught, err
		}
		word := "SURVIVED"
		if noticed {
			caught++
			word = "caught"
		}
		fmt.Printf("%-8s %s:%d: %s -> %s\n", word, s.file, s.line, s.old, s.new)
	}
	fmt.Printf("%d of %d caught\n", caught, min(n, len(sites)))
	return caught, nil
}

// sitesOf returns the places of a package in order.
func sitesOf(root, folder string) ([]site, error) {
	files, err := filepath.Glob(filepath.Join(root, folder, "*.go"))
	if err != nil || len(files) == 0 {
		return nil, errors.Join(err, fmt.Errorf("%s has no Go files", folder))
	}
	var list []site
	for _, file := range files {
		if strings.HasSuffix(file, "_test.go") {
			continue
		}
		source, err := os.ReadFile(file)
		if err != nil {
			return nil, err
		}
		positions := token.NewFileSet()
		parsed, err := parser.ParseFile(positions, file, source, parser.SkipObjectResolution)
		if err != nil {
			return nil, err
		}
		name, err := filepath.Rel(root, file)
		if err != nil {
			return nil, err
		}
		add := func(at token.Pos, old, changed string) {
			p := positions.Position(at)
			list = append(list, site{folder, filepath.ToSlash(name), p.Line, p.Offset, p.Offset + len(old), old, changed})
		}
		ast.Inspect(parsed, func(node ast.Node) bool { return visit(node, add) })
	}
	return list, nil
}

// visit adds the places of a node and reports whether to look inside it.
func visit(node ast.Node, add func(at token.Pos, old, changed string)) bool {
	switch x := node.(type) {
	case *ast.ForStmt: // its body, not its bounds
		ast.Inspect(x.Body, func(inner ast.Node) bool { return visit(inner, add) })
		return false
	case *ast.BinaryExpr:
		if round, ok := turned(x.Op); ok && !bounds(x) {
			add(x.OpPos, x.Op.String(), round)
		}
	case *ast.GenDecl:
		if x.Tok == token.CONST {
			for _, spec := range x.Specs {
				constants(spec.(*ast.ValueSpec), add)
			}
		}
	}
	return true
}

// turned returns the operator that says the opposite.
func turned(op token.Token) (string, bool) {
	round, ok := map[token.Token]string{
		token.EQL: "!=", token.NEQ: "==", token.LSS: ">=", token.GEQ: "<", token.GTR: "<=", token.LEQ: ">", token.LAND: "||", token.LOR: "&&",
	}[op]
	return round, ok
}

// bounds reports whether a comparison is one with a length, zero or nil.
func bounds(x *ast.BinaryExpr) bool {
	if x.Op == token.LAND || x.Op == token.LOR {
		return false
	}
	found := false
	for _, side := range []ast.Expr{x.X, x.Y} {
		ast.Inspect(side, func(node ast.Node) bool {
			switch y := node.(type) {
			case *ast.Ident:
				found = found || y.Name == "len" || y.Name == "nil" || y.Name == "err"
			case *ast.BasicLit:
				found = found || y.Value == "0"
			}
			return true
		})
	}
	return found
}

// constants adds the numbers of a declaration, each more than doubled.
func constants(spec *ast.ValueSpec, add func(at token.Pos, old, changed string)) {
	for _, value := range spec.Values {
		lit, ok := value.(*ast.BasicLit)
		if !ok || lit.Kind != token.INT && lit.Kind != token.FLOAT {
			continue
		}
		if number, err := strconv.ParseFloat(lit.Value, 64); err == nil {
			add(lit.Pos(), lit.Value, strconv.FormatFloat(2*number+1, 'g', -1, 64))
		}
	}
}

// noticed reports whether the tests of the package fail with the change.
func (s site) noticed(root string) (bool, error) {
	source, err := os.ReadFile(filepath.Join(root, s.file))
	if err != nil {
		return false, err
	}
	folder, err := os.MkdirTemp("", "mutate")
	if err != nil {
		return false, err
	}
	defer os.RemoveAll(folder)
	changed := filepath.Join(folder, filepath.Base(s.file))
	if err := os.WriteFile(changed, bytes.Join([][]byte{source[:s.start], source[s.end:]}, []byte(s.new)), 0o600); err != nil {
		return false, err
	}
	overlay, err := json.Marshal(map[string]map[string]string{"Replace": {filepath.Join(root, s.file): changed}})
	if err != nil {
		return false, err
	}
	file := filepath.Join(folder, "overlay.json")
	if err := os.WriteFile(file, overlay, 0o600); err != nil {
		return false, err
	}
	if err := run(root, "build", "-overlay", file, "./"+s.folder); err != nil {
		return false, fmt.Errorf("%s:%d: %w", s.file, s.line, err)
	}
	return testsPass(root, s.folder, file) != nil, nil
}

// testsPass runs the tests of one package.
func testsPass(root, folder, overlay string) error {
	args := []string{"test", "-count=1", "-failfast"}
	if overlay != "" {
		args = append(args, "-overlay", overlay)
	}
	return run(root, append(args, "./"+folder)...)
}

// run runs the go command. What takes longer than two minutes has failed: a
// loop has no end.
func run(root string, args ...string) error {
	ctx, cancel := context.WithTimeout(context.Background(), 2*time.Minute)
	defer cancel()
	c := exec.CommandContext(ctx, "go", args...)
	c.Dir = root
	c.WaitDelay = time.Second
	if out, err := c.CombinedOutput(); err != nil {
		return fmt.Errorf("%w\n%s", err, out)
	}
	return nil
}
