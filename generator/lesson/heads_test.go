package lesson

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"parallax/generator/corpus"
	"parallax/generator/entity"
	"parallax/generator/framing"
	"parallax/generator/text"
)

// headlinesOnly returns a maker of reports of which nothing but the headlines,
// single words and names may be shown.
func headlinesOnly(headlines ...string) *maker {
	c := &framing.Comparison{Event: "fair"}
	var articles []*corpus.Article
	for i, h := range headlines {
		const body = "The fair on the green was closed by the wind at noon."
		a := &corpus.Article{ID: "fair/" + strconv.Itoa(i), Text: h + "\n" + body, Language: "en", Blocks: make([]corpus.Block, 10)}
		a.Passages = []corpus.Passage{{Span: text.Span{End: len(h)}}, {Span: text.Span{Start: len(h) + 1, End: len(a.Text)}}}
		if from := strings.Index(h, "“"); from >= 0 {
			a.Quotations = []text.Span{{Start: from + len("“"), End: strings.Index(h, "”")}}
		}
		articles = append(articles, a)
		c.Articles = append(c.Articles, framing.Article{ID: a.ID})
	}
	return &maker{Material: Material{
		Comparison: c, Articles: articles, Languages: builtin(), Sort: func(int) string { return "" }, Clean: func(words string) bool { return !strings.Contains(words, "Gazette") },
		Shows: func(article int, s text.Span) bool { return s.Len() < 15 || s.Start == 0 },
	}}
}

// answers returns the right options of the exercise that was made, "none" if
// none was.
func answers(made []Exercise) string {
	if len(made) == 0 || !sound(&made[0]) {
		return "none"
	}
	var list []string
	for _, o := range made[0].Options {
		switch {
		case o.Right && o.Excerpt > 0:
			list = append(list, strconv.Itoa(o.Excerpt))
		case o.Right:
			list = append(list, o.Words)
		}
	}
	slices.Sort(list)
	return strings.Join(list, " ")
}

// What is asked of headlines can be answered from them, and nothing is asked
// where one of them is in doubt.
func TestHeadlines(t *testing.T) {
	const shut, storm, green = "Fair shut early in Larkwell", "Storm empties Larkwell", "Families leave the green at noon"
	for name, c := range map[string]struct {
		headlines                          []string
		shared, own, figure, marks, teller string
	}{
		"three":             {[]string{shut, storm, green}, "Larkwell", "Storm", "none", "none", "none"},
		"two":               {[]string{shut, storm}, "none", "none", "none", "none", "none"},
		"twice the same":    {[]string{shut, shut, storm}, "none", "none", "none", "none", "none"},
		"a figure":          {[]string{shut, storm + ", 300 flee", green}, "Larkwell", "Fair", "2", "none", "none"},
		"a number in words": {[]string{shut, storm + ", 300 flee", "Two families leave the green"}, "Larkwell", "Fair", "none", "none", "none"},
		"a year":            {[]string{shut, storm + " as in 1987", green}, "Larkwell", "Fair", "none", "none", "none"},
		"a quotation":       {[]string{shut, "Larkwell was “never in danger”", green}, "Larkwell", "never", "none", "2", "none"},
		"half a quotation":  {[]string{shut, "Larkwell was “never in danger”", "Families' 'anger"}, "Larkwell", "Families", "none", "none", "none"},
		"a word like it":    {[]string{shut, storm, "The Larkspur sails"}, "none", "sails", "none", "none", "none"},
	} {
		m := headlinesOnly(c.headlines...)
		for kind, x := range map[Kind]struct {
			made []Exercise
			want string
		}{Shared: {m.shared(), c.shared}, Own: {m.own(), c.own}, Figure: {m.figures(), c.figure}, Marks: {m.quoting(), c.marks}, Teller: {m.tellers(), c.teller}} {
			if got := answers(x.made); got != x.want {
				t.Errorf("%s: %s: %q, want %q", name, kind, got, x.want)
			}
		}
	}
}

// A headline says who says it by a verb of saying; a colon leaves it in doubt.
func TestTellers(t *testing.T) {
	for third, want := range map[string]string{"Families leave the green": "1", "Larkwell: families leave": "none"} {
		m := headlinesOnly("Mayor says fair was safe", "Storm empties Larkwell", third)
		m.Voices.Attributions = []framing.Attribution{{Speaker: "mayor", Cue: []text.Span{{Start: 6, End: 10}}, Verb: "say"}}
		if got := answers(m.tellers()); got != want {
			t.Errorf("%s: %s, want %s", third, got, want)
		}
	}
}

// The model is a headline that has little besides what is common, or none.
func TestHeadlineOfHeadlines(t *testing.T) {
	for first, want := range map[string]string{
		"Storm in Larkwell":                            "Storm in Larkwell",
		"Wet afternoon follows a storm over the parks": "",
	} {
		m := headlinesOnly(first, "Storm empties the fair grounds of Larkwell early", "Families leave the green at noon")
		made := m.headlineOfHeadlines()
		if len(made) != 1 {
			t.Fatalf("%s: %d exercises", first, len(made))
		}
		got := ""
		if len(made[0].Models) > 1 {
			got = made[0].Models[1].Args["headline"][0]
		}
		if got != want {
			t.Errorf("%s: model %q, want %q", first, got, want)
		}
	}
}

// Who is heard is a person or a body, in one report and not in the other, and no
// outlet.
func TestHeard(t *testing.T) {
	speaker := func(name string, group entity.Group) framing.Speaker {
		return framing.Speaker{Name: name, Group: group}
	}
	for name, c := range map[string]struct {
		first, second []framing.Speaker
		want          string
	}{
		"two":              {[]framing.Speaker{speaker("Ada Quist", entity.Unknown)}, []framing.Speaker{speaker("police", entity.Police)}, "Ada Quist | police"},
		"one in both":      {[]framing.Speaker{speaker("Ada Quist", entity.Unknown), speaker("Ida Mossberg", entity.Unknown)}, []framing.Speaker{speaker("Quist", entity.Unknown), speaker("police", entity.Police)}, "Ida Mossberg | police"},
		"the same":         {[]framing.Speaker{speaker("Ada Quist", entity.Unknown)}, []framing.Speaker{speaker("Ms Quist", entity.Unknown)}, ""},
		"a thing":          {[]framing.Speaker{speaker("video", entity.Unknown)}, []framing.Speaker{speaker("police", entity.Police)}, ""},
		"a common noun":    {[]framing.Speaker{speaker("Reports", entity.Unknown)}, []framing.Speaker{speaker("police", entity.Police)}, ""},
		"an outlet's name": {[]framing.Speaker{speaker("Larkwell Gazette", entity.Unknown)}, []framing.Speaker{speaker("police", entity.Police)}, ""},
	} {
		m := headlinesOnly("Fair shut", "Storm empties Larkwell")
		m.Voices.Sides = []framing.VoiceSide{{Article: 0, Speakers: c.first}, {Article: 1, Speakers: c.second}}
		got := ""
		for _, x := range m.heard() {
			got = strings.Join(x.Models[0].Args["names"], ", ") + " | " + strings.Join(x.Models[1].Args["names"], ", ")
		}
		if got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

// Where a statement stands is asked if one report begins with it and another has
// it far down.
func TestPlaces(t *testing.T) {
	for name, c := range map[string]struct {
		paragraph int
		position  float64
		sure      float64
		want      int
	}{
		"far down": {8, 0.8, 0.8, 1}, "near": {2, 0.1, 0.8, 0}, "in a short report": {3, 0.9, 0.8, 0}, "not sure": {8, 0.8, 0.4, 0},
	} {
		m := headlinesOnly("Fair shut early", "Storm empties Larkwell")
		span := m.span(1, 1)
		m.Coverage.Statements = []framing.Statement{{ID: "s1", Heading: "Fair on the green was closed by the wind", Clause: true, Cells: []framing.Cell{
			{Article: 0, Band: "same", Sure: 0.8, Paragraph: 1, Said: m.span(0, 1), Evidence: []framing.Evidence{{Passage: 1, Span: m.span(0, 1)}}},
			{Article: 1, Band: "same", Sure: c.sure, Paragraph: c.paragraph, Position: c.position, Evidence: []framing.Evidence{{Article: 1, Passage: 1, Span: span}}},
		}}}
		if got := m.places(); len(got) != c.want {
			t.Errorf("%s: %d exercises, want %d", name, len(got), c.want)
		}
	}
}

// Single words: what judges is marked and no name, what tells stands in most
// reports; a verb that only reports takes no side.
func TestSingleWords(t *testing.T) {
	m := headlinesOnly("Shocking closure of the green angers", "Storm empties Larkwell", "Families leave")
	mark := func(words string) framing.Mark {
		at := strings.Index(m.Articles[0].Text, words)
		return framing.Mark{Evidence: framing.Evidence{Span: text.Span{Start: at, End: at + len(words)}}, Kind: "loaded"}
	}
	m.Tone.Sides = []framing.ToneSide{{Marks: []framing.Mark{mark("Shocking"), mark("angers")}}}
	if got := answers(m.judging()); got != "angers" {
		t.Errorf("judging: %q", got)
	}
	cue := []text.Span{{Start: 0, End: 8}}
	m.Voices.Attributions = []framing.Attribution{
		{Verb: "say", Stance: "neutral", Cue: cue}, {Verb: "tell", Stance: "neutral", Cue: cue}, {Verb: "exhort", Stance: "neutral", Cue: cue},
		{Verb: "claim", Stance: "doubting", Cue: cue}, {Verb: "insist", Stance: "certain", Cue: cue}, {Verb: "insist", Stance: "doubting", Cue: cue},
	}
	if got := answers(m.sayings()); got != "claim" {
		t.Errorf("saying: %q", got)
	}
	label := func(article int, words string, own bool) framing.NamingSide {
		return framing.NamingSide{Article: article, Labels: []framing.Label{{Text: words, Count: 1, Own: own, Evidence: []framing.Evidence{{Article: article, Span: text.Span{End: 5}}}}}}
	}
	for want, sides := range map[string][]framing.NamingSide{
		"showmen/stallholders": {label(0, "showmen", true), label(1, "stallholders", true)},
		"":                     {label(0, "showmen", true), label(1, "the old showmen", true), label(2, "stallholders", false)},
	} {
		m.Naming.Participants = []framing.Participant{{ID: "p", Contrast: 0.5, Sides: sides}}
		got := ""
		for _, x := range m.called() {
			got = x.Prompt.Args["here"][0] + "/" + x.Prompt.Args["there"][0]
		}
		if got != want {
			t.Errorf("called: %q, want %q", got, want)
		}
	}
}

// An excerpt is so much of a passage as may be shown, if that has the point.
func TestPiecesOfPassages(t *testing.T) {
	m := headlinesOnly("Fair shut", "Storm empties Larkwell")
	a := m.Articles[0]
	at := strings.Index(a.Text, "closed")
	e := framing.Evidence{Passage: 1, Span: text.Span{Start: at, End: at + len("closed")}}
	m.Shows = func(int, text.Span) bool { return false }
	for _, c := range []struct{ from, to, want string }{{"was", "wind", "was closed by the wind"}, {"The", "green", ""}, {"closed", "d by", "closed by"}} {
		from := strings.Index(a.Text, c.from)
		to := strings.Index(a.Text, c.to) + len(c.to)
		m.Piece = func(framing.Evidence) text.Span { return text.Span{Start: from, End: to} }
		got := ""
		if x, ok := m.excerpt(e); ok {
			got = m.words(x.Evidence)
		}
		if got != c.want {
			t.Errorf("from %q to %q: %q, want %q", c.from, c.to, got, c.want)
		}
	}
}
