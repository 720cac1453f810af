package event

import (
	"slices"
	"strings"
)

// A quietLine is one reason for silence, with the signals and articles that
// share it.
type quietLine struct {
	signals  []string
	articles []int // none where it holds for the event as a whole
	why      string
}

// quiet says why there is nothing to show, each reason once: first the articles
// that a signal is silent on for one reason are put together, then the signals
// that are silent on the same articles.
func (b *Builder) quiet() []string {
	var bySignal, lines []quietLine
	for _, s := range b.Comparison.Silences {
		line := quietLine{signals: []string{b.Text("signal." + string(s.Signal))}, why: b.Sentence(s.Why)}
		i := slices.IndexFunc(bySignal, func(l quietLine) bool { return l.why == line.why && l.signals[0] == line.signals[0] })
		if i < 0 {
			i = len(bySignal)
			bySignal = append(bySignal, line)
		}
		if at := &bySignal[i]; s.Article >= 0 && !slices.Contains(at.articles, s.Article) {
			at.articles = append(at.articles, s.Article)
		}
	}
	for _, line := range bySignal {
		i := slices.IndexFunc(lines, func(l quietLine) bool { return l.why == line.why && slices.Equal(l.articles, line.articles) })
		if i < 0 {
			lines = append(lines, line)
			continue
		}
		lines[i].signals = append(lines[i].signals, line.signals...)
	}
	said := make([]string, len(lines))
	for i, line := range lines {
		said[i] = b.quietSentence(line)
	}
	return said
}

// quietSentence says a line. The articles are named unless they are all.
func (b *Builder) quietSentence(line quietLine) string {
	var names []string
	for _, article := range line.articles {
		names = append(names, b.Who[article].Name)
	}
	what := strings.Join(line.signals, " · ")
	if len(names) > 0 && len(names) < len(b.Who) {
		what += " (" + b.Messages.List(names) + ")"
	}
	return what + ": " + line.why
}
