package lesson

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"parallax/generator/entity"
	"parallax/generator/framing"
	"parallax/generator/message"
)

// mostHeard is how many names of a report are listed.
const mostHeard = 4

// sureHeard is the strength of an exercise on who is heard: the names are read
// from the reports, and who has none is left out.
const sureHeard = 0.55

// heard asks who is heard in one of two reports only, and who else might be. It
// needs no words of the reports but names.
func (m *maker) heard() []Exercise {
	names := make([][]string, len(m.Articles))
	for _, side := range m.Voices.Sides {
		for _, s := range side.Speakers {
			if m.somebody(side.Article, s) && len(names[side.Article]) < mostHeard {
				names[side.Article] = append(names[side.Article], s.Name)
			}
		}
	}
	first, second := m.mostApart(names)
	if first == second {
		return nil
	}
	here, there := notIn(names[first], names[second]), notIn(names[second], names[first])
	return []Exercise{{
		ID: m.id(Heard, m.evidence(first, 0), m.evidence(second, 0)), Kind: Heard, Form: Open, Minutes: 4, Level: Grade9, Strength: sureHeard,
		Prompt: message.New("lesson.heard").With("here", names[first]...).With("there", names[second]...),
		Models: []message.Message{
			message.New("lesson.modelheard", "first", "1").With("names", here...), message.New("lesson.modelheard", "first", "2").With("names", there...),
			message.New("lesson.modeltouched"),
		},
		Why: message.New("lesson.whyheard"), Sources: []framing.Evidence{m.evidence(first, 0), m.evidence(second, 0)},
	}}
}

// somebody reports whether a speaker is beyond doubt a person or a body: it is
// called by a name, or belongs to a group of those who speak in the news.
func (m *maker) somebody(article int, s framing.Speaker) bool {
	if s.Name == "" || len(stems(s.Name)) == 0 || !m.Clean(s.Name) || strings.ContainsAny(s.Name, "'’\"“”") {
		return false
	}
	words := strings.Fields(s.Name)
	known := func(w string) bool { return m.diction(article).Classes(strings.ToLower(w)) != "" }
	named := unicode.IsUpper(first(words[len(words)-1])) && (len(words) > 1 || !known(words[0]))
	return named || s.Group != entity.Unknown && s.Group != entity.Unnamed && s.Group != entity.Media
}

// mostApart returns the two reports of which each names most speakers that the
// other does not; the same twice if no two do.
func (m *maker) mostApart(names [][]string) (first, second int) {
	most := 0
	for i := range names {
		for j := i + 1; j < len(names); j++ {
			if apart := min(len(notIn(names[i], names[j])), len(notIn(names[j], names[i]))); apart > most {
				most, first, second = apart, i, j
			}
		}
	}
	return first, second
}

// notIn returns the names that none of others may mean.
func notIn(names, others []string) []string {
	return slices.DeleteFunc(slices.Clone(names), func(name string) bool {
		return slices.ContainsFunc(others, func(o string) bool { return overlap(stems(name), stems(o)) > 0 })
	})
}

// Where a statement stands late: so far down, by words and by paragraphs.
const (
	lateFrom      = 0.5
	lateParagraph = 4
)

// places asks what it does to a reader that one report tells in its headline or
// at its beginning what another tells far down.
func (m *maker) places() []Exercise {
	var list []Exercise
	for i := range m.Coverage.Statements {
		s := &m.Coverage.Statements[i]
		if m.askable(s) && s.Clause && m.Clean(s.Heading) && m.plainlyTold(s) {
			if x, ok := m.place(s, s.Heading); ok {
				list = append(list, x)
			}
		}
	}
	return list
}

// place returns the exercise on one statement.
func (m *maker) place(s *framing.Statement, words string) (Exercise, bool) {
	var early, late *framing.Cell
	for i := range s.Cells {
		c := &s.Cells[i]
		switch {
		case !c.Told() || c.Sure < sureCarried || len(c.Evidence) == 0:
		case c.Paragraph <= 1 && (early == nil || c.Paragraph < early.Paragraph):
			early = c
		case c.Paragraph >= lateParagraph && c.Position >= lateFrom && (late == nil || c.Position > late.Position):
			late = c
		}
	}
	if early == nil || late == nil {
		return Exercise{}, false
	}
	key := "lesson.placelead"
	if early.Paragraph == 0 {
		key = "lesson.placehead"
	}
	on := []framing.Evidence{early.Evidence[0], late.Evidence[0]}
	return Exercise{
		ID: m.id(Place, on...), Kind: Place, Form: Open, Minutes: 3, Level: Grade9, Strength: sureWords, Sources: on,
		Prompt: message.New(key, "statement", words, "n", strconv.Itoa(late.Paragraph), "of", strconv.Itoa(len(m.Articles[late.Article].Blocks)-1)),
		Models: []message.Message{message.New("lesson.modelfirst"), message.New("lesson.modelknown"), message.New("lesson.modelnewer")},
		Why:    message.New("lesson.whyplace"),
	}, true
}
