package event

import (
	"cmp"
	"slices"
)

// What two articles must have in common to be compared at all. All of it is a property of
// the two alone: whether they are compared depends on no third, and on no size of a
// collection.
const (
	leastRarity = 2.5 // of a stem that finds candidates: one text in twelve has it
	leastShared = .07 // cosine over such stems
	keyStems    = 24  // the weightiest of them that an article is found by; with names, no figure of the folds of evaluate differs by more than .2 from finding by all of them
	keyNames    = 4   // stems in names that it is found by besides
)

// keysOf returns the keys of an article, sorted: the stems that weigh most in it, and those
// of names that come next. Articles without a common key are not compared.
func keysOf(stems vector, marks []mark) []term {
	order := make([]int32, 0, len(stems))
	for i, m := range marks {
		if m.rarity >= leastRarity {
			order = append(order, int32(i))
		}
	}
	slices.SortFunc(order, func(a, b int32) int {
		return cmp.Or(cmp.Compare(stems[b].weight, stems[a].weight), cmp.Compare(stems[a].term, stems[b].term))
	})
	keys, names := make([]term, 0, keyStems+keyNames), 0
	for n, i := range order {
		switch {
		case n < keyStems:
		case names < keyNames && marks[i].in&inName != 0:
			names++
		default:
			continue
		}
		keys = append(keys, stems[i].term)
	}
	slices.Sort(keys)
	return keys
}

// common returns the first key that two sorted lists of keys have in common.
func common(a, b []term) (term, bool) {
	for len(a) > 0 && len(b) > 0 {
		switch {
		case a[0] < b[0]:
			a = a[1:]
		case a[0] > b[0]:
			b = b[1:]
		default:
			return a[0], true
		}
	}
	return 0, false
}

// areFound reports whether two articles have a key in common.
func areFound(a, b *Profile) bool {
	_, found := common(a.keys, b.keys)
	return found
}

// finds reports whether a stem of the profile, by its place, finds candidates.
func (p *Profile) finds(n int) bool { return p.marks[n].rarity >= leastRarity }
