package rights

import (
	"parallax/generator/corpus"
	"parallax/generator/overlap"
	"parallax/generator/site"
	"parallax/generator/text"
)

// A ledger counts how many words of restricted articles stand in other texts.
// A word counts where it stands in a run of at least l.run consecutive words
// of its article: shorter runs are names and turns of phrase, not copies.
type ledger struct {
	run     int
	sources []*source
	index   map[uint64][]place // hash of a run to where it begins
}

// A source is a restricted article in a ledger.
type source struct {
	article  *corpus.Article
	words    []countedWord
	headline []bool // by word: of the headline, or the same as in another
	shown    int    // words that headlines show
	budget   int    // words that all files together may carry, at least shown
	free     []bool // by word: also in an openly licensed article of the event, so never counted
	used     []bool // by word: carried by some file
	spent    int    // how many words are used
	passage  []int  // by word: index into the article's passages
	quoted   []int  // by passage: how many words are used that no headline shows
}

// use counts a word as used and reports whether it was not before.
func (s *source) use(word int) bool {
	if s.free[word] || s.used[word] {
		return false
	}
	s.used[word] = true
	s.add(word, 1)
	return true
}

// undo takes back a use.
func (s *source) undo(word int) {
	s.used[word] = false
	s.add(word, -1)
}

func (s *source) add(word, n int) {
	s.spent += n
	if !s.headline[word] && len(s.quoted) > 0 {
		s.quoted[s.passage[word]] += n
	}
}

// findPassages tells of every word which passage it stands in.
func (s *source) findPassages() {
	s.passage, s.quoted = make([]int, len(s.words)), make([]int, len(s.article.Passages))
	at := 0
	for i, w := range s.words {
		for at+1 < len(s.article.Passages) && s.article.Passages[at+1].Start <= w.Start {
			at++
		}
		s.passage[i] = at
	}
}

// A countedWord is a word of an article: a run of letters and digits, or one
// character where words are not parted by blanks.
type countedWord struct {
	text.Span
	hash uint64
}

// A place is a word of a source.
type place struct{ source, word int32 }

// Shortest runs that count, in words and in characters.
const (
	runOfWords      = 6
	runOfCharacters = 15
)

// restricted reports whether an article falls under the quotation budget.
func restricted(a *corpus.Article, q site.Quotation) bool { return !q.Class && !a.Licence.Open() }

// Headlines are the runs of words in headlines, by the length of runs.
type Headlines map[int]map[uint64]bool

// ReadHeadlines returns the runs in the headlines of articles, which may be
// shown in full wherever they stand.
func ReadHeadlines(articles []corpus.Article) Headlines {
	set := Headlines{runOfWords: {}, runOfCharacters: {}}
	for i := range articles {
		words := bothWays(articles[i].Title)
		for n, known := range set {
			overlap.Each(words, n, func(_ int, hash uint64) { known[hash] = true })
		}
	}
	return set
}

// Within returns those of the runs that stand in restricted articles: what an
// event's ledger asks for.
func (set Headlines) Within(articles []*corpus.Article, q site.Quotation) Headlines {
	own := Headlines{runOfWords: {}, runOfCharacters: {}}
	for _, a := range articles {
		if !restricted(a, q) {
			continue
		}
		s := source{words: countedWords(a.Text)}
		words := s.hashes()
		for n, known := range set {
			overlap.Each(words, n, func(_ int, hash uint64) {
				if known[hash] {
					own[n][hash] = true
				}
			})
		}
	}
	return own
}

// newLedger returns the ledger of the articles of one event, or nil if none of
// them is restricted.
func newLedger(articles []*corpus.Article, headlines Headlines, q site.Quotation) *ledger {
	l := &ledger{run: runLength(articles), index: map[uint64][]place{}}
	for _, a := range articles {
		if restricted(a, q) {
			l.addSource(a)
		}
	}
	if len(l.sources) == 0 {
		return nil
	}
	for _, a := range articles {
		if !restricted(a, q) {
			l.match(bothWays(a.Text), func(s *source, word int) { s.free[word] = true })
		}
	}
	for _, s := range l.sources {
		s.setBudget(l.run, headlines[l.run], q)
	}
	return l
}

// runLength returns the length of runs that count in the articles of an event,
// which are all in one language.
func runLength(articles []*corpus.Article) int {
	if len(articles) > 0 && text.MostlyUnspaced(articles[0].Text) {
		return runOfCharacters
	}
	return runOfWords
}

// setBudget counts the words that headlines show, and sets the budget.
func (s *source) setBudget(run int, headlines map[uint64]bool, q site.Quotation) {
	overlap.Each(s.hashes(), run, func(at int, hash uint64) {
		for word := at; headlines[hash] && word < at+run; word++ {
			s.headline[word] = true
		}
	})
	for word := range s.words {
		if s.headline[word] && !s.free[word] {
			s.shown++
		}
	}
	of := max(len(s.words), s.article.Original) // an excerpt is a part of it
	s.budget = max(int(q.Share*float64(of)), s.shown)
}

// addSource indexes a restricted article.
func (l *ledger) addSource(a *corpus.Article) {
	s := &source{article: a, words: countedWords(a.Text)}
	s.free, s.used, s.headline = make([]bool, len(s.words)), make([]bool, len(s.words)), make([]bool, len(s.words))
	for i, w := range s.words {
		s.headline[i] = w.End <= len(a.Title)
	}
	s.findPassages()
	number := int32(len(l.sources))
	l.sources = append(l.sources, s)
	overlap.Each(s.hashes(), l.run, func(at int, hash uint64) {
		known := l.index[hash]
		if len(known) == 0 || known[len(known)-1].source != number { // what an article repeats counts once
			l.index[hash] = append(known, place{number, int32(at)})
		}
	})
}

// hashes returns the words of a source as hashes.
func (s *source) hashes() []uint64 {
	list := make([]uint64, len(s.words))
	for i, w := range s.words {
		list[i] = w.hash
	}
	return list
}

// match calls found for every word of a source that stands in a run of the
// text, given as hashes; the same word may be found several times.
func (l *ledger) match(words []uint64, found func(s *source, word int)) {
	overlap.Each(words, l.run, func(_ int, hash uint64) {
		for _, p := range l.index[hash] {
			for n := range l.run {
				found(l.sources[p.source], int(p.word)+n)
			}
		}
	})
}
