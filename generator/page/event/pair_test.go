package event

import (
	"slices"
	"strings"
	"testing"

	"parallax/generator/text"
)

func TestWithout(t *testing.T) {
	english := text.Builtin().For("en")
	terms := func(s string) []text.Word { return english.Terms(s, english.Words(s)) }
	a, b := "The ferry was stranded for nine cold hours", "Ferries strand, said the harbour office, for an hour"
	var got []string
	for _, s := range without(terms(a), terms(b)) {
		got = append(got, s.Of(a))
	}
	if want := []string{"nine", "cold"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q: another form of a word is the same word, and small words do not count", got, want)
	}
}

func TestStretchWithoutMatch(t *testing.T) {
	cell := func(place, href string) PairRow {
		return PairRow{Second: []PairCell{{Place: place, Href: href, Words: "w"}}}
	}
	var r PairRun
	for _, row := range []PairRow{cell("¶1", "1"), cell("¶1", "2"), cell("¶2", "3"), {First: []PairCell{{}}, Second: []PairCell{{}}}, cell("¶3", "4")} {
		r.add(row)
	}
	if len(r.Rows) != 3 || r.Count != 5 {
		t.Fatalf("%d rows of %d sentences, want 3 of 5: %+v", len(r.Rows), r.Count, r.Rows)
	}
	if first := r.Rows[0]; len(first.Second) != 1 || first.Rest != "2" || first.Left() != 2 {
		t.Errorf("a stretch of three shows %d, %d are left from %q; want 1, 2 from 2", len(first.Second), first.Left(), first.Rest)
	}
	if last := r.Rows[2]; last.Rest != "" || !last.Alone() || r.Rows[1].Alone() {
		t.Errorf("a stretch of one leads to a rest, or rows are taken for what they are not: %+v", r.Rows)
	}
}

func TestNotesNumberTheirSentences(t *testing.T) {
	block := ReaderBlock{Passages: make([]ReaderPassage, 3)}
	for _, n := range []struct {
		sentence int
		text     string
	}{{3, "only here"}, {2, "also in"}, {1, "only here"}, {1, "only here"}} {
		(&spot{&block, n.sentence}).note(ReaderNote{Text: n.text})
	}
	block.number()
	var got []string
	for _, n := range block.Notes {
		got = append(got, n.At+" "+n.Text)
	}
	if want := []string{"1, 3 only here", "2 also in"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestRoom(t *testing.T) {
	for _, c := range []struct{ most, least, total, n, want int }{
		{10, 3, 50, 0, 10}, {10, 3, 50, 5, 10}, {10, 3, 50, 10, 5}, {10, 3, 50, 40, 3},
	} {
		if got := room(c.most, c.least, c.total, c.n); got != c.want {
			t.Errorf("room(%d, %d, %d, %d) = %d, want %d", c.most, c.least, c.total, c.n, got, c.want)
		}
	}
}

func TestPhrasesGetOneMark(t *testing.T) {
	language := text.Builtin().For("en")
	for s, want := range map[string]string{
		"They cleared a path today.":       "cleared a path",          // a small word links
		"It ground to a halt there.":       "ground to a halt",        // two do
		"It fell out of the sky.":          "fell|sky",                // three do not
		"They cleared, a path lay open.":   "cleared|path",            // a comma parts
		"They cleared narrow path.":        "cleared|path",            // so does a word with content that is not marked
		"It is a twenty-four hour strike.": "twenty-four hour strike", // a hyphen links
	} {
		words := language.Terms(s, language.Words(s))
		var marked []text.Span
		for _, w := range words {
			if strings.Contains("cleared path ground halt fell sky twenty four hour strike", w.Lower) {
				marked = append(marked, w.Span)
			}
		}
		var got []string
		for _, run := range joined(s, marked, words) {
			got = append(got, run.Of(s))
		}
		if strings.Join(got, "|") != want {
			t.Errorf("%s: got %q, want %q", s, got, want)
		}
	}
}
