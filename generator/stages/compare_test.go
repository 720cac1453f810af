package stages

import (
	"encoding/json"
	"errors"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"parallax/generator/corpus"
	"parallax/generator/output"
	"parallax/generator/text"
)

// testWork returns the site of the tests of package command, loaded and grouped.
func testWork(t *testing.T) *Work {
	t.Helper()
	fsys := os.DirFS("../command/testdata/site")
	w := Load(fsys, Options{Now: time.Unix(1767225600, 0).UTC(), Fixed: true}, text.Builtin())
	w.Group(fsys)
	if w.Stops(false) {
		t.Fatal(w.Problems.Sorted())
	}
	return w
}

func TestCachedComparisonIsTheComputedOne(t *testing.T) {
	w, cache := testWork(t), output.NewCache(t.TempDir())
	if len(w.Grouping.Events) == 0 {
		t.Fatal("no events")
	}
	for i := range w.Grouping.Events {
		e := &w.Grouping.Events[i]
		var all []string
		for range 2 { // computed and stored, then found
			c, err := NewComparer(w, cache, output.Key{1}).Compare(e)
			if err != nil {
				t.Fatal(err)
			}
			all = append(all, asJSON(t, c))
		}
		c, err := NewComparer(w, cache, output.Key{}).Compare(e) // no cache
		if err != nil {
			t.Fatal(err)
		}
		if all = append(all, asJSON(t, c)); all[0] != all[1] || all[1] != all[2] {
			t.Errorf("event %s: computed, found and computed without a cache differ", e.Slug)
		}
	}
}

func asJSON(t *testing.T, value any) string {
	t.Helper()
	data, err := json.Marshal(value)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// TestCacheKey changes, one by one, everything that a comparison is made from.
func TestCacheKey(t *testing.T) {
	w := testWork(t)
	e := &w.Grouping.Events[0]
	keyOf := func() output.Key {
		made, err := NewComparer(w, nil, output.Key{1}).inputs(e)
		if err != nil {
			t.Fatal(err)
		}
		return made.key()
	}
	var a *corpus.Article
	for i := range w.Corpus.Articles {
		if w.Corpus.Articles[i].ID == e.Members[0].Article {
			a = &w.Corpus.Articles[i]
		}
	}
	seen := map[output.Key]string{keyOf(): "nothing"}
	for name, change := range map[string]func(){
		"text":       func() { a.Text += "." },
		"title":      func() { a.Title += "." },
		"outlet":     func() { a.Outlet = "echo2" },
		"date":       func() { a.Date = corpus.Day(2020, 1, 1) },
		"address":    func() { a.URL += "/" },
		"paraphrase": func() { a.Paraphrase = true },
		"language":   func() { a.Language = "de" },
		"passages":   func() { a.Passages[1].Start++ },
		"kind":       func() { a.Blocks[1].Kind = corpus.Item },
		"paragraph":  func() { a.Passages[1].Block++ },
		"quotations": func() { a.Quotations = append(a.Quotations, a.Passages[0].Span) },
		"slug":       func() { e.Slug += "-2" },
		"signals":    func() { w.Config.Signals["tone"] = false },
		"aliases": func() {
			w.Corpus.Notes = []corpus.EventNote{{Slug: e.Slug, Aliases: [][]string{{"a", "b"}}}}
		},
	} {
		change()
		if other, known := seen[keyOf()]; known {
			t.Errorf("%s changes nothing (%s)", name, other)
		}
		seen[keyOf()] = name
	}
	before := keyOf()
	e.Cohesion, e.Members[0].Closeness = .123, .456
	if keyOf() != before {
		t.Error("what articles of other events can change is part of the key")
	}
}

func TestEventThatIsTooLargeIsSetAside(t *testing.T) {
	w := testWork(t)
	for i := range w.Corpus.Articles {
		if a := &w.Corpus.Articles[i]; strings.HasPrefix(a.ID, "library/") {
			a.Text += strings.Repeat(" ", mostText/3)
		}
	}
	c := NewComparer(w, nil, output.Key{})
	for _, e := range slices.Clone(w.Grouping.Events) {
		_, err := c.Compare(&e)
		var broken *BrokenEvent
		if large := e.Slug == "library-roof"; errors.As(err, &broken) != large {
			t.Fatalf("%s: %v", e.Slug, err)
		} else if large {
			w.SetAside(broken)
		}
	}
	said := w.Problems.Sorted()
	if len(w.Grouping.Events) != 1 || len(said) != 3 {
		t.Errorf("%d events, %v", len(w.Grouping.Events), said)
	}
	for _, s := range said {
		if !strings.Contains(s.String(), `set aside with event "library-roof", which could not be compared: its 3 reports have 1.1 MB of text, and more than 1.0 MB are not compared; it is likely a running story`) {
			t.Error(s)
		}
	}
}
