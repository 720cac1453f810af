package framing

import (
	"math"
	"slices"
	"strconv"

	"parallax/generator/message"
)

// A Signal is one way in which coverage differs.
type Signal string

// The signals that other packages ask for by name; [Table] has them all.
const (
	SignalHeadline Signal = "headline"
	SignalCoverage Signal = "coverage"
	SignalPassages Signal = "passages"
	SignalNaming   Signal = "naming"
	SignalVoices   Signal = "voices"
	SignalWording  Signal = "wording"
	SignalTone     Signal = "tone"
	SignalAgency   Signal = "agency"
	SignalEmphasis Signal = "emphasis"
)

// A Row is a signal as the table of signals has it.
type Row struct {
	Name    Signal
	Place   int      // on a page that lists all signals, from 1
	Section string   // of an event's page, which shows its findings
	Needs   []Signal // whose parts of the comparison it reads; they stand above it
	Rate    Rate

	// run fills the signal's part of the comparison, and returns what is to be
	// said of it.
	run func(*comparing) []Finding

	pack  bool // needs the word lists of the language
	words bool // counts the outlet's own words, so that a paraphrase has none
	own   int  // words in the author's voice that an article must have
}

// Table returns the signals in the order in which they run.
//
// How often coverage was right is of the absences and the statements of one report
// alone that "parallax evaluate coverage" counts on events from which nothing was
// learned. The rates of the others are of 161 findings on some 40 real events, which
// were read beside their passages; part of what was wrong has been mended since, so
// that they are rather low.
func Table() []Row {
	return []Row{
		{Name: SignalCoverage, Place: 2, Section: "grid", Rate: Rate{155, 0, 14}, run: compareCoverage},
		{Name: SignalVoices, Place: 5, Section: "voices", Needs: []Signal{SignalCoverage}, Rate: Rate{12, 5, 5},
			run: compareVoices, pack: true},
		{Name: SignalAgency, Place: 8, Section: "told", Needs: []Signal{SignalCoverage}, Rate: Rate{16, 1, 1},
			run: compareAgency, pack: true, words: true},
		{Name: SignalNaming, Place: 4, Section: "naming", Needs: []Signal{SignalCoverage}, Rate: Rate{20, 1, 5},
			run: compareNaming, pack: true},
		{Name: SignalPassages, Place: 3, Section: "passages", Needs: []Signal{SignalCoverage, SignalNaming}, Rate: Rate{18, 2, 1},
			run: comparePassages},
		{Name: SignalTone, Place: 7, Section: "told", Needs: []Signal{SignalCoverage, SignalNaming, SignalPassages}, Rate: Rate{10, 5, 2},
			run: compareTone, pack: true, words: true, own: toneOwn},
		{Name: SignalWording, Place: 6, Section: "wording", Rate: Rate{22, 7, 0},
			run: compareWording, words: true, own: wordingOwn},
		{Name: SignalHeadline, Place: 1, Section: "headlines", Needs: []Signal{SignalCoverage, SignalAgency}, Rate: Rate{17, 1, 1},
			run: compareHeadline},
		{Name: SignalEmphasis, Place: 9, Section: "told", Needs: []Signal{SignalCoverage}, Rate: Rate{6, 3, 0},
			run: compareEmphasis},
	}
}

// Shown returns the rows of the table in the order in which pages list them.
func Shown() []Row {
	rows := Table()
	slices.SortFunc(rows, func(a, b Row) int { return a.Place - b.Place })
	return rows
}

// Names returns the names of the signals in the order of [Shown].
func Names() []string {
	var names []string
	for _, row := range Shown() {
		names = append(names, string(row.Name))
	}
	return names
}

// ShownIn returns the signals whose findings a section of an event's page shows.
func ShownIn(section string) []Signal {
	var list []Signal
	for _, row := range Shown() {
		if row.Section == section {
			list = append(list, row.Name)
		}
	}
	return list
}

// A Rate is how often findings of a signal hold, of those that were read.
type Rate struct{ Right, Arguable, Wrong int }

// Reliability returns the share of findings that hold; an arguable one counts
// half. Findings are ranked by it among other things, so that a signal which
// errs more must differ more.
func (r Rate) Reliability() float64 {
	return math.Round(100*(float64(r.Right)+float64(r.Arguable)/2)/float64(r.Right+r.Arguable+r.Wrong)) / 100
}

// RateOf returns how often findings of a signal hold; known is false of what is no
// signal.
func RateOf(s Signal) (rate Rate, known bool) {
	for _, row := range Table() {
		if row.Name == s {
			return row.Rate, true
		}
	}
	return Rate{}, false
}

// rowOf returns the row of a signal.
func rowOf(s Signal) Row {
	rows := Table()
	return rows[slices.IndexFunc(rows, func(row Row) bool { return row.Name == s })]
}

// mute reports whether a signal says nothing of the whole event, and why.
func (c *comparing) mute(row Row) (why message.Message, mute bool) {
	switch {
	case c.settings.Off[row.Name]:
		return message.New("silence.off"), true
	case row.pack && !c.language.Pack:
		return message.New("silence.language").With("language", c.comparison.Language), true
	}
	return message.Message{}, false
}

// run runs one signal and returns its findings, or says why it is silent.
func (c *comparing) run(row Row) []Finding {
	if why, mute := c.mute(row); mute {
		c.silence(row.Name, -1, why)
		return nil
	}
	if len(c.readings) < 2 {
		c.silence(row.Name, -1, message.New("silence.alone"))
	}
	c.silenceArticles(row)
	return row.run(c)
}

// silenceArticles notes the articles of which the signal can say nothing. The
// signal still runs: it skips the words of an article that are not its own.
func (c *comparing) silenceArticles(row Row) {
	for i, a := range c.comparison.Articles {
		switch {
		case row.words && a.Paraphrase:
			c.silence(row.Name, i, message.New("silence.paraphrase"))
		case a.Own < row.own:
			c.silence(row.Name, i, message.New("silence.short").With("least", strconv.Itoa(row.own)).Of(a.Own))
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
