package page

import (
	"slices"

	"parallax/generator/corpus"
	"parallax/generator/framing"
	"parallax/generator/message"
)

// A Saying is the sentence of a finding with the passages it rests on.
type Saying struct {
	ID     string // fragment on the page
	Signal string
	Text   string
	Refs   []Ref
	More   int    // passages beyond those of Refs
	Rule   string // link to the rule on the method page
}

// A Ref is a link to a passage behind a sentence or a figure.
type Ref struct {
	Who   Who
	Place string // "headline", "¶3"
	Href  string
}

// refsShown is how many passages a sentence lists before "and 3 more".
const refsShown = 8

// saying returns the sentence of a finding.
func (b *builder) saying(f *framing.Finding) *Saying {
	s := &Saying{ID: f.ID, Signal: string(f.Signal), Text: b.sentence(f.Says), Rule: b.rule(string(f.Signal))}
	s.Refs = b.refs(f.Evidence)
	if len(s.Refs) > refsShown {
		s.More = len(s.Refs) - refsShown
		s.Refs = s.Refs[:refsShown]
	}
	return s
}

// sentence says a message of the comparison. The arguments that hold letters
// of articles are said as names.
func (b *builder) sentence(m message.Message) string {
	said := message.Message{Key: m.Key, Count: m.Count, Args: make(map[string][]string, len(m.Args))}
	for name, values := range m.Args {
		said.Args[name] = make([]string, len(values))
		for i, v := range values {
			said.Args[name][i] = b.argument(name, v)
		}
	}
	return b.clean(b.site.Messages.Say(said))
}

// argument returns one argument of a message as this twin says it.
func (b *builder) argument(name, value string) string {
	if slices.Contains([]string{"outlet", "outlets", "others"}, name) {
		for _, w := range b.who {
			if w.Letter == value {
				return w.Name
			}
		}
	}
	return b.clean(value)
}

// rule returns the link to what the method page says of a rule or signal.
func (b *builder) rule(name string) string {
	return root(eventPath("x", "x")) + methodPath + "#" + name
}

// refs returns links to the passages of evidence, each passage once, in the
// order of the articles.
func (b *builder) refs(evidence []framing.Evidence) []Ref {
	var refs []Ref
	seen := map[[2]int]bool{}
	sorted := slices.SortedStableFunc(slices.Values(evidence), func(x, y framing.Evidence) int { return x.Article - y.Article })
	for _, e := range sorted {
		if at := [2]int{e.Article, e.Passage}; !seen[at] {
			seen[at] = true
			refs = append(refs, b.ref(e.Article, e.Passage))
		}
	}
	return refs
}

// ref returns the link to a passage.
func (b *builder) ref(article, passage int) Ref {
	return Ref{Who: b.who[article], Place: b.place(article, passage), Href: b.passageHref(article, passage)}
}

// passageHref returns the link to a passage in the article's text.
func (b *builder) passageHref(article, passage int) string {
	id := b.articles[article].Passages[passage].ID
	if b.blind {
		return b.who[article].Href + "-" + id
	}
	return b.who[article].Href + "#" + id
}

// place says where in its article a passage stands.
func (b *builder) place(article, passage int) string {
	a := b.articles[article]
	if n := paragraphOf(a, a.Passages[passage].Block); n > 0 {
		return b.count("place.paragraph", n)
	}
	return b.text("place.headline")
}

// paragraphOf returns the 1-based number of a block among the blocks of the
// body, 0 for the headline.
func paragraphOf(_ *corpus.Article, block int) int { return block }
