package lesson

import (
	"maps"
	"slices"
	"strings"

	"parallax/generator/framing"
	"parallax/generator/message"
)

// longestLabel is how many words a label may have as an option.
const longestLabel = 5

// naming asks what the second excerpt calls whom or what the first names. Both
// labels are in the author's voice and of their article alone; the two
// excerpts do not share them. Wrong options mean other participants.
func (m *maker) naming() []Exercise {
	var list []Exercise
	for n := range m.Naming.Participants {
		p := &m.Naming.Participants[n]
		best := Exercise{}
		for _, x := range p.Sides {
			for _, y := range p.Sides {
				if e, ok := m.labels(p, x, y); ok && e.Strength > best.Strength {
					best = e
				}
			}
		}
		if best.ID != "" {
			list = append(list, best)
		}
	}
	return list
}

// labels returns the exercise on the labels of two articles.
func (m *maker) labels(p *framing.Participant, x, y framing.NamingSide) (Exercise, bool) {
	first, ok := m.ownLabel(p, x)
	second, found := m.ownLabel(p, y)
	if x.Article == y.Article || !ok || !found {
		return Exercise{}, false
	}
	id := m.id(Naming, point(first), point(second))
	given, asked := m.words(point(first)), m.words(point(second))
	wrong := m.otherLabels(p, second)
	shown := fold(m.words(first.Evidence))
	if len(wrong) == 0 || strings.Contains(shown, fold(asked)) || strings.Contains(fold(m.words(second.Evidence)), fold(given)) {
		return Exercise{}, false
	}
	return Exercise{
		ID: id, Kind: Naming, Form: Choice, Level: Grade6, Excerpts: []Excerpt{first, second}, Options: m.choose(id, asked, wrong), Minutes: 3, Strength: 0.8 * p.Contrast,
		Prompt: message.New("lesson.naming", "first", "1", "second", "2", "label", given),
		Why:    message.New("lesson.whynaming", "first", "1", "second", "2", "label", given, "other", asked),
	}, true
}

// point returns evidence for the point of an excerpt.
func point(x Excerpt) framing.Evidence {
	return framing.Evidence{Article: x.Article, Passage: x.Passage, Span: x.Point}
}

// ownLabel returns the excerpt with an article's first label that no other
// article uses, if it is the only mention in its passage.
func (m *maker) ownLabel(p *framing.Participant, side framing.NamingSide) (Excerpt, bool) {
	d := m.diction(side.Article)
	if !d.known() {
		return Excerpt{}, false
	}
	for _, l := range side.Labels {
		if !l.Own || l.Count == 0 || len(strings.Fields(l.Text)) > longestLabel || d.counted(l.Text) {
			continue
		}
		for _, e := range l.Evidence {
			x, ok := m.excerpt(e)
			if ok && len(strings.Fields(m.words(e))) <= longestLabel && !d.counted(m.words(e)) && mentions(p, e) == 1 {
				return x, true
			}
		}
	}
	return Excerpt{}, false
}

// mentions returns how often a passage refers to a participant.
func mentions(p *framing.Participant, at framing.Evidence) int {
	n := 0
	for _, side := range p.Sides {
		for _, l := range side.Labels {
			for _, e := range l.Evidence {
				if e.Article == at.Article && e.Passage == at.Passage {
					n++
				}
			}
		}
	}
	return n
}

// otherLabels returns what a passage calls other participants, without words
// in common with any label of p.
func (m *maker) otherLabels(p *framing.Participant, x Excerpt) []string {
	own := stems(p.Name)
	for _, l := range labelsOf(p) {
		maps.Copy(own, stems(l.Text))
	}
	var wrong []string
	for i := range m.Naming.Participants {
		o := &m.Naming.Participants[i]
		if o.ID == p.ID {
			continue
		}
		for _, e := range evidenceOf(labelsOf(o), x) {
			w := m.words(e)
			if len(strings.Fields(w)) <= longestLabel && len(stems(w)) > 0 && overlap(stems(w), own) == 0 && !slices.Contains(wrong, w) {
				wrong = append(wrong, w)
			}
		}
	}
	return wrong[:min(mostWrong, len(wrong))]
}

// labelsOf returns what all sides call a participant.
func labelsOf(p *framing.Participant) []framing.Label {
	var list []framing.Label
	for _, side := range p.Sides {
		list = append(list, side.Labels...)
	}
	return list
}

// evidenceOf returns where labels stand in the passage of an excerpt, its point
// apart.
func evidenceOf(labels []framing.Label, x Excerpt) []framing.Evidence {
	var list []framing.Evidence
	for _, l := range labels {
		for _, e := range l.Evidence {
			if e.Article == x.Article && e.Passage == x.Passage && !e.Span.Overlaps(x.Point) {
				list = append(list, e)
			}
		}
	}
	return list
}
