package evaluate

import (
	"fmt"
	"parallax/generator/ratio"
	"slices"
	"strings"
)

// labels are the mentions of one event with the chain that each is in.
type labels struct {
	exact map[string]int    // by document and span
	last  map[string]string // by document and end of the span: the exact key
	order []string
	words map[string]string // what the mention says
}

func newLabels() *labels {
	return &labels{exact: map[string]int{}, last: map[string]string{}, words: map[string]string{}}
}

func mentionKey(m namedMention) string { return fmt.Sprint(m.Doc, " ", m.Span.Start, " ", m.Span.End) }

func endKey(m namedMention) string { return fmt.Sprint(m.Doc, " ", m.Span.End) }

// add adds a mention of a chain.
func (l *labels) add(m namedMention, chain int, texts map[string]string) {
	key := mentionKey(m)
	if _, known := l.exact[key]; known {
		return
	}
	l.exact[key] = chain
	l.last[endKey(m)] = key
	l.order = append(l.order, key)
	l.words[key] = strings.ToLower(m.Span.Of(texts[m.Doc]))
}

// match gives each gold mention the chain of the predicted mention with its
// span, or else with its last word, each used once.
func (l *labels) match(predicted [][]namedMention) map[string]int {
	found := map[string]int{}
	for id, chain := range predicted {
		for _, m := range chain {
			if _, gold := l.exact[mentionKey(m)]; gold {
				found[mentionKey(m)] = id
			}
		}
	}
	for id, chain := range predicted {
		for _, m := range chain {
			if key, ok := l.last[endKey(m)]; ok {
				if _, taken := found[key]; !taken {
					found[key] = id
				}
			}
		}
	}
	return found
}

// A clusterScore sums the scores of several events: B-cubed over mentions,
// MUC over links, CEAF over chains (entity version, greedy alignment).
type clusterScore struct {
	gold, matched          float64
	precision, recall      float64 // B-cubed sums over matched mentions
	wholeRecall            float64 // B-cubed recall sum, unmatched gold counted as missed
	mucP, mucPn, mucR      float64
	mucRn                  float64
	ceaf, ceafSys, ceafKey float64
}

func (s *clusterScore) add(gold *labels, predicted [][]namedMention) {
	s.addMatched(gold, gold.match(predicted))
}

// addPlain scores the baseline: the same words are the same.
func (s *clusterScore) addPlain(gold *labels) {
	ids, found := map[string]int{}, map[string]int{}
	for _, key := range gold.order {
		words := gold.words[key]
		if _, known := ids[words]; !known {
			ids[words] = len(ids)
		}
		found[key] = ids[words]
	}
	s.addMatched(gold, found)
}

func (s *clusterScore) addMatched(gold *labels, found map[string]int) {
	keys, systems, both := map[int]float64{}, map[int]float64{}, map[[2]int]float64{}
	whole := map[int]float64{}
	for _, key := range gold.order {
		s.gold++
		whole[gold.exact[key]]++
		if id, ok := found[key]; ok {
			s.matched++
			keys[gold.exact[key]]++
			systems[id]++
			both[[2]int{gold.exact[key], id}]++
		}
	}
	for _, pair := range sortedPairs(both) {
		n := both[pair]
		s.precision += n * n / systems[pair[1]]
		s.recall += n * n / keys[pair[0]]
		s.wholeRecall += n * n / whole[pair[0]]
	}
	s.addLinks(keys, systems, both)
	s.addAligned(keys, systems, both)
}

// addLinks adds MUC: links of a chain that the other side keeps.
func (s *clusterScore) addLinks(keys, systems map[int]float64, both map[[2]int]float64) {
	parts, pieces := map[int]float64{}, map[int]float64{}
	for pair := range both {
		parts[pair[0]]++
		pieces[pair[1]]++
	}
	for id, n := range keys {
		s.mucR += n - parts[id]
		s.mucRn += n - 1
	}
	for id, n := range systems {
		s.mucP += n - pieces[id]
		s.mucPn += n - 1
	}
}

// addAligned adds CEAF: chains aligned one to one, best pairs first.
func (s *clusterScore) addAligned(keys, systems map[int]float64, both map[[2]int]float64) {
	phi := func(p [2]int) float64 { return 2 * both[p] / (keys[p[0]] + systems[p[1]]) }
	pairs := sortedPairs(both)
	slices.SortStableFunc(pairs, func(p, q [2]int) int {
		switch {
		case phi(p) > phi(q):
			return -1
		case phi(p) < phi(q):
			return 1
		}
		return 0
	})
	usedKey, usedSystem := map[int]bool{}, map[int]bool{}
	for _, p := range pairs {
		if !usedKey[p[0]] && !usedSystem[p[1]] {
			usedKey[p[0]], usedSystem[p[1]] = true, true
			s.ceaf += phi(p)
		}
	}
	s.ceafKey += float64(len(keys))
	s.ceafSys += float64(len(systems))
}

func sortedPairs(m map[[2]int]float64) [][2]int {
	pairs := make([][2]int, 0, len(m))
	for p := range m {
		pairs = append(pairs, p)
	}
	slices.SortFunc(pairs, func(p, q [2]int) int { return slices.Compare(p[:], q[:]) })
	return pairs
}

func (s clusterScore) row(name string) []string {
	p, r := ratio.Of(s.precision, s.matched), ratio.Of(s.recall, s.matched)
	muc := harmonic(ratio.Of(s.mucP, s.mucPn), ratio.Of(s.mucR, s.mucRn))
	ceaf := harmonic(ratio.Of(s.ceaf, s.ceafSys), ratio.Of(s.ceaf, s.ceafKey))
	b3 := harmonic(p, r)
	row := []string{name, fmt.Sprint(int(s.gold))}
	for _, v := range []float64{ratio.Of(s.matched, s.gold), p, r, b3, (muc + b3 + ceaf) / 3, harmonic(p, ratio.Of(s.wholeRecall, s.gold))} {
		row = append(row, fmt.Sprintf("%.3f", v))
	}
	return row
}
