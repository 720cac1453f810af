package framing

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"parallax/generator/framing/label"
	"parallax/generator/reading"
	"parallax/generator/text"
	"parallax/generator/text/diff"
	"parallax/generator/text/vocabulary"
)

// Passages lists the strongest contrasts between passages on one statement.
type Passages struct {
	Contrasts []Contrast `json:"contrasts"` // strongest first, at most seven; chosen when all signals have spoken

	exchanges []substitution // the most telling first
}

// A Contrast is one statement as several articles word it, side by side.
type Contrast struct {
	Statement string         `json:"statement"`
	Finding   string         `json:"finding"` // id of the Finding that says it
	Sides     []ContrastSide `json:"sides"`
}

// A ContrastSide is one article's passage in a contrast.
type ContrastSide struct {
	Evidence
	Own    []text.Span `json:"own"`    // words that no other side has (go-diff on words)
	Marked []Mark      `json:"marked"` // reporting verbs, labels and loaded words in the passage
}

// Limits of contrasts.
const (
	mostContrasts = 7
	mostSides     = 4
	leastTelling  = 0.6  // least contrast of two words for one thing
	contrastScore = 0.30 // least score of a passage shown in a contrast
)

// comparePassages sets passages of one statement side by side where articles
// take other words for it: a verb for a verb, a noun for a noun. The strongest
// of them, with those that the other signals find, are shown with the words
// that only one side has.
//
// The diff is one of words inside aligned passages, never of letters and never
// of whole articles, where it would align what has nothing in common.
func comparePassages(c *comparing) []Finding {
	for _, s := range c.comparison.Coverage.Statements {
		if s.Reach != "one" {
			c.comparison.Passages.exchanges = append(c.comparison.Passages.exchanges, c.substitutionsOf(s)...)
		}
	}
	slices.SortStableFunc(c.comparison.Passages.exchanges, func(p, q substitution) int { return cmp.Compare(q.worth(), p.worth()) })
	return c.passageFindings()
}

// A substitution is a word of one article's passage that stands where the
// passage of another has another word.
type substitution struct {
	statement string
	sides     [2]Evidence // the words
	passages  [2]Evidence // around them
	words     [2]string   // as written
	keys      [2]string
	score     float64 // similarity of the two passages
	contrast  float64 // 0 to 1: how telling the exchange is
}

func (s substitution) worth() float64 { return s.contrast * s.score }

// substitutionsOf returns the exchanged words of a statement.
func (c *comparing) substitutionsOf(s Statement) []substitution {
	var list []substitution
	for i, p := range s.Cells {
		for _, q := range s.Cells[i+1:] {
			if c.retold(p) || c.retold(q) {
				continue
			}
			for _, e := range p.Evidence {
				for _, d := range q.Evidence {
					list = append(list, c.substitutionsIn(s.ID, e, d)...)
				}
			}
		}
	}
	return list
}

// substitutionsIn returns the exchanged words of two passages that are alike.
func (c *comparing) substitutionsIn(statement string, p, q Evidence) []substitution {
	score := c.scoreOf(p, q)
	if score < contrastScore {
		return nil
	}
	list := c.exchanged(p, q)
	for i := range list {
		list[i].statement, list[i].score = statement, score
	}
	return list
}

// retold reports whether a cell is in the editor's words: the body of a
// paraphrase.
func (c *comparing) retold(cell Cell) bool {
	return c.comparison.Articles[cell.Article].Paraphrase && cell.Evidence[0].Passage > 0
}

// exchanged returns the words of two passages that stand for each other:
// synonyms that only one of the two has, and single words of one class between
// the same neighbours.
func (c *comparing) exchanged(p, q Evidence) []substitution {
	left, right := c.termsIn(p), c.termsIn(q)
	var list []substitution
	for _, pair := range append(c.nearWords(left, right, p, q), c.diffWords(left, right, p, q)...) {
		t, u := left[pair[0]], right[pair[1]]
		if c.quotedAt(p, t) || c.quotedAt(q, u) || c.sameLemma(p, q, t, u) || slices.ContainsFunc(list, func(s substitution) bool { return s.keys[0] == t.Key || s.keys[1] == u.Key }) {
			continue
		}
		if c.words.Reports(t.Key) && c.words.Reports(u.Key) && !c.saidAlike(p, t, q, u) {
			continue // "declare" is no reporting verb everywhere
		}
		if c.meansPerson(p, t) != c.meansPerson(q, u) {
			continue
		}
		contrast := c.telling(p, q, t, u)
		if contrast < leastTelling {
			continue
		}
		list = append(list, substitution{
			sides:    [2]Evidence{c.readings[p.Article].evidence(t.Span), c.readings[q.Article].evidence(u.Span)},
			passages: [2]Evidence{p, q},
			words:    [2]string{c.wordOf(p, t), c.wordOf(q, u)},
			keys:     [2]string{t.Key, u.Key},
			contrast: contrast,
		})
	}
	return list
}

// quotedAt reports whether a term stands between quotation marks: then the
// choice is a source's.
func (c *comparing) quotedAt(e Evidence, t vocabulary.Term) bool {
	return c.readings[e.Article].VoiceAt(t.Start) == reading.Quoted
}

// wordOf returns a term as written, in lower case unless it is a name.
func (c *comparing) wordOf(e Evidence, t vocabulary.Term) string {
	word := t.Of(c.readings[e.Article].Text())
	if !t.Name {
		word = strings.ToLower(word)
	}
	return word
}

// nearWords returns the indexes of words that only one of two passages has and
// that a list gives as words of different tone.
func (c *comparing) nearWords(left, right []vocabulary.Term, p, q Evidence) [][2]int {
	var pairs [][2]int
	own := loneWords(right, left)
	for _, i := range loneWords(left, right) {
		t := left[i]
		for _, j := range own {
			u := right[j]
			if !c.words.Shaded(t.Key, u.Key) {
				continue
			}
			near := slices.ContainsFunc(contextOf(left, i), func(key string) bool { return slices.Contains(contextOf(right, j), key) })
			if c.classAt(p, t) == c.classAt(q, u) && (near || c.words.Reports(t.Key) && c.words.Reports(u.Key)) {
				pairs = append(pairs, [2]int{i, j})
				break
			}
		}
	}
	return pairs
}

// loneWords returns the indexes of the plain words of content of a passage that another
// has not.
func loneWords(terms, others []vocabulary.Term) []int {
	var list []int
	for i, t := range terms {
		if !t.Stop && !t.Digit && !t.Name && !hasKey(others, t.Key) {
			list = append(list, i)
		}
	}
	return list
}

// Two attributions report one thing if two words of content at least, and this share
// of those of the shorter, stand in both. Of the five pages of 102 events of "mixed" that
// lose the pair of cues they led with, four had set two things side by side.
const (
	leastSaid  = 0.4
	leastTerms = 2
)

// saidAlike reports whether two terms are the cues of attributions that report mostly
// the same: "saying that censorship is dangerous" is not where "claiming they were
// discriminating" is, though both stand in passages that tell one thing.
func (c *comparing) saidAlike(p Evidence, t vocabulary.Term, q Evidence, u vocabulary.Term) bool {
	left, right := c.saidBy(p, t), c.saidBy(q, u)
	shared := 0
	for _, term := range left {
		if hasKey(right, term.Key) {
			shared++
		}
	}
	least := min(len(left), len(right))
	return shared >= leastTerms && float64(shared) >= leastSaid*float64(least)
}

// saidBy returns the terms of content of what the attribution reports whose cue a term
// is, as far as they stand in the passage; none if the term is no cue.
func (c *comparing) saidBy(e Evidence, cue vocabulary.Term) []vocabulary.Term {
	for _, a := range c.readings[e.Article].Attributions() {
		if !slices.ContainsFunc(a.Cue, cue.Span.Overlaps) {
			continue
		}
		return slices.DeleteFunc(slices.Clone(c.passageTerms(e)), func(t vocabulary.Term) bool {
			return t.Stop || !slices.ContainsFunc(a.Content, func(s text.Span) bool { return s.Contains(t.Span) })
		})
	}
	return nil
}

func hasKey(terms []vocabulary.Term, key string) bool {
	return slices.ContainsFunc(terms, func(t vocabulary.Term) bool { return t.Key == key })
}

// diffWords returns the indexes of single words of one class that stand
// between the same words on both sides.
func (c *comparing) diffWords(left, right []vocabulary.Term, p, q Evidence) [][2]int {
	var pairs [][2]int
	for _, change := range diff.Words(keysOf(left), keysOf(right)) {
		if change.To-change.From != 1 || change.OtherTo-change.OtherFrom != 1 {
			continue
		}
		t, u := left[change.From], right[change.OtherFrom]
		flanked := change.From > 0 && change.OtherFrom > 0 && change.To < len(left) && change.OtherTo < len(right)
		if !flanked || t.Stop || u.Stop || t.Digit || u.Digit || t.Name || u.Name || c.classAt(p, t) != c.classAt(q, u) {
			continue
		}
		pairs = append(pairs, [2]int{change.From, change.OtherFrom})
	}
	return pairs
}

func keysOf(terms []vocabulary.Term) []string {
	keys := make([]string, len(terms))
	for i, t := range terms {
		keys[i] = t.Key
	}
	return keys
}

// classAt returns the first class of a term: what the word is most often.
func (c *comparing) classAt(e Evidence, t vocabulary.Term) byte {
	classes := c.language.Classes(strings.ToLower(t.Of(c.readings[e.Article].Text())))
	if classes == "" {
		return 'n'
	}
	return classes[0]
}

// sameLemma reports whether two terms are forms of one word.
func (c *comparing) sameLemma(p, q Evidence, t, u vocabulary.Term) bool {
	return t.Key == u.Key || label.SameWord(c.language.Rules().Singular(c.wordOf(p, t)), c.language.Rules().Singular(c.wordOf(q, u))) || samePrefix(t.Key, u.Key, 4)
}

// samePrefix reports whether two words begin with the same n letters.
func samePrefix(a, b string, n int) bool {
	p := vocabulary.Beginning(a, n)
	return utf8.RuneCountInString(p) == n && p == vocabulary.Beginning(b, n)
}

// judges reports whether a word is marked: as loaded, a hedge or a booster.
func (c *comparing) judges(e Evidence, t vocabulary.Term) bool {
	return slices.ContainsFunc(c.marks()[e.Article], func(m Mark) bool { return m.Span.Overlaps(t.Span) })
}

// passageFindings say which word stands for which in passages of one
// statement, the headlines among them.
func (c *comparing) passageFindings() []Finding {
	var list []Finding
	said := map[[2]string]bool{}
	for _, s := range c.comparison.Passages.exchanges {
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
// the other, in their passages of the statement. The article whose word the other
// side is stands there, whatever it has besides.
func (c *comparing) users(s substitution, side int) []int {
	articles := []int{s.sides[side].Article}
	for _, st := range c.comparison.Coverage.Statements {
		if st.ID != s.statement {
			continue
		}
		for _, cell := range st.Cells {
			terms := c.termsIn(cell.Evidence[0])
			if cell.Article != s.sides[1-side].Article && hasKey(terms, s.keys[side]) && !hasKey(terms, s.keys[1-side]) {
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
