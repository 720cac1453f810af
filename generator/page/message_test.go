package page

import (
	"io/fs"
	"regexp"
	"slices"
	"strings"
	"testing"

	"parallax/generator/message"
	"parallax/templates"
)

// catalogue loads a built-in language.
func catalogue(t testing.TB, tag string) *message.Catalogue {
	t.Helper()
	c, err := message.Load(templates.Files, tag)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// translated are the languages of the interface besides English.
func translated() []string { return []string{"de", "es", "fr"} }

func TestLanguagesSayTheSame(t *testing.T) {
	en := catalogue(t, "en")
	for _, tag := range translated() {
		own := catalogue(t, tag)
		for _, key := range en.Keys() {
			if !slices.Contains(own.Keys(), key) {
				t.Errorf("messages/%s.toml lacks %q", tag, key)
			}
		}
		for _, key := range own.Keys() {
			if !slices.Contains(en.Keys(), key) {
				t.Errorf("messages/en.toml lacks %q, which messages/%s.toml has", key, tag)
			}
		}
	}
}

// placeholder matches what a text leaves open.
var placeholder = regexp.MustCompile(`\{\w+\}`)

func TestLanguagesLeaveTheSameOpen(t *testing.T) {
	en := catalogue(t, "en")
	for _, tag := range translated() {
		own := catalogue(t, tag)
		for _, key := range en.Keys() {
			for _, n := range []int{1, 2} {
				open := func(c *message.Catalogue) []string {
					text := c.Say(message.New(key, "count", "{count}").Of(n))
					found := placeholder.FindAllString(text, -1)
					slices.Sort(found)
					return slices.Compact(found)
				}
				if x, y := open(en), open(own); !slices.Equal(x, y) {
					t.Errorf("%s, count %d: English leaves open %v, messages/%s.toml %v", key, n, x, tag, y)
				}
			}
		}
	}
}

// TestQuotationMarksOfTheLanguage reads every text for the marks of another
// language: German has „ “, French « » with blanks that do not break.
func TestQuotationMarksOfTheLanguage(t *testing.T) {
	foreign := map[string]*regexp.Regexp{
		"en": regexp.MustCompile("[„«»]"), "es": regexp.MustCompile("[„“”]"),
		"de": regexp.MustCompile("[«»”]|“[A-Za-z{]"), "fr": regexp.MustCompile("[„“”]|« |«[^\u00a0]| [»:;?!%]|[^\u00a0]»"),
	}
	for tag, marks := range foreign {
		c := catalogue(t, tag)
		for _, key := range c.Keys() {
			for _, n := range []int{1, 2, 5} {
				if said := c.Say(message.New(key).Of(n)); key != "language.quotes" && marks.MatchString(said) {
					t.Errorf("%s %s: %s", tag, key, said)
				}
			}
		}
	}
}

// forbidden are words that no interface text may hold, by its language, and no
// template those of English: pages say what texts contain, never what their writers
// meant.
var forbidden = map[string]*regexp.Regexp{
	"en": regexp.MustCompile(`(?i)\b(lies|lied|liar|hides|conceals|omits|omitted|propaganda|biased|unbiased|reliable|unreliable|left-wing|right-wing|fake)\b`),
	"es": regexp.MustCompile(`(?i)\b(mient\w*|oculta\w*|omite\w*|sesgad\w*|fiable|propaganda)\b`),
	"de": regexp.MustCompile(`(?i)\b(lüg\w*|verheimlich\w*|verschweig\w*|parteiisch\w*|glaubwürdig\w*|propaganda)\b`),
	"fr": regexp.MustCompile(`(?i)\b(mensonge\w*|mentent|dissimul\w*|partial\w*|tendancieu\w*|fiable|propagande)\b`),
}

func TestNoForbiddenWords(t *testing.T) {
	read := 0
	err := fs.WalkDir(templates.Files, ".", func(file string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(file, ".html") && !strings.HasSuffix(file, ".toml") {
			return err
		}
		data, err := fs.ReadFile(templates.Files, file)
		read++
		words := forbidden["en"]
		if tag, is := strings.CutPrefix(file, "messages/"); is {
			words = forbidden[strings.TrimSuffix(tag, ".toml")]
		}
		for n, line := range strings.Split(string(data), "\n") {
			if word := words.FindString(line); word != "" {
				t.Errorf("templates/%s:%d: the word %q judges", file, n+1, word)
			}
		}
		return err
	})
	if err != nil || read < 20 {
		t.Fatalf("%d files were read: %v", read, err)
	}
}

// textKey matches the keys that templates ask for.
var textKey = regexp.MustCompile(`\{\{[^}]*?\b(?:text|count) "([\w.-]+)"`)

func TestTemplatesAskForTextsThatExist(t *testing.T) {
	en := catalogue(t, "en")
	files, err := fs.Glob(templates.Files, "*.html")
	if err != nil || len(files) == 0 {
		t.Fatal(files, err)
	}
	for _, file := range files {
		data, err := fs.ReadFile(templates.Files, file)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range textKey.FindAllStringSubmatch(string(data), -1) {
			if !slices.Contains(en.Keys(), m[1]) {
				t.Errorf("templates/%s asks for %q, which messages/en.toml lacks", file, m[1])
			}
		}
	}
}
