package ingest

import (
	"slices"
	"strings"

	"golang.org/x/net/html/atom"

	"parallax/generator/corpus"
	"parallax/generator/text"
)

// A chooser takes the article out of what extractors found.
type chooser struct {
	title    string // its words
	isLine   func(string) bool
	begins   []string // of blocks that are furniture
	captions []string // in blocks that are captions
	contacts []string // in blocks that say whom to write to
	bylines  []string
}

func newChooser(l *text.Language, title string) *chooser {
	return &chooser{
		title:    wordsOf(title),
		isLine:   corpus.IsFurniture(l),
		begins:   l.List("page_begins"),
		captions: l.List("page_captions"),
		contacts: l.List("page_contacts"),
		bylines:  l.List("page_bylines"),
	}
}

// Figures of the choice, found on half of the pages of a public data set.
const (
	agree     = 0.30 // share of the shorter text that both found, below which their blocks are cut differently
	enough    = 0.35 // share of the second text that the first must have to be trusted alone
	longest   = 45   // words of furniture at most
	longCap   = 40   // words of a caption at most
	longTail  = 60   // words of a note on whom to write to at most
	fewLinks  = 0.5  // share of links that prose has at most
	allLinks  = 0.8  // share of links from which a short block is a list of links
	fewWords  = 5    // words that the headline of another article has at least
	shortList = 30   // words of such a block at most
	leading   = 12   // words that a block before what both found must have
	trailing  = 15   // the same after it
	repeated  = 6    // words that a block may have and stand twice
)

// choose returns the blocks of the article in order.
func (c *chooser) choose(first, second []candidate, page *sheet) []Block {
	weighed := weigh(first, second)
	from, to := agreed(weighed)
	seen := map[string]int{}
	var kept []opinion
	for i, m := range weighed {
		n := text.CountWords(m.Text)
		switch {
		case m.key == c.title, seen[m.key] >= page.times(m.key) && n > repeated, c.isFurniture(m):
		case m.agreed && m.tag == atom.H1 && i < 3:
		case !m.agreed && !(isProse(m) || from < i && i < to && m.tag != atom.H1 && m.links < fewLinks):
		case !m.agreed && (i < from && n < leading || i > to && n < trailing):
		default:
			seen[m.key]++
			kept = append(kept, m)
		}
	}
	kept = c.mend(trim(kept), page)
	blocks := make([]Block, len(kept))
	for i, m := range kept {
		blocks[i] = m.Block
	}
	return blocks
}

// agreed returns the first and the last block that both found. There is one:
// extractors that agree on nothing are not compared.
func agreed(weighed []opinion) (from, to int) {
	from = slices.IndexFunc(weighed, func(m opinion) bool { return m.agreed })
	to = from
	for i, m := range weighed {
		if m.agreed {
			to = i
		}
	}
	return from, to
}

// isProse reports whether a block reads as a part of a report.
func isProse(m opinion) bool {
	return text.CountWords(m.Text) >= 8 && m.links < fewLinks && endsSentence(m.Text)
}

// isFurniture reports whether a block belongs to the page, not the article.
func (c *chooser) isFurniture(m opinion) bool {
	n := text.CountWords(m.Text)
	if !m.agreed && m.links > allLinks && n < shortList {
		return true
	}
	if m.links > allLinks && n >= fewWords && n < shortList && !endsSentence(m.Text) && !isHeading(m.tag) {
		return true // another article, between the paragraphs of this one
	}
	if c.isLine(m.Text) || n == 1 && strings.Contains(m.Text, "://") {
		return true
	}
	line := strings.ToLower(strings.TrimLeft(strings.ReplaceAll(m.Text, "’", "'"), " ([|-–—*•"))
	holds := func(words string) bool { return strings.Contains(line, words) }
	switch {
	case n < longest && slices.ContainsFunc(c.begins, func(begin string) bool { return strings.HasPrefix(line, begin) }),
		n < longCap && slices.ContainsFunc(c.captions, holds),
		n < longTail && slices.ContainsFunc(c.contacts, holds):
		return true
	}
	return n <= 4 && slices.ContainsFunc(c.bylines, func(by string) bool { return strings.HasPrefix(line, by) && !endsSentence(line) })
}

// trim takes leftovers from both ends: headings without text, scraps, links.
func trim(kept []opinion) []opinion {
	kept = kept[:len(kept)-linkList(kept)]
	for len(kept) > 0 {
		last := kept[len(kept)-1]
		cell := last.tag == atom.Td || last.tag == atom.Th || last.tag == atom.Li
		if !(text.CountWords(last.Text) < 6 && !endsSentence(last.Text) && !cell) {
			break
		}
		kept = kept[:len(kept)-1]
	}
	for len(kept) > 3 && isHeading(kept[0].tag) && !endsSentence(kept[0].Text) {
		kept = kept[1:]
	}
	for len(kept) > 0 && kept[len(kept)-1].links > allLinks {
		kept = kept[:len(kept)-1]
	}
	return kept
}

// linkList returns how many blocks at the end are items of a list of other
// articles: most of their words are links.
func linkList(kept []opinion) int {
	n, links, words := 0, 0.0, 0.0
	for n < len(kept) && kept[len(kept)-1-n].tag == atom.Li {
		m := kept[len(kept)-1-n]
		links += m.links * float64(len(m.Text))
		words += float64(len(m.Text))
		n++
	}
	if n < 2 || n == len(kept) || links < fewLinks*words {
		return 0
	}
	return n
}
