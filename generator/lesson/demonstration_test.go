package lesson

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/BurntSushi/toml"

	"parallax/generator/corpus"
	"parallax/generator/event"
	"parallax/generator/framing"
	"parallax/generator/site"
	"parallax/generator/text"
)

// A made is the lesson of an event of the demonstration site, as the program
// makes it, with what it is made from.
type made struct {
	slug string
	from Material
	note *corpus.LessonNote // what editors did to it, or nil
	*Lesson
}

// demonstration returns the lessons of the demonstration site, before editors
// change them.
func demonstration(t *testing.T) []made {
	t.Helper()
	root, err := filepath.Abs("../..")
	if err != nil {
		t.Fatal(err)
	}
	fsys := os.DirFS(root)
	config, _ := site.Load(fsys, framing.Names())
	c, l := corpus.Load(fsys, config, builtin(), time.Date(2100, 1, 1, 0, 0, 0, 0, time.UTC), false)
	if l.Failed() {
		t.Fatal(l.Sorted())
	}
	byID := map[string]*corpus.Article{}
	for i := range c.Articles {
		byID[c.Articles[i].ID] = &c.Articles[i]
	}
	var lock struct{ Events map[string][]string }
	if _, err := toml.DecodeFS(fsys, "events.lock", &lock); err != nil {
		t.Fatal(err)
	}
	grouping, _ := event.Group(c.Articles, event.Settings{Languages: builtin(), Notes: c.Notes, Lock: event.Lock{Events: lock.Events}})
	var list []made
	for i := range grouping.Events {
		e := &grouping.Events[i]
		var members []*corpus.Article
		for _, m := range e.Members {
			members = append(members, byID[m.Article])
		}
		comparison := framing.Compare(e, members, framing.Settings{Languages: builtin()})
		from := Material{Comparison: comparison, Languages: builtin(), Shows: everything, Sort: func(int) string { return "" }, Clean: func(string) bool { return true }}
		for _, a := range comparison.Articles {
			from.Articles = append(from.Articles, byID[a.ID])
		}
		list = append(list, made{e.Slug, from, c.Lesson(e.Slug), Make(from)})
	}
	if len(list) < 5 {
		t.Fatalf("only %d events", len(list))
	}
	return list
}

// read returns the words of an excerpt.
func (d *made) read(x *Exercise, number int) string {
	e := x.Excerpts[number-1]
	return e.Span.Of(d.from.Articles[e.Article].Text)
}

// No passage of a sheet contradicts the answer to an exercise: what the key
// calls absent is not there, and what it calls right stands where it says.
func TestNothingContradictsTheKey(t *testing.T) {
	looked := map[Kind]int{}
	for _, d := range demonstration(t) {
		for i := range d.Exercises {
			x := &d.Exercises[i]
			looked[x.Kind]++
			for _, wrong := range contradictions(&d, x) {
				t.Errorf("%s: %s: %s", d.slug, x.ID, wrong)
			}
		}
	}
	for _, kind := range []Kind{Agency, Verb, Lead} {
		if looked[kind] == 0 {
			t.Errorf("no exercise on %s was looked at", kind)
		}
	}
}

// contradictions returns what on the sheet speaks against the key of an
// exercise, by its words alone.
func contradictions(d *made, x *Exercise) []string {
	var found []string
	stands := func(words string, number int) float64 { return overlap(keys(words), keys(d.read(x, number))) }
	switch x.Kind {
	case Coverage:
		for _, r := range x.Rows {
			for number := 1; number <= 2; number++ {
				there, share := r.Place == 3 || r.Place == number, stands(r.Words, number)
				if there && share < 0.6 || !there && share > 0.4 {
					found = append(found, r.Words)
				}
			}
		}
	case Core:
		for _, o := range x.Options {
			if o.Right != (stands(o.Words, 1) > 0.6 && stands(o.Words, 2) > 0.6) {
				found = append(found, o.Words)
			}
		}
	case Verb, Naming:
		for _, o := range x.Options {
			if asked := d.read(x, 1) + d.read(x, 2); !strings.Contains(asked, o.Words) {
				found = append(found, o.Words+" stands in no excerpt")
			}
		}
	case Loaded:
		for _, o := range x.Options {
			if o.Right && strings.Contains(fold(d.read(x, 1)), fold(o.Words)) == strings.Contains(fold(d.read(x, 2)), fold(o.Words)) {
				found = append(found, o.Words+" stands in both excerpts")
			}
		}
	case Lead:
		for _, r := range x.Rows {
			best := slices.MaxFunc(x.Options, func(a, b Option) int {
				return int(1000 * (overlap(keys(r.Words), keys(a.Words)) - overlap(keys(r.Words), keys(b.Words))))
			})
			if best.Place != r.Place {
				found = append(found, r.Words)
			}
		}
	case Emphasis:
		for _, o := range x.Options {
			if stands(o.Words, 1) < 0.6 && stands(o.Words, 2) < 0.6 {
				found = append(found, o.Words)
			}
		}
	}
	return found
}

func TestContradictionsAreFound(t *testing.T) {
	article := &corpus.Article{Text: "Mayor Lund closed the fair at noon. Stalls lost money."}
	whole := Excerpt{Evidence: framing.Evidence{Span: text.Span{End: len(article.Text)}}}
	none := Excerpt{}
	d := &made{from: Material{Articles: []*corpus.Article{article}}}
	for name, x := range map[string]Exercise{
		"called absent, stands there": {Kind: Coverage, Excerpts: []Excerpt{whole, whole}, Rows: []Option{{Words: "Mayor Lund closed the fair", Place: 1}}},
		"called told, is not there":   {Kind: Coverage, Excerpts: []Excerpt{none, whole}, Rows: []Option{{Words: "Mayor Lund closed the fair", Place: 3}}},
		"called common, in one":       {Kind: Core, Excerpts: []Excerpt{none, whole}, Options: []Option{{Words: "Stalls lost money", Right: true}}},
		"a verb that nobody uses":     {Kind: Verb, Excerpts: []Excerpt{whole, none}, Options: []Option{{Words: "shut"}}},
		"loaded in both":              {Kind: Loaded, Excerpts: []Excerpt{whole, whole}, Options: []Option{{Words: "closed", Right: true}}},
		"another lead is nearer":      {Kind: Lead, Rows: []Option{{Words: "Stalls lost money", Place: 1}}, Options: []Option{{Words: "The fair", Place: 1}, {Words: "Stalls lost", Place: 2}}},
	} {
		if len(contradictions(d, &x)) == 0 {
			t.Errorf("%s: nothing was found", name)
		}
	}
}

// A sheet has at most as much as its level takes, one pair of long texts, and
// version B is the same exercises in another order, built again the same.
func TestSheets(t *testing.T) {
	turned := 0
	for _, d := range demonstration(t) {
		for _, level := range Levels() {
			sheet := d.For(level)
			long := map[string]bool{}
			for i := range sheet.Exercises {
				x := &sheet.Exercises[i]
				if x.Level > level {
					t.Errorf("%s: %s is for %s, not for %s", d.slug, x.ID, x.Level, level)
				}
				if x.long() {
					long[x.reads()] = true
				}
			}
			if len(sheet.Exercises) > level.most() || len(long) > 1 {
				t.Errorf("%s, %s: %d exercises on %d pairs of texts", d.slug, level, len(sheet.Exercises), len(long))
			}
			var q Quiz
			for _, x := range sheet.Exercises {
				item := Item{ID: x.ID, Kind: x.Kind, Form: x.Form}
				for _, o := range x.Options {
					item.Options = append(item.Options, Answer{Words: o.name(), Right: o.Right})
				}
				q.Items = append(q.Items, item)
			}
			if order(q) != order(q.Turned()) {
				turned++
			}
			first, again := q.Turned(), q.Turned()
			if order(first) != order(again) || len(first.Items) != len(q.Items) {
				t.Errorf("%s, %s: version B changes", d.slug, level)
			}
		}
	}
	if turned < 5 {
		t.Errorf("version B has another order %d times only", turned)
	}
}

// order returns the ids and options of a quiz in their order.
func order(q Quiz) string {
	var b strings.Builder
	for _, x := range q.Items {
		b.WriteString(x.ID)
		for _, o := range x.Options {
			b.WriteString(o.Words)
		}
	}
	return b.String()
}
