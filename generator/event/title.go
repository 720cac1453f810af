package event

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"parallax/generator/corpus"
	"parallax/generator/text"
)

const (
	titleArticles = 12   // articles that a title is made from at most
	titleBytes    = 4000 // bytes of each that are looked at
	phraseWords   = 6    // words in a phrase at most
	nameBonus     = 1.5  // how much more a name says than other words as rare
	rareEnough    = 5    // rarity from which a word says no more; the rarest name is seldom what an event is called
	bodyShare     = .2   // what a phrase counts that no headline has, against 1 and this for one that all have
)

// A sheet is an article as titles are made from it: its words, and their
// stems joined by blanks with one at either end, so that a phrase is found by
// a search for its stems.
type sheet struct {
	text  string
	words []text.Word
	stems string
	head  string // stems of the headline
}

// A phrase is a run of words that several articles of an event share.
type phrase struct {
	stems string // joined by blanks, one at either end
	score float64
}

// makeTitle returns a neutral title for articles that report one event: the
// phrase of their headlines and names that is shared by most and rarest,
// followed by a second one if it says nearly as much. A single article gives
// its headline.
func (g *grouper) makeTitle(articles []int32) string {
	first := g.articles[articles[0]]
	if len(articles) == 1 {
		return headline(first)
	}
	language := g.language(first)
	var sheets []sheet
	for _, i := range articles[:min(titleArticles, len(articles))] {
		sheets = append(sheets, newSheet(language, g.articles[i]))
	}
	phrases := g.phrases(language, sheets)
	if len(phrases) == 0 {
		return headline(first)
	}
	title := surface(sheets, phrases[0].stems)
	for _, p := range phrases[1:] {
		if p.score >= phrases[0].score/4 && !share(phrases[0].stems, p.stems) {
			title += ": " + surface(sheets, p.stems)
			break
		}
	}
	r, size := utf8.DecodeRuneInString(title)
	return string(unicode.ToUpper(r)) + title[size:]
}

// headline returns the title of an article, or the beginning of its text.
func headline(a *corpus.Article) string {
	const words = 12
	if title := strings.Join(strings.Fields(a.Title), " "); title != "" {
		return title
	}
	fields := strings.Fields(a.Text[:min(len(a.Text), titleBytes)])
	return strings.ToValidUTF8(strings.Join(fields[:min(words, len(fields))], " "), "")
}

func newSheet(l *text.Language, a *corpus.Article) sheet {
	s := a.Title + "\n\n" + a.Body().Of(a.Text)
	s = strings.ToValidUTF8(s[:min(len(s), titleBytes)], "")
	words := l.Words(s)
	return sheet{text: s, words: words, stems: stems(words), head: stems(l.Words(a.Title))}
}

// stems joins the stems of words by blanks, with one at either end.
func stems(words []text.Word) string {
	var b strings.Builder
	b.WriteByte(' ')
	for _, w := range words {
		b.WriteString(w.Stem)
		b.WriteByte(' ')
	}
	return b.String()
}

// phrases returns the phrases that at least half of the sheets share, the one
// that says most first.
func (g *grouper) phrases(l *text.Language, sheets []sheet) []phrase {
	rarity := g.readers[l].rarity
	bonus := map[string]float64{}
	for _, s := range sheets {
		end := strings.IndexByte(s.text, '\n')
		for i, w := range s.words {
			for n := 1; n <= phraseWords && i+n <= len(s.words) && w.End <= end && s.plain(i, i+n); n++ {
				if run := s.words[i : i+n]; !l.Stop(run[n-1].Lower) && !l.Stop(w.Lower) {
					bonus[stems(run)] = max(bonus[stems(run)], 1)
				}
			}
		}
		for _, name := range l.Names(s.text, s.words) {
			bonus[stems(within(s.words, name))] = nameBonus
		}
	}
	var list []phrase
	for key, times := range bonus {
		have, heads := 0, 0
		for _, s := range sheets {
			if strings.Contains(s.stems, key) {
				have++
			}
			if strings.Contains(s.head, key) {
				heads++
			}
		}
		if have < 2 || 2*have < len(sheets) {
			continue
		}
		says := 0.0
		for stem := range strings.FieldsSeq(key) {
			if !l.Stop(stem) {
				says += min(rarity.of(stem), rareEnough)
			}
		}
		part, headed := float64(have)/float64(len(sheets)), float64(heads)/float64(len(sheets))
		list = append(list, phrase{key, times * part * part * says * (bodyShare + headed)})
	}
	slices.SortFunc(list, func(a, b phrase) int {
		return cmp.Or(cmp.Compare(b.score, a.score), strings.Compare(a.stems, b.stems))
	})
	return list
}

// plain reports whether nothing but blanks stand between words from to to-1
// of the headline.
func (s *sheet) plain(from, to int) bool {
	for i := from + 1; i < to; i++ {
		gap := s.text[s.words[i-1].End:s.words[i].Start]
		if strings.Trim(gap, " -\u00a0") != "" {
			return false
		}
	}
	return true
}

// within returns the words that lie within a span.
func within(words []text.Word, span text.Span) []text.Word {
	from, _ := slices.BinarySearchFunc(words, span.Start, func(w text.Word, at int) int { return cmp.Compare(w.Start, at) })
	to := from
	for to < len(words) && words[to].End <= span.End {
		to++
	}
	return words[from:to]
}

// share reports whether two phrases have a stem in common.
func share(a, b string) bool {
	for stem := range strings.FieldsSeq(b) {
		if strings.Contains(a, " "+stem+" ") {
			return true
		}
	}
	return false
}

// surface returns a phrase as the articles write it most often, in the order
// of letters among equals.
func surface(sheets []sheet, key string) string {
	n := len(strings.Fields(key))
	times := map[string]int{}
	for _, s := range sheets {
		if !strings.Contains(s.stems, key) {
			continue
		}
		for i := 0; i+n <= len(s.words); i++ {
			if stems(s.words[i:i+n]) == key {
				span := text.Span{Start: s.words[i].Start, End: s.words[i+n-1].End}
				times[strings.Join(strings.Fields(span.Of(s.text)), " ")]++
			}
		}
	}
	best := ""
	for form, count := range times {
		if best == "" || cmp.Or(cmp.Compare(count, times[best]), strings.Compare(form, best)) > 0 {
			best = form
		}
	}
	return best
}
