package event

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"parallax/generator/framing"
	"parallax/generator/text"
)

// A Contrast is one statement as several articles word it, side by side.
type Contrast struct {
	ID       string
	Heading  string
	Language string
	Says     *Saying
	Quotes   []Quote // in order of publication
	Row      string  // link to the grid's row; may be empty
}

const (
	contrastWords = 60 // words of a passage that a contrast shows
	contrastSides = 3  // passages that stand side by side; the grid's row leads to the others
)

// contrasts returns the strongest differences between passages.
func (b *Builder) contrasts() []Contrast {
	var contrasts []Contrast
	for i, c := range b.Comparison.Passages.Contrasts {
		view := Contrast{ID: "contrast-" + strconv.Itoa(i+1), Says: b.Findings[c.Finding], Row: b.row(c.Statement), Language: b.Language(b.Comparison.Language)}
		if s := b.Comparison.Statement(c.Statement); s != nil {
			view.Heading = b.Clean(s.Heading)
		}
		sides := b.sides(&c)
		slices.SortStableFunc(sides, func(x, y framing.ContrastSide) int { return x.Article - y.Article })
		for _, side := range sides {
			q, _ := b.contrastQuote(side)
			view.Quotes = append(view.Quotes, q)
		}
		if len(sides) > 0 {
			contrasts = append(contrasts, view)
		}
	}
	return contrasts
}

// sides returns the sides of a contrast that stand side by side: none if fewer
// than two may be shown.
func (b *Builder) sides(c *framing.Contrast) []framing.ContrastSide {
	sides := slices.DeleteFunc(slices.Clone(c.Sides), func(side framing.ContrastSide) bool {
		_, shown := b.contrastQuote(side)
		return !shown
	})
	if len(sides) < 2 {
		return nil
	}
	return sides[:min(contrastSides, len(sides))]
}

// contrastQuote returns one side of a contrast, and whether it may be shown.
func (b *Builder) contrastQuote(side framing.ContrastSide) (Quote, bool) {
	q, shown := b.evidenceQuote(side.Evidence, b.writer(side.Article, b.contrastMarks(side)))
	q.Original = "" // the text on the site is one step away and has the link
	return q, shown
}

// contrastMarks returns the marks of one side, of three kinds: loaded words,
// names, and words that no other side has.
func (b *Builder) contrastMarks(side framing.ContrastSide) []mark {
	marks := flatten(b.signalMarks(side))
	own := slices.DeleteFunc(slices.Clone(side.Own), func(s text.Span) bool { return overlapsMark(marks, s) })
	for _, s := range joined(b.Articles[side.Article].Text, own, b.terms(side.Article, side.Passage)) {
		marks = append(marks, mark{Span: s, kind: "only"})
	}
	return marks
}

// signalMarks returns the loaded words and names that one side marks.
func (b *Builder) signalMarks(side framing.ContrastSide) []mark {
	var marks []mark
	for _, m := range side.Marked {
		if kind := contrastKinds[m.Kind]; kind != "" {
			marks = append(marks, mark{Span: m.Span, kind: kind})
		}
	}
	return marks
}

// contrastKinds are the kinds of mark in a contrast, by the comparison's name
// for them.
var contrastKinds = map[string]string{"loaded": "loaded", "scare": "loaded", "label": "label"}

func overlapsMark(marks []mark, s text.Span) bool {
	for _, m := range marks {
		if m.Overlaps(s) {
			return true
		}
	}
	return false
}

// linkingWords is how many words without content may stand inside a mark:
// "cleared a path", "loss of the jobs".
const linkingWords = 2

// joined joins spans that nothing but blanks, hyphens and a few words without
// content part, so that a phrase gets one mark, said once.
func joined(s string, spans []text.Span, content []text.Word) []text.Span {
	var runs []text.Span
	for _, span := range spans {
		if n := len(runs); n > 0 && linked(s, text.Span{Start: runs[n-1].End, End: span.Start}, content) {
			runs[n-1].End = span.End
			continue
		}
		runs = append(runs, span)
	}
	return runs
}

// linked reports whether what stands between two spans only links them.
func linked(s string, between text.Span, content []text.Word) bool {
	if between.Start > between.End || slices.ContainsFunc(content, func(w text.Word) bool { return w.Overlaps(between) }) {
		return false
	}
	words := strings.Fields(between.Of(s))
	return len(words) <= linkingWords && !strings.ContainsFunc(strings.Join(words, ""), func(r rune) bool { return r != '-' && !unicode.IsLetter(r) })
}
