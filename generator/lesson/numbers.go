package lesson

import "parallax/generator/message"

// numbers asks what may explain that two reports give different figures for
// one thing. It is no hunt for mistakes.
func (m *maker) numbers() []Exercise {
	var list []Exercise
	for _, c := range m.Coverage.Conflicts {
		var shown []Excerpt
		for _, side := range c.Sides {
			for _, e := range side.Evidence {
				if x, ok := m.told(e); ok && len(shown) < 2 && (len(shown) == 0 || shown[0].Article != e.Article) {
					shown = append(shown, x)
					break
				}
			}
		}
		if len(shown) < 2 {
			continue
		}
		list = append(list, Exercise{
			ID: m.id(Numbers, point(shown[0]), point(shown[1])), Kind: Numbers, Form: Open, Excerpts: shown, Minutes: 4, Level: Grade9, Strength: 0.7,
			Prompt: message.New("lesson.numbers", "first", "1", "second", "2", "value", m.words(point(shown[0])), "other", m.words(point(shown[1]))),
			Models: []message.Message{message.New("lesson.modelcount"), message.New("lesson.modeltime"), message.New("lesson.modelwhom")},
			Why:    message.New("lesson.whynumbers"),
		})
	}
	return list
}
