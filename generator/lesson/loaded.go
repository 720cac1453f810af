package lesson

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"parallax/generator/framing"
	"parallax/generator/message"
	"parallax/generator/reading"
	"parallax/generator/text"
)

// How many wrong words there are to choose from.
const (
	leastWrong = 2
	mostWrong  = 3
)

// How near a plain passage is to a loaded one.
const (
	wordsRetold  = 0.5 // share of the loaded one's key words in the plain one
	longerRetold = 140 // words of the plain one, per hundred of the loaded one
)

// loaded asks for the loaded word of a passage. Another article carries the
// same statement in a passage without one. The wrong words are of the same
// passage, and other articles use them as well.
func (m *maker) loaded() []Exercise {
	var list []Exercise
	for _, side := range m.Tone.Sides {
		for _, mark := range side.Marks {
			if mark.Kind != "loaded" {
				continue
			}
			if x, ok := m.loadedWord(m.id(Loaded, mark.Evidence), mark); ok {
				list = append(list, x)
			}
		}
	}
	return list
}

// loadedWord returns the exercise on one mark.
func (m *maker) loadedWord(id string, mark framing.Mark) (Exercise, bool) {
	x, ok := m.excerpt(mark.Evidence)
	if !ok || m.marked(mark.Evidence) != 1 {
		return Exercise{}, false
	}
	y, sure := m.plainPassage(x)
	word := m.words(mark.Evidence)
	wrong := m.commonWords(x, word)
	if sure == 0 || len(wrong) < leastWrong {
		return Exercise{}, false
	}
	excerpts, first, second := m.pair(id, x, y)
	return Exercise{
		ID: id, Kind: Loaded, Form: Choice, Level: Grade6, Excerpts: excerpts, Options: m.choose(id, word, wrong), Minutes: 2, Strength: 0.5 + 0.3*sure,
		Prompt: message.New("lesson.loaded", "first", strconv.Itoa(first)),
		Why:    message.New("lesson.whyloaded", "word", word, "second", strconv.Itoa(second)),
	}, true
}

// marked returns how many loaded words or scare quotes a passage holds.
func (m *maker) marked(e framing.Evidence) int {
	n := 0
	for _, side := range m.Tone.Sides {
		for _, mark := range side.Marks {
			if mark.Article == e.Article && mark.Passage == e.Passage && (mark.Kind == "loaded" || mark.Kind == "scare") {
				n++
			}
		}
	}
	return n
}

// plainPassage returns the passage of another article that carries the same
// statement without a loaded word and without the excerpt's, with the score of
// the surest; 0 if there is none.
func (m *maker) plainPassage(x Excerpt) (plain Excerpt, sure float64) {
	word := fold(x.Point.Of(m.Articles[x.Article].Text))
	for i := range m.Coverage.Statements {
		s := &m.Coverage.Statements[i]
		own := carries(s, x.Evidence)
		for _, c := range s.Cells {
			score := min(own, c.Sure)
			if c.Article == x.Article || !c.Told() || len(c.Evidence) == 0 || score < sureSame || score <= sure {
				continue
			}
			y, ok := m.excerpt(c.Evidence[0])
			if ok && m.retells(x, y) && m.marked(y.Evidence) == 0 && m.neutral(y) && !strings.Contains(fold(m.whole(y)), word) {
				plain, sure = y, score
			}
		}
	}
	return plain, sure
}

// retells reports whether an excerpt tells what another tells and little more:
// both are sentences without a quotation, and the other's words return in it.
func (m *maker) retells(x, y Excerpt) bool {
	was, is := m.words(x.Evidence), m.words(y.Evidence)
	if y.Passage == 0 || strings.ContainsAny(was+is, ":\"“”") {
		return false
	}
	shared := overlap(keys(strings.ReplaceAll(was, x.Point.Of(m.Articles[x.Article].Text), "")), keys(is))
	return shared >= wordsRetold && len(strings.Fields(is)) <= longerRetold*len(strings.Fields(was))/100
}

// neutral reports whether whoever speaks in an excerpt does so by a verb that
// only reports.
func (m *maker) neutral(x Excerpt) bool {
	return !slices.ContainsFunc(m.Voices.Attributions, func(a framing.Attribution) bool {
		return a.Article == x.Article && a.Passage == x.Passage && a.Stance != reading.Neutral
	})
}

// commonWords returns words of an excerpt in the author's voice that another
// article uses too, names and marked words left out.
func (m *maker) commonWords(x Excerpt, word string) []string {
	a := m.Articles[x.Article]
	var others strings.Builder
	for i, o := range m.Articles {
		if i != x.Article {
			others.WriteString(" " + strings.ToLower(o.Text))
		}
	}
	used := content(others.String())
	var wrong []string
	words, read := m.words(x.Evidence), 0
	for _, w := range content(words) {
		read += strings.Index(words[read:], w) + len(w)
		at := x.Span.Start + read - len(w)
		quoted := slices.ContainsFunc(a.Quotations, func(q text.Span) bool { return q.Start <= at && at < q.End })
		capital := strings.IndexFunc(w, unicode.IsUpper) >= 0
		if !quoted && !capital && !strings.Contains(fold(word), w) && slices.Contains(used, w) && !slices.Contains(wrong, w) {
			wrong = append(wrong, w)
		}
	}
	slices.SortStableFunc(wrong, func(v, w string) int { return len(w) - len(v) })
	return wrong[:min(mostWrong, len(wrong))]
}
