// Package diff finds where two lists of words differ. [Words] is the entry point.
package diff

import (
	"unicode/utf8"

	"github.com/sergi/go-diff/diffmatchpatch"
)

// firstRune begins a private area of Unicode, whose runes stand for words:
// smaller numbers would look like blanks or letters to go-diff, which scores
// boundaries by the class of a rune.
const firstRune = 0xF0000

// A Change is a run of words of one list that stands where the other
// has another run; either may be empty. Indexes are those of the words given.
type Change struct {
	From, To           int // of the first list
	OtherFrom, OtherTo int // of the second
}

// Words returns where two lists of words differ, by the diff of Myers
// (1986) on whole words. Equal keys count as the same word.
func Words(a, b []string) []Change {
	ids := make(map[string]rune, len(a)+len(b))
	d := diffmatchpatch.New()
	d.DiffTimeout = 0 // the default stops by the clock, and so depends on the computer
	diffs := d.DiffMainRunes(runesOf(ids, a), runesOf(ids, b), false)
	var changes []Change
	i, j, open := 0, 0, false
	for _, diff := range diffs {
		n := utf8.RuneCountInString(diff.Text)
		if diff.Type == diffmatchpatch.DiffEqual {
			i, j, open = i+n, j+n, false
			continue
		}
		if !open {
			changes = append(changes, Change{i, i, j, j})
			open = true
		}
		last := &changes[len(changes)-1]
		if diff.Type == diffmatchpatch.DiffDelete {
			i += n
			last.To = i
		} else {
			j += n
			last.OtherTo = j
		}
	}
	return changes
}

// runesOf gives each word a rune, the same to equal words.
func runesOf(ids map[string]rune, words []string) []rune {
	runes := make([]rune, len(words))
	for i, w := range words {
		r, known := ids[w]
		if !known {
			r = firstRune + rune(len(ids))
			ids[w] = r
		}
		runes[i] = r
	}
	return runes
}
