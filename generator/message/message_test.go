package message

import (
	"errors"
	"io/fs"
	"testing"
	"testing/fstest"
)

func TestSay(t *testing.T) {
	fsys := fstest.MapFS{
		"messages/en.toml": {Data: []byte("[language]\ncomma = \", \"\nand = \" and \"\nothers = {one=\"{first} and {count} other\", other=\"{first} and {count} others\"}\n[home]\nnames = \"“{word}” in {outlets}.\"\narticles = {one=\"{count} article\", other=\"{count} articles\"}\nall = {one=\"it\", two=\"both\", other=\"all {count}\"}\nonly = \"Only {who} say “{word}”.\"\n")},
		"messages/ar.toml": {Data: []byte("[language]\ndir = \"rtl\"\ncomma = \"، \"\nand = \" و\"\n[home]\narticles = {zero=\"صفر\", two=\"مقالتان\", few=\"{count} مقالات\", other=\"{count} مقالة\"}\n")},
	}
	en, err := Load(fsys, "en")
	if err != nil {
		t.Fatal(err)
	}
	ar, err := Load(fsys, "ar")
	if err != nil {
		t.Fatal(err)
	}
	for _, tag := range []string{"ar-EG", "ar-Arab-EG"} {
		if c, err := Load(fsys, tag); err != nil || c.Tag != tag || c.Dir != "rtl" {
			t.Errorf("%s: %+v, %v", tag, c, err)
		}
	}
	if _, err := Load(fsys, "cy-GB"); !errors.Is(err, fs.ErrNotExist) {
		t.Error(err)
	}
	only := New("home.only", "word", "a {word}").With("who", "A", "B", "C")
	for _, c := range []struct {
		catalogue *Catalogue
		message   Message
		want      string
	}{
		{en, New("home.articles").Of(1), "1 article"},
		{en, New("home.articles").Of(0), "0 articles"},
		{en, New("home.all").Of(2), "both"},
		{en, New("home.all").Of(12), "all 12"},
		{en, only, "Only A, B and C say “a {word}”."},
		{en, New("home.names", "word", "dockers").With("outlets", "A", "B"), "“dockers” in A and B."},
		{en, New("home.names", "word", "dockers").With("outlets", "A", "B", "C"), "“dockers” in A and 2 others."},
		{en, New("no.such"), "no.such"},
		{ar, New("home.articles").Of(2), "مقالتان"},
		{ar, New("home.articles").Of(4), "4 مقالات"},
		{ar, New("home.only").With("who", "A", "B"), "Only A and B say “{word}”."},
	} {
		if got := c.catalogue.Say(c.message); got != c.want {
			t.Errorf("%s: %+v = %q, want %q", c.catalogue.Tag, c.message, got, c.want)
		}
	}
	if ar.Dir != "rtl" || en.Dir != "ltr" {
		t.Errorf("directions %s, %s", ar.Dir, en.Dir)
	}
}

// TestIsolated keeps a name that is written the other way from turning what
// stands beside it.
func TestIsolated(t *testing.T) {
	english, arabic := &Catalogue{Dir: "ltr"}, &Catalogue{Dir: "rtl"}
	for _, test := range []struct {
		c          *Catalogue
		name, want string
	}{
		{english, "The Courier", "The Courier"}, {english, "عيتون 7", "\u2068عيتون 7\u2069"}, {english, "7", "7"},
		{arabic, "عيتون", "عيتون"}, {arabic, "The Courier", "\u2068The Courier\u2069"}, {arabic, "7", "7"},
	} {
		if got := test.c.List([]string{test.name}); got != test.want {
			t.Errorf("%s in %s: %q", test.name, test.c.Dir, got)
		}
	}
}

// Marks inside marks are those that the language has there, whatever the article
// has; what no mark stands around keeps its own.
func TestMarksInsideMarks(t *testing.T) {
	fsys := fstest.MapFS{
		"messages/en.toml": {Data: []byte("[language]\nquotes = \"“ ” ‘ ’\"\n[a]\ntold = \"They tell “{s}”.\"\nbare = \"It is {s}.\"\n")},
		"messages/de.toml": {Data: []byte("[language]\nquotes = \"„ “ ‚ ‘\"\n[a]\ntold = \"Es heißt „{s}“.\"\n")},
		"messages/fr.toml": {Data: []byte("[language]\nquotes = \"« » “ ”\"\n[a]\ntold = \"On lit «\u00a0{s}\u00a0».\"\n")},
	}
	for _, test := range []struct{ tag, key, words, want string }{
		{"en", "told", `mayor said "no" twice`, "They tell “mayor said ‘no’ twice”."},
		{"en", "told", "“Never,” she said", "They tell “‘Never,’ she said”."},
		{"en", "told", "the ‘big’ one's", "They tell “the ‘big’ one's”."},
		{"en", "told", "nothing («rien»)", "They tell “nothing (‘rien’)”."},
		{"en", "bare", "a “no”", "It is a “no”."},
		{"de", "told", "sagte „nein“ dazu", "Es heißt „sagte ‚nein‘ dazu“."},
		{"fr", "told", "il dit « non » deux fois", "On lit «\u00a0il dit “non” deux fois\u00a0»."},
	} {
		c, err := Load(fsys, test.tag)
		if err != nil {
			t.Fatal(err)
		}
		if got := c.Say(New("a."+test.key, "s", test.words)); got != test.want {
			t.Errorf("%s: got %s, want %s", test.tag, got, test.want)
		}
	}
}
