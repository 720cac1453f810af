package odds

// splits are the ways in which an article is cut in two for the null: the
// number of passages in a row that go to one half before the other's turn.
var splits = [...]int{1, 2, 3, 5}

// largest returns the largest z of the terms that one side uses at least twice.
func (e expectation) largest(a, b tally) float64 {
	top := 0.0
	for _, side := range [2][2]tally{{a, b}, {b, a}} {
		for key, n := range side[0].counts {
			if n >= leastUses {
				top = max(top, e.between(key, n, side[0].words, side[1].counts[key], side[1].words).z())
			}
		}
	}
	return top
}

// nullOf returns what chance does: the largest z when an article is split in
// two and compared with itself, one value a split.
func nullOf(e expectation, uses []use) []float64 {
	var tops []float64
	for _, run := range splits {
		a, b := halves(uses, func(passage int) bool { return passage/run%2 == 0 })
		if a.words > 0 && b.words > 0 {
			tops = append(tops, e.largest(a, b))
		}
	}
	return tops
}

// halves tallies the uses in the passages that go to the first half, and the
// others.
func halves(uses []use, first func(passage int) bool) (a, b tally) {
	a, b = tally{counts: map[string]int{}}, tally{counts: map[string]int{}}
	for _, u := range uses {
		if first(u.passage) {
			a.add(u.key, 1)
		} else {
			b.add(u.key, 1)
		}
	}
	return a, b
}
