package review

import (
	"fmt"
	"slices"
	"strings"

	"parallax/generator/corpus"
	"parallax/generator/diag"
	"parallax/generator/framing"
	"parallax/generator/reading"
	"parallax/generator/text"
)

// A target is what a decision is about, found in the comparison as the program made
// it.
type target struct {
	*Decision
	number    int // of the decision in the file
	at        framing.Evidence
	statement string // id; empty if none is meant
	other     string // id of the statement that is to be one with it
	finding   string // id
	report    int    // index of the article of a cell or a speaker; -1 for none
	passage   framing.Evidence
	aside     string // of a passage that was left out, its first words
}

// aim finds what a decision is about, or says why it cannot be found.
func (a *applying) aim(n int) (*target, bool) {
	t := &target{Decision: &a.review.Decisions[n], number: n, report: -1}
	v, _ := verbOf(t.Do)
	if slices.ContainsFunc(v.needs(), func(key string) bool { return value(t.Decision, key) == "" }) {
		return nil, false // which was said when the file was read
	}
	switch v.About {
	case AboutName:
		return t, a.aimName(t)
	case AboutSpeaker:
		return t, a.aimSpeaker(t)
	case AboutSection:
		return t, a.aimSection(t)
	case AboutPassage:
		return t, a.aimFurniture(t)
	}
	var ok bool
	if t.at, ok = a.words(t, "article", t.Article, "quote", t.Quote, t.Before, t.After); !ok {
		return nil, false
	}
	switch v.About {
	case AboutFinding:
		return t, a.aimFinding(t)
	case AboutWord:
		return t, a.aimWord(t)
	case AboutStatement:
		switch found := a.aimStatement(t); t.Do {
		case "merge-statements":
			return t, found && a.aimMerge(t)
		case "split-statement":
			return t, found && a.aimSplit(t)
		default:
			return t, found
		}
	}
	return t, a.aimStatement(t) && a.aimReport(t)
}

// words finds a quotation in an article, both of which are values of keys.
func (a *applying) words(t *target, articleKey, named, quoteKey, quote, before, after string) (framing.Evidence, bool) {
	i, ok := a.article(t, articleKey, named)
	if !ok {
		return framing.Evidence{}, false
	}
	article := a.articles[i]
	span, certainty := a.finder.find(article, quote, before, after)
	passage := article.PassageAt(span.Start)
	switch certainty {
	case gone:
		mend := "quote other words, or remove the decision"
		if passage >= 0 && span.Len() > 0 {
			mend = fmt.Sprintf("the nearest passage is “%s”; quote its words if it is meant, or remove the decision", text.Beginning(article.Passages[passage].Of(article.Text), mostNow))
		}
		a.warn(t, quoteKey, mend, "these words do not stand in %s, so the decision is not applied", article.ID)
		return framing.Evidence{}, false
	case doubtful:
		a.warn(t, quoteKey, fmt.Sprintf("check it, and quote them as they are now: “%s”", text.Beginning(span.Of(article.Text), mostNow)), "the words of %s have changed, and the decision is applied to the nearest", article.ID)
	}
	return framing.Evidence{Article: i, Passage: passage, Span: span}, passage >= 0
}

// mostNow is how many words are shown of a passage as it is now.
const mostNow = 12

// article returns the index of an article of the event by its id or by that of its
// outlet.
func (a *applying) article(t *target, key, name string) (int, bool) {
	var ofOutlet, known []string
	at := -1
	for i, of := range a.made.Articles {
		known = append(known, of.ID)
		if of.ID == name {
			return i, true
		}
		if of.Outlet == name {
			ofOutlet, at = append(ofOutlet, of.ID), i
		}
	}
	switch len(ofOutlet) {
	case 0:
		a.warn(t, key, diag.DidYouMean(name, known), "the event has no article %q, so the decision is not applied", name)
	case 1:
		return at, true
	default:
		a.warn(t, key, "write one of "+strings.Join(ofOutlet, ", "), "the outlet %q has several articles in the event, so the decision is not applied", name)
	}
	return 0, false
}

// warn adds a warning about a key of a decision.
func (a *applying) warn(t *target, key, mend, format string, args ...any) {
	a.list.Add(a.review.mistake(diag.Warning, t.number, key, mend, format, args...))
}

// aimStatement finds the statement that the words of a decision tell: of several the
// one with the heading, or the heading that is nearest to it.
func (a *applying) aimStatement(t *target) bool {
	var best *framing.Statement
	most := -1
	for i := range a.made.Coverage.Statements {
		s := &a.made.Coverage.Statements[i]
		if !slices.ContainsFunc(s.Cells, func(c framing.Cell) bool { return holds(c, t.at) }) {
			continue
		}
		if alike := alike(s.Heading, t.Statement); alike > most {
			best, most = s, alike
		}
	}
	if best == nil {
		a.warn(t, "quote", "quote words of another passage that tells it, or remove the decision", "no statement rests on these words of %s now, so the decision is not applied", t.Article)
		return false
	}
	t.statement = best.ID
	return true
}

// holds reports whether a cell rests on the passage of evidence.
func holds(c framing.Cell, e framing.Evidence) bool {
	return c.Article == e.Article && slices.ContainsFunc(c.Evidence, func(d framing.Evidence) bool { return d.Passage == e.Passage })
}

// alike returns how many words of one heading another has; more than all of them if
// the two are the same.
func alike(heading, wanted string) int {
	have, want := strings.Fields(strings.ToLower(heading)), strings.Fields(strings.ToLower(wanted))
	n := 0
	for _, w := range want {
		if slices.Contains(have, w) {
			n++
		}
	}
	if n > 0 && slices.Equal(have, want) {
		n++
	}
	return n
}

// aimReport finds the report of a cell and the words by which it tells the statement.
func (a *applying) aimReport(t *target) bool {
	var ok bool
	if t.report, ok = a.article(t, "report", t.Report); !ok || t.Passage == "" {
		return ok
	}
	t.passage, ok = a.words(t, "report", t.Report, "passage", t.Passage, "", "")
	if ok {
		t.passage.Span = a.articles[t.report].Passages[t.passage.Passage].Span
	}
	return ok
}

// aimFinding finds the finding of a kind that rests on the words of a decision: of
// several the one that has them first.
func (a *applying) aimFinding(t *target) bool {
	best, first := -1, 0
	for i := range a.made.Findings {
		f := &a.made.Findings[i]
		if !isOfKind(f, t.Finding) {
			continue
		}
		at := slices.IndexFunc(f.Evidence, func(e framing.Evidence) bool { return meets(e, t.at, a.articles) })
		if at >= 0 && (best < 0 || at < first) {
			best, first = i, at
		}
	}
	if best < 0 {
		a.warn(t, "finding", "remove the decision, or name the finding by other words", "no finding of the kind %q rests on these words of %s now, so the decision is not applied", t.Finding, t.Article)
		return false
	}
	t.finding = a.made.Findings[best].ID
	return true
}

// isOfKind reports whether a finding is of a kind: a signal, or the key of its message
// without what all of them begin with.
func isOfKind(f *framing.Finding, kind string) bool {
	return kind == string(f.Signal) || kind == Kind(f)
}

// Kind returns the kind of a finding, such as "coverage.only".
func Kind(f *framing.Finding) string { return strings.TrimPrefix(f.Says.Key, "finding.") }

// meets reports whether evidence and words share some or, as a finding may rest on a
// word of which a longer quotation must be made to find it, stand in one passage.
func meets(e reading.Evidence, words framing.Evidence, articles []*corpus.Article) bool {
	if e.Article != words.Article {
		return false
	}
	whole := articles[e.Article].Passages[words.Passage].Span
	return e.Span.Overlaps(words.Span) || e.Passage == words.Passage && whole.Contains(text.Span{Start: e.Span.Start, End: e.Span.End})
}
