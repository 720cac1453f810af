package ingest

import (
	"hash/fnv"
	"strings"

	"parallax/generator/text"
)

// A shelf holds texts so that what a new one shares with them can be told. Of
// every run of words one in a few is kept, chosen by its hash, so that the
// same runs are kept of every text (Broder, "On the resemblance and
// containment of documents", 1997).
type shelf struct {
	files []string
	runs  map[uint64][]int32 // which texts have a run, by its hash
}

// Figures of the shelf.
const (
	runWords  = 6    // words of a run
	oneIn     = 4    // runs for each one that is kept
	fewest    = 5    // kept runs of a text below which nothing is said of it
	sharedHas = 0.30 // share of a text from which it is told that another has it too
)

func newShelf() *shelf { return &shelf{runs: map[uint64][]int32{}} }

// add puts a text on the shelf.
func (s *shelf) add(file, words string) {
	number := int32(len(s.files))
	s.files = append(s.files, file)
	for _, h := range runsOf(words) {
		if texts := s.runs[h]; len(texts) == 0 || texts[len(texts)-1] != number {
			s.runs[h] = append(texts, number)
		}
	}
}

// Shared is what a text has in common with another.
type Shared struct {
	File  string  // that holds the other; empty if there is none
	Share float64 // of the runs of six words of this text, 0 to 1
}

// most returns the text that has most of a new one, if that is much. Of equals
// it is the one that came first.
func (s *shelf) most(file, words string) Shared {
	runs := runsOf(words)
	if len(runs) < fewest {
		return Shared{}
	}
	has := make([]int, len(s.files))
	for _, h := range runs {
		for _, number := range s.runs[h] {
			has[number]++
		}
	}
	best := -1
	for number, n := range has {
		if s.files[number] != file && n > 0 && (best < 0 || n > has[best]) {
			best = number
		}
	}
	if best < 0 || float64(has[best]) < sharedHas*float64(len(runs)) {
		return Shared{}
	}
	return Shared{File: s.files[best], Share: float64(has[best]) / float64(len(runs))}
}

// runsOf returns the hashes of the runs of a text that are kept. In scripts
// without blanks between words a run is one of so many signs.
func runsOf(words string) []uint64 {
	list := strings.Fields(wordsOf(words))
	if n := text.CountWords(words); n > 4*len(list) {
		list = strings.Split(strings.ReplaceAll(wordsOf(words), " ", ""), "")
	}
	var kept []uint64
	for i := range max(0, len(list)-runWords+1) {
		h := fnv.New64a()
		for _, word := range list[i : i+runWords] {
			h.Write([]byte(word + " "))
		}
		if sum := h.Sum64(); sum%oneIn == 0 {
			kept = append(kept, sum)
		}
	}
	return kept
}
