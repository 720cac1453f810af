package lesson

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"parallax/generator/corpus"
	"parallax/generator/framing"
	"parallax/generator/text"
)

func TestRewrite(t *testing.T) {
	const leave = "greedy"
	for name, c := range map[string]struct {
		spoil    func(c *framing.Comparison)
		strength float64 // 0 where no exercise is made
		models   string
	}{
		"another report tells it plainly": {func(*framing.Comparison) {}, 0.76, leave + "; The organisers went on selling tickets after the first warning."},
		"nobody else tells it": {func(c *framing.Comparison) {
			c.Coverage.Statements[1].Cells = c.Coverage.Statements[1].Cells[:1]
		}, 0.4, leave},
		"the other report is loaded too": {func(c *framing.Comparison) {
			c.Tone.Sides = append(c.Tone.Sides, framing.ToneSide{Article: 1, Marks: []framing.Mark{{Evidence: at(t, 1, "selling"), Kind: "loaded"}}})
		}, 0.4, leave},
		"a hedge":       {func(c *framing.Comparison) { c.Tone.Sides[0].Marks[0].Kind = "hedge" }, 0, ""},
		"in a headline": {func(c *framing.Comparison) { c.Tone.Sides[0].Marks[0].Evidence = at(t, 0, "early") }, 0, ""},
	} {
		t.Run(name, func(t *testing.T) {
			comparison, articles := full(t)
			c.spoil(comparison)
			made := (&maker{Material: material(comparison, articles, everything)}).rewrite()
			if c.strength == 0 {
				if len(made) > 0 {
					t.Errorf("an exercise was made: %+v", made)
				}
				return
			}
			if len(made) == 0 {
				t.Fatal("no exercise")
			}
			var models []string
			for _, m := range made[0].Models {
				for _, key := range []string{"word", "statement"} {
					models = append(models, m.Args[key]...)
				}
			}
			if got := strings.Join(models, "; "); got != c.models {
				t.Errorf("models %q, want %q", got, c.models)
			}
			if got := fmt.Sprintf("%.2f", made[0].Strength); got != fmt.Sprintf("%.2f", c.strength) {
				t.Errorf("strength %s, want %.2f", got, c.strength)
			}
		})
	}
}

// A model headline tells what the sentences do and has no word that judges.
func TestModelHeadlines(t *testing.T) {
	for headline, want := range map[string]bool{
		"Fair closed at noon because of wind":         true,
		"Mayor Lund shuts fair at noon":               true,
		"Awful wind: fair closed at noon":             false,
		"Fair closed at noon!":                        false,
		"“They knew”: fair closed at noon":            false,
		"Stallholders count the cost of the day lost": false,
	} {
		comparison, articles := sample()
		a := *articles[0]
		shown := []Excerpt{{Evidence: at(t, 0, "The fair was closed at noon because of the wind.")}, {Evidence: at(t, 1, "Mayor Lund closed the fair at noon because of the wind.")}}
		articles = append(articles[:2], &a)
		a.Text = headline + "\n"
		a.Passages = []corpus.Passage{{Span: text.Span{End: len(headline)}}}
		m := &maker{Material: material(comparison, articles, everything)}
		if got := slices.Contains(m.plainHeadlines(shown), 2); got != want {
			t.Errorf("%s: %v", headline, got)
		}
	}
	comparison, articles := sample()
	m := &maker{Material: material(comparison, articles, everything)}
	shown := []Excerpt{{Evidence: at(t, 0, "The fair was closed at noon because of the wind.")}}
	comparison.Tone.Sides = []framing.ToneSide{{Marks: []framing.Mark{{Evidence: at(t, 0, "early"), Kind: "loaded"}}}}
	if got := m.plainHeadlines(shown); slices.Contains(got, 0) || len(got) == 0 {
		t.Errorf("models %v with a marked headline", got)
	}
	articles[1].Text, articles[2].Text = "!"+articles[1].Text[1:], "!"+articles[2].Text[1:]
	if got := m.plainHeadlines(shown); len(got) > 0 {
		t.Errorf("models %v, though none only tells", got)
	}
}

// The empty grid has no row that only one report has in somebody's words, and
// none that judges.
func TestPlainlyTold(t *testing.T) {
	for name, c := range map[string]struct {
		spoil func(c *framing.Comparison, s *framing.Statement)
		want  bool
	}{
		"told":                {func(*framing.Comparison, *framing.Statement) {}, true},
		"quoted by both":      {func(_ *framing.Comparison, s *framing.Statement) { s.Cells[0].Quoted, s.Cells[1].Quoted = true, true }, true},
		"quoted by the other": {func(_ *framing.Comparison, s *framing.Statement) { s.Cells[1].Quoted = true }, true},
		"quoted by one alone": {func(_ *framing.Comparison, s *framing.Statement) { s.Cells = s.Cells[:1]; s.Cells[0].Quoted = true }, false},
		"judged by one alone": {func(c *framing.Comparison, s *framing.Statement) {
			s.Cells[1].Band = "related"
			c.Tone.Sides = []framing.ToneSide{{Marks: []framing.Mark{{Evidence: at(t, 0, "greedy"), Kind: "loaded"}}}}
		}, false},
	} {
		comparison, articles := sample()
		s := statement("s2", "selling tickets", "some", at(t, 0, "greedy"), at(t, 1, "selling"))
		c.spoil(comparison, &s)
		if got := (&maker{Material: material(comparison, articles, everything)}).plainlyTold(&s); got != c.want {
			t.Errorf("%s: %v", name, got)
		}
	}
}

// The two texts of the pair are the bodies of the first two reports, in which
// Ada Quist speaks.
func TestSpeakers(t *testing.T) {
	for name, c := range map[string]struct {
		spoil func(c *framing.Comparison)
		rows  string
		sure  bool
	}{
		"in both": {func(*framing.Comparison) {}, "Ada Quist 3", true},
		"one more in the second": {func(c *framing.Comparison) {
			c.Voices.Attributions = append(c.Voices.Attributions, framing.Attribution{Article: 1, Passage: 4, Speaker: "Mayor Lund"})
		}, "Ada Quist 3, Mayor Lund 2", true},
		"somebody without a name": {func(c *framing.Comparison) {
			c.Voices.Attributions = append(c.Voices.Attributions, framing.Attribution{Article: 1, Passage: 4})
		}, "Ada Quist 3", false},
		"named where the key hears nothing": {func(c *framing.Comparison) {
			c.Voices.Attributions = c.Voices.Attributions[:1]
		}, "Ada Quist 1", false},
		"in another report": {func(c *framing.Comparison) {
			c.Voices.Attributions = append(c.Voices.Attributions, framing.Attribution{Article: 2, Passage: 2, Speaker: "Police"})
		}, "Ada Quist 3", true},
	} {
		t.Run(name, func(t *testing.T) {
			comparison, articles := full(t)
			c.spoil(comparison)
			var p textPair
			for i := range p.texts {
				p.texts[i].Evidence = framing.Evidence{Article: i, Passage: 1, Span: text.Span{Start: strings.Index(reports[i], "\n") + 1, End: len(reports[i])}}
			}
			rows, sure := (&maker{Material: material(comparison, articles, everything)}).speakers(&p)
			var got []string
			for _, r := range rows {
				got = append(got, fmt.Sprintf("%s %d", r.Words, r.Place))
			}
			if strings.Join(got, ", ") != c.rows || sure != c.sure {
				t.Errorf("%q, sure %v; want %q, %v", got, sure, c.rows, c.sure)
			}
		})
	}
}

// A word is looked up where it stands, and not where a longer one has its letters.
func TestCommonWordsAreOfTheWriter(t *testing.T) {
	const said = "He called the “treehouse” a house of cards."
	articles := []*corpus.Article{
		{Text: said, Quotations: []text.Span{{Start: strings.Index(said, "“"), End: strings.Index(said, "”")}}},
		{Text: "The house and the cards."},
	}
	m := &maker{Material: Material{Articles: articles}}
	got := m.commonWords(Excerpt{Evidence: framing.Evidence{Span: text.Span{End: len(said)}}}, "called")
	if want := []string{"house", "cards"}; !slices.Equal(got, want) {
		t.Errorf("words of the writer: %q, want %q", got, want)
	}
}
