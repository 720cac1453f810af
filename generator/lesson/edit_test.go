package lesson

import (
	"slices"
	"strings"
	"testing"

	"parallax/generator/corpus"
)

// ids returns the ids of exercises that fulfil a condition.
func ids(list []Exercise, is func(x *Exercise) bool) []string {
	var found []string
	for i := range list {
		if is(&list[i]) {
			found = append(found, list[i].ID)
		}
	}
	return found
}

func TestEdit(t *testing.T) {
	c, articles := full(t)
	from := material(c, articles, everything)
	l := Make(from)
	verb, offered := find(l, Verb).ID, l.Offered[0].ID
	gone := find(l, Loaded).ID
	note := &corpus.LessonNote{
		CheckedBy: "the editor", Confirm: []string{offered}, Drop: []string{gone}, Edits: []corpus.LessonEdit{{ID: verb, Prompt: "Which verb?", Minutes: 9, Level: 11}},
		Added: []corpus.LessonItem{
			{ID: "own_1", Kind: "loaded", Form: "mark", Prompt: "Underline", Texts: []string{"fair/0#"}, Options: []string{"greedy", "organisers"}, Right: []string{"greedy"}},
			{ID: "own_2", Kind: "lead", Form: "match", Prompt: "Match", Options: []string{"a", "b"}, Rows: [][]string{{"x", "b"}, {"y", "a"}}},
			{ID: "own_3", Kind: "timeline", Form: "order", Prompt: "Order", Options: []string{"first", "then", "last"}},
			{ID: "own_4", Kind: "agency", Form: "gap", Prompt: "Who?", Right: []string{"Mayor Lund"}},
			{ID: "own_5", Kind: "blind", Form: "open", Prompt: "Compare", Models: []string{"They differ."}},
		},
	}
	articles[0].Passages[3].ID, note.Added[0].Texts[0] = "p1s3", "fair/0#p1s3"
	if list := Edit(l, note, from); list.Failed() {
		t.Fatal(list.Sorted())
	}
	checked := ids(l.Exercises, func(x *Exercise) bool { return x.Checked == "the editor" })
	for _, id := range []string{verb, offered, "own_1", "own_2", "own_3", "own_4", "own_5"} {
		if !slices.Contains(checked, id) {
			t.Errorf("%s is not among the checked: %v", id, checked)
		}
	}
	if l.has(gone) {
		t.Errorf("%s is still there", gone)
	}
	if x := find(l, Verb); x.Minutes != 9 || x.Level != Grade11 || x.Prompt.Args["text"][0] != "Which verb?" {
		t.Errorf("edited: %+v", x)
	}
	for i := range l.Exercises {
		x := &l.Exercises[i]
		if x.ID == "own_1" && x.Options[0].Span.Of(articles[0].Text) != "greedy" {
			t.Errorf("the mark stands at %v", x.Options[0].Span)
		}
	}
}

func TestEditMistakes(t *testing.T) {
	item := func(change func(x *corpus.LessonItem)) corpus.LessonNote {
		x := corpus.LessonItem{ID: "own_1", Kind: "lead", Form: "choice", Prompt: "Which?", Options: []string{"a", "b"}, Right: []string{"a"}}
		change(&x)
		return corpus.LessonNote{Added: []corpus.LessonItem{x}}
	}
	for name, c := range map[string]struct {
		note corpus.LessonNote
		want string
	}{
		"unknown id":         {corpus.LessonNote{Drop: []string{"verb_0ea85"}}, `the lesson has no item "verb_0ea85"; did you mean "verb_fea85"?`},
		"unknown to confirm": {corpus.LessonNote{Confirm: []string{"x"}}, `no item "x"`},
		"unknown to edit":    {corpus.LessonNote{Edits: []corpus.LessonEdit{{ID: "x"}}}, `no item "x"`},
		"no id":              {item(func(x *corpus.LessonItem) { x.ID = "1 a" }), "cannot be the id"},
		"kind":               {item(func(x *corpus.LessonItem) { x.Kind = "leed" }), `did you mean "lead"?`},
		"form":               {item(func(x *corpus.LessonItem) { x.Form = "choise" }), `did you mean "choice"?`},
		"right":              {item(func(x *corpus.LessonItem) { x.Right = []string{"c"} }), `"c" is none of the options`},
		"both right":         {item(func(x *corpus.LessonItem) { x.Right = []string{"a", "b"} }), "cannot be answered in one way"},
		"no prompt":          {item(func(x *corpus.LessonItem) { x.Prompt = "" }), "asks nothing"},
		"level":              {item(func(x *corpus.LessonItem) { x.Level = 7 }), "there is no level 7"},
		"article":            {item(func(x *corpus.LessonItem) { x.Texts = []string{"fair/9#h"} }), `no article "fair/9"; did you mean "fair/0"?`},
		"passage":            {item(func(x *corpus.LessonItem) { x.Texts = []string{"fair/0#p9"} }), `has no passage "p9"`},
		"row":                {item(func(x *corpus.LessonItem) { x.Rows = [][]string{{"a"}} }), "does not name an option"},
		"outlet's name":      {item(func(x *corpus.LessonItem) { x.Options = []string{"a", "The Herald"} }), "names an outlet"},
	} {
		t.Run(name, func(t *testing.T) {
			comparison, articles := full(t)
			from := material(comparison, articles, everything)
			from.Clean = func(words string) bool { return !strings.Contains(words, "Herald") }
			list := Edit(Make(from), &c.note, from)
			if !list.Failed() || !strings.Contains(list.Sorted()[0].String(), c.want) {
				t.Errorf("got %v, want %q", list.Sorted(), c.want)
			}
		})
	}
}
