package framing

import (
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"parallax/generator/text"
)

// longestHeading is how many words a heading has at most.
const longestHeading = 10

// heading returns a short heading made of the statement's own words: the run
// of words of one of its clauses that says most of what the others share.
func (a *alignment) heading(s strand) string {
	heading, best := a.phrase(s, s.centre)
	for i, cell := range s.cells {
		if cell.score < relatedScore || i == s.centre {
			continue
		}
		words, worth := a.phrase(s, i)
		if a.units[cell.unit].passage == 0 {
			worth *= 0.8 // headlines drop the small words
		}
		if worth > best+1e-9 {
			best, heading = worth, words
		}
	}
	return heading
}

// phrase returns the best heading from one cell of a strand, and its worth.
func (a *alignment) phrase(s strand, at int) (string, float64) {
	cell := s.cells[at]
	u := a.units[cell.unit]
	source := a.readings[u.article].article.Text
	var terms []term
	for _, t := range u.terms {
		if cell.span.Contains(t.Span) {
			terms = append(terms, t)
		}
	}
	worth := a.worth(s, at, terms)
	best, from, to := math.Inf(-1), 0, min(longestHeading, len(terms))
	for i := range terms {
		if !a.begins(source, terms, i) {
			continue
		}
		sum := 0.0
		if terms[i].stop {
			sum = 0.5 // "I love my sister", not "Love my sister"
		}
		for j := i; j < min(len(terms), i+longestHeading); j++ {
			if j > i && breaks(source, terms[j-1], terms[j]) {
				break
			}
			sum += worth[j] - 0.4
			if value := sum * min(1, float64(j-i+2)/4) * a.says(source, terms[i:j+1]); value > best+1e-9 && !terms[j].stop && a.ends(source, terms, i, j) {
				best, from, to = value, i, j+1
			}
		}
	}
	return tidy(text.Span{Start: terms[from].Start, End: terms[to-1].End}.Of(source)), best
}

// says weighs a heading by its form: most one with a verb in it, less a name
// alone, least one that begins with a verb.
func (a *alignment) says(source string, terms []term) float64 {
	names, verb := 0, false
	for i, t := range terms {
		classes := a.classes(source, t)
		if t.name {
			names++
		}
		verb = verb || i > 0 && i < len(terms)-1 && !t.name && strings.HasPrefix(classes, "v") && !terms[i-1].stop
	}
	switch first := a.classes(source, terms[0]); {
	case strings.HasPrefix(first, "v") && !terms[0].name, names == len(terms):
		return 0.6
	case verb:
		return 1.3
	}
	return 1
}

// worth returns what each term of a clause adds to a heading: its
// weight times the share of the other cells that have it, less for those that
// have it not.
func (a *alignment) worth(s strand, at int, terms []term) []float64 {
	have := map[string]int{}
	for i, cell := range s.cells {
		if i == at {
			continue
		}
		seen := map[string]bool{}
		for _, t := range a.units[cell.unit].terms {
			if cell.span.Contains(t.Span) && !seen[t.key] {
				seen[t.key] = true
				have[t.key]++
			}
		}
	}
	worth := make([]float64, len(terms))
	for i, t := range terms {
		if t.stop {
			continue
		}
		share := 1.0
		if len(s.cells) > 1 {
			share = float64(have[t.key]) / float64(len(s.cells)-1)
		}
		worth[i] = a.profiler.weight(t.key) * (share - 0.3*(1-share))
		if worth[i] > 0 { // the beginning says what a sentence is about
			worth[i] *= 1 - float64(i)/float64(2*len(terms))
		}
	}
	return worth
}

// begins reports whether a heading can begin with the term: a word of content,
// or a subject, that is not the middle of a name or of a compound.
func (a *alignment) begins(source string, terms []term, i int) bool {
	t := terms[i]
	if t.stop && !slices.Contains(a.profiler.language.List("subjects"), t.key) {
		return false
	}
	if i == 0 {
		return true
	}
	if a.profiler.reports(t.key) {
		return false // "said Len Okafor"
	}
	before := terms[i-1]
	if a.profiler.negations[before.key] || strings.HasSuffix(before.Of(source), "n't") || strings.HasSuffix(before.Of(source), "n’t") {
		return false // without it the heading would say the contrary
	}
	gap := source[before.End:t.Start]
	capital := unicode.IsUpper(firstRune(before.Of(source))) && !before.stop
	return t.stop || gap != "-" && !(t.name && (capital && gap == " " || listed(terms, i, -1)))
}

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

// listed reports whether a name goes on a list of names, before (-1) or
// after (1) it: "Japan, the United States and South Korea".
func listed(terms []term, i, step int) bool {
	for j := i + step; j >= 0 && j < len(terms) && j != i+4*step; j += step {
		if terms[j].name {
			return true
		}
		if !terms[j].stop {
			return false
		}
	}
	return false
}

// ends reports whether a heading can end after the term: at the end of a
// clause, or with a noun that is not part of a longer name or compound; a
// longer one with a verb.
func (a *alignment) ends(source string, terms []term, from, i int) bool {
	if terms[i].name && listed(terms, i, 1) {
		return false
	}
	if i+1 == len(terms) || breaks(source, terms[i], terms[i+1]) {
		return true
	}
	next := terms[i+1]
	here, after := a.classes(source, terms[i]), a.classes(source, next)
	if here != "" && here[0] != 'n' && !terms[i].name && !terms[i].digit && (here[0] != 'v' || i-from < 5 || !next.stop) {
		return false
	}
	if next.stop && unicode.IsUpper(firstRune(next.Of(source))) && next.key != "i" {
		return false // "3 May"
	}
	noun := strings.HasPrefix(after, "n") || after == "" || strings.HasPrefix(after, "a")
	return next.stop || !noun && !(terms[i].name && next.name)
}

// classes returns the word classes of a term as written.
func (a *alignment) classes(source string, t term) string {
	return a.profiler.language.Classes(strings.ToLower(t.Of(source)))
}

// breaks reports whether punctuation stands between two terms.
func breaks(source string, before, after term) bool {
	gap := source[before.End:after.Start]
	return strings.ContainsAny(gap, ",;:()“”\"—–!?[]…") || strings.Contains(gap, ". ") || strings.Contains(gap, " - ")
}

// tidy makes a heading of words as they stand in a text.
func tidy(words string) string {
	words = strings.Join(strings.Fields(words), " ")
	first := firstRune(words)
	return string(unicode.ToUpper(first)) + words[utf8.RuneLen(first):]
}
