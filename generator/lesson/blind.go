package lesson

import (
	"strconv"

	"parallax/generator/framing"
	"parallax/generator/message"
	"parallax/generator/text"
)

// blind has two openings compared with the outlets' names hidden. The models
// name what one tells and the other does not, and words that judge. Of
// retellings only what they tell is asked.
func (m *maker) blind() []Exercise {
	var list []Exercise
	for _, p := range m.pairs() {
		x := Exercise{
			ID: m.id(Blind, p.texts[0].Evidence, p.texts[1].Evidence), Kind: Blind, Form: Open, Excerpts: p.excerpts(), Minutes: 8, Level: Grade9, Strength: 0.7,
			Prompt: message.New("lesson.blind", "first", "1", "second", "2"),
			Why:    message.New("lesson.whyblind"),
		}
		p = p.clauses()
		for side := range p.texts {
			other := strconv.Itoa(2 - side)
			for _, t := range p.only[side][:min(2, len(p.only[side]))] {
				x.Models = append(x.Models, message.New("lesson.modelonly", "first", strconv.Itoa(side+1), "second", other, "statement", t.words))
			}
			if word := m.loadedIn(p.texts[side]); word != "" {
				x.Models = append(x.Models, message.New("lesson.modelword", "first", strconv.Itoa(side+1), "word", word))
			}
		}
		if m.retold(p.texts[0]) || m.retold(p.texts[1]) {
			x.Prompt = message.New("lesson.blindtold", "first", "1", "second", "2")
		}
		if len(x.Models) > 1 {
			list = append(list, x)
		}
	}
	return list
}

// loadedIn returns the first loaded word of an excerpt in the outlet's own
// words, or "".
func (m *maker) loadedIn(x Excerpt) string {
	for _, side := range m.Tone.Sides {
		for _, mark := range side.Marks {
			if mark.Kind == "loaded" && mark.Article == x.Article && x.Span.Contains(mark.Span) && !m.retold(x) {
				return m.words(mark.Evidence)
			}
		}
	}
	return ""
}

// retold reports whether an excerpt is somebody's retelling.
func (m *maker) retold(x Excerpt) bool { return m.Articles[x.Article].Paraphrase && x.Passage != 0 }

// evidence returns evidence for a passage of an article.
func (m *maker) evidence(article, passage int) framing.Evidence {
	return framing.Evidence{Article: article, Passage: passage, Span: m.span(article, passage)}
}

// span returns the span of a passage.
func (m *maker) span(article, passage int) text.Span {
	return m.Articles[article].Passages[passage].Span
}
