package framing

import (
	"slices"
	"strconv"
	"strings"

	"parallax/generator/text/vocabulary"
)

// passageFindings say which word stands for which in passages of one
// statement, the headlines among them.
func passageFindings(c *comparing) []Finding {
	var list []Finding
	said := map[[2]string]bool{}
	for _, s := range c.substitutions {
		key := [2]string{min(s.keys[0], s.keys[1]), max(s.keys[0], s.keys[1])}
		if said[key] || c.isNaming(s) {
			continue
		}
		said[key] = true
		if slices.ContainsFunc(list, func(f Finding) bool { return f.Statement == s.statement }) {
			continue // the strongest of a statement says enough
		}
		outlets, others := c.users(s, 0), c.users(s, 1)
		signal := SignalPassages
		if s.passages[0].Passage == 0 && s.passages[1].Passage == 0 {
			signal = SignalHeadline
		}
		list = append(list, Finding{
			Signal: signal, Statement: s.statement, Contrast: s.contrast, Overlap: 0.4 + 0.6*s.score,
			Says:     c.facing("finding."+string(signal)+".word", outlets, others).With("word", s.words[0]).With("other", s.words[1]),
			Evidence: evidencePair(s.sides[0], s.sides[1]),
		})
	}
	return list
}

// users returns the articles that have the word of one side, but not that of
// the other, in their passages of the statement.
func (c *comparing) users(s substitution, side int) []int {
	articles := []int{s.sides[side].Article}
	for _, st := range c.comparison.Coverage.Statements {
		if st.ID != s.statement {
			continue
		}
		for _, cell := range st.Cells {
			terms := c.termsIn(cell.Evidence[0])
			if hasKey(terms, s.keys[side]) && !hasKey(terms, s.keys[1-side]) {
				articles = append(articles, cell.Article)
			}
		}
	}
	return articles
}

// isNaming reports whether the exchanged words are labels of one participant.
func (c *comparing) isNaming(s substitution) bool {
	for _, p := range c.comparison.Naming.Participants {
		has := func(word string) bool {
			return slices.ContainsFunc(p.Sides, func(side NamingSide) bool {
				return slices.ContainsFunc(side.Labels, func(l Label) bool { return slices.Contains(strings.Fields(l.Head), c.language.Rules().Singular(word)) })
			})
		}
		if has(s.words[0]) && has(s.words[1]) {
			return true
		}
	}
	return false
}

// wordingFindings say which term an article uses far more than the others.
func wordingFindings(c *comparing) []Finding {
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

// toneFindings say where one article has a marked word and an aligned passage
// of another has none.
func toneFindings(c *comparing) []Finding {
	var list []Finding
	for _, side := range c.comparison.Tone.Sides {
		for _, m := range side.Marks {
			f, ok := c.toneFinding(m)
			if ok && !c.isExchanged(m) && !slices.ContainsFunc(list, func(g Finding) bool {
				return g.Statement == f.Statement && g.Evidence[0].Article == m.Article || g.Evidence[1] == f.Evidence[1]
			}) {
				list = append(list, f) // one of a statement says enough
			}
		}
	}
	return list
}

// isExchanged reports whether another finding is about the word already.
func (c *comparing) isExchanged(m Mark) bool {
	return slices.ContainsFunc(c.substitutions, func(s substitution) bool {
		return slices.ContainsFunc(s.sides[:], func(e Evidence) bool { return e.Article == m.Article && e.Span.Overlaps(m.Span) })
	})
}

func (c *comparing) toneFinding(m Mark) (Finding, bool) {
	contrast, known := map[string]float64{"loaded": 0.9, "scare": 0.6, "booster": 0.5, "hedge": 0.5}[m.Kind]
	if !known {
		return Finding{}, false
	}
	best, found := Finding{}, false
	for _, s := range c.comparison.Coverage.Statements {
		mine := slices.IndexFunc(s.Cells, func(cell Cell) bool { return cell.Article == m.Article && cell.Evidence[0].Span.Contains(m.Span) })
		if mine < 0 {
			continue
		}
		for _, other := range s.Cells {
			score := c.scoreOf(s.Cells[mine].Evidence[0], other.Evidence[0])
			if other.Article == m.Article || other.Quoted || score < leastToneScore(m.Kind) || score <= best.Overlap || c.marked(other, m.Kind) || c.retold(other) || c.hasWords(other, m) {
				continue
			}
			word := m.Span.Of(c.readings[m.Article].Text())
			best = Finding{
				Signal: SignalTone, Statement: s.ID, Contrast: contrast, Overlap: score,
				Says:     c.facing("finding.tone."+m.Kind, []int{m.Article}, []int{other.Article}).With("word", strings.ToLower(word)),
				Evidence: evidencePair(m.Evidence, other.Evidence[0]),
			}
			found = true
		}
	}
	return best, found
}

// leastToneScore is the least score of a passage that is said to lack a mark of
// a kind: a loaded word tells more of its own sentence than a "somehow", which
// an aligned passage may well do without.
func leastToneScore(kind string) float64 {
	if kind == "loaded" || kind == "scare" {
		return 0.5
	}
	return sureScore
}

// hasWords reports whether the passage of a cell has the words of a mark,
// marked or not. A scare quote is told from the plain words.
func (c *comparing) hasWords(cell Cell, m Mark) bool {
	if m.Kind == "scare" {
		return false
	}
	terms := c.passageTerms(cell.Evidence[0])
	return slices.ContainsFunc(c.termsIn(m.Evidence), func(t vocabulary.Term) bool {
		return slices.ContainsFunc(terms, func(v vocabulary.Term) bool { return t.Key == v.Key || samePrefix(t.Key, v.Key, 4) })
	})
}

// marked reports whether a cell has a mark of a kind.
func (c *comparing) marked(cell Cell, kind string) bool {
	for _, side := range c.comparison.Tone.Sides {
		if side.Article == cell.Article && slices.ContainsFunc(side.Marks, func(m Mark) bool {
			return m.Kind == kind && m.Span.Overlaps(cell.Evidence[0].Span)
		}) {
			return true
		}
	}
	return false
}
