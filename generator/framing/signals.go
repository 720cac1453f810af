package framing

import (
	"strconv"

	"parallax/generator/message"
)

// A signalRow is one row of the table of signals.
type signalRow struct {
	name    Signal
	pack    bool             // needs the word lists of the language
	wording bool             // counts the outlet's own words, so that a paraphrase has none
	own     int              // words in the author's voice that an article must have
	compare func(*comparing) // fills the signal's part of the comparison
}

// signals returns the table of signals in the order in which they run: each
// may use what those above it found.
func signals() []signalRow {
	return []signalRow{
		{name: SignalVoices, pack: true, compare: compareVoices},
		{name: SignalCoverage, compare: compareCoverage},
		{name: SignalAgency, pack: true, wording: true, compare: compareAgency},
		{name: SignalNaming, pack: true, compare: compareNaming},
		{name: SignalTone, pack: true, wording: true, own: toneOwn, compare: compareTone},
		{name: SignalWording, wording: true, own: wordingOwn, compare: compareWording},
		{name: SignalHeadline, compare: compareHeadline},
		{name: SignalPassages, compare: comparePassages},
		{name: SignalEmphasis, compare: compareEmphasis},
	}
}

// run runs one signal, or says why it is silent.
func (c *comparing) run(row signalRow) {
	switch {
	case c.settings.Off[row.name]:
		c.silence(row.name, -1, message.New("silence.off"))
		return
	case row.pack && !c.language.Pack:
		c.silence(row.name, -1, message.New("silence.language").With("language", c.comparison.Language))
		return
	case len(c.readings) < 2:
		c.silence(row.name, -1, message.New("silence.alone"))
	}
	c.silenceArticles(row)
	row.compare(c)
}

// silenceArticles notes the articles of which the signal can say nothing. The
// signal still runs: it skips the words of an article that are not its own.
func (c *comparing) silenceArticles(row signalRow) {
	for i, a := range c.comparison.Articles {
		switch {
		case row.wording && a.Paraphrase:
			c.silence(row.name, i, message.New("silence.paraphrase"))
		case a.Own < row.own:
			c.silence(row.name, i, message.New("silence.short").With("least", strconv.Itoa(row.own)).Of(a.Own))
		}
	}
}

// silence notes that a signal says nothing about an article, or about the
// whole event if the article is -1.
func (c *comparing) silence(s Signal, article int, why message.Message) {
	c.comparison.Silences = append(c.comparison.Silences, Silence{Signal: s, Article: article, Why: why})
}

// silent reports whether the signal says nothing about the article.
func (c *comparing) silent(s Signal, article int) bool {
	for _, silence := range c.comparison.Silences {
		if silence.Signal == s && (silence.Article == article || silence.Article == -1) {
			return true
		}
	}
	return false
}
