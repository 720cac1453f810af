package framing

import (
	"slices"
	"strings"
	"testing"

	"parallax/generator/cases/article"
	"parallax/generator/corpus"
	"parallax/generator/event"
	"parallax/generator/text"
)

// builtin is read once, for the lists of a language take a while to read.
var builtin = text.Builtin()

// newArticle makes an article of a title and a body of paragraphs, as
// corpus.Load would.
func newArticle(id, outlet, date, title, body string) *corpus.Article {
	a := article.Of(builtin.For("en"), id, title, body)
	a.Outlet = outlet
	a.Date, _ = corpus.ParseDate(date)
	return a
}

// compareTexts compares articles of outlets "a", "b", ... given as a title, a
// blank line and a body each, one published a day.
func compareTexts(s Settings, texts ...string) *Comparison {
	s.Languages = builtin
	return Compare(&event.Event{Slug: "test", Language: "en"}, articlesOfTexts(texts), s)
}

// articlesOfTexts returns the articles of compareTexts.
func articlesOfTexts(texts []string) []*corpus.Article {
	var articles []*corpus.Article
	for i, t := range texts {
		title, body, _ := strings.Cut(t, "\n\n")
		name := string(rune('a' + i))
		articles = append(articles, newArticle(name, name, "2024-06-1"+string(rune('0'+i)), title, body))
	}
	return articles
}

func TestLetters(t *testing.T) {
	var articles []*corpus.Article
	for _, outlet := range []string{"x", "y", "x", "z"} {
		articles = append(articles, &corpus.Article{Outlet: outlet})
	}
	if got := strings.Join(letters(articles), " "); got != "A1 B A2 C" {
		t.Errorf("letters: %s", got)
	}
	if got := column(25) + column(26) + column(701) + column(702); got != "ZAAZZAAA" {
		t.Errorf("columns: %s", got)
	}
}

func TestSilences(t *testing.T) {
	a := newArticle("a", "a", "2024-06-10", "A title", "The mayor said it rained.")
	tests := []struct {
		name     string
		settings Settings
		language string
		articles []*corpus.Article
		want     string
	}{
		{"off", Settings{Off: map[Signal]bool{SignalVoices: true}}, "en", []*corpus.Article{a, a}, "silence.off"},
		{"language", Settings{}, "xx", []*corpus.Article{a, a}, "silence.language"},
		{"alone", Settings{}, "en", []*corpus.Article{a}, "silence.alone"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			test.settings.Languages = builtin
			c := Compare(&event.Event{Language: test.language}, test.articles, test.settings)
			for _, s := range c.Silences {
				if s.Signal == SignalVoices && s.Why.Key == test.want {
					return
				}
			}
			t.Errorf("got %+v, want %s", c.Silences, test.want)
		})
	}
}

func TestReadVoices(t *testing.T) {
	const body = "The mayor said the “old” bridge fell. Nobody was hurt.\n\n“We are sad,” she said."
	tests := []struct {
		name       string
		paraphrase bool
		want       string
	}{
		{"report", false, "title/0 the/0 mayor/0 said/0 the/1 old/2 bridge/1 fell/1 nobody/0 was/0 hurt/0 we/2 are/2 sad/2 she/0 said/0"},
		{"paraphrase", true, "title/0 the/3 mayor/3 said/3 the/3 old/2 bridge/3 fell/3 nobody/3 was/3 hurt/3 we/2 are/2 sad/2 she/3 said/3"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			a := newArticle("a", "a", "", "Title", body)
			a.Paraphrase = test.paraphrase
			r := read(0, a, builtin.For("en"))
			var got []string
			for i, w := range r.Words() {
				got = append(got, w.Lower+"/"+string(rune('0'+r.Voices()[i])))
			}
			if strings.Join(got, " ") != test.want {
				t.Errorf("got  %s\nwant %s", strings.Join(got, " "), test.want)
			}
		})
	}
}

// compareParaphrase compares a paraphrase with itself under another name.
func compareParaphrase(t *testing.T, body string) *Comparison {
	t.Helper()
	a := newArticle("a", "a", "2024-06-10", "A title", body)
	a.Paraphrase = true
	return Compare(&event.Event{Language: "en"}, []*corpus.Article{a}, Settings{Languages: builtin})
}

func hasSilence(c *Comparison, key string) bool {
	return slices.ContainsFunc(c.Silences, func(s Silence) bool { return s.Why.Key == key })
}
