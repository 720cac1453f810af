package framing

import (
	"cmp"
	"slices"
	"strings"
)

// namingFindings say which two labels articles give one participant, those
// that stand in passages of one statement before others.
func namingFindings(c *comparing) []Finding {
	var list []Finding
	for _, p := range c.comparison.Naming.Participants {
		if f, ok := c.namingFinding(p); ok {
			list = append(list, f)
		}
	}
	return list
}

// A labelUse is a label with the sides that use it.
type labelUse struct {
	label    Label
	articles []int
	uses     int
	own      bool       // some article uses it outside quotations
	evidence []Evidence // in order of the articles
}

// namingFinding finds the most telling pair of labels of a participant.
func (c *comparing) namingFinding(p Participant) (Finding, bool) {
	uses := labelUses(p)
	best, found := Finding{}, false
	for i, a := range uses {
		for _, b := range uses[i+1:] {
			f, ok := c.labelPair(p, a, b)
			if ok && (!found || f.Contrast*f.Overlap > best.Contrast*best.Overlap+1e-9) {
				best, found = f, true
			}
		}
	}
	return best, found
}

// labelUses returns the labels of a participant, the most used first.
func labelUses(p Participant) []labelUse {
	var uses []labelUse
	for _, s := range p.Sides {
		for _, l := range s.Labels {
			i := slices.IndexFunc(uses, func(u labelUse) bool { return u.label.Head == l.Head })
			if i < 0 {
				i = len(uses)
				uses = append(uses, labelUse{label: l})
			}
			uses[i].articles = append(uses[i].articles, s.Article)
			uses[i].uses += l.uses()
			uses[i].own = uses[i].own || l.Count > 0
			uses[i].evidence = append(uses[i].evidence, l.Evidence...)
		}
	}
	slices.SortStableFunc(uses, func(a, b labelUse) int { return cmp.Or(b.uses-a.uses, strings.Compare(a.label.Head, b.label.Head)) })
	return uses
}

// labelPair says that some articles use one label and others another. Articles
// that use both are left out of either side; both sides need one.
func (c *comparing) labelPair(p Participant, a, b labelUse) (Finding, bool) {
	onlyA := slices.DeleteFunc(slices.Clone(a.articles), func(x int) bool { return slices.Contains(b.articles, x) })
	onlyB := slices.DeleteFunc(slices.Clone(b.articles), func(x int) bool { return b.own && slices.Contains(a.articles, x) })
	if len(onlyA) == 0 || len(onlyB) == 0 || sharesWord(a.label.Head, b.label.Head) || sameInitials(a.label.Text, b.label.Text) || isNameLabel(a.label) != isNameLabel(b.label) || oneName(p, a.label, b.label) {
		return Finding{}, false
	}
	f := Finding{Signal: SignalNaming, Participant: p.ID, Contrast: 0.4 + 0.4*p.Contrast, Overlap: 0.5}
	if single(a) || single(b) {
		f.Contrast *= 0.7 // once may be chance
	}
	pairs := false
	for _, e := range ofArticles(a.evidence, onlyA) {
		for _, d := range ofArticles(b.evidence, onlyB) {
			id, score := c.statementOf(e, d)
			if overlap := 0.6 + 0.4*score; !pairs || id != "" && overlap > f.Overlap {
				f.Evidence = evidencePair(e, d)
				pairs = true
				if id != "" {
					f.Overlap, f.Statement = overlap, id
				}
			}
		}
	}
	key := p.Kind
	if !a.own {
		return f, false
	}
	if !b.own {
		key = "quoted"
	}
	f.Says = c.facing("finding.naming."+key, onlyA, onlyB).With("label", a.label.Text).With("other", b.label.Text)
	return f, pairs
}

// oneName reports whether two labels are parts of one that the participant has
// as well: "Merrow" and "Athletic" of "Merrow Athletic".
func oneName(p Participant, a, b Label) bool {
	for _, s := range p.Sides {
		for _, l := range s.Labels {
			if sharesWord(l.Head, a.Head) && sharesWord(l.Head, b.Head) {
				return true
			}
		}
	}
	return false
}

// isNameLabel reports whether a label is a name. That one article gives a name
// and another a description says little of either.
func isNameLabel(l Label) bool { return l.Text != strings.ToLower(l.Text) }

// sameInitials reports whether one label is made of the other's initials, or
// both of the same letters: "US" and "United States".
func sameInitials(a, b string) bool {
	short := func(s string) string {
		s = strings.ToLower(strings.ReplaceAll(s, ".", ""))
		if words := strings.Fields(s); len(words) > 1 {
			return initials(words)
		}
		return s
	}
	p, q := short(a), short(b)
	return strings.HasPrefix(p, q) && len(q) > 1 || strings.HasPrefix(q, p) && len(p) > 1
}

// single reports whether a label is used once only, by one article.
func single(u labelUse) bool { return u.uses == 1 }

func ofArticles(list []Evidence, articles []int) []Evidence {
	var kept []Evidence
	for _, e := range list {
		if slices.Contains(articles, e.Article) {
			kept = append(kept, e)
		}
	}
	return kept
}

// sharesWord reports whether two labels have a word in common: "exercise" and
// "military exercise" are no two names.
func sharesWord(a, b string) bool {
	for w := range strings.FieldsSeq(a) {
		if slices.ContainsFunc(strings.Fields(b), func(v string) bool { return sameWord(v, w) }) {
			return true
		}
	}
	return false
}

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
	a := c.alignment()
	articles := []int{s.sides[side].Article}
	for _, st := range c.comparison.Coverage.Statements {
		if st.ID != s.statement {
			continue
		}
		for _, cell := range st.Cells {
			terms := a.termsIn(cell.Article, cell.Evidence[0])
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
				return slices.ContainsFunc(side.Labels, func(l Label) bool { return slices.Contains(strings.Fields(l.Head), singular(word)) })
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
		says := c.facing(key, []int{t.Article}, nil).With("term", t.Term).With("rest", itoa(t.Others)).Of(t.Count)
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
			if ok && !c.isExchanged(m) && !slices.ContainsFunc(list, func(g Finding) bool { return g.Statement == f.Statement && g.Evidence[0].Article == m.Article }) {
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
	contrast, known := map[string]float64{"loaded": 0.9, "scare": 0.8, "booster": 0.5, "hedge": 0.5}[m.Kind]
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
			score := c.alignment().scoreOf(s.Cells[mine].Evidence[0], other.Evidence[0])
			if other.Article == m.Article || score < relatedScore || score <= best.Overlap || c.marked(other, m.Kind) || c.retold(other) {
				continue
			}
			word := m.Span.Of(c.readings[m.Article].article.Text)
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
