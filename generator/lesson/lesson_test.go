package lesson

import (
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"

	"parallax/generator/corpus"
	"parallax/generator/framing"
	"parallax/generator/message"
	"parallax/generator/text"
)

// The reports of an invented fair. A line is a passage; the first is the
// headline.
var reports = []string{
	`Fair closed early
The fair was closed at noon because of the wind.
"Nobody was in danger," said Ada Quist.
The greedy organisers kept selling tickets after the first warning.
A striped tent fell on parked vans beside the river.`,
	`Mayor shuts fair
Mayor Lund closed the fair at noon because of the wind.
Ada Quist admitted that nobody had been warned.
The organisers went on selling tickets after the first warning.
The showmen lost a day, the mayor told them.`,
	`Fair ends at noon
Wind ended the fair at noon.
The stallholders lost a day, the police said.`,
}

// settled are the passages of each report that can be judged by themselves.
var settled = [][]int{{1, 3, 4}, {1, 3}, {1}}

// sample returns the articles and a comparison without findings.
func sample() (*framing.Comparison, []*corpus.Article) {
	c := &framing.Comparison{Event: "fair"}
	var articles []*corpus.Article
	for i, report := range reports {
		a := &corpus.Article{ID: "fair/" + strconv.Itoa(i), Text: report, Language: "en"}
		at := 0
		for line := range strings.SplitSeq(report, "\n") {
			a.Passages = append(a.Passages, corpus.Passage{Span: text.Span{Start: at, End: at + len(line)}})
			at += len(line) + 1
		}
		articles = append(articles, a)
		c.Articles = append(c.Articles, framing.Article{ID: a.ID, Letter: string(rune('A' + i)), Settled: settled[i]})
	}
	return c, articles
}

// at returns evidence for words of a report.
func at(t *testing.T, article int, words string) framing.Evidence {
	t.Helper()
	start := strings.Index(reports[article], words)
	if start < 0 {
		t.Fatalf("report %d does not hold %q", article, words)
	}
	return framing.Evidence{Article: article, Passage: strings.Count(reports[article][:start], "\n"), Span: text.Span{Start: start, End: start + len(words)}}
}

// statement returns a statement that passages surely carry, in its own words
// where a report has them.
func statement(id, heading, reach string, at ...framing.Evidence) framing.Statement {
	s := framing.Statement{ID: id, Heading: heading, Reach: reach}
	for _, e := range at {
		cell := framing.Cell{Article: e.Article, Band: "same", Score: 0.8, Sure: 0.8, Evidence: []framing.Evidence{e}}
		if start := strings.Index(reports[e.Article], heading); start >= 0 {
			cell.Said = text.Span{Start: start, End: start + len(heading)}
		}
		s.Cells = append(s.Cells, cell)
	}
	return s
}

// full returns a comparison from which an exercise of each kind can be made.
func full(t *testing.T) (*framing.Comparison, []*corpus.Article) {
	c, articles := sample()
	c.Agency.Agentless = []framing.Agentless{{Kind: "passive", Deed: at(t, 0, "closed at"), Agent: at(t, 1, "Mayor Lund"), Verb: at(t, 1, "closed")}}
	c.Voices.Attributions = []framing.Attribution{
		{Article: 0, Passage: 2, Cue: []text.Span{at(t, 0, "said").Span}, Speaker: "Ada Quist", Stance: "neutral"},
		{Article: 1, Passage: 2, Cue: []text.Span{at(t, 1, "admitted").Span}, Speaker: "Ada Quist", Stance: "conceding"},
	}
	c.Coverage.Statements = []framing.Statement{
		statement("s1", "Nobody was in danger", "some", at(t, 0, "Nobody"), at(t, 1, "Ada Quist")),
		statement("s2", "selling tickets", "some", at(t, 0, "greedy"), at(t, 1, "selling")),
		statement("s3", "A striped tent fell on parked vans beside the river", "some", at(t, 0, "A striped")),
	}
	c.Tone.Sides = []framing.ToneSide{{Article: 0, Marks: []framing.Mark{{Evidence: at(t, 0, "greedy"), Kind: "loaded"}}}}
	label := func(e framing.Evidence, own bool) framing.NamingSide {
		words := e.Span.Of(reports[e.Article])
		return framing.NamingSide{Article: e.Article, Labels: []framing.Label{{Text: words, Count: 1, Own: own, Evidence: []framing.Evidence{e}}}}
	}
	c.Naming.Participants = []framing.Participant{
		{ID: "showmen", Name: "showmen", Contrast: 1, Sides: []framing.NamingSide{label(at(t, 1, "showmen"), true), label(at(t, 2, "stallholders"), true)}},
		{ID: "mayor", Name: "mayor", Sides: []framing.NamingSide{label(at(t, 1, "mayor told"), false)}},
		{ID: "police", Name: "police", Sides: []framing.NamingSide{label(at(t, 2, "police"), false)}},
	}
	return c, articles
}

// everything may be shown.
func everything(int, text.Span) bool { return true }

// material returns what a lesson is made from.
func material(c *framing.Comparison, articles []*corpus.Article, shows func(int, text.Span) bool) Material {
	sorts := []string{"daily", "weekly", "newsletter"}
	return Material{Comparison: c, Articles: articles, Languages: builtin(), Shows: shows, Sort: func(i int) string { return sorts[i] }, Clean: func(string) bool { return true }}
}

// find returns the exercise of a kind, or nil.
func find(l *Lesson, kind Kind) *Exercise {
	for i := range l.Exercises {
		if l.Exercises[i].Kind == kind {
			return &l.Exercises[i]
		}
	}
	return nil
}

// right returns the right options of an exercise as words, numbers of the
// articles behind excerpts, or articles.
func right(x *Exercise) string {
	var list []string
	for _, o := range x.Options {
		switch {
		case !o.Right:
		case o.Words != "":
			list = append(list, o.Words)
		case o.Excerpt > 0:
			list = append(list, "excerpt of "+strconv.Itoa(x.Excerpts[o.Excerpt-1].Article))
		default:
			list = append(list, "report "+strconv.Itoa(o.Article))
		}
	}
	return strings.Join(list, ", ")
}

func TestMake(t *testing.T) {
	c, articles := full(t)
	l := Make(material(c, articles, everything))
	for kind, want := range map[Kind]string{
		Agency: "excerpt of 1", Verb: "admitted", Loaded: "greedy", Naming: "stallholders",
	} {
		if x := find(l, kind); x == nil {
			t.Errorf("no exercise on %s", kind)
		} else if got := right(x); got != want {
			t.Errorf("%s: the right answer is %q, want %q", kind, got, want)
		}
	}
	last := 0 // place of the kind that leads a group on the same excerpts
	for i, x := range l.Exercises {
		place := slices.Index(Kinds(), x.Kind)
		if i > 0 && x.reads() == l.Exercises[i-1].reads() {
			continue
		}
		if place < last {
			t.Errorf("%s comes after %s", x.Kind, Kinds()[last])
		}
		last = place
	}
	if got := l.Minutes(); got != 30 {
		t.Errorf("%d minutes, want 30", got)
	}
	again, more := full(t)
	if !reflect.DeepEqual(l, Make(material(again, more, everything))) {
		t.Error("the same comparison gives another lesson")
	}
}

// An exercise in doubt is not made. Each case takes one reason away from the
// full comparison.
func TestDoubt(t *testing.T) {
	for name, c := range map[string]struct {
		kind  Kind
		spoil func(c *framing.Comparison, articles []*corpus.Article)
	}{
		"the agent stands in the other excerpt too": {Agency, func(c *framing.Comparison, _ []*corpus.Article) {
			c.Agency.Agentless[0].Deed = at(t, 1, "told them")
		}},
		"agent and deed of one article": {Agency, func(c *framing.Comparison, _ []*corpus.Article) {
			c.Agency.Agentless[0].Deed = at(t, 1, "warned")
		}},
		"a retelling": {Agency, func(_ *framing.Comparison, articles []*corpus.Article) { articles[0].Paraphrase = true }},
		"another deed": {Agency, func(c *framing.Comparison, _ []*corpus.Article) {
			c.Agency.Agentless[0].Verb = at(t, 1, "told")
		}},
		"two attributions in a passage": {Verb, func(c *framing.Comparison, _ []*corpus.Article) {
			c.Voices.Attributions = append(c.Voices.Attributions, c.Voices.Attributions[1])
		}},
		"both verbs mark the words": {Verb, func(c *framing.Comparison, _ []*corpus.Article) {
			c.Voices.Attributions[0].Stance = "conceding"
		}},
		"another speaker":   {Verb, func(c *framing.Comparison, _ []*corpus.Article) { c.Voices.Attributions[0].Speaker = "Mayor Lund" }},
		"another statement": {Verb, func(c *framing.Comparison, _ []*corpus.Article) { c.Coverage.Statements[0].Cells[1].Band = "related" }},
		"two loaded words": {Loaded, func(c *framing.Comparison, _ []*corpus.Article) {
			c.Tone.Sides[0].Marks = append(c.Tone.Sides[0].Marks, framing.Mark{Evidence: at(t, 0, "organisers"), Kind: "loaded"})
		}},
		"the other passage is loaded too": {Loaded, func(c *framing.Comparison, _ []*corpus.Article) {
			c.Tone.Sides[0].Marks = append(c.Tone.Sides[0].Marks, framing.Mark{Evidence: at(t, 1, "selling"), Kind: "loaded"})
		}},
		"nobody else tells it": {Loaded, func(c *framing.Comparison, _ []*corpus.Article) {
			c.Coverage.Statements[1].Cells = c.Coverage.Statements[1].Cells[:1]
		}},
		"one label for both": {Naming, func(c *framing.Comparison, _ []*corpus.Article) {
			c.Naming.Participants[0].Sides[1].Labels[0].Own = false
		}},
		"little contrast":      {Naming, func(c *framing.Comparison, _ []*corpus.Article) { c.Naming.Participants[0].Contrast = 0.2 }},
		"nobody else is named": {Naming, func(c *framing.Comparison, _ []*corpus.Article) { c.Naming.Participants = c.Naming.Participants[:1] }},
	} {
		t.Run(name, func(t *testing.T) {
			comparison, articles := full(t)
			c.spoil(comparison, articles)
			if x := find(Make(material(comparison, articles, everything)), c.kind); x != nil {
				t.Errorf("an exercise was made: %+v", *x)
			}
		})
	}
}

func TestNothingIsMadeOfWhatMayNotBeShown(t *testing.T) {
	c, articles := full(t)
	if l := Make(material(c, articles, func(int, text.Span) bool { return false })); len(l.Exercises) > 0 {
		t.Errorf("%d exercises were made", len(l.Exercises))
	}
}

func TestSound(t *testing.T) {
	for name, c := range map[string]struct {
		options []Option
		several bool
		want    bool
	}{
		"one right":         {[]Option{{Words: "a", Right: true}, {Words: "b"}}, false, true},
		"two right":         {[]Option{{Words: "a", Right: true}, {Words: "b", Right: true}, {Words: "c"}}, false, false},
		"two right allowed": {[]Option{{Article: 0, Right: true}, {Article: 1, Right: true}, {Article: 2}}, true, true},
		"none right":        {[]Option{{Words: "a"}, {Words: "b"}}, false, false},
		"none wrong":        {[]Option{{Article: 0, Right: true}}, true, false},
		"twice the same":    {[]Option{{Words: "said", Right: true}, {Words: "Said"}}, false, false},
	} {
		form := Choice
		if c.several {
			form = Choices
		}
		if got := sound(&Exercise{Form: form, Options: c.options}); got != c.want {
			t.Errorf("%s: %v", name, got)
		}
	}
}

func TestClashes(t *testing.T) {
	shown := Excerpt{Evidence: framing.Evidence{Article: 1, Passage: 2, Span: text.Span{Start: 4, End: 9}}}
	l := &Lesson{Exercises: []Exercise{{Kind: Loaded, Prompt: message.New("lesson.loaded"), Excerpts: []Excerpt{shown}, Options: []Option{{Words: "greedy", Right: true}, {Words: "fair"}}}}}
	for name, c := range map[string]struct {
		x    Exercise
		want bool
	}{
		"the same excerpt":              {Exercise{Kind: Loaded, Excerpts: []Excerpt{shown}}, true},
		"calls wrong what is right":     {Exercise{Kind: Loaded, Options: []Option{{Words: "Greedy"}}}, true},
		"calls right what is wrong":     {Exercise{Kind: Loaded, Options: []Option{{Words: "fair", Right: true}}}, true},
		"another kind":                  {Exercise{Kind: Naming, Excerpts: []Excerpt{shown}, Options: []Option{{Words: "greedy"}}}, false},
		"the same words, wrong in both": {Exercise{Kind: Loaded, Options: []Option{{Words: "fair"}}}, false},
	} {
		if got := l.clashes(&c.x); got != c.want {
			t.Errorf("%s: %v", name, got)
		}
	}
}
