package event

import (
	"slices"

	"parallax/generator/address"
	"parallax/generator/corpus"
	"parallax/generator/framing"
	"parallax/generator/message"
	"parallax/generator/page/frame"
)

// A Saying is the sentence of a finding with the passages it rests on.
type Saying struct {
	ID     string // fragment on the page
	Signal string
	Text   string
	Refs   []Ref
	More   int    // passages beyond those of Refs
	Rule   string // link to the rule on the method page
	By     string // whose decision it is; empty if it is the program's
}

// A Ref is a link to a passage behind a sentence or a figure.
type Ref struct {
	Who   frame.Who
	Place string // "headline", "paragraph 3"
	Href  string
}

// refsShown is how many passages a sentence lists before "and 3 more".
const refsShown = 8

// saying returns the sentence of a finding.
func (b *Builder) saying(f *framing.Finding) *Saying {
	s := &Saying{ID: f.ID, Signal: string(f.Signal), Text: b.Sentence(f.Says), Rule: b.rule(string(f.Signal)), By: b.decided(f.ID)}
	s.Refs = b.refs(f.Evidence)
	if len(s.Refs) > refsShown {
		s.More = len(s.Refs) - refsShown
		s.Refs = s.Refs[:refsShown]
	}
	return s
}

// Sentence says a message of the comparison. The arguments that hold letters
// of articles are said as names.
func (b *Builder) Sentence(m message.Message) string {
	said := message.Message{Key: m.Key, Count: m.Count, Args: make(map[string][]string, len(m.Args))}
	for name, values := range m.Args {
		said.Args[name] = make([]string, len(values))
		for i, v := range values {
			said.Args[name][i] = b.argument(name, v)
		}
	}
	return b.Clean(b.Messages.Say(said))
}

// argument returns one argument of a message as this twin says it.
func (b *Builder) argument(name, value string) string {
	if framing.HoldsLetters(name) {
		for i, w := range b.Who {
			if b.Comparison.Articles[i].Letter == value {
				return w.Name
			}
		}
	}
	return b.Clean(value)
}

// rule returns the link to what the method page says of a rule or signal.
func (b *Builder) rule(name string) string {
	return address.Root(address.Event("x", "x")) + address.Method + "#" + name
}

// refs returns links to the passages of evidence, each passage once, in the
// order of the articles.
func (b *Builder) refs(evidence []framing.Evidence) []Ref {
	var refs []Ref
	seen := map[[2]int]bool{}
	sorted := slices.SortedStableFunc(slices.Values(evidence), func(x, y framing.Evidence) int { return x.Article - y.Article })
	for _, e := range sorted {
		if at := [2]int{e.Article, e.Passage}; !seen[at] {
			seen[at] = true
			refs = append(refs, b.Ref(e.Article, e.Passage))
		}
	}
	return refs
}

// Ref returns the link to a passage.
func (b *Builder) Ref(article, passage int) Ref {
	return Ref{Who: b.Who[article], Place: b.place(article, passage), Href: b.passageHref(article, passage)}
}

// passageHref returns the link to a passage in the article's text.
func (b *Builder) passageHref(article, passage int) string {
	id := b.Articles[article].Passages[passage].ID
	if b.blind {
		return b.Who[article].Href + "-" + id
	}
	return b.Who[article].Href + "#" + id
}

// place says where in its article a passage stands.
func (b *Builder) place(article, passage int) string {
	a := b.Articles[article]
	if n := paragraphOf(a, a.Passages[passage].Block); n > 0 {
		return b.Count("place.paragraph", n)
	}
	return b.Text("place.headline")
}

// paragraphOf returns the 1-based number of a block among the blocks of the
// body, 0 for the headline.
func paragraphOf(_ *corpus.Article, block int) int { return block }

// top returns the strongest difference that a signal found, or nil.
func (b *Builder) top(signal framing.Signal) *Saying {
	for i := range b.Comparison.Findings {
		if f := &b.Comparison.Findings[i]; f.Signal == signal && !f.Common {
			return b.Findings[f.ID]
		}
	}
	return nil
}
