package frictionless_test

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"parallax/generator/dataset/frictionless"
	"parallax/generator/file"
)

// judged says what a profile of the standard finds wrong with a file. The profiles are
// those of datapackage.org, which are in the public domain.
func judged(t *testing.T, profile string, f file.File) error {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", profile))
	if err != nil {
		t.Fatal(err)
	}
	schema, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	c.UseRegexpEngine(func(pattern string) (jsonschema.Regexp, error) {
		if strings.Contains(pattern, "(?=") {
			return safePath(pattern), nil
		}
		return regexp.Compile(pattern)
	})
	if err := c.AddResource("https://datapackage.org/"+profile, schema); err != nil {
		t.Fatal(err)
	}
	compiled, err := c.Compile("https://datapackage.org/" + profile)
	if err != nil {
		t.Fatal(err)
	}
	value, err := jsonschema.UnmarshalJSON(bytes.NewReader(f.Data))
	if err != nil {
		t.Fatal(err)
	}
	return compiled.Validate(value)
}

// A safePath is the profile's pattern of paths, which looks ahead as Go's expressions
// do not, in code: no way out of the folder, or an address.
type safePath string

func (p safePath) MatchString(s string) bool {
	if strings.HasPrefix(s, "http://") || strings.HasPrefix(s, "https://") {
		return true
	}
	return s != "" && !strings.ContainsAny(s[:1], "./~") && !strings.HasPrefix(s, "file:") && !strings.Contains(s, "/../") && !strings.Contains(s, `\\`) && !strings.Contains(s, "://")
}

func (p safePath) String() string { return string(p) }

// TestProfiles holds what is written against the profiles of Data Package 2.0.
func TestProfiles(t *testing.T) {
	table := frictionless.Table("speakers", "data/speakers.csv", "schemas/speakers.json")
	grid := frictionless.Table("grid", "grid.csv", "")
	p := frictionless.Package{Name: "alder", Title: "Älder & <co>", Homepage: "https://a.example/", Version: "2031.03.05", Licences: []frictionless.Licence{{Name: "CC-BY-4.0"}},
		Resources: []frictionless.Resource{table, grid, frictionless.JSON("e", "e.json"), frictionless.Other("db", "x.sqlite", "sqlite", "application/vnd.sqlite3")}}
	f, err := p.File("datapackage.json")
	if err == nil {
		err = judged(t, "datapackage.json", f)
	}
	if err != nil || !strings.Contains(string(f.Data), "Älder & <co>") {
		t.Errorf("%v\n%s", err, f.Data)
	}
	s := frictionless.Schema{
		Fields:  []frictionless.Field{frictionless.Column("a", "string", "An id."), frictionless.Column("b", "string", "", "yes", "no"), frictionless.Column("c", "number", "")},
		Key:     []string{"a"},
		Foreign: []frictionless.ForeignKey{{Fields: []string{"b"}, Reference: frictionless.Reference{Resource: "other", Fields: []string{"b"}}}},
	}
	f, err = s.File("schemas/speakers.json")
	if err == nil {
		err = judged(t, "tableschema.json", f)
	}
	if err != nil {
		t.Errorf("%v\n%s", err, f.Data)
	}
	bad, err := frictionless.Package{Name: "alder"}.File("datapackage.json")
	if err != nil || judged(t, "datapackage.json", bad) == nil {
		t.Errorf("a package without files is good: %v", err)
	}
	out, err := frictionless.Package{Name: "alder", Resources: []frictionless.Resource{frictionless.Table("x", "../x.csv", "")}}.File("datapackage.json")
	if err != nil || judged(t, "datapackage.json", out) == nil {
		t.Errorf("a path out of the folder is good: %v", err)
	}
	s.Fields[0].Type = "text"
	if bad, err = s.File("x"); err != nil || judged(t, "tableschema.json", bad) == nil {
		t.Errorf("a type that the standard does not know is good: %v", err)
	}
}
