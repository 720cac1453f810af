package profile_test

import (
	"fmt"
	"testing"

	"parallax/generator/corpus"
	"parallax/generator/dataset/profile"
	"parallax/generator/entity"
	"parallax/generator/event"
	"parallax/generator/framing"
)

// TestOf counts an event in which one outlet has two articles.
func TestOf(t *testing.T) {
	c := &framing.Comparison{}
	for _, outlet := range []string{"lamp", "post", "lamp"} {
		c.Articles = append(c.Articles, framing.Article{Outlet: outlet})
	}
	c.Voices.Sides = []framing.VoiceSide{
		{Article: 0, Speakers: []framing.Speaker{{Group: entity.Official, Words: 30}}},
		{Article: 1},
		{Article: 2, Speakers: []framing.Speaker{{Group: entity.Official, Words: 10}, {Group: entity.Expert, Words: 30}, {Group: entity.Unknown, Words: 10}}},
	}
	ida := framing.Participant{ID: "ida", Name: "Ida Moor", Kind: entity.Person, Sides: []framing.NamingSide{
		{Article: 0, Labels: []framing.Label{{Text: "the mayor", Count: 3}, {Text: "Ida", Quoted: 2}}},
		{Article: 1, Labels: []framing.Label{{Text: "the tyrant", Quoted: 1}}},
		{Article: 2, Labels: []framing.Label{{Text: "Moor", Count: 1}, {Text: "the mayor", Count: 1}}},
	}}
	c.Naming.Participants = []framing.Participant{ida, {ID: "rome", Name: "Rome", Kind: entity.Place, Sides: ida.Sides}}
	c.Naming.Rows = []framing.Participant{ida}
	got := profile.Of(&event.Event{Slug: "e", From: corpus.Day(2031, 3, 5)}, c)
	if want := "[{e 2031-03 lamp  [{expert 0.375} {official 0.5}]}]"; fmt.Sprint(got.Voices) != want {
		t.Errorf("voices: got %v, want %s", got.Voices, want)
	}
	if want := "[{e 2031-03 lamp Ida Moor [{Moor 1} {the mayor 1}]}]"; fmt.Sprint(got.Naming) != want {
		t.Errorf("naming: got %v, want %s", got.Naming, want)
	}
	if undated := profile.Of(&event.Event{Slug: "e"}, c); undated.Voices[0].Month != "" {
		t.Errorf("an event without a day has a month: %v", undated.Voices)
	}
}

// TestAsk is silent of nine events, and answers of ten.
func TestAsk(t *testing.T) {
	var s profile.Set
	for i := range 10 {
		if a := s.Ask(); len(a) != 2 || len(a[0].Points)+len(a[1].Points) != 0 {
			t.Errorf("of %d events: %+v", i, a)
		}
		c := &framing.Comparison{Articles: []framing.Article{{Outlet: "lamp"}}}
		c.Voices.Sides = []framing.VoiceSide{{Speakers: []framing.Speaker{{Group: entity.Official, Words: 30}}}}
		s.Add(profile.Of(&event.Event{Slug: fmt.Sprint(i), From: corpus.Day(2031, 3, 5)}, c))
	}
	a := s.Ask()
	if a[0].Question != profile.AskVoices || a[0].Events != 10 || len(a[0].Points) != 1 || a[0].Points[0].Share != 1 {
		t.Errorf("of ten events: %+v", a)
	}
}
