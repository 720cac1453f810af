package page

import (
	"strings"
	"testing"

	"parallax/generator/corpus"
)

// earlierOf returns a version of an article that had a word more in its first
// sentence.
func earlierOf(a *corpus.Article, licence corpus.Licence) corpus.Version {
	body := a.Passages[1].Start
	text := a.Text[:body] + "Allegedly " + a.Text[body:]
	v := corpus.Version{Title: a.Title, Text: text, Licence: licence, Date: a.Date}
	for i, p := range a.Passages {
		if i > 1 {
			p.Start += len("Allegedly ")
		}
		if i > 0 {
			p.End += len("Allegedly ")
		}
		v.Passages = append(v.Passages, p)
	}
	return v
}

// TestChanges shows what was changed where both versions may be shown, and
// counts it elsewhere.
func TestChanges(t *testing.T) {
	for _, test := range []struct {
		now, before corpus.Licence
		shown       bool
	}{{"CC0-1.0", "CC0-1.0", true}, {"CC0-1.0", "", false}, {"", "CC0-1.0", false}} {
		s := sampleSite(t)
		a := &s.Corpus.Articles[0]
		a.Licence = test.now
		a.Earlier = []corpus.Version{earlierOf(a, test.before)}
		pages := 0
		for name, data := range render(t, s) {
			if !strings.Contains(data, "What the outlet changed") {
				continue
			}
			pages++
			if shown := strings.Contains(data, "</span>Allegedly</del>"); shown != test.shown || !strings.Contains(data, "1 sentence is not as it was (words taken out: 1, put in: 0).") {
				t.Errorf("%s with licences %q and %q: shown is %v", name, test.now, test.before, shown)
			}
			if counted := strings.Contains(data, "count what changed, but not show it"); counted == test.shown {
				t.Errorf("%s: counted is %v", name, counted)
			}
		}
		if pages != 1 {
			t.Errorf("%d pages tell what changed", pages)
		}
	}
}

// TestStored says that only an excerpt was compared.
func TestStored(t *testing.T) {
	s := sampleSite(t)
	s.Corpus.Articles[0].Excerpt, s.Corpus.Articles[0].Original = true, 812
	for _, data := range render(t, s) {
		if strings.Contains(data, "The original has 812 words. Only the parts here were compared") {
			return
		}
	}
	t.Error("no page says so")
}

func TestPairMarksWhatTheOtherLacks(t *testing.T) {
	html := render(t, sampleSite(t))["e/alder-queen/a-b.html"]
	for _, want := range []string{`only here: </i>timetable will be resumed</u>`, `only here: </i>ferry</u> Alder Queen`} {
		if !strings.Contains(html, want) {
			t.Errorf("not marked: %s", want)
		}
	}
	if strings.Contains(html, `only here: </i>Alder`) {
		t.Error("a word that both sentences have is marked")
	}
}
