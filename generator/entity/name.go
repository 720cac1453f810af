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
// "Promises"), a last name or initials with the full name, and two forms of one
// given name before one last name ("Mike Thibodeau", "Michael Thibodeau"). A last
// name that several full names share equally often stays alone.
func (c *Entities) nameTableOf(counts map[string]int) nameTable {
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
		if i := c.standIn(n, canon); i >= 0 {
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
func (c *Entities) standIn(n countedName, canon []countedName) int {
	best, next := -1, 0
	for i, other := range canon {
		if !c.fit(n.words, other.words) {
			continue
		}
		switch {
		case best < 0:
			best = i
		case other.count > canon[best].count:
			best, next = i, canon[best].count
		default:
			next = max(next, other.count)
		}
	}
	if best >= 0 && canon[best].count < 4*next {
		return -1
	}
	return best
}

// fit reports whether two names can be the same: one ends or begins the other,
// they have the last word in common and before it one given name, or one is the
// other's initials.
func (c *Entities) fit(long, short []string) bool {
	if len(long) < len(short) {
		long, short = short, long
	}
	switch {
	case len(short) == 1:
		return long[len(long)-1] == short[0] && len(long) > 1 || len(long) > 1 && long[0] == short[0] || len(long) > 2 && short[0] == text.Initials(long)
	case len(long) == len(short):
		return slices.Equal(long[1:], short[1:]) && c.sameGiven(long[0], short[0])
	case slices.Equal(long[len(long)-len(short):], short), slices.Equal(long[:len(short)], short):
		return true
	}
	return long[len(long)-1] == short[len(short)-1] && (long[0] == short[0] || c.sameGiven(long[0], short[0]))
}

// sameGiven reports whether two given names are one: "Mike" and "Michael", "Raúl" and
// "Raul". Two short forms of one name may well be two persons: "Ed" and "Ted".
func (c *Entities) sameGiven(a, b string) bool {
	for _, line := range c.language.List("given_names") {
		forms := strings.Split(line, ", ")
		if i, j := slices.Index(forms, a), slices.Index(forms, b); min(i, j) == 0 {
			return true
		}
	}
	return text.Unaccented(a) == text.Unaccented(b)
}
