package framing

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"parallax/generator/ratio"
)

// Coverage lists what is reported by all, by some and by one.
type Coverage struct {
	Statements []Statement  `json:"statements"` // the main happening first, by salience; then what one alone has
	Conflicts  []Conflict   `json:"conflicts"`
	Shared     []SharedText `json:"shared"`

	// Unclaimed are the passages that no other article was found to tell, though
	// not surely enough to say so of a report. Whoever has two excerpts side by
	// side may still look for them there.
	Unclaimed []Statement `json:"-"`
}

// A Conflict is a number, a day, a yes and no or a doer that differs inside one
// statement.
type Conflict struct {
	Statement string         `json:"statement"`
	Unit      string         `json:"unit"` // what is counted, such as "dead"; or "date", "answer" (whether it is so), "doer"
	Sides     []ConflictSide `json:"sides"`
}

// A ConflictSide is what some articles give.
type ConflictSide struct {
	Value    string     `json:"value"` // as written
	Evidence []Evidence `json:"evidence"`
}

// compareCoverage lists what all, some or only one of the articles report.
//
// A statement is what passages of several articles tell (see [align]). Of
// every article it says that it tells the statement, tells a part of it, or
// does not have it, and of some it says nothing: an absence that is not sure is
// not claimed. That an article lacks a statement says nothing of its reasons.
func compareCoverage(c *comparing) []Finding {
	a := c.alignment()
	coverage := &c.comparison.Coverage
	statements, alone := a.Statements()
	for _, s := range statements {
		coverage.Statements = append(coverage.Statements, c.statement(s))
	}
	slices.SortStableFunc(coverage.Statements, func(s, t Statement) int {
		return cmp.Or(-cmp.Compare(s.salience, t.salience), s.before(t))
	})
	coverage.Statements = c.once(coverage.Statements)
	for _, l := range alone {
		if l.Only {
			coverage.Statements = append(coverage.Statements, c.lone(l, "one"))
		} else {
			coverage.Unclaimed = append(coverage.Unclaimed, c.lone(l, ""))
		}
	}
	for i := range coverage.Statements {
		coverage.Statements[i].ID = "s" + strconv.Itoa(i+1)
	}
	coverage.Conflicts = c.conflicts()
	coverage.Shared = c.sharedTexts()
	return c.coverageFindings()
}

// once joins statements of one heading to the first of them: an article that tells one
// tells what the heading says, and of no article it may be said that it both tells and
// lacks that.
func (c *comparing) once(list []Statement) []Statement {
	var kept []Statement
	for _, s := range list {
		i := slices.IndexFunc(kept, func(k Statement) bool { return strings.EqualFold(k.Heading, s.Heading) })
		if i < 0 {
			kept = append(kept, s)
			continue
		}
		first := &kept[i]
		for _, cell := range s.Cells {
			first.take(cell)
		}
		first.Complete = first.Complete || s.Complete
		first.Reach = c.reach(first)
	}
	return kept
}

// take adds the cell of an article, unless the statement has one that tells as much.
func (s *Statement) take(cell Cell) {
	s.Absent = slices.DeleteFunc(s.Absent, func(article int) bool { return article == cell.Article })
	i := slices.IndexFunc(s.Cells, func(have Cell) bool { return have.Article >= cell.Article })
	switch {
	case i < 0:
		s.Cells = append(s.Cells, cell)
	case s.Cells[i].Article > cell.Article:
		s.Cells = slices.Insert(s.Cells, i, cell)
	case cell.Told() && !s.Cells[i].Told():
		s.Cells[i] = cell
	}
}

// before orders statements by where they come first.
func (s *Statement) before(t Statement) int {
	e, d := s.Cells[0].Evidence[0], t.Cells[0].Evidence[0]
	return cmp.Or(e.Article-d.Article, e.Span.Start-d.Span.Start)
}

// How much what makes a statement the main happening counts: first of all how
// many articles tell it. The weights are those of a trial on held-out events.
const (
	weightOfHeadline = 0.5 // share of the articles that have it in the headline
	weightOfLead     = 0.5 // in the lead
	weightOfPlace    = 0.5 // mean place, against it
	weightOfQuoted   = 0.3 // share that only quotes it, against it
)

// salienceOf returns how central a statement is to what the articles report,
// over those that tell it.
func (c *comparing) salienceOf(s *Statement) float64 {
	headline, lead, place, quoted := 0.0, 0.0, 0.0, 0.0
	told := float64(s.Told())
	for _, cell := range s.Cells {
		if !cell.Told() {
			continue
		}
		first := 1.0
		for _, e := range cell.Evidence {
			paragraph := c.readings[e.Article].Article().Passages[e.Passage].Block
			headline += ratio.Truth(e.Passage == 0) / told
			lead += ratio.Truth(paragraph == 1) / told / float64(len(cell.Evidence))
			first = min(first, c.readings[e.Article].position(e.Span.Start))
		}
		place += first / told
		quoted += ratio.Truth(cell.Quoted) / told
	}
	articles := float64(len(c.readings))
	return told/articles + (weightOfHeadline*headline+weightOfLead*min(1, lead))*told/articles - weightOfPlace*place - weightOfQuoted*quoted
}

// reach says how many of the articles tell a statement.
func (c *comparing) reach(s *Statement) string {
	if s.Told() == len(c.readings) {
		return "all"
	}
	return "some"
}

// mostMissing is how many findings say that one article lacks a statement.
const mostMissing = 2

// coverageFindings say what the articles report in common, the main happening
// first, what one of them does not have, what only one has, where figures
// differ, and what two have word for word.
func (c *comparing) coverageFindings() []Finding {
	list := c.conflictFindings()
	missing, said := 0, map[string]bool{}
	for i := range c.comparison.Coverage.Statements {
		s := &c.comparison.Coverage.Statements[i]
		if f, words, ok := c.commonFinding(s); ok && !said[words] {
			said[words] = true
			list = append(list, f)
		}
		if f, ok := c.missingFinding(s); ok && missing < mostMissing {
			list = append(list, f)
			missing++
		}
	}
	list = append(list, c.onlyFindings()...)
	for _, s := range c.comparison.Coverage.Shared {
		f := Finding{Signal: SignalCoverage, Common: true, Contrast: s.Share / 2, Overlap: 1, Evidence: s.Runs}
		f.Says = c.facing("finding.coverage.shared", []int{s.First, s.Second}, nil).Of(s.Words)
		list = append(list, f)
	}
	return list
}

// greatestSalience is the salience of a statement that every headline and lead
// tells; see salienceOf.
const greatestSalience = 1 + weightOfHeadline + weightOfLead

// Contrasts of what is shared, over that of a clause: a thing or a place is
// less than something said of it, and that all name somebody goes without
// saying.
const (
	contrastOfPhrase = 0.7
	contrastOfName   = 0.3
)

// commonFinding says that several articles tell a statement, in the words of
// its heading or, where that is no clause, that they mention what all of them
// have. It returns the words as well.
func (c *comparing) commonFinding(s *Statement) (f Finding, words string, ok bool) {
	told, total := s.Told(), len(c.readings)
	f = Finding{
		Signal: SignalCoverage, Common: true, Statement: s.ID, Contrast: max(0, s.salience) / greatestSalience, Overlap: 1,
		Evidence: leading(s),
	}
	switch {
	case told < 2:
		return f, "", false
	case s.Clause:
		words = s.Heading
	case s.held.Words == "":
		return f, "", false
	default:
		words = s.held.Words
	}
	switch {
	case s.Clause:
	case s.held.Named:
		f.Contrast *= contrastOfName
	default:
		f.Contrast *= contrastOfPhrase
	}
	key := s.Telling(total, c.comparison.Coverage.disputed(s.ID))
	f.Says = c.facing(key, nil, nil).With("statement", words).With("total", strconv.Itoa(total)).With("speaker", s.By).Of(told)
	return f, words, true
}

// Telling returns the key of the message that says how many of all articles tell a
// statement, or mention it where its heading is no clause. What is disputed has
// figures in it that differ.
func (s *Statement) Telling(total int, disputed bool) string {
	whole := s.Told() == total
	switch {
	case !s.Clause && whole:
		return "finding.coverage.all"
	case !s.Clause:
		return "finding.coverage.most"
	case whole && disputed:
		return s.voiced("finding.coverage.tellfigures", "finding.coverage.say", "finding.coverage.sayby")
	case whole:
		return s.voiced("finding.coverage.tell", "finding.coverage.say", "finding.coverage.sayby")
	}
	return s.voiced("finding.coverage.mosttell", "finding.coverage.mostsay", "finding.coverage.mostsayby")
}

// voiced returns the key of a message about a statement that an article tells by
// itself, that is only what somebody says, or only what one person says.
func (s *Statement) voiced(own, somebody, by string) string {
	switch {
	case !s.Laid():
		return own
	case s.By == "":
		return somebody
	}
	return by
}

// meanScore is how alike the passages of a statement are.
func meanScore(s Statement) float64 {
	sum := 0.0
	for _, cell := range s.Cells {
		sum += cell.Score
	}
	return sum / float64(len(s.Cells))
}

// leading returns the evidence of the cells that tell a statement, the most
// direct passage of each, the nearest to the centre first.
func leading(s *Statement) []Evidence {
	cells := slices.DeleteFunc(slices.Clone(s.Cells), func(cell Cell) bool { return !cell.Told() })
	slices.SortStableFunc(cells, func(a, b Cell) int { return -cmp.Compare(a.Score, b.Score) })
	var list []Evidence
	for _, cell := range cells {
		list = append(list, cell.Evidence[0])
	}
	return list
}

// missingFinding says that every article but one tells a statement.
func (c *comparing) missingFinding(s *Statement) (Finding, bool) {
	if len(c.readings) < 3 || len(s.Absent) != 1 || s.Told() != len(c.readings)-1 || !s.Clause {
		return Finding{}, false
	}
	key := s.voiced("finding.coverage.without", "finding.coverage.unsaid", "finding.coverage.unsaidby")
	return Finding{
		Signal: SignalCoverage, Statement: s.ID, Contrast: 0.45 + 0.02*float64(len(s.Cells)), Overlap: meanScore(*s),
		Says:     c.facing(key, s.Absent, nil).With("statement", s.Heading).With("speaker", s.By),
		Evidence: leading(s),
	}, true
}

// onlyFindings say for each article the most prominent statement that only it
// carries: one of its first paragraphs.
func (c *comparing) onlyFindings() []Finding {
	var list []Finding
	seen := map[int]bool{}
	for _, s := range c.comparison.Coverage.Statements {
		cell := s.Cells[0]
		if !s.Alone() || len(c.readings) < 2 || seen[cell.Article] || cell.Paragraph > 4 || cell.Words < 10 || !s.Clause {
			continue
		}
		seen[cell.Article] = true
		key := s.voiced("finding.coverage.only", "finding.coverage.onlysays", "finding.coverage.onlysaysby")
		list = append(list, Finding{
			Signal: SignalCoverage, Statement: s.ID, Contrast: 0.35 - 0.2*cell.Position, Overlap: 0.8,
			Says:     c.facing(key, []int{cell.Article}, nil).With("statement", s.Heading).With("speaker", s.By),
			Evidence: cell.Evidence,
		})
	}
	return list
}

// conflictFindings say where figures, days, yes and no, or doers differ.
func (c *comparing) conflictFindings() []Finding {
	var list []Finding
	for _, k := range c.comparison.Coverage.Conflicts {
		a, b := k.Sides[0], k.Sides[1]
		key := "finding.coverage.figures"
		switch k.Unit {
		case unitDate:
			key = "finding.coverage.days"
		case unitAnswer:
			key = "finding.coverage.answers"
		case unitDoer:
			key = "finding.coverage.doers"
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
