package framing

import (
	"cmp"
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"

	"parallax/generator/quantile"
	"parallax/generator/text"
)

// Wording lists the words and word pairs that mark an article off from the
// others of its event, in the author's voice (Monroe, Colaresi & Quinn 2008).
type Wording struct {
	Terms []WordingTerm `json:"terms"` // by article, then by Z, largest first
	Gate  float64       `json:"gate"`  // terms below this z are not listed
	Null  WordingNull   `json:"null"`
	Short []int         `json:"short"` // articles with too few own words to rank
}

// A WordingTerm is a word or a pair of words that one article favours.
type WordingTerm struct {
	Article  int        `json:"article"`
	Term     string     `json:"term"`    // as the article writes it most often
	Z        float64    `json:"z"`       // log-odds over its standard error
	LogOdds  float64    `json:"logOdds"` // against the other articles, prior included
	Low      float64    `json:"low"`     // 95 % interval of LogOdds
	High     float64    `json:"high"`
	Count    int        `json:"count"`  // uses in this article
	Others   int        `json:"others"` // uses in all the others together
	Evidence []Evidence `json:"evidence"`
}

// A WordingNull is what chance does: the largest z when an article is split in
// two halves and compared with itself, over the articles of the event.
type WordingNull struct {
	Median float64 `json:"median"`
	P95    float64 `json:"p95"`
	Splits int     `json:"splits"`
}

const (
	wordingOwn  = 200 // words in the author's voice below which an article is not ranked
	wordingGate = 2.0 // least z of a term that is listed: its 95 % interval leaves 0 out
	wordingUses = 2   // least uses of a term that is listed
	wordingMost = 12  // uses shown of a term
)

// compareWording lists the words and pairs of words that mark an article off
// from the others of the event: the weighted log-odds of Monroe, Colaresi &
// Quinn 2008 ("Fightin' Words"), in the author's voice alone. Left out are
// function words, numbers, and the names of the outlets and of who wrote the
// articles.
//
// What chance does is measured beside it, by comparing halves of each article
// (nullOf): where it reaches beyond the gate, the gate is raised to it.
func compareWording(c *comparing) []Finding {
	articles := c.wordingUses()
	var ranked []int
	for i := range articles {
		if !c.silent(SignalWording, i) {
			ranked = append(ranked, i)
		}
	}
	e := expectation{event: tallyOf(slices.Concat(articles...)), background: c.language.Background()}
	var tops []float64
	for _, i := range ranked {
		tops = append(tops, nullOf(e, articles[i])...)
	}
	w := Wording{Gate: wordingGate, Null: WordingNull{
		Median: hundredths(quantile.Of(tops, 0.5)), P95: hundredths(quantile.Of(tops, 0.95)), Splits: len(tops),
	}}
	w.Gate = max(w.Gate, w.Null.P95)
	for i := range articles {
		if !slices.Contains(ranked, i) {
			w.Short = append(w.Short, i)
		} else if len(articles) > 1 {
			w.Terms = append(w.Terms, c.distinctive(i, articles[i], e, w.Gate)...)
		}
	}
	c.comparison.Wording = w
	return c.wordingFindings()
}

// wordingUses returns the uses of terms in each article. Of a language whose
// function words nobody has listed, the commonest words of the event stand in
// for them.
func (c *comparing) wordingUses() [][]use {
	own := map[string]bool{} // words of names of outlets and authors
	for _, r := range c.readings {
		for _, w := range r.Language().Words(r.Article().Outlet + " " + r.Article().Author) {
			own[w.Lower] = true
		}
	}
	if len(c.language.List("stop")) == 0 {
		maps.Copy(own, c.commonest())
	}
	plain := c.language.Lexicon("wording_plain")
	leave := func(w text.Word) bool { return own[w.Lower] || c.language.Stop(w.Lower) || plain.Has(w.Lower) }
	list := make([][]use, len(c.readings))
	for i, r := range c.readings {
		list[i] = usesOf(r, leave)
	}
	return list
}

// commonest returns the words, in lower case, that every article has and that
// make up at least half a percent of all words.
func (c *comparing) commonest() map[string]bool {
	n, articles, all := map[string]int{}, map[string]int{}, 0
	for _, r := range c.readings {
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
		common[lower] = 200*uses >= all && articles[lower] == len(c.readings)
	}
	return common
}

// distinctive returns the terms that an article favours by at least the gate,
// largest z first.
func (c *comparing) distinctive(article int, uses []use, e expectation, gate float64) []WordingTerm {
	own := tallyOf(uses)
	spans := map[string][]text.Span{}
	for _, u := range uses {
		spans[u.key] = append(spans[u.key], u.span)
	}
	var found []favoured
	for key, at := range spans {
		others := e.event.counts[key] - len(at)
		odds := e.between(key, len(at), own.words, others, e.event.words-own.words)
		if len(at) >= wordingUses && odds.z() >= gate {
			found = append(found, favoured{key, at, others, odds})
		}
	}
	slices.SortFunc(found, func(a, b favoured) int {
		return cmp.Or(-cmp.Compare(a.odds.z(), b.odds.z()), cmp.Compare(a.spans[0].Start, b.spans[0].Start), strings.Compare(a.key, b.key))
	})
	var list []WordingTerm
	for _, f := range once(found) {
		list = append(list, f.term(c.readings[article]))
	}
	return list
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

// term returns what the comparison says of a favoured term.
func (f favoured) term(r *member) WordingTerm {
	t := WordingTerm{
		Article: r.index, Term: usual(r.Language(), r.Text(), f.spans), Z: hundredths(f.odds.z()),
		LogOdds: hundredths(f.odds.value), Low: hundredths(f.odds.low()), High: hundredths(f.odds.high()),
		Count: len(f.spans), Others: f.others,
	}
	for _, span := range f.spans[:min(len(f.spans), wordingMost)] {
		t.Evidence = append(t.Evidence, r.evidence(span))
	}
	return t
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

// wordingFindings say which term an article uses far more than the others.
func (c *comparing) wordingFindings() []Finding {
	var list []Finding
	seen := map[int]bool{}
	for _, t := range c.comparison.Wording.Terms {
		if seen[t.Article] || len(t.Evidence) == 0 {
			continue
		}
		seen[t.Article] = true
		key := "finding.wording.more"
		if t.Others == 0 {
			key = "finding.wording.alone"
		}
		if len(c.readings) == 2 {
			key += "ofpair"
		}
		says := c.facing(key, []int{t.Article}, nil).With("term", t.Term).With("rest", strconv.Itoa(t.Others)).Of(t.Count)
		list = append(list, Finding{
			Signal: SignalWording, Says: says, Contrast: min(1, t.Z/6), Overlap: 0.6, Evidence: t.Evidence,
		})
	}
	return list
}
