package rights

import (
	"cmp"
	"maps"
	"slices"

	"parallax/generator/corpus"
	"parallax/generator/file"
	"parallax/generator/overlap"
)

// A looseRun is a run of words in a file that belongs to no event.
type looseRun struct {
	hash  uint64
	file  int32 // index into paths
	event int32 // whose articles alone have it; index into order, or one of the two below
}

const (
	nobody  int32 = -1 // no event has it, as far as is known
	several int32 = -2 // articles of several events have it, so that it is not one's own
)

// addLoose remembers the runs of a file that belongs to no event.
func (a *Audit) addLoose(f file.File) {
	words := wordsOfFile(f)
	for _, n := range []int{runOfWords, runOfCharacters} {
		overlap.Each(words, n, func(_ int, hash uint64) { a.loose[n] = append(a.loose[n], looseRun{hash, int32(len(a.paths)), nobody}) })
	}
	a.paths = append(a.paths, f.Path)
}

// findLoose calls found with every loose run that stands in an article.
func (a *Audit) findLoose(n int, words []uint64, found func(at int, r *looseRun)) {
	all := a.loose[n]
	overlap.Each(words, n, func(at int, hash uint64) {
		i, _ := slices.BinarySearchFunc(all, hash, func(r looseRun, hash uint64) int { return cmp.Compare(r.hash, hash) })
		for ; i < len(all) && all[i].hash == hash; i++ {
			found(at, &all[i])
		}
	})
}

// ownLoose finds out which event each loose run is from. A run that an article
// outside it has as well, of an event that nothing binds or of none, is nobody's: a
// stock phrase of the trade would be charged to whoever may be quoted least.
func (a *Audit) ownLoose() {
	bound := map[*corpus.Article]bool{}
	for _, articles := range a.members {
		for _, article := range articles {
			bound[article] = true
		}
	}
	for n, all := range a.loose {
		slices.SortFunc(all, func(x, y looseRun) int { return cmp.Or(cmp.Compare(x.hash, y.hash), cmp.Compare(x.file, y.file)) })
		for number, slug := range a.order {
			if runLength(a.members[slug]) != n {
				continue
			}
			for _, article := range a.members[slug] {
				a.findLoose(n, bothWays(article.Text), func(_ int, r *looseRun) { r.in(int32(number)) })
			}
		}
	}
	for _, article := range a.articles {
		if bound[article] {
			continue
		}
		words := bothWays(article.Text)
		for n := range a.loose {
			a.findLoose(n, words, func(_ int, r *looseRun) { r.event = several })
		}
	}
}

// in notes that a run stands in an article of an event, given by its number.
func (r *looseRun) in(event int32) {
	switch r.event {
	case nobody, event:
		r.event = event
	default:
		r.event = several
	}
}

// countLoose counts the loose files against the event at hand, which has that
// number.
func (a *Audit) countLoose(number int) {
	files := map[int32]map[*source]map[int]bool{}
	for i, s := range a.ledger.sources {
		a.findLoose(a.ledger.run, s.hashes(), func(at int, r *looseRun) {
			if r.event != int32(number) || !slices.Contains(a.ledger.index[r.hash], place{int32(i), int32(at)}) {
				return
			}
			here := files[r.file]
			if here == nil {
				here = map[*source]map[int]bool{}
				files[r.file] = here
			}
			for n := range a.ledger.run {
				carry(here, s, at+n)
			}
		})
	}
	for _, file := range slices.Sorted(maps.Keys(files)) {
		a.close(a.paths[file], files[file])
	}
}
