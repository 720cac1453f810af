package framing

import (
	"slices"
	"strconv"

	"parallax/generator/framing/odds"
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
	wordingMost = 12  // uses shown of a term
)

// compareWording lists the words and pairs of words that mark an article off
// from the others of the event, in the author's voice alone (package odds).
func compareWording(c *comparing) []Finding {
	var ranked []int
	for i := range c.readings {
		if !c.silent(SignalWording, i) {
			ranked = append(ranked, i)
		}
	}
	table := odds.Of(c.read(), c.language, ranked)
	w := Wording{Gate: table.Gate, Null: WordingNull{Median: table.Median, P95: table.P95, Splits: table.Splits}}
	for i, terms := range table.Terms {
		if !slices.Contains(ranked, i) {
			w.Short = append(w.Short, i)
		}
		for _, t := range terms {
			w.Terms = append(w.Terms, c.readings[i].wordingTerm(t))
		}
	}
	c.comparison.Wording = w
	return c.wordingFindings()
}

// wordingTerm returns what the comparison says of a term of an article.
func (r *member) wordingTerm(t odds.Term) WordingTerm {
	term := WordingTerm{
		Article: r.index, Term: t.Text, Z: t.Z, LogOdds: t.LogOdds, Low: t.Low, High: t.High, Count: len(t.Spans), Others: t.Others,
	}
	for _, span := range t.Spans[:min(len(t.Spans), wordingMost)] {
		term.Evidence = append(term.Evidence, r.evidence(span))
	}
	return term
}

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
