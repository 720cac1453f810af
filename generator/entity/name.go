package entity

import (
	"cmp"
	"slices"
	"strings"

	"parallax/generator/text"
)

// A nameTable maps the names of an event to the one that stands for all of
// them.
type nameTable map[string]string

// A countedName is a name with how often the event uses it.
type countedName struct {
	name  string
	words []string
	count int
}

// nameTableOf links the names that no list knows: a longer name with the
// shorter one at its end or beginning ("Promises Treatment Center",
// "Promises"), a last name or initials with the full name. A last name that
// several full names share equally often stays alone.
func nameTableOf(counts map[string]int) nameTable {
	var names []countedName
	for name, n := range counts {
		names = append(names, countedName{name, strings.Fields(name), n})
	}
	slices.SortFunc(names, func(a, b countedName) int {
		return cmp.Or(cmp.Compare(min(2, len(b.words)), min(2, len(a.words))), b.count-a.count, cmp.Compare(a.name, b.name))
	})
	table := nameTable{}
	var canon []countedName
	for _, n := range names {
		if i := n.standIn(canon); i >= 0 {
			table[n.name] = canon[i].name
			canon[i].count += n.count
			continue
		}
		table[n.name] = n.name
		canon = append(canon, n)
	}
	return table
}

// standIn returns the index of the name that a name belongs to: the only one
// that fits, or one four times as frequent as the next; else -1.
func (n countedName) standIn(canon []countedName) int {
	best, next := -1, 0
	for i, c := range canon {
		if !n.fits(c) {
			continue
		}
		switch {
		case best < 0:
			best = i
		case c.count > canon[best].count:
			best, next = i, canon[best].count
		default:
			next = max(next, c.count)
		}
	}
	if best >= 0 && canon[best].count < 4*next {
		return -1
	}
	return best
}

// fits reports whether two names can be the same: one ends or begins the
// other, they have the first and last word in common, or one is the other's
// initials.
func (n countedName) fits(c countedName) bool {
	long, short := c.words, n.words
	if len(long) < len(short) {
		long, short = short, long
	}
	switch {
	case len(long) == len(short):
		return false
	case slices.Equal(long[len(long)-len(short):], short), slices.Equal(long[:len(short)], short):
		return true
	case len(short) == 1:
		return len(long) > 2 && short[0] == text.Initials(long)
	}
	return long[0] == short[0] && long[len(long)-1] == short[len(short)-1]
}
