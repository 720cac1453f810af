package dataset

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"strconv"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"parallax/generator/corpus"
	"parallax/generator/dataset/frictionless"
	"parallax/generator/file"
	"parallax/generator/framing"
	"parallax/generator/message"
	"parallax/generator/rights"
	"parallax/generator/sample"
	"parallax/generator/site"
	"parallax/templates"
)

// written returns the data files of a site whose events, of these slugs, are all
// the sample's.
func written(t *testing.T, slugs ...string) map[string]string {
	t.Helper()
	texts, err := message.Load(templates.Files, "en")
	if err != nil {
		t.Fatal(err)
	}
	all := sample.Corpus(t)
	s := Site{Config: site.Config{Title: "Alder Papers"}, Messages: texts, English: texts}
	var articles []*corpus.Article
	for i := range all.Articles {
		articles = append(articles, &all.Articles[i])
	}
	compared := sample.Comparison(t, all)
	compared.Review.Decisions = []framing.Decision{{
		ID: "not-told-1", Do: "not-told", Signal: framing.SignalCoverage, About: "s3", Article: 2,
		Machine: "tells", Editor: "absent", By: "Nan Reed", On: corpus.Day(2031, 3, 7),
	}}
	allowance := rights.Allow(compared, articles, rights.ReadHeadlines(all.Articles), site.Quotation{Share: 0.6, Page: 150, Passage: 50})
	tables := Tabulate(allowance.Comparison(), all)
	var files []file.File
	var events []Listed
	for _, slug := range slugs {
		e := sample.Event(all)
		e.Slug = slug
		own, err := s.EventFiles(&e, articles, allowance, tables)
		if err != nil {
			t.Fatal(err)
		}
		files, events = append(files, own...), append(events, List(&e, own, tables))
	}
	return byPath(t, append(files, aboutAll(t, s, events)...))
}

// aboutAll returns the files about all events of a site.
func aboutAll(t *testing.T, s Site, events []Listed) []file.File {
	t.Helper()
	files, err := s.Package(events, true)
	if err != nil {
		t.Fatal(err)
	}
	for _, write := range []func() (file.File, error){Schema, func() (file.File, error) { return s.Index(events, true) }} {
		f, err := write()
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, f)
	}
	return files
}

// byPath returns the contents of files by their paths, no two of which are the
// same.
func byPath(t *testing.T, files []file.File) map[string]string {
	t.Helper()
	contents := map[string]string{}
	for _, f := range files {
		if _, twice := contents[f.Path]; twice {
			t.Errorf("%s is written twice", f.Path)
		}
		contents[f.Path] = string(f.Data)
	}
	return contents
}

// schemaOf compiles data/schema.json, or the definition of that name in it.
func schemaOf(t *testing.T, source, definition string) *jsonschema.Schema {
	t.Helper()
	c := jsonschema.NewCompiler()
	document, err := jsonschema.UnmarshalJSON(strings.NewReader(source))
	if err != nil {
		t.Fatal(err)
	}
	if err := c.AddResource("schema.json", document); err != nil {
		t.Fatal(err)
	}
	compiled, err := c.Compile("schema.json" + definition)
	if err != nil {
		t.Fatal(err)
	}
	return compiled
}

// valid reports what is wrong with a document.
func valid(t *testing.T, s *jsonschema.Schema, source string) error {
	t.Helper()
	document, err := jsonschema.UnmarshalJSON(strings.NewReader(source))
	if err != nil {
		t.Fatal(err)
	}
	return s.Validate(document)
}

func TestDataIsValid(t *testing.T) {
	files := written(t, "alder-queen")
	of := schemaOf(t, files[schemaPath], "")
	data := files["data/alder-queen.json"]
	if err := valid(t, of, data); err != nil {
		t.Error(err)
	}
	if err := valid(t, schemaOf(t, files[schemaPath], "#/$defs/DataIndex"), files[indexPath]); err != nil {
		t.Error(err)
	}
	for name, broken := range map[string]string{
		"unknown key": strings.Replace(data, `"site":`, `"sight":"x","site":`, 1),
		"missing key": strings.Replace(data, `"licence":`, `"license":`, 1),
		"wrong type":  strings.Replace(data, `"score":`, `"score":"x","was":`, 1),
	} {
		if valid(t, of, broken) == nil {
			t.Errorf("%s: taken for valid", name)
		}
	}
}

func TestDataShowsWhatMayBeShown(t *testing.T) {
	files := written(t, "alder-queen")
	var d EventData
	if err := json.Unmarshal([]byte(files["data/alder-queen.json"]), &d); err != nil {
		t.Fatal(err)
	}
	if len(d.Texts) != 4 {
		t.Fatalf("%d texts", len(d.Texts))
	}
	for i, text := range d.Texts {
		if got, want := text.Whole, d.Comparison.Articles[i].Outlet != "courier"; got != want {
			t.Errorf("%s: whole %t, want %t", text.OutletName, got, want)
		}
		for _, p := range text.Passages {
			if text.Whole && p.Text == "" {
				t.Errorf("%s: passage %s of an open article is left out", text.OutletName, p.ID)
			}
		}
	}
	if len(d.Sentences) != len(d.Comparison.Findings) || len(d.Sentences) == 0 {
		t.Errorf("%d sentences for %d findings", len(d.Sentences), len(d.Comparison.Findings))
	}
	for _, s := range d.Sentences {
		if strings.ContainsAny(s.Text, "{}") {
			t.Errorf("%s: %q", s.Finding, s.Text)
		}
	}
}

// TestTables demands that every table of the sample is there, parses, and has
// as many cells in every row as columns.
func TestTables(t *testing.T) {
	files := written(t, "alder-queen")
	for _, name := range []string{"headlines", "statements", "wording", "naming", "speakers", "decisions"} {
		rows, err := csv.NewReader(strings.NewReader(files["data/alder-queen/"+name+".csv"])).ReadAll()
		if err != nil || len(rows) < 2 {
			t.Errorf("%s: %d rows, %v", name, len(rows), err)
		}
	}
}

func TestNoCellIsAFormula(t *testing.T) {
	c := &framing.Comparison{Articles: []framing.Article{{Letter: "A", Title: `=HYPERLINK("http://evil.example","x")`}}}
	rows, err := csv.NewReader(bytes.NewReader(headlineTable(c, map[string]string{"A": "@cmd"}).bytes())).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if got := rows[1][1] + rows[1][5]; got != `'@cmd'=HYPERLINK("http://evil.example","x")` {
		t.Errorf("got %s", got)
	}
}

// TestDataPackage demands that the description names every data file, each once, and
// describes each column of each table but of the grids, which differ, in one schema for
// all events.
func TestDataPackage(t *testing.T) {
	files := written(t, "alder-queen", "alder-queen-2")
	var p frictionless.Package
	if err := json.Unmarshal([]byte(files[Folder+packagePath]), &p); err != nil {
		t.Fatal(err)
	}
	described, names := map[string]bool{"schema.json": true, packagePath: true}, map[string]bool{}
	for _, r := range p.Resources {
		if described[r.Path] || names[r.Name] {
			t.Errorf("%s, %s is there twice", r.Name, r.Path)
		}
		described[r.Path], names[r.Name] = true, true
		if r.Format != "csv" || strings.HasSuffix(r.Path, "/statements.csv") {
			continue
		}
		described[r.Schema] = true
		rows, err := csv.NewReader(strings.NewReader(files[Folder+r.Path])).ReadAll()
		if err != nil {
			t.Fatalf("%s: %v", r.Path, err)
		}
		checkFields(t, r.Path, files[Folder+r.Schema], rows)
	}
	for path := range files {
		if name, inside := strings.CutPrefix(path, Folder); inside && !described[name] {
			t.Errorf("%s is not described", path)
		}
	}
	if !described["tables.zip"] || !described["parallax.sqlite"] || !described["parallax.lock"] || len(p.Resources) != 18 {
		t.Errorf("%d resources: %v", len(p.Resources), described)
	}
}

// checkFields holds what is said of the columns of a table against its rows.
func checkFields(t *testing.T, path, schema string, rows [][]string) {
	t.Helper()
	var s frictionless.Schema
	if err := json.Unmarshal([]byte(schema), &s); err != nil || len(rows) < 2 || len(s.Fields) != len(rows[0]) {
		t.Fatalf("%s: %d fields, %v", path, len(s.Fields), err)
	}
	for i, f := range s.Fields {
		if f.Means == "" || strings.HasPrefix(f.Means, "column.") {
			t.Errorf("%s does not say what %s means", path, f.Name)
		}
		for _, row := range rows[1:] {
			if err := fits(row[i], f.Type); rows[0][i] != f.Name || err != nil {
				t.Errorf("%s: %s is said to be %s: %v", path, f.Name, f.Type, err)
			}
		}
	}
}

// TestNoPackage describes a site without events, which has the list of them.
func TestNoPackage(t *testing.T) {
	texts, err := message.Load(templates.Files, "en")
	if err != nil {
		t.Fatal(err)
	}
	files, err := Site{Messages: texts}.Package(nil, false)
	if err != nil || len(files) != 1 || !strings.Contains(string(files[0].Data), `"path":"index.json"`) {
		t.Errorf("%v, %v", files, err)
	}
}

// fits says why a cell is not of the type, or nil.
func fits(cell, kind string) error {
	var err error
	switch {
	case cell == "":
	case kind == "integer":
		_, err = strconv.Atoi(cell)
	case kind == "number":
		_, err = strconv.ParseFloat(cell, 64)
	}
	return err
}
