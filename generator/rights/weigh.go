package rights

import (
	"parallax/generator/corpus"
	"parallax/generator/file"
	"parallax/generator/site"
)

// A Carried is what a file carries of one article: words that stand in runs of
// the article, as indexes from a word to before another, in order and apart.
type Carried struct {
	Article string
	Words   [][2]int
}

// Weigh counts what each of an event's files carries of the event's articles.
// It may run beside the rendering, and so on all CPUs; an [Audit] is told the
// results by Foresee.
func Weigh(files []file.File, articles []*corpus.Article, headlines Headlines, q site.Quotation) [][]Carried {
	weights := make([][]Carried, len(files))
	if l := newLedger(articles, headlines, q); l != nil {
		for i, f := range files {
			weights[i] = l.carried(wordsOfFile(f))
		}
	}
	return weights
}

// carried returns what a text, given as hashes, carries of the articles.
func (l *ledger) carried(words []uint64) []Carried {
	found := map[*source][]bool{} // by word
	l.match(words, func(s *source, word int) {
		if found[s] == nil {
			found[s] = make([]bool, len(s.words))
		}
		found[s][word] = true
	})
	var list []Carried
	for _, s := range l.sources {
		if set := found[s]; set != nil {
			list = append(list, Carried{s.article.ID, stretches(set)})
		}
	}
	return list
}

// stretches returns where a set is true, from one index to before another.
func stretches(set []bool) [][2]int {
	var list [][2]int
	for i, in := range set {
		switch last := len(list) - 1; {
		case !in:
		case last >= 0 && list[last][1] == i:
			list[last][1] = i + 1
		default:
			list = append(list, [2]int{i, i + 1})
		}
	}
	return list
}
