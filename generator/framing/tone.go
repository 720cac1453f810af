package framing

import (
	"cmp"
	"slices"
	"strings"

	"parallax/generator/framing/scare"
	"parallax/generator/text"
	"parallax/generator/text/tone"
	"parallax/generator/text/vocabulary"
)

// A Mark is a span of an article with what it is.
type Mark struct {
	Evidence
	Kind string `json:"kind"` // "loaded", "hedge", "booster", "scare", "verb", "label", "passive", "only"
	Word string `json:"word"` // the list's entry or the base form
	Rule string `json:"rule"` // name of the rule that made it; a key of the method page
}

// Tone lists loaded words, hedges, boosters and scare quotes in the author's
// voice, and the tone toward participants.
type Tone struct {
	Sides   []ToneSide   `json:"sides"`   // one per article
	Targets []ToneTarget `json:"targets"` // by participant, then article
	Plain   []Plain      `json:"plain"`   // the most alike passages first
}

// A Plain is a loaded word of an article, faced by what another article writes at the
// same point without it.
type Plain struct {
	Statement string   `json:"statement"` // id of what both passages tell
	Word      Mark     `json:"word"`
	Beside    Evidence `json:"beside"`
}

// A ToneSide is what was marked in one article.
type ToneSide struct {
	Article  int    `json:"article"`
	Own      int    `json:"own"`      // words in the author's voice, the base of rates
	Marks    []Mark `json:"marks"`    // in order of the text
	TooShort bool   `json:"tooShort"` // too few own words for a rate
}

// A ToneTarget is the tone of one article's sentences on a participant.
type ToneTarget struct {
	Participant string     `json:"participant"` // id of a Participant
	Article     int        `json:"article"`
	Negative    int        `json:"negative"` // sentences
	Neutral     int        `json:"neutral"`
	Positive    int        `json:"positive"`
	Evidence    []Evidence `json:"evidence"` // of the negative and positive ones
}

const toneOwn = 100 // words in the author's voice below which an article gets no rates

// compareTone lists loaded words, hedges, boosters and scare quotes in the
// author's voice, and reads the tone toward participants.
func compareTone(c *comparing) []Finding {
	t := &c.comparison.Tone
	for i, marks := range c.marks() {
		words := c.comparison.Articles[i].Own
		t.Sides = append(t.Sides, ToneSide{Article: i, Own: words, Marks: marks, TooShort: words < toneOwn})
	}
	t.Targets = c.toneTargets()
	t.Plain = c.plainTelling()
	return c.toneFindings()
}

// marks returns the words that are marked in each article, in the order of the
// text; none where the signal of tone is mute. Every mark is made by a rule of
// its own: a list of words of the language, or the rule of scare quotes.
//
// A word that the other outlets of the event use too, in their own voice, is
// the word of the matter and not of an outlet: it is never marked (shared).
func (c *comparing) marks() [][]Mark {
	if c.marked != nil {
		return c.marked
	}
	c.marked = make([][]Mark, len(c.readings))
	if _, mute := c.mute(rowOf(SignalTone)); mute {
		return c.marked
	}
	own := make([]map[string]bool, len(c.readings))
	for i, r := range c.readings {
		own[i] = r.ownStems()
		if !r.Article().Paraphrase {
			c.marked[i] = append(r.toneMarks(), c.scareQuotes(r)...)
		}
		for _, m := range c.marked[i] {
			own[i][entryKey(r.Language(), m)] = true
		}
	}
	for i, r := range c.readings {
		c.marked[i] = slices.DeleteFunc(c.marked[i], func(m Mark) bool { return c.shared(i, entryKey(r.Language(), m), own) })
		slices.SortFunc(c.marked[i], func(a, b Mark) int { return a.Span.Start - b.Span.Start })
	}
	return c.marked
}

// ownStems returns the stems of the words in the author's voice.
func (r *member) ownStems() map[string]bool {
	stems := map[string]bool{}
	for _, w := range r.Words() {
		if r.OwnAt(w.Start) {
			stems[w.Stem] = true
		}
	}
	return stems
}

// entryKey returns what a mark is compared by: the stem of a word, the entry
// of a phrase, and a quotation with its marks, since it is the marks that count.
func entryKey(l *text.Language, m Mark) string {
	switch {
	case m.Kind == "scare":
		return "“" + m.Word
	case strings.Contains(m.Word, " "):
		return m.Word
	}
	return l.Stem(m.Word)
}

// shared reports whether so many other outlets use an entry in their own voice
// that it is never marked: all of them, or half of them and at least two.
func (c *comparing) shared(article int, key string, own []map[string]bool) bool {
	outlet := c.comparison.Articles[article].Outlet
	others := map[string]bool{} // outlet to whether it uses the entry
	for i, a := range c.comparison.Articles {
		if a.Outlet != outlet && !a.Paraphrase {
			others[a.Outlet] = others[a.Outlet] || own[i][key]
		}
	}
	users := 0
	for _, uses := range others {
		if uses {
			users++
		}
	}
	return users > 0 && users >= min(len(others), max(2, (len(others)+1)/2))
}

// scareQuotes returns the marks of the rule of scare quotes.
func (c *comparing) scareQuotes(r *member) []Mark {
	var marks []Mark
	for _, span := range scare.Quotes(c.read(), r.index) {
		marks = append(marks, Mark{Evidence: r.evidence(span), Kind: "scare", Word: strings.ToLower(span.Of(r.Text())), Rule: "scare-quotes"})
	}
	return marks
}

// toneMarks returns the marks that the lists make in the author's voice.
func (r *member) toneMarks() []Mark {
	var marks []Mark
	for p := range r.Article().Passages {
		for _, m := range tone.Read(r.Language(), r.Text(), r.PassageWords(p)).Marks() {
			if m.Sure && r.Own(m.Span) {
				marks = append(marks, Mark{
					Evidence: Evidence{Article: r.index, Passage: p, Span: m.Span},
					Kind:     m.Kind, Word: m.Entry, Rule: m.Rule,
				})
			}
		}
	}
	return marks
}

// toneFindings say where one article has a marked word and an aligned passage
// of another has none.
func (c *comparing) toneFindings() []Finding {
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
	return slices.ContainsFunc(c.comparison.Passages.exchanges, func(s substitution) bool {
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
			if other.Article == m.Article || other.Quoted || score < leastToneScore(m.Kind) || score <= best.Overlap || c.hasMark(other, m.Kind) || c.retold(other) || c.hasWords(other, m) || m.Kind == "loaded" && c.stirs(other) {
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

// stirs reports whether the passage of a cell may have a loaded word that no list
// has: of such a one it is not said that it has none.
func (c *comparing) stirs(cell Cell) bool {
	r, e := c.readings[cell.Article], cell.Evidence[0]
	_, vivid := tone.Read(r.Language(), r.Text(), r.PassageWords(e.Passage)).Loaded()
	return len(vivid) > 0
}

// hasMark reports whether a cell has a mark of a kind.
func (c *comparing) hasMark(cell Cell, kind string) bool {
	for _, side := range c.comparison.Tone.Sides {
		if side.Article == cell.Article && slices.ContainsFunc(side.Marks, func(m Mark) bool {
			return m.Kind == kind && m.Span.Overlaps(cell.Evidence[0].Span)
		}) {
			return true
		}
	}
	return false
}

// plainTelling returns the loaded words of the articles that another article tells the
// same without, each with the passage of it that is most like the word's own.
func (c *comparing) plainTelling() []Plain {
	var list []Plain
	scores := map[Evidence]float64{}
	for _, marks := range c.marks() {
		for _, m := range marks {
			if m.Kind != "loaded" {
				continue
			}
			if p, score := c.plainly(m); score >= contrastScore {
				list = append(list, p)
				scores[m.Evidence] = score
			}
		}
	}
	slices.SortStableFunc(list, func(p, q Plain) int { return cmp.Compare(scores[q.Word.Evidence], scores[p.Word.Evidence]) })
	return list
}

// plainly returns the passage without a loaded word that is most like the passage
// of the word, among those of other outlets that tell the same statement, and how
// alike the two are; 0 if there is none.
func (c *comparing) plainly(m Mark) (best Plain, likeness float64) {
	for _, s := range c.comparison.Coverage.Statements {
		at := slices.IndexFunc(s.Cells, func(cell Cell) bool { return cell.saysAt(m.Evidence, c.readings[m.Article]) })
		if at < 0 {
			continue
		}
		for k := range s.Cells {
			other := &s.Cells[k]
			if c.comparison.Articles[other.Article].Outlet == c.comparison.Articles[m.Article].Outlet || !other.Told() || c.retold(*other) {
				continue
			}
			for _, e := range other.Evidence {
				headed := (e.Passage == 0) == (m.Passage == 0) // a headline is faced by a headline
				if score := c.scoreOf(m.Evidence, e); headed && other.saysAt(e, c.readings[e.Article]) && score > likeness && !c.loadedIn(e, m) {
					best, likeness = Plain{Statement: s.ID, Word: m, Beside: e}, score
				}
			}
		}
	}
	return best, likeness
}

// saysAt reports whether words stand in a passage in which a cell says its statement: in
// a headline, or beside the words of the heading.
func (cell *Cell) saysAt(e Evidence, r *member) bool {
	if !cell.Told() || cell.Article != e.Article {
		return false
	}
	return e.Passage == 0 && cell.has(e) || cell.Said.Len() > 0 && r.Article().PassageAt(cell.Said.Start) == e.Passage
}

// loadedIn reports whether a passage has a loaded word in its writer's voice, or the word
// of a mark.
func (c *comparing) loadedIn(e Evidence, word Mark) bool {
	key := entryKey(c.language, word)
	return slices.ContainsFunc(c.marks()[e.Article], func(m Mark) bool { return m.Kind == "loaded" && m.Passage == e.Passage }) ||
		slices.ContainsFunc(c.readings[e.Article].PassageWords(e.Passage), func(w text.Word) bool { return w.Stem == key })
}
