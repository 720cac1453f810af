package framing

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// marksOf lists the marks of an article's side as kind and words.
func marksOf(c *Comparison, article int) string {
	var list []string
	for _, m := range c.Tone.Sides[article].Marks {
		list = append(list, m.Kind+" "+m.Word)
	}
	return strings.Join(list, ", ")
}

func TestToneMarks(t *testing.T) {
	c := compareTexts(Settings{},
		"Council blasts bridge plan\n\nThe shameful plan was clearly bungled. The reckless cut stays. “It is a disgrace,” the mayor said. Perhaps it rains.",
		"Bridge plan\n\nThe reckless cut stays. A barrier collapsed and two people died.",
		"Bridge plan is out\n\nThe reckless cut stays. Boats wait.",
	)
	if got, want := marksOf(c, 0), "loaded shameful, booster clearly, loaded bungle, hedge perhaps"; got != want {
		t.Errorf("got %s\nwant %s", got, want)
	}
	if got := marksOf(c, 1) + marksOf(c, 2); got != "" {
		t.Errorf("words that all outlets use, or facts, are marked: %s", got)
	}
	for _, m := range c.Tone.Sides[0].Marks {
		if m.Passage < 0 || m.Rule == "" {
			t.Errorf("%+v", m)
		}
	}
	if !c.Tone.Sides[0].TooShort {
		t.Error("a rate from thirty words")
	}
}

func TestShared(t *testing.T) {
	uses := func(users ...bool) (*comparing, []map[string]bool) {
		c := &comparing{comparison: &Comparison{}}
		var own []map[string]bool
		for i, u := range users {
			c.comparison.Articles = append(c.comparison.Articles, Article{Outlet: string(rune('a' + i))})
			own = append(own, map[string]bool{"vile": u})
		}
		return c, own
	}
	for _, test := range []struct {
		users []bool
		want  bool
	}{
		{[]bool{true}, false},
		{[]bool{true, false}, false},
		{[]bool{true, true}, true},
		{[]bool{true, true, false}, false},
		{[]bool{true, true, true, false}, true},
		{[]bool{true, true, true, false, false}, true},
		{[]bool{true, true, true, false, false, false, false}, false},
		{[]bool{true, true, true, true, false, false, false}, true},
	} {
		c, own := uses(test.users...)
		if got := c.shared(0, "vile", own); got != test.want {
			t.Errorf("%v: %t, want %t", test.users, got, test.want)
		}
	}
}

// TestScareQuotes marks a scare quote beside what lists mark; see package scare.
func TestScareQuotes(t *testing.T) {
	c := compareTexts(Settings{},
		"A ferry\n\nThe so-called “free” ferry sails at dawn. Rain fell on the harbour. Boats waited near the quay.",
		"Another ferry\n\n“It is a bargain for us all,” the mayor said.")
	if got, want := marksOf(c, 0), "loaded so-called, scare free"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestToneToward(t *testing.T) {
	r := read(0, newArticle("a", "a", "2024-06-10", "A vote", "Hale failed in a shameful, disastrous campaign. “Hale is a crook,” Ro said. Hale met the press on Monday."), builtin.For("en"))
	var side NamingSide
	for i := range r.Article().Passages {
		span := r.Article().Passages[i].Span
		if at := strings.Index(span.Of(r.Text()), "Hale"); at >= 0 {
			mention := span
			mention.Start += at
			mention.End = mention.Start + len("Hale")
			side.Labels = append(side.Labels, Label{Evidence: []Evidence{r.evidence(mention)}})
		}
	}
	got := r.toneToward(r.mentions(side))
	if got.Negative != 1 || got.Negative+got.Neutral+got.Positive != 2 || len(got.Evidence) != got.Negative+got.Positive {
		t.Errorf("%+v", got)
	}
}

// TestToneTargets says nothing of the tone toward a person of whom fewer than
// five sentences speak.
func TestToneTargets(t *testing.T) {
	about := func(sentences int) string {
		return "Okafor leads talks\n\nOn Monday Ida Okafor, the mayor, came to Tarn." + strings.Repeat(" Okafor wrecked the talks with shameful lies.", sentences-1)
	}
	c := compareTexts(Settings{}, about(5), about(4), about(7))
	var got []int
	for _, target := range c.Tone.Targets {
		got = append(got, target.Article)
	}
	if !slices.Equal(got, []int{0, 2}) {
		t.Errorf("targets in %v, want those with five sentences: %+v", got, c.Tone.Targets)
	}
}

// TestPlainTelling faces a loaded word with how another outlet tells the same: a headline
// with a headline, and nothing where that has the word too, a loaded one, or tells
// something else.
func TestPlainTelling(t *testing.T) {
	const body = "\n\nThe council of Tarn criticised Mayor Ida Okafor on Monday over the pier plan. The pier stays closed."
	for _, test := range []struct{ first, second, want string }{
		{"Council of Tarn blasts Mayor Okafor over pier plan", "Council of Tarn criticises Mayor Okafor over pier plan", "0: blast | 1"},
		{"Council of Tarn criticises Mayor Okafor over pier plan", "Council of Tarn blasts Mayor Okafor over pier plan", "1: blast | 0"},
		{"Council of Tarn blasts Mayor Okafor over pier plan", "Council of Tarn slams Mayor Okafor over pier plan", ""},
		{"Council of Tarn blasts Mayor Okafor over pier plan", "Ferry sinks off Alder Point", ""},
	} {
		c := compareTexts(Settings{}, test.first+body, test.second+body)
		got := ""
		for _, p := range c.Tone.Plain {
			if p.Word.Passage != 0 || p.Beside.Passage != 0 {
				t.Errorf("%s: %+v", test.first, p)
			}
			got += fmt.Sprintf("%d: %s | %d", p.Word.Article, p.Word.Word, p.Beside.Article)
		}
		if got != test.want {
			t.Errorf("%s / %s: got %q, want %q", test.first, test.second, got, test.want)
		}
	}
}
