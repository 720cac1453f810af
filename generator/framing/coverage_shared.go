package framing

import (
	"strings"

	"parallax/generator/reading"
	"parallax/generator/text"
)

// A SharedText is a run of words that two articles have nearly word for word.
type SharedText struct {
	First  int        `json:"first"` // the article published first, as far as dates tell
	Second int        `json:"second"`
	Words  int        `json:"words"` // of the runs together
	Share  float64    `json:"share"` // of the shorter article's words
	Runs   []Evidence `json:"runs"`  // in First and Second by turns
}

// Limits of shared text.
const (
	seedRun   = 7  // words in a row that must agree
	gapRun    = 3  // words that may differ between two runs that become one
	leastRun  = 10 // words of a run that is shown
	leastText = 20 // words of the runs of two articles together
)

// sharedTexts finds what two articles have nearly word for word, outside
// quotations of others: agency copy, a press release, or one from the other.
func (c *comparing) sharedTexts() []SharedText {
	var list []SharedText
	for i, r := range c.readings {
		seeds := r.seeds()
		for _, s := range c.readings[i+1:] {
			if shared, ok := sharedText(r, s, seeds); ok {
				list = append(list, shared)
			}
		}
	}
	return list
}

// seeds returns where each run of seedRun words of the body begins first.
func (r *member) seeds() map[string]int {
	seeds := map[string]int{}
	for i := len(r.Words()) - seedRun; i >= r.BodyWord(); i-- {
		seeds[seedAt(r.Words(), i)] = i
	}
	return seeds
}

func seedAt(words []text.Word, i int) string {
	var b strings.Builder
	for _, w := range words[i : i+seedRun] {
		b.WriteString(w.Lower)
		b.WriteByte(' ')
	}
	return b.String()
}

// A wordRun is a run of words in both of two articles.
type wordRun struct{ from, to, otherFrom, otherTo int }

// sharedText compares two articles, given the seeds of the first.
func sharedText(r, s *member, seeds map[string]int) (SharedText, bool) {
	shared := SharedText{First: r.index, Second: s.index}
	for _, run := range runs(r, s, seeds) {
		if run.to-run.from < leastRun || r.mostlyQuoted(run.from, run.to) {
			continue
		}
		shared.Words += run.to - run.from
		shared.Runs = append(shared.Runs, r.runEvidence(run.from, run.to), s.runEvidence(run.otherFrom, run.otherTo))
	}
	shorter := min(len(r.Words()), len(s.Words()))
	shared.Share = rounded(ratioOf(float64(shared.Words), float64(shorter)))
	return shared, shared.Words >= leastText
}

// runs returns the runs of words that both articles have, in the order of the
// second, short gaps bridged.
func runs(r, s *member, seeds map[string]int) []wordRun {
	var list []wordRun
	start := s.BodyWord()
	for j := start; j+seedRun <= len(s.Words()); {
		i, ok := seeds[seedAt(s.Words(), j)]
		if !ok {
			j++
			continue
		}
		run := wordRun{i, i + seedRun, j, j + seedRun}
		endR, endS := r.PassageEnd(run.from), s.PassageEnd(run.otherFrom)
		for run.to < endR && run.otherTo < endS && r.Words()[run.to].Lower == s.Words()[run.otherTo].Lower {
			run.to++
			run.otherTo++
		}
		run.to, run.otherTo = min(run.to, endR), min(run.otherTo, endS)
		j = run.otherTo
		if n := len(list); n > 0 && r.PassageEnd(list[n-1].from) == endR && s.PassageEnd(list[n-1].otherFrom) == endS &&
			near(list[n-1].to, run.from) && near(list[n-1].otherTo, run.otherFrom) {
			list[n-1].to, list[n-1].otherTo = run.to, run.otherTo
			continue
		}
		list = append(list, run)
	}
	return list
}

func near(end, begin int) bool { return begin >= end && begin-end <= gapRun }

// mostlyQuoted reports whether most words of a run stand between quotation
// marks: two articles that quote the same are no copies.
func (r *member) mostlyQuoted(from, to int) bool {
	n := 0
	for _, v := range r.Voices()[from:to] {
		if v == reading.Quoted {
			n++
		}
	}
	return 2*n >= to-from
}

// runEvidence returns the evidence for a run of words of one passage.
func (r *member) runEvidence(from, to int) Evidence {
	return r.evidence(text.Span{Start: r.Words()[from].Start, End: r.Words()[to-1].End})
}
