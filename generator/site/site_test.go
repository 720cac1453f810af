package site

import (
	"maps"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"testing/fstest"

	"parallax/generator/evaluate/dataset"
)

// signals are the names of two signals.
var signals = []string{"naming", "tone"}

// load reads a config.toml and returns the diagnostics as lines.
func load(source string) (Config, string) {
	c, l := Load(fstest.MapFS{File: {Data: []byte(source)}}, signals)
	var said []string
	for _, d := range l.Sorted() {
		said = append(said, d.String())
	}
	return c, strings.Join(said, "\n")
}

func TestDefaults(t *testing.T) {
	c, said := load("title = 'T'\nbase_url = 'https://example.org/t'\n")
	if said != "" {
		t.Error(said)
	}
	want := defaults()
	want.Signals = map[string]bool{"naming": true, "tone": true}
	want.Title, want.BaseURL, want.document = "T", "https://example.org/t/", c.document
	if !reflect.DeepEqual(c, want) {
		t.Errorf("got %+v, want %+v", c, want)
	}
}

func TestMistakes(t *testing.T) {
	for _, test := range []struct{ source, want string }{
		{"", `config.toml:1: the site has no title; write title = "..."`},
		{`titel = "x"
title = "T"
base_url = "javascript:alert(1)"
language = "english please"
time_zone = "Mars"
outlets = ["a", "b", "a"]
repository = "github.com/x"

[signals]
tone = "off"

[quotation]
share = 10
page = -1
passage = nan

[pages]
pair = 3
`, `config.toml:1:1: unknown key "titel"; did you mean "title"?
config.toml:3:12: base_url "javascript:alert(1)" is no http or https address; write base_url = "https://example.org/name/", where the site will be found
config.toml:4:12: language "english please" is none; write a language tag such as "en" or "pt-BR"
config.toml:5:13: there is no time zone "Mars"; write a name such as "UTC" or "Europe/Paris"
config.toml:6:22: outlet "a" is named twice; name each outlet once
config.toml:7:14: repository "github.com/x" is no http or https address; write repository = "https://..."
config.toml:10:8: signals.tone: want true or false, got text; write tone = true
config.toml:13:9: quotation.share is 10; write a share from 0 to 1, such as 0.10 for a tenth
config.toml:14:8: quotation.page is -1; write 0 or more
config.toml:15:11: quotation.passage: want a whole number, got a number; write passage = 10
config.toml:18:1: unknown key "pages.pair"; did you mean "pairs"?`},
		{"title = 'T'\nbase_url = 'https://e.org/?a=1'\n[quotation]\nshare = nan\n",
			`config.toml:2:12: base_url "https://e.org/?a=1" has more than host and path; write base_url = "https://example.org/name/", where the site will be found
config.toml:4:9: quotation.share is NaN; write a share from 0 to 1, such as 0.10 for a tenth`},
		{"title = 'T'\nbase_url = ''\n[grouping]\ncaution = 0\n",
			`config.toml:4:11: grouping.caution is 0; write a number above 0, such as 2.0 to join less, or 0.5 to join more`},
		{"title = 'T'\nbase_url = ''\n[grouping]\ncaution = nan\n",
			`config.toml:4:11: grouping.caution is NaN; write a number above 0, such as 2.0 to join less, or 0.5 to join more`},
	} {
		if _, got := load(test.source); got != test.want {
			t.Errorf("%s\ngot\n%s\nwant\n%s", test.source, got, test.want)
		}
	}
}

// TestSignals switches one signal off and names one that there is not.
func TestSignals(t *testing.T) {
	c, said := load("title = 'T'\n[signals]\ntone = false\nnamign = true\n")
	if want := `config.toml:4:10: unknown key "signals.namign"; did you mean "naming"?`; said != want {
		t.Errorf("got  %s\nwant %s", said, want)
	}
	if want := map[string]bool{"naming": true, "tone": false}; !maps.Equal(c.Signals, want) {
		t.Errorf("got %v, want %v", c.Signals, want)
	}
}

func TestNoConfig(t *testing.T) {
	_, l := Load(fstest.MapFS{}, signals)
	if got := l.Sorted(); len(got) != 1 || got[0].Mend == "" || got[0].File != File {
		t.Errorf("got %v", got)
	}
}

// TestInvalidSuite gives the invalid files of toml-test as settings.
func TestInvalidSuite(t *testing.T) {
	folder := dataset.Path(t, "suites/toml-test/tests")
	index, err := os.ReadFile(filepath.Join(folder, "files-toml-1.0.0"))
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range strings.Fields(string(index)) {
		if !strings.HasPrefix(name, "invalid/") || !strings.HasSuffix(name, ".toml") {
			continue
		}
		source, err := os.ReadFile(filepath.Join(folder, name))
		if err != nil {
			t.Fatal(err)
		}
		_, l := Load(fstest.MapFS{File: {Data: source}}, signals)
		if !l.Failed() {
			t.Errorf("%s: no error", name)
		}
		for _, d := range l.Sorted() {
			if d.Line < 1 {
				t.Errorf("%s: no line: %s", name, d)
			}
		}
	}
}

// TestLink takes no address that readers may not be sent to.
func TestLink(t *testing.T) {
	for address, want := range map[string]bool{
		"https://news.example/1?a=b": true, "http://[::1]:8080/": true, "https://münchen.example/": true,
		"https://reader:word@news.example/": false, "https://reader@news.example/": false, "https://new\u202es.example/": false, "https://new\u200bs.example/": false,
		"ftp://news.example/": false, "news.example": false, "": false, "https://news.example/a b": false, "javascript:alert(1)": false,
	} {
		if got := IsWeb(address) && Link(address) != ""; got != want {
			t.Errorf("%q: %v", address, got)
		}
	}
}
