package rights

import (
	"slices"
	"strings"
	"testing"

	"parallax/generator/corpus"
	"parallax/generator/framing"
	"parallax/generator/sample"
	"parallax/generator/text"
)

func TestPieces(t *testing.T) {
	const sentence = "After a night of heavy rain, the council of Larkwell closed the nine-year-old bridge to lorries, said Ida Moss, who has run the town's roads for eleven years."
	for _, test := range []struct {
		point       string
		most, least int
		want        string
	}{
		{"closed", 40, 8, sentence},
		{"closed", 16, 8, "the council of Larkwell closed the nine-year-old bridge to lorries, said Ida Moss"},
		{"closed", 12, 8, "the council of Larkwell closed the nine-year-old bridge to lorries"},
		{"rain", 8, 8, "After a night of heavy rain, the council"},
		{"rain", 5, 4, "a night of heavy rain"},
		{"eleven", 12, 8, "said Ida Moss, who has run the town's roads for eleven years."},
		{"the council of Larkwell closed the nine-year-old bridge to lorries", 6, 4, "the council of Larkwell closed the"},
		{"closed", 7, 8, ""},
		{sentence, 8, 8, "After a night of heavy rain, the council"},
	} {
		a := &corpus.Article{ID: "a", Title: "Larkwell", Language: "en"}
		sample.LayOut(a, sentence)
		s := source{article: a, words: countedWords(a.Text)}
		at := strings.Index(a.Text, test.point)
		p := pieces{a.Text, s.words, s.wordsIn(a.Passages[1].Span), s.wordsIn(text.Span{Start: at, End: at + len(test.point)})}
		got := ""
		if r, ok := p.around(test.most, test.least); ok {
			got = r.span(s.words, a).Of(a.Text)
		}
		if got != test.want {
			t.Errorf("%q in at most %d words: got %q, want %q", test.point, test.most, got, test.want)
		}
	}
}

// TestWhatIsReadFirstIsPaidFirst demands that a contrast which can show one side
// only is passed over for one that can show both, and keeps nothing of it.
func TestWhatIsReadFirstIsPaidFirst(t *testing.T) {
	articles := []*corpus.Article{
		rightsArticle("long", "", 20, 20, 200), rightsArticle("short", "", 20, 20, 60), rightsArticle("other", "", 20, 20, 200),
	}
	_, all, c := rightsEvent(articles,
		[]framing.Evidence{whole(articles, 0, 1), whole(articles, 1, 1)}, // of the second there is no room for a clause
		[]framing.Evidence{whole(articles, 0, 2), whole(articles, 2, 2)},
	)
	a := Allow(c, articles, ReadHeadlines(all.Articles), tenth)
	for i, want := range []bool{false, true} {
		if got := a.Leads(&c.Findings[i]); got != want {
			t.Errorf("finding %d leads: %v, want %v", i, got, want)
		}
	}
	if got := a.Show(articles[0], articles[0].Passages[1].Span); len(got) > 0 {
		t.Errorf("a side that stands alone is paid for: %v", got)
	}
}

// TestWordsInIDsAreCounted demands that what stands in ids, which are never cut,
// takes room from what is quoted.
func TestWordsInIDsAreCounted(t *testing.T) {
	for id, want := range map[string]int{"a name": 1, "long2x0-long2x1-long2x2-long2x3-long2x4-long2x5-long2x6-long2x7-long2x8-long2x9": 0} {
		articles := []*corpus.Article{rightsArticle("long", "", 20, 20, 160)} // room for 14 words
		_, all, c := rightsEvent(articles, []framing.Evidence{whole(articles, 0, 1)})
		c.Naming.Participants = []framing.Participant{{ID: id}}
		a := Allow(c, articles, ReadHeadlines(all.Articles), tenth)
		if got := len(a.Show(articles[0], articles[0].Passages[1].Span)); got != want {
			t.Errorf("id %q: %d pieces of another passage, want %d", id, got, want)
		}
	}
}

// TestFewWordsStandForAClause demands that where there is no room left for a
// clause a few words around the point are shown, not the whole passage: once even in
// a report so short that its headline is all that may be shown, and up to three times
// where the words still come to no more than may.
func TestFewWordsStandForAClause(t *testing.T) {
	for _, test := range []struct {
		lengths []int
		want    []string
	}{
		{[]int{5, 12, 12, 12, 12}, []string{"short1x0 short1x1 short1x2 short1x3 short1x4"}},
		{[]int{5, 12, 12, 12, 12, 120}, []string{"short0x0 short0x1 short0x2 short0x3 short0x4.", "short2x0 short2x1 short2x2 short2x3 short2x4"}},
	} {
		a := rightsArticle("short", "", test.lengths...)
		var findings [][]framing.Evidence
		for passage := 1; passage <= 5; passage++ {
			p := a.Passages[passage].Span
			at := p.Start + strings.Index(p.Of(a.Text), "x2")
			findings = append(findings, []framing.Evidence{{Passage: passage, Span: text.Span{Start: at, End: at + 2}}})
		}
		articles := []*corpus.Article{a}
		_, all, c := rightsEvent(articles, findings...)
		allowance := Allow(c, articles, ReadHeadlines(all.Articles), tenth)
		var got []string
		for i := range findings {
			e := findings[i][0]
			for _, part := range allowance.Quotes(a, a.Passages[e.Passage].Span, e.Span) {
				got = append(got, part.Of(a.Text))
			}
		}
		if !slices.Equal(got, test.want) {
			t.Errorf("%v: got %q, want %q", test.lengths, got, test.want)
		}
	}
}
