package event

import (
	"cmp"
	"slices"
	"strings"

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

// A phrase is a run of words that several articles of an event share.
type phrase struct {
	run   []term  // hashes of its stems
	stems string  // joined by blanks
	says  float64 // how rare its words are and how many articles have them
	score float64 // says, and more for a name
}

// makeName returns a neutral name for articles that report one event, which its
// address is made from, and its title if no clause can be one: the phrase of their
// headlines and names that is shared by most and rarest, followed by a second one
// if it says nearly as much; "" if they share none.
func (r *reader) makeName(sheets []sheet) string {
	sheets = sheets[:min(titleArticles, len(sheets))]
	phrases := r.phrases(sheets)
	if len(phrases) == 0 {
		return ""
	}
	title := surface(sheets, phrases[0].run)
	for _, p := range phrases[1:] {
		if p.score >= phrases[0].score/4 && !slices.ContainsFunc(p.run, func(t term) bool { return slices.Contains(phrases[0].run, t) }) {
			title += ": " + surface(sheets, p.run)
			break
		}
	}
	return text.Capital(title)
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

// phrases returns the phrases that at least half of the sheets share, the one
// that says most first.
func (r *reader) phrases(sheets []sheet) []phrase {
	found := map[term]*phrase{} // nil for those that too few articles have
	for n := range sheets {
		s := &sheets[n]
		for from := range s.head {
			r.headPhrases(found, sheets, s, from)
		}
		for _, name := range s.names {
			if from, to := s.within(name); to <= s.lead {
				r.addPhrase(found, sheets, s, from, to, nameBonus)
			}
		}
	}
	var list []phrase
	for _, p := range found {
		if p != nil {
			list = append(list, *p)
		}
	}
	slices.SortFunc(list, func(a, b phrase) int {
		return cmp.Or(cmp.Compare(b.score, a.score), strings.Compare(a.stems, b.stems))
	})
	return list
}

// headPhrases adds the phrases that begin at a word of a headline. A longer
// one is not looked at if a shorter one is not shared.
func (r *reader) headPhrases(found map[term]*phrase, sheets []sheet, s *sheet, from int) {
	if s.words[from].Stop {
		return
	}
	for to := from + 1; to <= min(from+phraseWords, len(s.words)) && s.plain(from, to); to++ {
		if s.words[to-1].Stop {
			continue
		}
		if !r.addPhrase(found, sheets, s, from, to, 1) {
			return
		}
	}
}

// addPhrase adds words of a sheet as a phrase if enough sheets have them, and
// reports whether they do. What most sheets share is met again in each, and
// looked for once.
func (r *reader) addPhrase(found map[term]*phrase, sheets []sheet, s *sheet, from, to int, times float64) bool {
	key := term(text.HashStart)
	for _, stem := range s.stems[from:to] {
		key = bigram(key, stem)
	}
	p, known := found[key]
	if !known {
		p = r.newPhrase(sheets, s, from, to)
		found[key] = p
	}
	if p == nil {
		return false
	}
	p.score = max(p.score, times*p.says)
	return true
}

// newPhrase looks for words of a sheet in all of them; nil if too few have
// them. The phrase has no score yet.
func (r *reader) newPhrase(sheets []sheet, s *sheet, from, to int) *phrase {
	run := s.stems[from:to]
	have, heads := 0, 0
	for i := range sheets {
		if has(sheets[i].stems[:sheets[i].lead], run) {
			have++
			if has(sheets[i].stems[:sheets[i].head], run) {
				heads++
			}
		}
	}
	if have < 2 || 2*have < len(sheets) {
		return nil
	}
	says := 0.0
	for _, w := range s.words[from:to] {
		if !r.language.Stop(w.Stem) {
			says += min(float64(r.rarity.of(w)), rareEnough)
		}
	}
	part, headed := float64(have)/float64(len(sheets)), float64(heads)/float64(len(sheets))
	return &phrase{run: run, stems: stems(s.words[from:to]), says: part * part * says * (bodyShare + headed)}
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

// surface returns a phrase as the articles write it most often.
func surface(sheets []sheet, run []term) string {
	times := map[string]int{}
	for i := range sheets {
		s := &sheets[i]
		for at := find(s.stems[:s.lead], run, 0); at >= 0; at = find(s.stems[:s.lead], run, at+1) {
			span := text.Span{Start: s.words[at].Start, End: s.words[at+len(run)-1].End}
			times[oneLine(span.Of(s.text))]++
		}
	}
	return commonest(times)
}
