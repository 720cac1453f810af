package ingest

import (
	"slices"

	"parallax/generator/text"
)

// Figures of what stands on several pages of an outlet.
const (
	sameArticle = 0.5 // share of its words that another page has, from which the two are one article
	manyPages   = 2   // other pages that must have a sentence at the article's edge
	mostPages   = 3   // other pages that must have one in its middle
	mostLeft    = 500 // lines of one outlet that are remembered
)

// Lines are the blocks of the pages of one outlet, each page with a number.
type lines struct {
	pages map[string][]int // which pages have a line, by its words
	count int
	left  map[string]bool // lines that were left out of a page, by their words
}

// add counts the blocks of one more page.
func (l *lines) add(blocks []string) {
	if l.pages == nil {
		l.pages = map[string][]int{}
	}
	for _, block := range blocks {
		key := wordsOf(block)
		if list := l.pages[key]; len(list) == 0 || list[len(list)-1] != l.count {
			l.pages[key] = append(list, l.count)
		}
	}
	l.count++
}

// strip returns the blocks of the page with the number without those that
// belong to the outlet's pages. A line that does not end as a sentence does if
// another page has it. A sentence does if several have it: outlets repeat their
// own from one report to the next, and those are their words.
func (l *lines) strip(page int, blocks []Block) (kept []Block, left int) {
	others := l.others(page, blocks)
	from, to := 0, len(blocks)
	for from < to && belongs(blocks[from], others[from], manyPages) {
		from++
	}
	for to > from && belongs(blocks[to-1], others[to-1], manyPages) {
		to--
	}
	var out []Block
	for i, b := range blocks {
		if i < from || i >= to || belongs(b, others[i], mostPages) {
			out = append(out, b)
		} else {
			kept = append(kept, b)
		}
	}
	if len(kept) == 0 {
		return blocks, 0
	}
	for _, b := range out {
		l.leave(wordsOf(b.Text))
	}
	return kept, len(out)
}

// leave notes that a line belongs to the outlet's pages, for pages that come
// alone.
func (l *lines) leave(line string) {
	if l.left == nil {
		l.left = map[string]bool{}
	}
	if len(l.left) < mostLeft {
		l.left[line] = true
	}
}

// belongs reports whether a block that so many other pages have is theirs.
func belongs(b Block, others, sentence int) bool {
	if endsSentence(b.Text) {
		return others >= sentence
	}
	return others > 0
}

// others returns how many other pages have each block; enough of them, if the
// block was left out of a page before. Pages of the same article, an older
// version of it perhaps, do not count.
func (l *lines) others(page int, blocks []Block) []int {
	shared, all := map[int]int{}, 0
	for _, b := range blocks {
		n := text.CountWords(b.Text)
		all += n
		for _, p := range l.pages[wordsOf(b.Text)] {
			shared[p] += n
		}
	}
	counts := make([]int, len(blocks))
	for i, b := range blocks {
		counts[i] = len(slices.DeleteFunc(slices.Clone(l.pages[wordsOf(b.Text)]), func(p int) bool {
			return p == page || float64(shared[p]) >= sameArticle*float64(all)
		}))
		if l.left[wordsOf(b.Text)] {
			counts[i] = max(counts[i], mostPages)
		}
	}
	return counts
}
