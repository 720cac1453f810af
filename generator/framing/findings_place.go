package framing

import (
	"strconv"
	"strings"
)

// headlineFindings say what a headline does that another does not.
func headlineFindings(c *comparing) []Finding {
	var list []Finding
	for _, r := range c.comparison.Headline.Rungs {
		for _, tag := range r.Tags {
			if f, ok := c.headlineFinding(r, tag); ok {
				list = append(list, f)
			}
		}
	}
	return list
}

func (c *comparing) headlineFinding(r Rung, tag HeadlineTag) (Finding, bool) {
	first := tag.Evidence[0]
	f := Finding{Signal: SignalHeadline, Contrast: 0.8}
	switch tag.Kind {
	case "no-agent", "stated-as-fact":
		if len(tag.Evidence) < 2 {
			return f, false
		}
		second := tag.Evidence[1]
		f.Statement, f.Overlap = c.statementOf(first, second)
		if tag.Kind == "stated-as-fact" && (f.Overlap < sureScore || !c.finite(r.Article, 0)) {
			return f, false
		}
		f.Overlap = max(0.5, f.Overlap)
		f.Evidence = evidencePair(first, second)
		f.Says = c.facing("finding.headline."+strings.ReplaceAll(tag.Kind, "-", ""), []int{r.Article}, []int{second.Article}).
			With("words", second.Span.Of(c.readings[second.Article].Text()))
		return f, true
	case "quotation":
		other, score := c.plainHeadline(r.Article)
		if other < 0 {
			return f, false
		}
		f.Overlap, f.Contrast = score, 0.65
		f.Evidence = evidencePair(first, c.readings[other].evidenceOf(0))
		f.Says = c.facing("finding.headline.quotation", []int{r.Article}, []int{other}).
			With("words", first.Span.Of(c.readings[r.Article].Text()))
		return f, true
	}
	return f, false
}

// plainHeadline returns the article whose headline is nearest to that of an
// article, and has no quotation; -1 if none is near.
func (c *comparing) plainHeadline(article int) (other int, score float64) {
	other = -1
	for i, r := range c.readings {
		if i == article || len(r.within(r.Article().Passages[0].Span, r.Quotations())) > 0 {
			continue
		}
		if s := c.alignment().Score(article, 0, i, 0); s > score && s >= contrastScore {
			other, score = i, s
		}
	}
	return other, score
}

// agencyFindings say whose passage leaves out who acted while an aligned one
// names them.
func agencyFindings(c *comparing) []Finding {
	var list []Finding
	told := map[Evidence]bool{} // verbs that say who: one finding each is enough
	for _, a := range c.comparison.Agency.Agentless {
		if told[a.Verb] {
			continue
		}
		told[a.Verb] = true
		score := 0.6
		if _, s := c.statementOf(a.Deed, a.Agent); s > 0 {
			score = 0.4 + 0.6*s
		}
		words := func(e Evidence) string { return e.Span.Of(c.readings[e.Article].Text()) }
		list = append(list, Finding{
			Signal: SignalAgency, Statement: a.Statement, Contrast: 0.85, Overlap: score,
			Says:     c.facing("finding.agency."+a.Kind, []int{a.Deed.Article}, []int{a.Agent.Article}).With("deed", words(a.Deed)).With("agent", words(a.Agent)),
			Evidence: evidencePair(a.Deed, a.Agent, a.Verb),
		})
	}
	return list
}

// emphasisFindings say where articles open with different things, and where
// one puts first what another puts late.
func emphasisFindings(c *comparing) []Finding {
	var list []Finding
	for _, s := range c.comparison.Coverage.Statements {
		if s.Reach == "one" {
			continue
		}
		if f, ok := c.placeFinding(s); ok {
			list = append(list, f)
		}
	}
	return list
}

// leastPlaced is the least score of two passages whose places are compared.
const leastPlaced = 0.5

// contrastOfPlace is the contrast of a statement that opens one article and
// closes another: both report it, so that it tells less than another name or
// another headline.
const contrastOfPlace = 0.4

// placeFinding faces the cell of a first paragraph with the one that comes
// latest.
func (c *comparing) placeFinding(s Statement) (Finding, bool) {
	first, last := -1, -1
	for i, cell := range s.Cells {
		if cell.Score < relatedScore || !cell.Told() {
			continue
		}
		if cell.Paragraph == 1 && (first < 0 || cell.Score > s.Cells[first].Score) {
			first = i
		}
		if cell.Paragraph > 1 && (last < 0 || cell.Position > s.Cells[last].Position) {
			last = i
		}
	}
	if first < 0 || last < 0 || s.Cells[last].Position < 0.4 {
		return Finding{}, false
	}
	a, b := s.Cells[first], s.Cells[last]
	_, score := c.statementOf(a.Evidence[0], b.Evidence[0])
	if score < leastPlaced {
		return Finding{}, false
	}
	return Finding{
		Signal: SignalEmphasis, Statement: s.ID, Contrast: contrastOfPlace * (b.Position - a.Position), Overlap: score,
		Says: c.facing("finding.emphasis.place", []int{a.Article}, []int{b.Article}).With("statement", s.Heading).
			With("percent", strconv.Itoa(int(100*b.Position+0.5))),
		Evidence: evidencePair(a.Evidence[0], b.Evidence[0]),
	}, true
}
