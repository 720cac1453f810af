package ingest

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// Figures of how a block that was found is looked up on the page.
const (
	lookWords = 4   // words of a run by which it is looked up
	sameBlock = 0.5 // share of its runs that the block of the page must have
)

// A sheet holds the blocks of a page in its order, so that what extractors
// found can be looked up in it.
type sheet struct {
	blocks []candidate
	runs   map[string][]int // which blocks have a run of words
	keys   map[string][]int // which blocks have these words and no others
}

// newSheet reads the blocks of a page that can belong to an article.
func newSheet(root *html.Node) *sheet {
	s := &sheet{blocks: candidates(root), runs: map[string][]int{}, keys: map[string][]int{}}
	for i, b := range s.blocks {
		s.keys[b.key] = append(s.keys[b.key], i)
		for run := range runsOfWords(b.key) {
			if list := s.runs[run]; len(list) == 0 || list[len(list)-1] != i {
				s.runs[run] = append(list, i)
			}
		}
	}
	return s
}

// runsOfWords yields the runs of words of a block.
func runsOfWords(key string) func(func(string) bool) {
	return func(yield func(string) bool) {
		words := strings.Fields(key)
		for i := range max(0, len(words)-lookWords+1) {
			if !yield(strings.Join(words[i:i+lookWords], " ")) {
				return
			}
		}
	}
}

// find returns the place of a block at or after a place; -1 if the page has it
// in another shape.
func (s *sheet) find(key string, after int) int {
	for _, i := range s.keys[key] {
		if i >= after {
			return i
		}
	}
	if after < len(s.blocks) && len(key) > 0 && strings.Contains(unspaced(s.blocks[after].key), unspaced(key)) {
		return after // a piece of the block that was found last
	}
	votes, all := map[int]int{}, 0
	for run := range runsOfWords(key) {
		all++
		for _, i := range s.runs[run] {
			votes[i]++
		}
	}
	best := -1
	for i, n := range votes {
		if i >= after && float64(n) >= sameBlock*float64(all) && (best < 0 || n > votes[best] || n == votes[best] && i < best) {
			best = i
		}
	}
	return best
}

// times returns how often the page has a block that stands beside nothing, at
// least once: what extractors found twice they took twice.
func (s *sheet) times(key string) int {
	n := 0
	for _, i := range s.keys[key] {
		if !s.blocks[i].aside {
			n++
		}
	}
	return max(1, n)
}

// unspaced returns words without the blanks between them: extractors that cut a
// block glue the words at the cut.
func unspaced(key string) string { return strings.ReplaceAll(key, " ", "") }

// mend returns the blocks of an article as the page has them. A block that was
// cut, or cut in pieces, is whole again, and a block between two others that
// ends as a sentence and that nobody took comes back: extractors leave out
// paragraphs that are one link, headings that are sentences, and what stands in
// an element they do not know.
func (c *chooser) mend(kept []opinion, s *sheet) []opinion {
	seen := map[string]bool{}
	for _, m := range kept {
		seen[m.key] = true
	}
	var whole []opinion
	from, last := s.begins(c.title), -1
	if from < 0 {
		from = len(s.blocks) // what stands before the article cannot be told
	}
	for i, m := range kept {
		at := s.find(m.key, max(0, last))
		if at < 0 {
			whole = append(whole, m)
			continue
		}
		if at == last {
			continue // another piece of the block
		}
		for ; from < at; from++ {
			b := s.blocks[from]
			if !seen[b.key] && c.isMissed(b) && (i > 0 || isHeading(b.tag) || b.links > allLinks) {
				seen[b.key] = true
				whole = append(whole, opinion{b, false})
			}
		}
		m.Text, m.key = s.blocks[at].Text, s.blocks[at].key
		whole = append(whole, m)
		from, last = at+1, at
	}
	return whole
}

// begins returns the place after the headline on the page, -1 if it has none.
func (s *sheet) begins(title string) int {
	for i, b := range slices.Backward(s.blocks) {
		if b.tag == atom.H1 && b.key == title {
			return i + 1
		}
	}
	return -1
}

// isMissed reports whether a block that no extractor took reads as a part of
// the report.
func (c *chooser) isMissed(b candidate) bool {
	return !b.aside && isSentence(b.Text) && !c.isFurniture(opinion{b, true})
}
