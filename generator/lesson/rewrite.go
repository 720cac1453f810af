package lesson

import (
	"parallax/generator/message"
)

// Most words of a sentence that is rewritten, and most marked words in it.
const (
	longestRewrite = 40
	mostMarked     = 3
)

// rewrite asks for a sentence with loaded words in words that only tell. The
// models are how another report surely tells it, and the words to leave out.
// Where none does, a person has to say whether the word judges: it is offered.
func (m *maker) rewrite() []Exercise {
	var list []Exercise
	for _, side := range m.Tone.Sides {
		for _, mark := range side.Marks {
			if mark.Kind != "loaded" || m.marked(mark.Evidence) > mostMarked {
				continue
			}
			x, ok := m.excerpt(mark.Evidence)
			a := m.Articles[mark.Article]
			if !ok || a.Words(x.Span) > longestRewrite || x.Passage == 0 {
				continue
			}
			e := Exercise{
				ID: m.id(Rewrite, x.Evidence), Kind: Rewrite, Form: Open, Excerpts: []Excerpt{x}, Minutes: 5, Level: Grade9, Strength: 0.4,
				Prompt: message.New("lesson.rewrite", "first", "1"),
				Models: []message.Message{message.New("lesson.modelleave", "word", m.words(mark.Evidence))},
				Why:    message.New("lesson.whyrewrite"),
			}
			if plain, sure := m.plainPassage(x); sure > 0 {
				e.Strength = 0.6 + 0.2*sure
				e.Models = append(e.Models, message.New("lesson.modelplain", "statement", m.words(plain.Evidence)))
			}
			list = append(list, e)
		}
	}
	return list
}
