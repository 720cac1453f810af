package evaluate

import (
	"regexp"
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"parallax/generator/ingest"
	"parallax/generator/ratio"
)

// A shingleScore is what the published scorer counts on one page, each count
// divided by the sum of the three.
type shingleScore struct {
	hit, extra, missed float64
	exact              bool
}

// tokenPattern is what the published scorer takes for a word, \w+ in Python.
var tokenPattern = regexp.MustCompile(`[\p{L}\p{N}_]+`)

// scoreShingles compares the runs of four words of two texts.
func scoreShingles(gold, found string) shingleScore {
	g, f := tokenPattern.FindAllString(gold, -1), tokenPattern.FindAllString(found, -1)
	left := shingles(g)
	s := shingleScore{exact: slices.Equal(g, f)}
	for shingle, n := range shingles(f) {
		hit := min(n, left[shingle])
		s.hit += hit
		s.extra += n - hit
		left[shingle] -= hit
	}
	for _, n := range left {
		s.missed += n
	}
	if sum := s.hit + s.extra + s.missed; sum > 0 {
		s.hit, s.extra, s.missed = s.hit/sum, s.extra/sum, s.missed/sum
	}
	return s
}

// shingles counts runs of four words; a shorter text is one run.
func shingles(tokens []string) map[string]float64 {
	const size = 4
	counts := map[string]float64{}
	if len(tokens) > 0 && len(tokens) < size {
		counts[strings.Join(tokens, " ")]++
	}
	for i := range max(0, len(tokens)-size+1) {
		counts[strings.Join(tokens[i:i+size], " ")]++
	}
	return counts
}

// meanShingles returns precision, recall and the share of equal texts. Pages
// on which precision or recall is not defined do not count for it.
func meanShingles(list []shingleScore) (p, r, exact float64) {
	var np, nr float64
	for _, s := range list {
		if s.hit+s.extra > 0 {
			p, np = p+s.hit/(s.hit+s.extra), np+1
		}
		if s.hit+s.missed > 0 {
			r, nr = r+s.hit/(s.hit+s.missed), nr+1
		}
		if s.exact {
			exact++
		}
	}
	return ratio.Of(p, np), ratio.Of(r, nr), ratio.Of(exact, float64(len(list)))
}

// paragraphsOf is the baseline: the text of all <p> of a page.
func paragraphsOf(page []byte) string {
	source, err := ingest.Unpack(page)
	if err != nil {
		return ""
	}
	root, err := html.Parse(strings.NewReader(string(source)))
	if err != nil {
		return ""
	}
	var b strings.Builder
	for n := range root.Descendants() {
		if n.Type != html.TextNode {
			continue
		}
		for p := range n.Ancestors() {
			if p.DataAtom == atom.P {
				b.WriteString(n.Data + " ")
				break
			}
		}
	}
	return b.String()
}
