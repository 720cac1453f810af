package lesson

import "parallax/generator/framing"

// A saying is a statement in the words in which an exercise asks for it.
type saying struct {
	words  string // as they stand in a passage, from the article on
	clause bool   // they can be true or not, and nothing that belongs to them is cut off
}

// say returns what a statement is called in an exercise: its heading with the
// article that stands before it or, where one passage at least has it as a clause for
// itself, the shortest such clause. The words are empty if no passage begins a
// sentence or a clause with them. A clause that may not be shown is not said.
//
// A heading that an editor wrote is asked for as it stands: its words are nobody's
// report.
func (m *maker) say(s *framing.Statement) saying {
	if s.Own {
		return saying{s.Heading, s.Clause}
	}
	best := saying{}
	for _, c := range s.Cells {
		source := m.Articles[c.Article].Text
		if best.words == "" && c.Said.Len() > 0 {
			best.words = capital(c.Said.Of(source))
		}
		words := c.Clause.Of(source)
		shown := fold(words) == fold(s.Heading) || m.Shows(c.Article, c.Clause)
		if c.Clause.Len() > 0 && shown && (!best.clause || c.Clause.Len() < len(best.words)) {
			best = saying{capital(words), true}
		}
	}
	return best
}
