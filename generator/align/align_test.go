package align

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"parallax/generator/cases"
	"parallax/generator/cases/article"
	"parallax/generator/text"
	"parallax/generator/text/vocabulary"
)

var english = text.Builtin().For("en")

// textsOf returns reports of English sentences, which "//" parts. The headline
// of each says too little to be compared, unless one stands before "##".
func textsOf(asked string) []Text {
	var list []Text
	for _, report := range strings.Split(asked, " // ") {
		title, body, headed := strings.Cut(report, " ## ")
		if !headed {
			title, body = "Report", report
		}
		a := article.Of(english, "a", title, body)
		list = append(list, NewText(a, english.Words(a.Text)))
	}
	return list
}

func aligned(asked string) *Alignment { return Align(vocabulary.New(english), textsOf(asked), nil) }

// letter names a passage of a text: A0 is the headline of the first.
func letter(text, passage int) string { return fmt.Sprintf("%c%d", 'A'+text, passage) }

// TestRows finds what several reports tell: of each row the passages that tell
// it, in brackets those that tell a part, "-C" where C does not have it, and
// nothing of a report that may or may not. After it "only" what a report alone
// has.
func TestRows(t *testing.T) {
	cases.Run(t, "testdata/cases/rows.txt", func(asked string) string {
		statements, lone := aligned(asked).Statements()
		var list []string
		for _, s := range statements {
			var row []string
			for text, c := range s.Cells {
				var passages []string
				for _, p := range c.Passages {
					passages = append(passages, letter(text, p))
				}
				told := strings.Join(passages, "+")
				switch {
				case c.Standing == Part:
					row = append(row, "("+told+")")
				case c.Standing == Absent:
					row = append(row, "-"+string(rune('A'+text)))
				case told != "":
					row = append(row, told)
				}
			}
			list = append(list, strings.Join(row, " "))
		}
		for _, l := range lone {
			if l.Only {
				list = append(list, "only "+letter(l.Text, l.Passage))
			}
		}
		return strings.Join(list, " | ")
	})
}

// TestMeasures compares the first sentences of two reports: what they have in
// common, by the names of the measures; nothing where they share too little.
func TestMeasures(t *testing.T) {
	cases.Run(t, "testdata/cases/measures.txt", func(asked string) string {
		a := aligned(asked)
		if len(a.byText[0]) == 0 || len(a.byText[1]) == 0 {
			return "not compared"
		}
		pairs := a.pairs()
		at, found := find(pairs.with[a.byText[0][0]], a.byText[1][0])
		if !found {
			return ""
		}
		p := pairs.measured[pairs.with[a.byText[0][0]][at].pair]
		p.Around = pairs.around(int(a.byText[0][0]), int(a.byText[1][0]))
		return named(PairMeasures(), p.Values())
	})
}

// TestQuestions asks the last report what the first sentences of the others
// tell.
func TestQuestions(t *testing.T) {
	cases.Run(t, "testdata/cases/questions.txt", func(asked string) string {
		a := aligned(asked)
		last := len(a.texts) - 1
		var group []int32
		for text := range last {
			group = append(group, a.byText[text][0])
		}
		q := a.question(group, last)
		return named(QuestionMeasures(), q.Values()) + ", nearest " + letter(last, a.units[q.passage].passage)
	})
}

// TestSolitaries asks the last report what the last sentence of the first
// tells.
func TestSolitaries(t *testing.T) {
	cases.Run(t, "testdata/cases/solitaries.txt", func(asked string) string {
		a := aligned(asked)
		own := a.byText[0]
		s := a.solitary(own[len(own)-1], len(a.texts)-1, a.likest(own[len(own)-1])[len(a.texts)-1])
		return named(SolitaryMeasures(), s.Values())
	})
}

// named returns values with their names, those of none left out.
func named(names []string, values []float64) string {
	var list []string
	for i, v := range values {
		if v != 0 {
			list = append(list, fmt.Sprintf("%s %.2f", names[i], v))
		}
	}
	return strings.Join(list, ", ")
}

// read is an event of three reports with what a person read in them: A1 and B1
// tell a fact, C1 a part of it; A2 stands alone.
func read() Lesson {
	return Lesson{
		Texts: textsOf("The mayor closed the north bridge of Tarn on Monday. Engineers found cracks in two of the hangers. " +
			"// The north bridge of Tarn was closed by the mayor on Monday. Shops near the river fear for their trade. " +
			"// The north bridge is closed to lorries and cars. A crowd of walkers watched the boats go by."),
		Facts: []map[int]Telling{
			{0: {Whole, []int{1}}, 1: {Whole, []int{1}}, 2: {Partly, []int{1}}},
			{0: {Whole, []int{2}}, 1: {}, 2: {}},
		},
		Sentences: []ReadSentence{{Text: 1, Passages: []int{2}, Others: map[int]Telling{0: {}, 2: {Partly, []int{2}}}}},
	}
}

// TestVerdicts says which passages labels put together and which apart.
func TestVerdicts(t *testing.T) {
	l := read()
	a := Align(vocabulary.New(english), l.Texts, nil)
	var got []string
	for pair, v := range a.verdicts(l) {
		u, w := a.units[pair[0]], a.units[pair[1]]
		if pair[0] < pair[1] && v != unknown {
			got = append(got, letter(u.text, u.passage)+letter(w.text, w.passage)+map[verdict]string{apart: " apart", together: " together"}[v])
		}
	}
	slices.Sort(got)
	want := []string{"A1B1 together", "A1B2 apart", "A2B1 apart", "A2B2 apart", "A2C1 apart", "A2C2 apart", "B2C1 apart"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

// TestSamples counts what is learned from: of each kind how many, and of which
// levels.
func TestSamples(t *testing.T) {
	l := read()
	a := Align(vocabulary.New(english), l.Texts, nil)
	for name, test := range map[string]struct {
		samples []graded
		want    string
	}{
		"groups": {a.groupSamples(l), "2:1 2:1 1:1"},
		"facts":  {a.factSamples(l), "2:0.5 2:0.5 1:0.5 0:0.5 0:0.5"},
		"lone":   {a.loneSamples(l), "0:1 1:1 2:0.3 1:0.3 2:0.3 1:0.3 0:0.3 0:0.3"},
	} {
		var got []string
		for _, s := range test.samples {
			got = append(got, fmt.Sprintf("%d:%.2g", s.level, s.weight))
		}
		if s := strings.Join(got, " "); s != test.want {
			t.Errorf("%s: got %s, want %s", name, s, test.want)
		}
	}
	together := 0
	samples := a.pairSamples(l)
	for _, s := range samples {
		if s.True {
			together++
		}
	}
	if together != 1 || len(samples) < 1 {
		t.Errorf("%d of %d pairs go together", together, len(samples))
	}
}

// TestCopies lets a text with the words of another have what that has, and
// counts for nothing.
func TestCopies(t *testing.T) {
	const a, b = "The mayor closed the north bridge of Tarn on Monday. Cracks were found in two hangers.", "The north bridge of Tarn was closed by the mayor on Monday. Shops fear for their trade."
	once, twice := aligned(a+" // "+b), aligned(a+" // "+b+" // "+a)
	if got := twice.Copies(2); !slices.Equal(got, []int{0, 2}) {
		t.Errorf("copies of C: %v", got)
	}
	p, _ := once.Statements()
	q, lone := twice.Statements()
	if len(p) != 1 || len(q) != 1 || !slices.Equal(q[0].Cells[2].Passages, q[0].Cells[0].Passages) || q[0].Cells[2].Standing != Tells || q[0].Cells[1].Answer != p[0].Cells[1].Answer {
		t.Errorf("got %+v, without the copy %+v", q, p)
	}
	for _, l := range lone {
		if l.Only && l.Text != 1 {
			t.Errorf("%s is said to stand alone, and has a copy", letter(l.Text, l.Passage))
		}
	}
	if between(once, 0, 1, 1, 1) <= between(once, 0, 1, 1, 2) || between(once, 0, 0, 1, 1) != 0 || once.Weight("bridg") <= 0 || once.Weight("zebra") != 0 || once.Terms(0, 0) != nil || len(once.Terms(0, 1)) != 10 {
		t.Errorf("likeness %v and %v, weight %v, terms %v", between(once, 0, 1, 1, 1), between(once, 0, 1, 1, 2), once.Weight("bridg"), once.Terms(0, 1))
	}
}

// between returns the probability that passages of two texts tell one fact; 0
// where one has too little content.
func between(a *Alignment, text, passage, other, otherPassage int) float64 {
	u, v := a.at[a.same[text]][passage], a.at[a.same[other]][otherPassage]
	if u < 0 || v < 0 {
		return 0
	}
	return a.likeness(u, v)
}
