package event

import (
	"math/bits"
	"slices"

	"parallax/generator/parallel"
)

// keepShared drops from all vectors the terms that one article alone has, most
// of them pairs of stems: they add to no cosine. The others are numbered from
// 0 in each field, so that a dense array can take the place of a search. It
// returns how many numbers each field has.
//
// Vectors keep their lengths of 1 as measured with all terms.
func keepShared(profiles []profile) (size [fieldCount]int) {
	parallel.Each(fieldCount, func(_, f int) {
		total := 0
		for i := range profiles {
			total += len(profiles[i].fields[f])
		}
		seen := newTwice(total)
		for i := range profiles {
			for _, w := range profiles[i].fields[f] {
				seen.see(w.term)
			}
		}
		numbers := map[term]term{}
		for i := range profiles {
			profiles[i].number(f, numbers, &seen)
		}
		size[f] = len(numbers)
	})
	return size
}

// number keeps the terms of a field that were seen twice, by number, and marks of
// stems with them. New terms get the next one.
func (p *profile) number(field int, numbers map[term]term, seen *twice) {
	v, n := p.fields[field], 0
	for i, w := range v {
		if !seen.twice(w.term) {
			continue
		}
		number, ok := numbers[w.term]
		if !ok {
			number = term(len(numbers))
			numbers[w.term] = number
		}
		v[n] = weighted{number, w.weight}
		if field == inStems {
			p.marks[n] = p.marks[i]
		}
		n++
	}
	p.fields[field] = slices.Clone(v[:n]) // the long one can go
	if field == inStems {
		p.marks = slices.Clone(p.marks[:n])
	}
}

// A twice tells terms that were seen at least twice, and a few others: it
// keeps two bits for each place of a table, and terms may share a place.
type twice struct {
	once, again []uint64
	shift       int
}

// newTwice returns a table for so many terms with room to spare.
func newTwice(terms int) twice {
	const places = 8 // for each term at least
	size := max(6, bits.Len(uint(terms*places)))
	size = min(size, 32)
	return twice{make([]uint64, 1<<(size-6)), make([]uint64, 1<<(size-6)), 32 - size}
}

func (t *twice) place(x term) (word uint32, bit uint64) {
	p := uint32(x) * 0x9E3779B1 >> t.shift
	return p / 64, 1 << (p % 64)
}

func (t *twice) see(x term) {
	word, bit := t.place(x)
	t.again[word] |= t.once[word] & bit
	t.once[word] |= bit
}

func (t *twice) twice(x term) bool {
	word, bit := t.place(x)
	return t.again[word]&bit != 0
}
