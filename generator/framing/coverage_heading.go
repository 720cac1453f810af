package framing

import (
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"parallax/generator/reading"
	"parallax/generator/text"
	"parallax/generator/text/vocabulary"
)

// longestHeading is how many words a heading has at most.
const longestHeading = 14

// usualHeading is how many words a heading has unless more say much more.
const usualHeading = 11

// leastSaid is how much of what a heading can say of what is shared a clause
// must say to be preferred to a thing or a name.
const leastSaid = 0.35

// titler finds the heading of one statement.
//
// A heading is a run of words as they stand in one of the passages: a clause
// from its subject on, or a noun phrase, without the article before it. It
// says most of what the passages share and little besides.
type titler struct {
	*comparing
	cells    []Cell
	terms    [][][]vocabulary.Term // of each passage of each cell
	shares   map[string]float64    // by content word: 0 for one of a single cell, 1 for one of all
	speakers map[string]bool       // content words of the sources of what the cells tell as said
}

// A title is a run of words that can be a heading.
type title struct {
	words  string
	worth  float64
	clause bool              // with a finite verb, so that it can be true
	named  bool              // nothing but names
	terms  []vocabulary.Term // those that carry content
	actor  int               // how many of the terms are the subject of a clause; they come first
	reach  float64           // share of the articles that tell the statement which tell what it says
}

// titles returns the heading of a statement whose central passage is the first
// of the centre's, and the best one of which every cell has all that it says;
// the latter is empty if there is none.
func (c *comparing) titles(s Statement, centre int) (heading, held title) {
	return c.titler(s).best(centre)
}

// titler prepares the cells of a statement.
func (c *comparing) titler(s Statement) *titler {
	x := &titler{comparing: c, cells: s.Cells}
	for _, cell := range s.Cells {
		var terms [][]vocabulary.Term
		for _, e := range cell.Evidence {
			terms = append(terms, c.passageTerms(e))
		}
		x.terms = append(x.terms, terms)
	}
	x.shares, x.speakers = x.sharesOf(), x.speakersOf()
	return x
}

// best chooses among the titles that the cells offer.
func (x *titler) best(centre int) (heading, held title) {
	list := x.candidates()
	for i := range list {
		reach := x.reach(list[i].title)
		list[i].reach, list[i].clause = reach, list[i].clause && reach >= leastReach
		if list[i].worth > 0 {
			list[i].worth *= reach * reach
		}
	}
	most := 0.0
	for _, t := range list {
		most = max(most, t.gain)
	}
	said := false // the heading is a clause that says enough of what is shared
	for _, t := range list {
		says := t.clause && t.gain >= leastSaid*most
		if heading.words == "" || says && !said || says == said && t.better(heading) {
			heading, said = t.title, says
		}
		if t.held && t.worth > 0 && (held.words == "" || t.better(held)) {
			held = t.title
		}
	}
	if heading.words == "" {
		i := max(0, slices.IndexFunc(x.cells, func(cell Cell) bool { return cell.Article == centre }))
		heading.words = x.beginning(x.cells[i].Evidence[0])
	}
	return heading, held
}

const (
	// A passage tells a clause if it has half of who acts and leastTold of what
	// is said, or mostTold of that, whatever it calls who acts.
	halfTold  = 0.5
	leastTold = 0.4
	mostTold  = 0.75
	// leastReach is the least share of the articles that tell a statement which
	// tell what a clause says of it: else it stands for less than they report.
	leastReach = 0.7
)

// reach returns the share of the cells that tell what a title says.
func (x *titler) reach(t title) float64 {
	n, all := 0, 0
	for i := range x.cells {
		if !x.cells[i].Told() {
			continue
		}
		all++
		if x.tells(t, i) {
			n++
		}
	}
	return ratioOf(float64(n), float64(all))
}

// tells reports whether a passage of a cell has most of what a title says: of a
// clause both who acts and what is said of whoever it is, so that nobody is
// said to have done what another did.
func (x *titler) tells(t title, cell int) bool {
	return slices.ContainsFunc(x.terms[cell], func(passage []vocabulary.Term) bool {
		said := x.told(t.terms[t.actor:], passage)
		return said >= mostTold || said >= leastTold && x.told(t.terms[:t.actor], passage) >= halfTold
	})
}

// told returns the share of terms that a passage has, by weight: 1 if it has
// all, or if there are none.
func (x *titler) told(terms, passage []vocabulary.Term) float64 {
	has, all := 0.0, 0.0
	for _, w := range terms {
		weight := x.alignment().Weight(w.Key)
		all += weight
		likest := 0.0
		for _, other := range passage {
			switch {
			case other.Key == w.Key:
				likest = 1
			case !other.Stop:
				likest = max(likest, x.vocabulary().Alike(w.Key, other.Key))
			}
		}
		has += weight * likest
	}
	if all == 0 {
		return 1
	}
	return has / all
}

// candidates returns the titles that the passages of the cells that tell the
// statement offer.
func (x *titler) candidates() []candidate {
	var list []candidate
	for i := range x.cells {
		if x.cells[i].Told() {
			for _, e := range x.cells[i].Evidence[:min(len(x.cells[i].Evidence), passagesForTitle)] {
				list = append(list, x.of(e, x.cells[i].Score)...)
			}
		}
	}
	return list
}

// passagesForTitle is how many passages of a cell offer titles: the ones after
// them tell less directly.
const passagesForTitle = 2

// better reports whether a title says more than another. A name alone, which
// says nothing of whoever has it, is taken only where there is neither a clause
// nor anything else that is shared.
func (t title) better(other title) bool {
	switch {
	case t.named && !other.named:
		return !other.clause && other.worth <= 0 && t.worth > other.worth
	case other.named && !t.named:
		return t.clause || t.worth > 0 || t.worth > other.worth
	}
	return t.worth > other.worth+1e-9
}

// sharesOf returns for each content word how large a share of the cells has it,
// 0 for a word of one cell alone and 1 for a word of all.
func (x *titler) sharesOf() map[string]float64 {
	in := map[string]int{}
	for _, passages := range x.terms {
		seen := map[string]bool{}
		for _, t := range slices.Concat(passages...) {
			if !t.Stop && !seen[t.Key] {
				seen[t.Key] = true
				in[t.Key]++
			}
		}
	}
	shares := make(map[string]float64, len(in))
	for key, n := range in {
		shares[key] = 1
		if len(x.cells) > 1 {
			shares[key] = float64(n-1) / float64(len(x.cells)-1)
		}
	}
	return shares
}

// A candidate is a title that one cell offers.
type candidate struct {
	title
	gain float64 // weight of the words that it has and others share
	held bool    // all its content words stand in every cell
}

// ofCentral is the share of its worth that a title keeps though it stands in a
// passage that is far from the centre.
const ofCentral = 0.6

// of returns the candidates of a passage with its score to the centre: what its sentence offers or, in a
// language of which the small words are not known, any run between marks.
func (x *titler) of(e Evidence, score float64) []candidate {
	r := x.readings[e.Article]
	source, terms := r.Text(), x.passageTerms(e)
	if len(terms) == 0 {
		return nil
	}
	spans := titleSpans(&r.Sentences()[e.Passage], source, e.Span, x.vocabulary())
	switch {
	case len(x.language.List("role_determiners")) == 0:
		spans = plainSpans(source, terms)
	case len(spans) == 0 && len(terms) > 0 && len(terms) <= longestHeading:
		spans = []titleSpan{{Span: text.Span{Start: terms[0].Start, End: terms[len(terms)-1].End}, form: formUnsure}}
	}
	list := make([]candidate, 0, len(spans))
	for _, span := range spans {
		c := candidate{held: len(x.cells) > 1}
		c.words, c.clause = span.words(source), span.clause && span.form > formPointed
		x.weigh(&c, terms, span)
		if e.Passage == 0 {
			c.worth -= 0.2 * math.Abs(c.worth) // headlines drop the small words
		}
		if c.worth > 0 {
			c.worth *= ofCentral + (1-ofCentral)*score
		}
		if !math.IsInf(c.worth, -1) {
			list = append(list, c)
		}
	}
	return list
}

// speakersOf returns the content words of the sources of what the cells tell
// as said.
func (x *titler) speakersOf() map[string]bool {
	keys := map[string]bool{}
	for i, cell := range x.cells {
		for _, a := range x.readings[cell.Article].Attributions() {
			if !a.Clausal && a.Mode == reading.Indirect {
				continue
			}
			for _, t := range slices.Concat(x.terms[i]...) {
				if slices.ContainsFunc(a.Source, t.Span.Overlaps) {
					keys[t.Key] = true
				}
			}
		}
	}
	return keys
}

// notShared is how much a word of content that only one passage has counts
// against a title, over its weight.
const notShared = 0.3

// weigh sets what a run of words says of what the cells share, less for words
// that only one has and for length, by the form of the run. Who says it counts
// little. It clears held if a
// content word is not in all cells, or is the only one.
func (x *titler) weigh(c *candidate, terms []vocabulary.Term, span titleSpan) {
	sum, words, content, names, capitals := 0.0, 0, 0, 0, 0
	for i, t := range terms {
		if !span.Contains(t.Span) || span.skip.Contains(t.Span) {
			continue
		}
		if words++; words > usualHeading {
			sum -= 1
		}
		sum -= 0.3
		if t.Stop {
			continue
		}
		content++
		c.terms = append(c.terms, t)
		if span.subject.Contains(t.Span) {
			c.actor = len(c.terms)
		}
		if t.Name {
			names++
		}
		if t.Upper {
			capitals++
		}
		share, weight := x.shares[t.Key], x.alignment().Weight(t.Key)
		if x.speakers[t.Key] {
			weight *= 0.2
		}
		if share < 1 {
			c.held = false
		}
		if len(x.shares) > 0 && share > 0 {
			c.gain += weight * share
			sum += weight * share * (1 - float64(i)/float64(2*len(terms))) // the beginning says what a sentence is about
		} else {
			sum -= notShared * weight
		}
	}
	c.named = content == capitals && names > 0 && !span.clause // the first word of a sentence may be part of a name
	c.held = c.held && content > 1
	switch {
	case content < 2 && names == 0:
		c.worth = math.Inf(-1) // a word alone says nothing of it
	case sum < 0:
		c.worth = sum / span.form
	case c.named:
		c.worth = 0.5 * sum * span.form // nor does a name
	default:
		c.worth = sum * span.form
	}
}

// A titleSpan is a run of words with how well its form suits a heading.
type titleSpan struct {
	text.Span
	skip    text.Span // left out of it; empty if nothing is
	subject text.Span // of a clause
	form    float64
	clause  bool
}

// words returns a title's words as they stand in the source.
func (t titleSpan) words(source string) string {
	if t.skip.Len() == 0 {
		return tidy(t.Of(source))
	}
	return tidy(source[t.Start:t.skip.Start] + " " + source[t.skip.End:t.End])
}

// plainSpans returns the runs of words between marks that neither begin nor
// end with a word without content.
func plainSpans(source string, terms []vocabulary.Term) []titleSpan {
	var list []titleSpan
	for i := range terms {
		if terms[i].Stop || i > 0 && !terms[i-1].Stop && !breaks(source, terms[i-1], terms[i]) {
			continue
		}
		for j := i; j < min(len(terms), i+longestHeading) && (j == i || !breaks(source, terms[j-1], terms[j])); j++ {
			if last := j+1 == len(terms) || terms[j+1].Stop || breaks(source, terms[j], terms[j+1]); last && !terms[j].Stop {
				list = append(list, titleSpan{Span: text.Span{Start: terms[i].Start, End: terms[j].End}, form: 1})
			}
		}
	}
	return list
}

// beginning returns the first words of a passage, for a statement without a
// title.
func (x *titler) beginning(e Evidence) string {
	source, terms := x.readings[e.Article].Text(), x.passageTerms(e)
	if len(terms) == 0 {
		return tidy(e.Span.Of(source))
	}
	if len(terms) <= longestHeading {
		return tidy(text.Span{Start: terms[0].Start, End: terms[len(terms)-1].End}.Of(source))
	}
	return tidy(text.Span{Start: terms[0].Start, End: terms[longestHeading-2].End}.Of(source)) + " …"
}

// breaks reports whether punctuation stands between two terms.
func breaks(source string, before, after vocabulary.Term) bool {
	gap := source[before.End:after.Start]
	return strings.ContainsAny(gap, ",;:()“”\"«»—–―!?[]…*") || strings.Contains(gap, ". ") || strings.Contains(gap, " - ")
}

// quotationMarks are those that a heading can hold.
const quotationMarks = "“”\"«»"

// closing returns how many quotations begin in the words and do not end there,
// -1 if one ends that does not begin.
func closing(words string) int {
	open := 0
	for i, r := range words {
		switch {
		case !strings.ContainsRune(quotationMarks, r):
		case r == '“', r == '«', r == '"' && (i == 0 || words[i-1] == ' '):
			open++
		case open == 0:
			return -1
		default:
			open--
		}
	}
	return open
}

// tidy makes a heading of words as they stand in a text. A quotation that is
// cut gets its end.
func tidy(words string) string {
	words = strings.Join(strings.Fields(words), " ")
	if closing(words) == 1 {
		begins := strings.LastIndexAny(words, "“\"«")
		end, _ := utf8.DecodeRuneInString(words[begins:])
		words += map[rune]string{'“': "”", '"': "\"", '«': "»"}[end]
	}
	first, size := utf8.DecodeRuneInString(words)
	return string(unicode.ToUpper(first)) + words[size:]
}
