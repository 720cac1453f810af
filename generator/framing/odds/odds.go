// Package odds finds the words and pairs of words that mark a text off from the
// others of its event, in the author's voice alone. [Of] is the entry point.
//
// # The measure
//
// It is the weighted log-odds of Monroe, Colaresi & Quinn 2008 ("Fightin' Words"),
// over its standard error: how much more often a text has a term than the others,
// against what its share in the event and in the language at large lets expect.
// Left out are function words, numbers, names and titles, verbs that lay something to
// somebody, how a word is spelt, and the names of the outlets and of who
// wrote the articles; nor is a term told that most of the others use too: how often a
// text has the topic's own words depends on how long it dwells on it.
//
// # What chance does
//
// It is measured beside that, by comparing halves of each text: where the largest
// value of nineteen halvings in twenty reaches beyond the gate, the gate is raised
// to it.
package odds

import (
	"cmp"
	"maps"
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"parallax/generator/quantile"
	"parallax/generator/reading"
	"parallax/generator/text"
)

const (
	Gate      = 2.0 // least z of a term that is listed: its 95 % interval leaves 0 out
	leastUses = 2   // least uses of a term that is listed
)

// A Table is what marks the texts of an event off. Its figures have two places,
// as pages show them.
type Table struct {
	Gate   float64  // terms below this z are not listed
	Median float64  // of the largest z of halves of one text
	P95    float64  // the same, reached by one in twenty
	Splits int      // how many halvings that is of
	Terms  [][]Term // by text, the largest z first; none of a text that is not ranked
}

// A Term is a word or a pair of words that one text favours.
type Term struct {
	Text      string // as the text writes it most often
	Spans     []text.Span
	Others    int     // uses in all the others together
	Z         float64 // log-odds over its standard error
	LogOdds   float64 // against the other texts, prior included
	Low, High float64 // 95 % interval of LogOdds
}

// Of compares articles in a language, whose terms are listed if they are among
// the ranked ones.
func Of(articles []*reading.Reading, l *text.Language, ranked []int) Table {
	all := usesIn(articles, l)
	e := expectation{event: tallyOf(slices.Concat(all...)), background: l.Background()}
	var tops []float64
	for _, i := range ranked {
		tops = append(tops, nullOf(e, all[i])...)
	}
	t := Table{
		Median: hundredths(quantile.Of(tops, 0.5)), P95: hundredths(quantile.Of(tops, 0.95)), Splits: len(tops),
		Terms: make([][]Term, len(articles)),
	}
	t.Gate = max(Gate, t.P95)
	held := spreadOf(all)
	for _, i := range ranked {
		if len(articles) > 1 {
			t.Terms[i] = e.distinctive(articles[i], all[i], held, t.Gate)
		}
	}
	return t
}

// usesIn returns the uses of terms in each article. Of a language whose
// function words nobody has listed, the commonest words of the event stand in
// for them.
func usesIn(articles []*reading.Reading, l *text.Language) [][]use {
	own := map[string]bool{} // words of names of outlets and authors
	for _, r := range articles {
		for _, w := range r.Language().Words(r.Article().Outlet + " " + r.Article().Author) {
			own[w.Lower] = true
		}
	}
	if len(l.List("stop")) == 0 {
		maps.Copy(own, commonest(articles))
	}
	plain, named := l.Lexicon("wording_plain"), namesIn(articles, l)
	list := make([][]use, len(articles))
	for i, r := range articles {
		list[i] = usesOf(r, func(w text.Word) bool {
			return own[w.Lower] || l.Stop(w.Lower) || plain.Has(w.Lower) || named(w) || said(l, w) || lettered(r.Text(), w)
		})
	}
	return list
}

// namesIn returns what tells a name, or a title, from other words: a capital
// that no article leaves out. A language without titles may well write others so.
func namesIn(articles []*reading.Reading, l *text.Language) func(text.Word) bool {
	if len(l.List("titles")) == 0 {
		return func(text.Word) bool { return false }
	}
	small := map[string]bool{}
	for _, r := range articles {
		for _, w := range r.Words() {
			if !w.Upper {
				small[w.Lower] = true
			}
		}
	}
	return func(w text.Word) bool {
		return w.Upper && !small[w.Lower] || l.In("titles", w.Lower) || l.In("titles", l.Rules().Singular(w.Lower))
	}
}

// said reports whether a word is a form of a verb that lays something to
// somebody, which is for the signal of voices to count.
func said(l *text.Language, w text.Word) bool {
	verb, ok := l.Inflection(w.Lower)
	return ok && (l.In("speech", verb.Verb) || l.In("cue_clause", verb.Verb))
}

// lettered reports whether a word is joined to a single letter: that one outlet
// writes "e-mail" and another "email" says nothing.
func lettered(s string, w text.Word) bool {
	before := s[:w.Start]
	if !strings.HasSuffix(before, "-") {
		return false
	}
	letter := before[strings.LastIndexFunc(before, unicode.IsSpace)+1:]
	return len(letter) == len("e-")
}

// commonest returns the words, in lower case, that every article has and that
// make up at least half a percent of all words.
func commonest(readings []*reading.Reading) map[string]bool {
	n, articles, all := map[string]int{}, map[string]int{}, 0
	for _, r := range readings {
		seen := map[string]bool{}
		for _, w := range r.Language().Terms(r.Text(), r.Words()) {
			all++
			n[w.Lower]++
			if !seen[w.Lower] {
				seen[w.Lower] = true
				articles[w.Lower]++
			}
		}
	}
	common := map[string]bool{}
	for lower, uses := range n {
		common[lower] = 200*uses >= all && articles[lower] == len(readings)
	}
	return common
}

// mostOf is the share of the other texts that use a term from which on it marks
// nothing off.
const mostOf = 0.5

// A spread says how many texts use each term, and how many have any in their own voice.
type spread struct {
	users map[string]int
	texts int
}

// spreadOf counts the texts, by their uses.
func spreadOf(texts [][]use) spread {
	s := spread{users: map[string]int{}}
	for _, uses := range texts {
		seen := map[string]bool{}
		for _, u := range uses {
			if !seen[u.key] {
				seen[u.key] = true
				s.users[u.key]++
			}
		}
		if len(uses) > 0 {
			s.texts++
		}
	}
	return s
}

// common reports whether more than mostOf of the texts beside one that uses a term use
// it, too.
func (s spread) common(key string) bool {
	return float64(s.users[key]-1) > mostOf*float64(s.texts-1)
}

// distinctive returns the terms that a text favours by at least the gate and that
// the others have not in common, largest z first.
func (e expectation) distinctive(r *reading.Reading, uses []use, held spread, gate float64) []Term {
	own := tallyOf(uses)
	spans := map[string][]text.Span{}
	for _, u := range uses {
		spans[u.key] = append(spans[u.key], u.span)
	}
	var found []favoured
	for key, at := range spans {
		others := e.event.counts[key] - len(at)
		odds := e.between(key, len(at), own.words, others, e.event.words-own.words)
		if len(at) >= leastUses && odds.z() >= gate && !held.common(key) && !titled(r, at) {
			found = append(found, favoured{key, at, others, odds})
		}
	}
	slices.SortFunc(found, func(a, b favoured) int {
		return cmp.Or(-cmp.Compare(a.odds.z(), b.odds.z()), cmp.Compare(a.spans[0].Start, b.spans[0].Start), strings.Compare(a.key, b.key))
	})
	var list []Term
	for _, f := range once(found) {
		list = append(list, f.term(r))
	}
	return list
}

// titled reports whether a text mostly writes a term as a name, or as part of one,
// where the language gives no other word a capital: "the Observatory".
func titled(r *reading.Reading, spans []text.Span) bool {
	if len(r.Language().List("titles")) == 0 {
		return false
	}
	first, _ := utf8.DecodeRuneInString(usual(r.Language(), r.Text(), spans))
	return unicode.IsUpper(first)
}

// A favoured term of an article.
type favoured struct {
	key    string
	spans  []text.Span
	others int // uses in the other articles
	odds   logOdds
}

// once leaves out what is listed already: a pair of which one word mostly
// stands without the other, a pair that overlaps a stronger pair, a word of a
// pair that is listed, and of overlapping pairs of characters the weaker ones.
// The terms come with the largest z first.
func once(found []favoured) []favoured {
	uses := map[string]int{}
	for _, f := range found {
		uses[f.key] = len(f.spans)
	}
	inPair := map[string]bool{}
	drop := map[string]bool{}
	for _, f := range found {
		first, second, pair := strings.Cut(f.key, " ")
		if !pair {
			continue
		}
		if max(uses[first], uses[second]) > 2*len(f.spans) || inPair[first] || inPair[second] {
			drop[f.key] = true
			continue
		}
		inPair[first], inPair[second] = true, true
	}
	var kept []favoured
	for _, f := range found {
		overlaps := func(k favoured) bool { return k.spans[0].Overlaps(f.spans[0]) }
		if !drop[f.key] && !inPair[f.key] && !slices.ContainsFunc(kept, overlaps) {
			kept = append(kept, f)
		}
	}
	return kept
}

// term returns what a table says of a favoured term of an article.
func (f favoured) term(r *reading.Reading) Term {
	return Term{
		Text: usual(r.Language(), r.Text(), f.spans), Spans: f.spans, Others: f.others, Z: hundredths(f.odds.z()),
		LogOdds: hundredths(f.odds.value), Low: hundredths(f.odds.low()), High: hundredths(f.odds.high()),
	}
}

// usual returns what most of the spans of s read, the first of equals, without
// a possessive ending.
func usual(l *text.Language, s string, spans []text.Span) string {
	n := map[string]int{}
	best := ""
	form := func(span text.Span) string { return l.Rules().Bare(span.Of(s)) }
	for _, span := range spans {
		n[form(span)]++
	}
	for _, span := range spans {
		if f := form(span); n[f] > n[best] {
			best = f
		}
	}
	return best
}

// hundredths rounds a figure to two places, as pages show it.
func hundredths(v float64) float64 { return math.Round(v*100) / 100 }
