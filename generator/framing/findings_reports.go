package framing

import (
	"slices"
	"strconv"
	"strings"

	"parallax/generator/text"
)

// nearScore is the score from which a passage may be about a statement.
const nearScore = 0.27

func itoa(n int) string { return strconv.Itoa(n) }

// coverageFindings say what all report, all but one, or only one, where
// figures differ, and what two articles have word for word.
func coverageFindings(c *comparing) []Finding {
	list := c.conflictFindings()
	total := len(c.readings)
	for _, s := range c.comparison.Coverage.Statements {
		n := len(s.Cells)
		switch {
		case n < 2:
		case n == total || total > 4 && 10*n >= 6*total:
			if s.Heading = c.heldHeading(s); s.Heading != "" {
				list = append(list, c.commonFinding(s))
			}
		case total > 2 && n == total-1 && clausal(c.language, s.Heading) && c.heldHeading(s) == s.Heading:
			list = append(list, c.missingFindings(s)...)
		}
	}
	list = append(list, c.onlyFindings()...)
	for _, s := range c.comparison.Coverage.Shared {
		f := Finding{Signal: SignalCoverage, Common: true, Contrast: s.Share, Overlap: 1, Evidence: s.Runs}
		f.Says = c.facing("finding.coverage.shared", []int{s.First, s.Second}, nil).Of(s.Words)
		list = append(list, f)
	}
	return list
}

// heldHeading returns the longest run of words of a statement's heading that
// every article which carries it has, so that it may be said of all of them;
// empty if that is too little to say.
func (c *comparing) heldHeading(s Statement) string {
	a := c.alignment()
	terms := a.profiler.terms(s.Heading, c.language.Words(s.Heading))
	held := make([]bool, len(terms))
	for i, t := range terms {
		held[i] = t.stop || c.heldByAll(a, s, t)
	}
	from, to, most := 0, 0, 0
	for i := range terms {
		j := i
		for j < len(terms) && held[j] {
			j++
		}
		for j > i && terms[j-1].stop {
			j--
		}
		if n := contentOf(terms[i:j]); n > most && !(terms[i].stop && i > 0) {
			from, to, most = i, j, n
		}
	}
	switch {
	case most == len(terms), most == contentOf(terms) && most > 2:
		return s.Heading
	case most < 2 || most == 2 && !(terms[from].name && terms[to-1].name):
		return ""
	}
	return tidy(text.Span{Start: terms[from].Start, End: terms[to-1].End}.Of(s.Heading))
}

// heldByAll reports whether the passages of every cell have a term, or one like
// it.
func (c *comparing) heldByAll(a *alignment, s Statement, t term) bool {
	for _, cell := range s.Cells {
		u := a.unitAt(cell.Article, cell.Evidence[0].Passage)
		like := func(v term) bool { return v.key == t.key || a.profiler.alike(v.key, t.key) > 0 }
		if u == nil || !slices.ContainsFunc(u.terms, like) {
			return false
		}
	}
	return true
}

// clausal reports whether a heading reads as a clause: several words that begin
// with no verb or adverb, and a verb after the first.
func clausal(l *text.Language, heading string) bool {
	words := l.Words(heading)
	if len(words) < 5 {
		return false
	}
	if first := l.Classes(words[0].Lower); first != "" && (first[0] == 'v' || first[0] == 'r') && !l.Stop(words[0].Lower) {
		return false
	}
	for i, w := range words[1 : len(words)-1] {
		verb := strings.HasPrefix(l.Classes(w.Lower), "v") && !slices.Contains(l.List("prepositions"), words[i].Lower)
		if verb || slices.Contains(l.List("copulas"), w.Lower) {
			return true
		}
	}
	return false
}

// foundIn reports whether any passage of an article comes near to a cell of a
// statement, so that it may not be said to lack it.
func (c *comparing) foundIn(s Statement, article int) bool {
	a := c.alignment()
	for i, u := range a.units {
		carries := func(cell Cell) bool { return cell.Article == u.article && cell.Evidence[0].Passage == u.passage }
		if !slices.ContainsFunc(s.Cells, carries) {
			continue
		}
		for j, v := range a.units {
			if v.article == a.same[article] && a.between(i, j).score >= nearScore {
				return true
			}
		}
	}
	return false
}

// commonFinding says that all or most articles report a statement.
func (c *comparing) commonFinding(s Statement) Finding {
	key := "finding.coverage.all"
	if len(s.Cells) < len(c.readings) {
		key = "finding.coverage.most"
	}
	f := Finding{
		Signal: SignalCoverage, Common: true, Statement: s.ID, Contrast: float64(len(s.Cells)) / float64(len(c.readings)) * (1 - 0.4*meanPosition(s)), Overlap: meanScore(s),
		Evidence: c.leading(s),
	}
	if !clausal(c.language, s.Heading) {
		f.Contrast *= 0.6 // a name or a thing is less than something said of it
	}
	f.Says = c.facing(key, nil, nil).With("statement", s.Heading).With("total", itoa(len(c.readings))).Of(len(s.Cells))
	return f
}

// meanScore is how alike the passages of a statement are.
func meanScore(s Statement) float64 {
	sum := 0.0
	for _, cell := range s.Cells {
		sum += cell.Score
	}
	return sum / float64(len(s.Cells))
}

// meanPosition is how late a statement comes; quotations count as late, since
// they say less of what happened.
func meanPosition(s Statement) float64 {
	sum := 0.0
	for _, cell := range s.Cells {
		if cell.Quoted {
			sum++
		} else {
			sum += cell.Position
		}
	}
	return sum / float64(len(s.Cells))
}

// leading returns the evidence of a statement, the cells nearest to its centre
// first.
func (c *comparing) leading(s Statement) []Evidence {
	cells := slices.Clone(s.Cells)
	slices.SortStableFunc(cells, func(a, b Cell) int {
		switch {
		case a.Score > b.Score:
			return -1
		case a.Score < b.Score:
			return 1
		}
		return 0
	})
	var list []Evidence
	for _, cell := range cells {
		list = append(list, cell.Evidence...)
	}
	return list
}

// missingFindings say that all but one article report a statement.
func (c *comparing) missingFindings(s Statement) []Finding {
	var missing int
	for i := range c.readings {
		if !slices.ContainsFunc(s.Cells, func(cell Cell) bool { return cell.Article == i }) {
			missing = i
		}
	}
	if c.foundIn(s, missing) {
		return nil
	}
	return []Finding{{
		Signal: SignalCoverage, Statement: s.ID, Contrast: 0.45 + 0.02*float64(len(s.Cells)), Overlap: meanScore(s),
		Says:     c.facing("finding.coverage.without", []int{missing}, nil).With("statement", s.Heading),
		Evidence: c.leading(s),
	}}
}

// onlyFindings say for each article the most prominent statement that only it
// carries: one of its first paragraphs.
func (c *comparing) onlyFindings() []Finding {
	var list []Finding
	seen := map[int]bool{}
	for _, s := range c.comparison.Coverage.Statements {
		cell := s.Cells[0]
		if s.Reach != "one" || len(c.readings) < 2 || seen[cell.Article] || cell.Paragraph > 4 || cell.Words < 10 || !clausal(c.language, s.Heading) {
			continue
		}
		if slices.ContainsFunc(c.others(cell.Article), func(i int) bool { return c.foundIn(s, i) }) {
			continue
		}
		seen[cell.Article] = true
		list = append(list, Finding{
			Signal: SignalCoverage, Statement: s.ID, Contrast: 0.35 - 0.2*cell.Position, Overlap: 0.8,
			Says:     c.facing("finding.coverage.only", []int{cell.Article}, nil).With("statement", s.Heading),
			Evidence: cell.Evidence,
		})
	}
	return list
}

// others returns the articles but one.
func (c *comparing) others(article int) []int {
	var list []int
	for i := range c.readings {
		if i != article {
			list = append(list, i)
		}
	}
	return list
}

// conflictFindings say where figures or days differ.
func (c *comparing) conflictFindings() []Finding {
	var list []Finding
	for _, k := range c.comparison.Coverage.Conflicts {
		a, b := k.Sides[0], k.Sides[1]
		key := "finding.coverage.figures"
		if k.Unit == "date" {
			key = "finding.coverage.days"
		}
		_, score := c.statementOf(a.Evidence[0], b.Evidence[0])
		f := Finding{
			Signal: SignalCoverage, Statement: k.Statement, Contrast: 0.95, Overlap: score,
			Says:     c.facing(key, articlesOf(a.Evidence), articlesOf(b.Evidence)).With("unit", k.Unit).With("value", a.Value).With("other", b.Value),
			Evidence: evidencePair(a.Evidence[0], b.Evidence[0], append(a.Evidence[1:], b.Evidence[1:]...)...),
		}
		list = append(list, f)
	}
	return list
}

func articlesOf(list []Evidence) []int {
	var articles []int
	for _, e := range list {
		articles = append(articles, e.Article)
	}
	return articles
}

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
		f.Overlap = max(0.5, f.Overlap)
		f.Evidence = evidencePair(first, second)
		f.Says = c.facing("finding.headline."+strings.ReplaceAll(tag.Kind, "-", ""), []int{r.Article}, []int{second.Article}).
			With("words", second.Span.Of(c.readings[second.Article].article.Text))
		return f, true
	case "quotation":
		other, score := c.plainHeadline(r.Article)
		if other < 0 {
			return f, false
		}
		f.Overlap, f.Contrast = score, 0.65
		f.Evidence = evidencePair(first, c.readings[other].evidenceOf(0))
		f.Says = c.facing("finding.headline.quotation", []int{r.Article}, []int{other}).
			With("words", first.Span.Of(c.readings[r.Article].article.Text))
		return f, true
	}
	return f, false
}

// plainHeadline returns the article whose headline is nearest to that of an
// article, and has no quotation; -1 if none is near.
func (c *comparing) plainHeadline(article int) (other int, score float64) {
	a := c.alignment()
	other = -1
	mine := a.unitAt(article, 0)
	for i, r := range c.readings {
		u := a.unitAt(i, 0)
		if i == article || mine == nil || u == nil || len(r.within(u.Span, r.quotations)) > 0 {
			continue
		}
		if s := a.score(mine.profile, u.profile); s > score && s >= contrastScore {
			other, score = i, s
		}
	}
	return other, score
}

// agencyFindings say whose passage leaves out who acted while an aligned one
// names them.
func agencyFindings(c *comparing) []Finding {
	var list []Finding
	for _, a := range c.comparison.Agency.Agentless {
		score := 0.6
		if _, s := c.statementOf(a.Deed, a.Agent); s > 0 {
			score = 0.4 + 0.6*s
		}
		words := func(e Evidence) string { return e.Span.Of(c.readings[e.Article].article.Text) }
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

// placeFinding faces the cell of a first paragraph with the one that comes
// latest.
func (c *comparing) placeFinding(s Statement) (Finding, bool) {
	first, last := -1, -1
	for i, cell := range s.Cells {
		if cell.Score < relatedScore {
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
	if score < relatedScore {
		return Finding{}, false
	}
	return Finding{
		Signal: SignalEmphasis, Statement: s.ID, Contrast: 0.6 * (b.Position - a.Position), Overlap: score,
		Says: c.facing("finding.emphasis.place", []int{a.Article}, []int{b.Article}).With("statement", s.Heading).
			With("percent", itoa(int(100*b.Position+0.5))),
		Evidence: evidencePair(a.Evidence[0], b.Evidence[0]),
	}, true
}

// voiceFindings say where one article states in its own words what another
// lays to a source, and where the same point is reported with another verb.
func voiceFindings(c *comparing) []Finding {
	var list []Finding
	for _, s := range c.comparison.Coverage.Statements {
		if s.Reach == "one" {
			continue
		}
		if f, ok := c.voiceFinding(s); ok {
			list = append(list, f)
		}
		if f, ok := c.verbFinding(s); ok {
			list = append(list, f)
		}
	}
	return list
}

// voiceFinding faces a cell in the author's words with one in a source's.
func (c *comparing) voiceFinding(s Statement) (Finding, bool) {
	best, found := Finding{}, false
	for _, own := range s.Cells {
		if own.Quoted || own.Paragraph == 0 || c.retold(own) || c.sourced(own) {
			continue
		}
		for _, other := range s.Cells {
			if !other.Quoted || other.Paragraph == 0 || c.retold(other) {
				continue
			}
			score := c.alignment().scoreOf(own.Evidence[0], other.Evidence[0])
			if score < sameScore || score <= best.Overlap {
				continue
			}
			best, found = Finding{
				Signal: SignalVoices, Statement: s.ID, Contrast: 0.85, Overlap: score,
				Says:     c.facing("finding.voices.own", []int{own.Article}, []int{other.Article}).With("statement", s.Heading),
				Evidence: evidencePair(own.Evidence[0], other.Evidence[0]),
			}, true
		}
	}
	return best, found
}

// sourced reports whether the passage of a cell has any attribution, or
// quotation marks.
func (c *comparing) sourced(cell Cell) bool {
	r := c.readings[cell.Article]
	passage := r.article.Passages[cell.Evidence[0].Passage].Span
	for _, a := range r.attributions {
		if a.Passage == cell.Evidence[0].Passage || slices.ContainsFunc(a.Content, passage.Overlaps) {
			return true
		}
	}
	return slices.ContainsFunc(r.quotations, passage.Overlaps)
}

// verbFinding faces two reporting verbs of different stance on one statement.
func (c *comparing) verbFinding(s Statement) (Finding, bool) {
	best, found := Finding{}, false
	for i, p := range s.Cells {
		for _, q := range s.Cells[i+1:] {
			if c.retold(p) || c.retold(q) {
				continue
			}
			a, b := c.reporting(p), c.reporting(q)
			if a == nil || b == nil || a.Stance == b.Stance || a.Verb == b.Verb || !sameSpeaker(a, b) {
				continue
			}
			score := c.alignment().scoreOf(p.Evidence[0], q.Evidence[0])
			if score < relatedScore || score <= best.Overlap {
				continue
			}
			first, second := c.readings[p.Article].evidence(a.Cue[0]), c.readings[q.Article].evidence(b.Cue[0])
			best, found = Finding{
				Signal: SignalVoices, Statement: s.ID, Contrast: 0.9, Overlap: score,
				Says: c.facing("finding.voices.verb", []int{p.Article}, []int{q.Article}).With("speaker", a.Speaker).
					With("verb", c.cueOf(first)).With("other", c.cueOf(second)),
				Evidence: evidencePair(first, second),
			}, true
		}
	}
	return best, found
}

func (c *comparing) cueOf(e Evidence) string {
	return strings.ToLower(e.Span.Of(c.readings[e.Article].article.Text))
}

// reporting returns the only attribution with a cue in the passage of a cell.
func (c *comparing) reporting(cell Cell) *Attribution {
	r := c.readings[cell.Article]
	var found *Attribution
	for i := range r.attributions {
		a := &r.attributions[i]
		if a.Passage != cell.Evidence[0].Passage || len(a.Cue) == 0 {
			continue
		}
		if found != nil {
			return nil
		}
		found = a
	}
	return found
}

// sameSpeaker reports whether two attributions name the same source: their
// names share the last word.
func sameSpeaker(a, b *Attribution) bool {
	p, q := strings.Fields(strings.ToLower(a.Speaker)), strings.Fields(strings.ToLower(b.Speaker))
	return len(p) > 0 && len(q) > 0 && p[len(p)-1] == q[len(q)-1]
}
