// Package text knows what a language is: where sentences and words begin and
// end, which words carry no content, what a stem and a name look like, and
// which lists of words a language has. It knows nothing of news.
//
// # Data
//
// Everything is a [Span] of bytes of a text that the caller keeps; nothing
// here copies or changes the text. A [Language] is one folder of readable
// TOML lists and tab-separated tables (languages/en holds English), found by
// [Languages.For]; a [Lexicon] finds the entries of a list in a text. A
// language without lists may have two files of its own: stop.txt, the words that
// carry no content, and sentences.txt, which says where its sentences end. A
// language without a folder still has Unicode words and sentences, a Snowball
// stemmer if there is one, and character n-grams if it writes without spaces;
// it has no lists, and the signals that need one say so.
package text

import (
	"encoding/json"
	"fmt"
	"slices"
)

// A Span is the run of bytes [Start, End) of a text. It marshals to JSON as
// the pair [start,end].
type Span struct {
	Start, End int
}

// Of returns the bytes of s that the span covers.
func (p Span) Of(s string) string { return s[p.Start:p.End] }

// Len returns the length of the span in bytes.
func (p Span) Len() int { return p.End - p.Start }

// Contains reports whether q lies within p.
func (p Span) Contains(q Span) bool { return p.Start <= q.Start && q.End <= p.End }

// Overlaps reports whether p and q share a byte.
func (p Span) Overlaps(q Span) bool { return p.Start < q.End && q.Start < p.End }

// SpanAt returns the span of a list that holds the byte offset. The list is in
// order, and its spans do not hold one another.
func SpanAt(spans []Span, offset int) (Span, bool) {
	i, _ := slices.BinarySearchFunc(spans, offset, func(p Span, offset int) int {
		if p.End <= offset {
			return -1
		}
		return 1
	})
	if i < len(spans) && spans[i].Start <= offset {
		return spans[i], true
	}
	return Span{}, false
}

// Union returns spans in order, those that touch made one. It sorts the list that
// it is given.
func Union(spans []Span) []Span {
	slices.SortFunc(spans, func(x, y Span) int { return x.Start - y.Start })
	var list []Span
	for _, s := range spans {
		if n := len(list); n > 0 && s.Start <= list[n-1].End {
			list[n-1].End = max(list[n-1].End, s.End)
			continue
		}
		list = append(list, s)
	}
	return list
}

// MarshalJSON writes the span as [start,end].
func (p Span) MarshalJSON() ([]byte, error) {
	return fmt.Appendf(nil, "[%d,%d]", p.Start, p.End), nil
}

// UnmarshalJSON reads a span from [start,end].
func (p *Span) UnmarshalJSON(data []byte) error {
	var pair [2]int
	if err := json.Unmarshal(data, &pair); err != nil {
		return fmt.Errorf("read a span: %w", err)
	}
	p.Start, p.End = pair[0], pair[1]
	return nil
}
