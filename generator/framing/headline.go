package framing

import (
	"slices"
	"strings"

	"parallax/generator/reading"
	"parallax/generator/text"
	"parallax/generator/text/vocabulary"
)

// Headline is the headline ladder: what each headline has of its own.
type Headline struct {
	Rungs []Rung `json:"rungs"` // one per article
}

// A Rung is one headline.
type Rung struct {
	Article int           `json:"article"`
	Shared  []text.Span   `json:"shared"` // words that at least half of the headlines have
	Own     []text.Span   `json:"own"`    // content words that no other headline has
	Tags    []HeadlineTag `json:"tags"`
}

// A HeadlineTag is one thing to be said of a headline.
type HeadlineTag struct {
	Kind     string     `json:"kind"` // "no-agent", "quotation", "marks", "attributed", "stated-as-fact", "question", "acts", "acted-upon", "not-in-body"
	Evidence []Evidence `json:"evidence"`
}

// compareHeadline sets the headlines side by side: the words that most share,
// those that only one has, and what can be said of each from its words and the
// passages that align with it.
func compareHeadline(c *comparing) []Finding {
	terms := make([][]vocabulary.Term, len(c.readings))
	carriers := map[string]int{}
	v := c.words
	for i, r := range c.readings {
		terms[i] = v.Terms(r.Text(), r.passageWordsOf(0))
		seen := map[string]bool{}
		for _, t := range terms[i] {
			if !seen[t.Key] {
				seen[t.Key] = true
				carriers[t.Key]++
			}
		}
	}
	for i, r := range c.readings {
		rung := Rung{Article: i, Tags: c.headlineTags(r)}
		for _, t := range terms[i] {
			n := carriers[t.Key]
			switch {
			case t.Stop:
			case n > 1 && 2*n >= len(c.readings):
				rung.Shared = append(rung.Shared, t.Span)
			case n == 1 && len(c.readings) > 1:
				rung.Own = append(rung.Own, t.Span)
			}
		}
		c.comparison.Headline.Rungs = append(c.comparison.Headline.Rungs, rung)
	}
	return c.headlineFindings()
}

// passageWordsOf returns the words of a passage, none if there is no such
// passage.
func (r *member) passageWordsOf(passage int) []text.Word {
	if passage >= r.Passages() {
		return nil
	}
	return r.PassageWords(passage)
}

// headlineTags returns what is to be said of a headline.
func (c *comparing) headlineTags(r *member) []HeadlineTag {
	tags := []HeadlineTag{}
	if len(r.Article().Passages) == 0 {
		return tags
	}
	headline := r.Article().Passages[0].Span
	add := func(kind string, evidence ...Evidence) {
		if len(evidence) > 0 {
			tags = append(tags, HeadlineTag{kind, evidence})
		}
	}
	quotations := r.within(headline, r.Quotations())
	cues := r.cues(0)
	quoted, marked := r.quotedWords(quotations)
	add("no-agent", c.agentless(r.index)...)
	add("quotation", quoted...)
	add("marks", marked...)
	add("attributed", r.attributing()...)
	if strings.HasSuffix(headline.Of(r.Text()), "?") {
		add("question", r.evidenceOf(0))
	} else if len(quotations) == 0 && len(cues) == 0 {
		add("stated-as-fact", c.attributedElsewhere(r.index)...)
	}
	if actor, ok := r.Sentence(0).Actor(); ok {
		subject := r.evidence(r.Sentence(0).Bytes(actor.Subject.Start, actor.Subject.End))
		switch {
		case !c.entities.Known(r.index, subject.Span): // "five", which counts nobody
		case actor.Acts:
			add("acts", subject)
		default:
			add("acted-upon", subject)
		}
	}
	if !r.Article().Excerpt && !r.Article().Paraphrase {
		add("not-in-body", r.missing(c.words)...)
	}
	return tags
}

// within returns the evidence for the spans inside a passage.
func (r *member) within(passage text.Span, spans []text.Span) []Evidence {
	var list []Evidence
	for _, s := range spans {
		if passage.Contains(s) {
			list = append(list, r.evidence(s))
		}
	}
	return list
}

// cues returns the evidence for the reporting words of a passage.
func (r *member) cues(passage int) []Evidence {
	var list []Evidence
	for _, a := range r.Attributions() {
		if a.Passage == passage && len(a.Source) > 0 {
			list = append(list, r.within(r.Article().Passages[passage].Span, a.Cue)...)
		}
	}
	return list
}

// attributing returns the evidence for the words by which the headline lays
// something said to a source that the article names: a verb of saying, a colon.
// What somebody wants, hates or does is laid to nobody.
func (r *member) attributing() []Evidence {
	var list []Evidence
	for _, a := range shownAttributions(r) {
		if a.Passage != 0 || a.Speaker == "" {
			continue
		}
		says := a.Verb == "" || r.Language().In("speech", a.Verb) || r.Language().In("cue_phrases", a.Verb)
		judges := a.Mode != reading.Indirect && (a.Stance == reading.Attacking || r.Language().In("naming_verbs", a.Verb))
		if says || judges || a.Stance == reading.Doubting {
			list = append(list, r.within(r.Article().Passages[0].Span, a.Cue)...)
		}
	}
	return list
}

// mostMarked is how many words between quotation marks can be a word that is
// kept at a distance, rather than somebody's.
const mostMarked = 2

// quotedWords tells what a headline quotes from the words that it only puts
// between quotation marks: few, that neither it nor the text below lays to
// anybody.
func (r *member) quotedWords(quotations []Evidence) (quoted, marked []Evidence) {
	for _, q := range quotations {
		if len(r.WordsIn(q.Span)) > mostMarked || r.saidBelow(q.Span) {
			quoted = append(quoted, q)
		} else {
			marked = append(marked, q)
		}
	}
	return quoted, marked
}

// saidBelow reports whether the words of a span of the headline are part of what
// the article lays to a source, there or in a quotation of its text.
func (r *member) saidBelow(words text.Span) bool {
	fold := func(span text.Span) string {
		return strings.Join(strings.Fields(strings.ToLower(strings.Trim(span.Of(r.Text()), " ,.!?"))), " ")
	}
	asked := fold(words)
	for _, a := range r.Attributions() {
		if len(a.Source) == 0 {
			continue
		}
		for _, content := range a.Content {
			if content.Overlaps(words) || a.Mode != reading.Indirect && strings.Contains(fold(content), asked) {
				return true
			}
		}
	}
	return false
}

// agentless returns the deeds of a headline whose agent another article names.
func (c *comparing) agentless(article int) []Evidence {
	var list []Evidence
	for _, a := range c.comparison.Agency.Agentless {
		if a.Deed.Article == article && a.Deed.Passage == 0 {
			list = append(list, a.Deed, a.Agent)
		}
	}
	return list
}

// attributedElsewhere returns, where a headline carries a statement in its own
// words, the passage of another article that lays it to a source, the headline
// first.
func (c *comparing) attributedElsewhere(article int) []Evidence {
	for _, s := range c.comparison.Coverage.Statements {
		i := slices.IndexFunc(s.Cells, func(cell Cell) bool {
			return cell.Article == article && cell.Evidence[0].Passage == 0
		})
		if i < 0 {
			continue
		}
		for _, other := range s.Cells {
			if other.Article != article && other.Quoted && other.Paragraph > 0 && c.scoreOf(s.Cells[i].Evidence[0], other.Evidence[0]) >= sameScore {
				return []Evidence{s.Cells[i].Evidence[0], other.Evidence[0]}
			}
		}
	}
	return nil
}

// missing returns the figures of the headline that the body has not.
func (r *member) missing(v *vocabulary.Vocabulary) []Evidence {
	if r.Passages() < 2 {
		return nil
	}
	body := map[string]bool{}
	for _, t := range v.Terms(r.Text(), r.Words()[r.FirstWord(1):]) {
		body[t.Key] = true
	}
	var list []Evidence
	for _, t := range v.Terms(r.Text(), r.PassageWords(0)) {
		if t.Digit && !t.Stop && !body[t.Key] {
			list = append(list, r.evidence(t.Span))
		}
	}
	return list
}

// headlineFindings say what a headline does that another does not.
func (c *comparing) headlineFindings() []Finding {
	var list []Finding
	for _, r := range c.comparison.Headline.Rungs {
		for _, tag := range r.Tags {
			if f, ok := c.headlineFinding(r, tag); ok {
				list = append(list, f)
			}
		}
	}
	if f, ok := c.actorFinding(); ok {
		list = append(list, f)
	}
	return list
}

// actorContrast is how much it says that one headline begins with who acts and another
// with whom it is done to: far less than that one of them does not say who acted, since
// both may say it, and seldom enough to lead a page.
const actorContrast = 0.35

// actorFinding faces the two headlines most alike of which one begins with who acts, the
// other with somebody else, to whom something is done. That two begin with two who act
// is mostly a matter of names: of 26 such pairs read, 7 said something.
func (c *comparing) actorFinding() (Finding, bool) {
	best := Finding{Overlap: contrastScore}
	for i, p := range c.comparison.Headline.Rungs {
		first, acts, told := p.actor()
		if !told || !acts {
			continue
		}
		for k, q := range c.comparison.Headline.Rungs {
			second, also, told := q.actor()
			if !told || also || c.entities.Same(first.Article, first.Span, second.Article, second.Span) {
				continue
			}
			score := c.alignment().Score(min(i, k), 0, max(i, k), 0)
			if score <= best.Overlap {
				continue
			}
			best = Finding{
				Signal: SignalHeadline, Contrast: actorContrast, Overlap: score, Evidence: evidencePair(first, second),
				Says: c.facing("finding.headline.actedupon", []int{i}, []int{k}).With("words", first.Span.Of(c.readings[i].Text())).With("other", second.Span.Of(c.readings[k].Text())),
			}
		}
	}
	return best, best.Signal != ""
}

// actor returns whom a headline is about first, and whether they act; of one that lays
// what it says to a source it tells nothing.
func (r *Rung) actor() (subject Evidence, acts, told bool) {
	for _, tag := range r.Tags {
		if tag.Kind == "attributed" {
			return Evidence{}, false, false
		}
		if tag.Kind == "acts" || tag.Kind == "acted-upon" {
			return tag.Evidence[0], tag.Kind == "acts", true
		}
	}
	return Evidence{}, false, false
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
