package scaffold_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/BurntSushi/toml"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"parallax"
	"parallax/generator/corpus"
	"parallax/generator/event"
	"parallax/generator/framing"
	"parallax/generator/scaffold"
	"parallax/generator/site"
	"parallax/generator/text"
)

var kinds = []string{"outlet", "article", "event", "lesson", "page", "term"}

// newSite returns a new site as a file system.
func newSite(t *testing.T, o scaffold.Options) fstest.MapFS {
	t.Helper()
	files, err := scaffold.Site(parallax.Demonstration, o)
	if err != nil {
		t.Fatal(err)
	}
	fsys := fstest.MapFS{}
	for _, f := range files {
		fsys[f.Path] = &fstest.MapFile{Data: f.Data}
	}
	return fsys
}

// load reads a site and demands that it has no mistake.
func load(t *testing.T, fsys fs.FS, drafts bool) (site.Config, *corpus.Corpus) {
	t.Helper()
	config, l := site.Load(fsys, framing.Names())
	c, more := corpus.Load(fsys, config, text.Builtin(), time.Date(2027, 1, 1, 0, 0, 0, 0, time.UTC), drafts)
	l.Merge(more)
	for _, d := range l.Sorted() {
		t.Error(d)
	}
	return config, c
}

func TestEveryKeyIsExplained(t *testing.T) {
	for _, kind := range kinds {
		keys := corpus.Keys(kind)
		if len(keys) == 0 {
			t.Errorf("%s has no keys", kind)
		}
		for _, k := range keys {
			if !strings.HasSuffix(k.About, ".") || k.Example == "" {
				t.Errorf("corpus/keys.go does not describe the key %q of %s", k.Name, kind)
			}
		}
	}
}

func TestNewSite(t *testing.T) {
	config, c := load(t, newSite(t, scaffold.Options{Name: "My \"site\""}), false)
	if config.Title != `My "site"` || config.BaseURL != "https://example.org/my-site/" || len(config.Outlets) != 0 {
		t.Errorf("got settings %+v", config)
	}
	if len(c.Outlets) != 2 || len(c.Articles) != 3 {
		t.Errorf("got %d outlets and %d articles", len(c.Outlets), len(c.Articles))
	}
	g, l := event.Group(c.Articles, event.Settings{Languages: text.Builtin(), Notes: nil})
	if len(g.Events) != 1 || len(g.Events[0].Members) != 3 || l.Failed() {
		t.Errorf("the example articles are not one event: %v", g.Events)
	}
}

func TestDemonstration(t *testing.T) {
	fsys := newSite(t, scaffold.Options{Name: "demo", Demo: true, Program: "someone/parallax"})
	_, c := load(t, fsys, false)
	if len(c.Articles) < 20 || c.Outlet("example-herald") != nil {
		t.Errorf("got %d articles and %d outlets", len(c.Articles), len(c.Outlets))
	}
	workflow := string(fsys[".github/workflows/pages.yml"].Data)
	if !strings.Contains(workflow, `repository: "someone/parallax"`) || strings.Contains(workflow, "PARALLAX_REPOSITORY") {
		t.Errorf("got\n%s", workflow)
	}
}

// TestNewContent demands that each kind of file can be read as it is, once its
// empty values are filled in.
func TestNewContent(t *testing.T) {
	fsys := newSite(t, scaffold.Options{Name: "site"})
	for _, test := range []struct{ kind, name, path string }{
		{"outlet", "The Gazette", "content/outlets/the-gazette.md"},
		{"article", "bath/Gazette closes", "content/articles/bath/gazette-closes.md"},
		{"event", "mill-lake-opened-2025-10", "content/events/mill-lake-opened-2025-10.md"},
		{"page", "about-us.md", "content/pages/about-us.md"},
		{"term", "agent", "content/glossary/agent.md"},
		{"lesson", "mill-lake-closed-2025-09", "content/lessons/mill-lake-closed-2025-09.md"},
	} {
		f, err := scaffold.Content(test.kind, test.name, []string{"example-herald"})
		if err != nil || f.Path != test.path {
			t.Errorf("%s %q: got %q, %v", test.kind, test.name, f.Path, err)
		}
		for _, k := range corpus.Keys(test.kind) {
			if !bytes.Contains(f.Data, []byte("# "+k.About)) {
				t.Errorf("%s does not explain %s", f.Path, k.Name)
			}
		}
		fsys[f.Path] = &fstest.MapFile{Data: bytes.ReplaceAll(f.Data, []byte(` = ""`), []byte(` = "x"`))}
	}
	_, c := load(t, fsys, true)
	if a := c.Articles[0]; a.Title != "Gazette closes" || !a.Draft || a.Outlet != "example-herald" {
		t.Errorf("got %+v", a)
	}
	if c.Outlets[2].Name != "The Gazette" || c.Glossary[0].Title != "Agent" {
		t.Errorf("got %+v, %+v", c.Outlets[2], c.Glossary[0])
	}
}

func TestBadNames(t *testing.T) {
	for _, test := range []struct{ kind, name string }{{"outlet", "a/b"}, {"article", "a/../b"}, {"article", ""}, {"page", "..."}, {"page", "con"}, {"article", "/etc"}} {
		if f, err := scaffold.Content(test.kind, test.name, nil); err == nil {
			t.Errorf("%s %q: got %q", test.kind, test.name, f.Path)
		}
	}
}

// TestSchemas holds the demonstration site against the schemas, and its keys
// misspelt, which they must refuse.
func TestSchemas(t *testing.T) {
	fsys := newSite(t, scaffold.Options{Name: "demo", Demo: true})
	config := compile(t, fsys, "config")
	if err := config.Validate(tomlValue(t, string(fsys["config.toml"].Data))); err != nil {
		t.Error(err)
	}
	if config.Validate(tomlValue(t, "title = 'T'\nbase_url = 'https://e.org/'\n[pages]\npair = 3")) == nil {
		t.Error("an unknown key of config.toml is not refused")
	}
	for _, kind := range kinds {
		s := compile(t, fsys, kind)
		held := 0
		for path, f := range fsys {
			if !strings.HasPrefix(path, corpus.Folders()[kind]+"/") || !bytes.HasPrefix(f.Data, []byte("+++\n")) {
				continue
			}
			front, _, _ := strings.Cut(string(f.Data[4:]), "\n+++")
			held++
			if err := s.Validate(tomlValue(t, front)); err != nil {
				t.Errorf("%s: %v", path, err)
			}
			if s.Validate(tomlValue(t, "titel = 'x'\n"+front)) == nil {
				t.Errorf("%s: an unknown key is not refused", path)
			}
		}
		if held == 0 {
			t.Errorf("no %s is held against its schema", kind)
		}
	}
}

// TestSchemaSaysWhatKeysMean demands a description of every key.
func TestSchemaSaysWhatKeysMean(t *testing.T) {
	var s struct {
		Properties map[string]struct {
			Description, Type string
			Properties        map[string]struct{ Description string }
		}
	}
	if err := json.Unmarshal(newSite(t, scaffold.Options{Name: "s"})["schemas/config.schema.json"].Data, &s); err != nil {
		t.Fatal(err)
	}
	for name, p := range s.Properties {
		if p.Description == "" && p.Type != "object" {
			t.Errorf("%s is not described", name)
		}
		for inner, q := range p.Properties {
			if q.Description == "" {
				t.Errorf("%s.%s is not described", name, inner)
			}
		}
	}
	if got := s.Properties["pages"].Properties["pairs"].Description; !strings.HasPrefix(got, "pages that set") {
		t.Errorf("got %q", got)
	}
}

// compile returns a schema of a new site.
func compile(t *testing.T, fsys fstest.MapFS, name string) *jsonschema.Schema {
	t.Helper()
	path := "schemas/" + name + ".schema.json"
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(fsys[path].Data))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource(path, doc); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile(path)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// tomlValue returns a TOML text as JSON would be read, dates as text.
func tomlValue(t *testing.T, source string) any {
	t.Helper()
	var v map[string]any
	if _, err := toml.Decode(source, &v); err != nil {
		t.Fatal(err)
	}
	return plain(v)
}

func plain(v any) any {
	switch v := v.(type) {
	case map[string]any:
		for k := range v {
			v[k] = plain(v[k])
		}
	case []map[string]any:
		all := make([]any, len(v))
		for i := range v {
			all[i] = plain(v[i])
		}
		return all
	case []any:
		for i := range v {
			v[i] = plain(v[i])
		}
		return slices.Clip(v)
	case time.Time:
		if strings.HasSuffix(v.Location().String(), "-local") {
			return v.Format(time.DateOnly)
		}
		return v.Format(time.RFC3339)
	}
	return v
}

var update = flag.Bool("update", false, "write docs/template anew")

// TestTemplateRepository demands that docs/template, which is there to be copied on
// GitHub, is what the program makes.
func TestTemplateRepository(t *testing.T) {
	const folder = "../../docs/template"
	files := newSite(t, scaffold.Options{Name: "side-by-side"})
	if *update {
		if err := os.RemoveAll(folder); err != nil {
			t.Fatal(err)
		}
		if err := os.CopyFS(folder, files); err != nil {
			t.Fatal(err)
		}
	}
	there := 0
	err := fs.WalkDir(os.DirFS(folder), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		there++
		data, err := os.ReadFile(filepath.Join(folder, name))
		if want := files[name]; want == nil || !bytes.Equal(data, want.Data) {
			t.Errorf("docs/template/%s is not what the program makes; run this test with -update", name)
		}
		return err
	})
	if err != nil || there != len(files) {
		t.Errorf("%d files, want %d: %v", there, len(files), err)
	}
}
