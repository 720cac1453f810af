package framing

import (
	"cmp"
	"slices"
	"strconv"

	"parallax/generator/message"
	"parallax/generator/ratio"
)

// mostFindings is how many findings a signal has at most.
const mostFindings = 5

// findings runs the signals and keeps what they say, strongest first: by
// contrast, overlap and reliability together, and then by place. What an event
// shares stands beside what differs. An event may well have none.
func (c *comparing) findings() {
	var all []Finding
	for _, row := range Table() {
		all = append(all, strongest(c.run(row))...)
	}
	all = slices.DeleteFunc(all, func(f Finding) bool { return c.settings.Off[f.Signal] })
	slices.SortStableFunc(all, byScore)
	all = withoutRepeats(all)
	number := map[Signal]int{}
	for i := range all {
		number[all[i].Signal]++
		all[i].ID = string(all[i].Signal) + "-" + strconv.Itoa(number[all[i].Signal])
	}
	c.comparison.Findings = all
}

// strongest gives the findings of one signal their scores and returns the
// strongest, those in common and those that differ apart.
func strongest(list []Finding) []Finding {
	for i := range list {
		f := &list[i]
		f.Reliability = rowOf(f.Signal).Rate.Reliability()
		f.Contrast, f.Overlap = ratio.Rounded(min(1, f.Contrast)), ratio.Rounded(min(1, f.Overlap))
		f.Score = ratio.Rounded(f.Contrast * f.Overlap * f.Reliability)
	}
	slices.SortStableFunc(list, byScore)
	kept := map[bool]int{}
	return slices.DeleteFunc(list, func(f Finding) bool {
		kept[f.Common]++
		return kept[f.Common] > mostFindings
	})
}

// byScore orders findings by score, then by the place of their evidence.
func byScore(f, g Finding) int {
	e, d := f.Evidence[0], g.Evidence[0]
	return cmp.Or(cmp.Compare(g.Score, f.Score), e.Passage-d.Passage, e.Article-d.Article, e.Span.Start-d.Span.Start)
}

// withoutRepeats drops a finding that faces the same words as a stronger one.
func withoutRepeats(list []Finding) []Finding {
	var kept []Finding
	for _, f := range list {
		repeats := func(g Finding) bool {
			return !f.Common && !g.Common && len(f.Evidence) > 1 && len(g.Evidence) > 1 &&
				(meets(f.Evidence[0], g.Evidence[0]) && meets(f.Evidence[1], g.Evidence[1]) ||
					meets(f.Evidence[0], g.Evidence[1]) && meets(f.Evidence[1], g.Evidence[0]))
		}
		if !slices.ContainsFunc(kept, repeats) {
			kept = append(kept, f)
		}
	}
	return kept
}

// meets reports whether two evidences share words.
func meets(e, d Evidence) bool { return e.Article == d.Article && e.Span.Overlaps(d.Span) }

// letters returns the letters of articles, in order and each once.
func (c *comparing) letters(articles ...int) []string {
	slices.Sort(articles)
	var list []string
	for _, a := range slices.Compact(articles) {
		list = append(list, c.comparison.Articles[a].Letter)
	}
	return list
}

// facing says a finding of two sides.
func (c *comparing) facing(key string, outlets, others []int) message.Message {
	return message.New(key).With("outlets", c.letters(outlets...)...).With("others", c.letters(others...)...).Of(len(outlets))
}

// HoldsLetters reports whether an argument of a message of the comparison is letters of
// articles.
func HoldsLetters(argument string) bool {
	return slices.Contains([]string{"outlet", "outlets", "others"}, argument)
}

// Named returns a message of the comparison with names for the letters of articles; a
// letter for which name returns nothing stands as it is.
func Named(m message.Message, name func(letter string) string) message.Message {
	for argument, letters := range m.Args {
		if !HoldsLetters(argument) {
			continue
		}
		said := make([]string, len(letters))
		for i, letter := range letters {
			said[i] = cmp.Or(name(letter), letter)
		}
		m = m.With(argument, said...)
	}
	return m
}

// evidencePair puts the evidence of two sides first.
func evidencePair(first, second Evidence, rest ...Evidence) []Evidence {
	list := []Evidence{first, second}
	for _, e := range rest {
		if !slices.Contains(list, e) {
			list = append(list, e)
		}
	}
	return list
}

// statementOf returns the statement that passages of both articles carry, with
// how similar they are; an empty id if there is none.
func (c *comparing) statementOf(p, q Evidence) (id string, score float64) {
	for _, s := range c.comparison.Coverage.Statements {
		var mine, other *Cell
		for i := range s.Cells {
			cell := &s.Cells[i]
			if cell.has(p) {
				mine = cell
			}
			if cell.has(q) {
				other = cell
			}
		}
		if mine == nil || other == nil {
			continue
		}
		if at := c.scoreOf(p, q); at > score {
			id, score = s.ID, at
		}
	}
	return id, score
}
