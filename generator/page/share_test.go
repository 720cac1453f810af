package page

import (
	"testing"

	"parallax/generator/corpus"
	"parallax/generator/event"
	"parallax/generator/sample"
)

// keyOf returns the key of the first event of a site.
func keyOf(t *testing.T, s Site) Key {
	t.Helper()
	s.Memory = forgetful{}
	p, err := newPlan(s)
	if err != nil {
		t.Fatal(err)
	}
	key, err := p.share(&s.Events[0]).name()
	if err != nil {
		t.Fatal(err)
	}
	return key
}

// A forgetful is a memory of nothing.
type forgetful struct{}

func (forgetful) Recall(*event.Event, Key) (Made, bool) { return Made{}, false }
func (forgetful) Remember(Key, Made)                    {}

// TestKey changes, one by one, everything that the pages of an event are made
// from.
func TestKey(t *testing.T) {
	s := sampleSite(t)
	elsewhere := corpus.Article{ID: "elsewhere", Title: "The Harbour Office put off dredging the channel: what now"}
	sample.LayOut(&elsewhere, "Nothing.")
	s.Corpus.Lessons = []corpus.LessonNote{{Slug: "alder-queen"}}
	seen := map[Key]string{keyOf(t, s): "nothing"}
	for _, c := range []struct {
		name   string
		change func()
	}{
		{"text", func() { s.Corpus.Articles[0].Text += "." }},
		{"earlier version", func() { s.Corpus.Articles[0].Earlier = []corpus.Version{{Text: "Old."}} }},
		{"slug", func() { s.Events[0].Slug = "alder" }},
		{"closeness", func() { s.Events[0].Members[0].Closeness = 0.123 }},
		{"note", func() { s.Corpus.Notes[0].Slug, s.Corpus.Notes[0].Body = "alder", "Another." }},
		{"lesson", func() { s.Corpus.Lessons[0].Slug = "alder" }},
		{"lesson's text", func() { s.Corpus.Lessons[0].Body = "Checked." }},
		{"review", func() { s.Reviews = map[string]string{"alder": "a sum"} }},
		{"outlet", func() { s.Corpus.Outlets[3].Kind.Value = "union" }},
		{"glossary", func() { s.Corpus.Glossary[0].Meaning += "." }},
		{"settings", func() { s.Config.Quotation.Passage = 40 }},
		{"version", func() { s.Version = "0.2" }},
		{"template", func() { s.Templates = over(t, map[string]string{"part-badge.html": "<b>{{.Letter}}</b>"}) }},
		{"headline of another event with words of this one", func() { s.Corpus.Articles = append(s.Corpus.Articles, elsewhere) }},
	} {
		c.change()
		if other, known := seen[keyOf(t, s)]; known {
			t.Errorf("%s changes nothing (%s)", c.name, other)
		}
		seen[keyOf(t, s)] = c.name
	}
	before := keyOf(t, s)
	s.Corpus.Articles[len(s.Corpus.Articles)-1].Text = "Another text."
	s.Corpus.Articles = append(s.Corpus.Articles, corpus.Article{ID: "third", Title: "No six words of theirs stand in this one here"})
	s.Corpus.Notes = append(s.Corpus.Notes, corpus.EventNote{Slug: "other"})
	s.Events = append(s.Events, event.Event{Slug: "other"})
	s.Redirects = map[string]string{"a": "b"}
	if keyOf(t, s) != before {
		t.Error("what is of other events is part of the key")
	}
}
