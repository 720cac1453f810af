package diag

import (
	"fmt"
	"strings"
)

// Nearest returns the known word closest to word in optimal string alignment
// distance, ignoring case, or "" if none is near enough to be a likely slip:
// at most a third of its length, rounded up. Ties go to the word that comes
// first in known.
func Nearest(word string, known []string) string {
	best, bestDistance := "", (len([]rune(word))+2)/3+1
	for _, k := range known {
		if d := distance(strings.ToLower(word), strings.ToLower(k)); d < bestDistance {
			best, bestDistance = k, d
		}
	}
	return best
}

// DidYouMean returns a mend for an unknown word: the nearest known word as a
// question, or else the known words.
func DidYouMean(word string, known []string) string {
	if near := Nearest(word, known); near != "" {
		return fmt.Sprintf("did you mean %q?", near)
	}
	if len(known) == 0 {
		return "there is none to choose from"
	}
	const most = 12
	list := known
	if len(list) > most {
		list = list[:most]
	}
	mend := "known are " + strings.Join(list, ", ")
	if len(known) > most {
		mend += " …"
	}
	return mend
}

// distance is the optimal string alignment distance: the number of inserted,
// deleted, replaced or swapped neighbouring characters.
func distance(a, b string) int {
	s, t := []rune(a), []rune(b)
	before, last, row := make([]int, len(t)+1), make([]int, len(t)+1), make([]int, len(t)+1)
	for j := range row {
		last[j] = j
	}
	for i := 1; i <= len(s); i++ {
		row[0] = i
		for j := 1; j <= len(t); j++ {
			cost := 1
			if s[i-1] == t[j-1] {
				cost = 0
			}
			row[j] = min(last[j]+1, row[j-1]+1, last[j-1]+cost)
			if i > 1 && j > 1 && s[i-1] == t[j-2] && s[i-2] == t[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
		before, last, row = last, row, before
	}
	return last[len(t)]
}
