package lesson

import (
	"strings"
	"unicode"

	"parallax/generator/framing"
)

// longestSaying is how many words a clause has at most that is asked for.
const longestSaying = 16

// longestSentence is how many words a sentence has at most that is asked for
// whole.
const longestSentence = 14

// A saying is a statement in the words in which an exercise asks for it.
type saying struct {
	words  string // as they stand in a passage, from the article on
	clause bool   // they can be true or not, and nothing that belongs to them is cut off
}

// say returns what a statement is called in an exercise: its heading with the
// article that stands before it. The words are a clause where one passage at
// least has them between two marks or conjunctions, and then the shortest. They are empty if no
// passage begins a sentence or a clause with them, or if nobody knows what a
// clause of the language is.
func (m *maker) say(s *framing.Statement) saying {
	best := saying{}
	for _, c := range s.Cells {
		for _, e := range c.Evidence {
			phrase, clause := m.sayIn(s, e)
			if best.words == "" {
				best.words = phrase
			}
			if clause != "" && (!best.clause || len(clause) < len(best.words)) {
				best = saying{clause, true}
			}
		}
	}
	return best
}

// sayIn returns what a statement is called in one passage, and the clause or
// the short sentence in which it stands there. Each is empty if there is none.
func (m *maker) sayIn(s *framing.Statement, e framing.Evidence) (phrase, clause string) {
	a, g := m.Articles[e.Article], m.grammar(e.Article)
	passage := a.Passages[e.Passage].Of(a.Text)
	at := strings.Index(strings.ToLower(passage), strings.ToLower(s.Heading))
	if !g.known() || at < 0 || len(strings.ToLower(passage)) != len(passage) {
		return "", ""
	}
	start, end := g.article(passage[:at]), at+len(s.Heading)
	if !g.opens(passage[:start]) {
		return "", ""
	}
	phrase = capital(passage[start:end])
	if e.Passage == 0 || !g.starts(passage[:start]) {
		return phrase, ""
	}
	judged := func(words string) bool { return g.stands(words) && g.complete(words) && g.verbal(words) }
	sentence := strings.TrimRight(passage, " .")
	if to := g.closing(passage, start, end); s.Clause && to > 0 && judged(passage[start:to]) {
		return phrase, capital(passage[start:to])
	}
	if sentence != passage && len(strings.Fields(sentence)) <= longestSentence && !g.vague(sentence) && g.starts(sentence) && judged(sentence) {
		return phrase, capital(sentence)
	}
	return phrase, ""
}

// closing returns where in a passage the clause ends whose words stand from
// start to end: there, or where the words end that belong to it. It is 0 if
// that is too far.
func (g grammar) closing(passage string, start, end int) int {
	for !g.closes(passage[end:]) || g.halved(passage[start:end], passage[end:]) {
		next := strings.TrimLeftFunc(passage[end:], unicode.IsSpace)
		at := len(passage) - len(next)
		length := strings.IndexFunc(next, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune(",;–—\"“”()", r) })
		if length < 0 {
			length = len(strings.TrimRight(next, ".!?"))
		}
		if length == 0 || next[:length] == "-" || strings.ContainsAny(next[:length], ":?!") || len(strings.Fields(passage[start:at+length])) > longestSaying {
			return 0
		}
		end = at + length
	}
	return end
}
