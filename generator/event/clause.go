package event

import (
	"math"
	"slices"
	"strings"
	"unicode"

	"parallax/generator/corpus"
	"parallax/generator/text"
	"parallax/generator/text/tone"
)

// How a title is chosen among clauses of headlines.
const (
	leastTitle   = 3    // words of a title
	mostTitle    = 14   // likewise
	fairTitle    = 8    // words up to which a title costs nothing for its length
	longerCosts  = 0.04 // what each word more costs
	leastSupport = 0.3  // share of a title's weight that the other articles have at least
	loadedTitle  = 2.0  // valence, good or bad, from which a word is loaded
	loadedCosts  = 0.25 // what such a word costs
	verbAdds     = 0.25 // what a verb after the first word adds
)

// A clause is a stretch of a headline that can be a title.
type clause struct {
	sheet    *sheet
	from, to int // words
}

// clauseTitle returns the clause of a headline that says most of what all
// articles share and least besides, the shortest of equals; "" if none says
// enough. A clause with a question, somebody's words, what should be, the name of
// its outlet or capitals alone is none.
func (r *reader) clauseTitle(sheets []sheet, articles []*corpus.Article) string {
	sheets = sheets[:min(titleArticles, len(sheets))]
	shares := r.shares(sheets)
	best, most := "", 0.0
	for i := range sheets {
		for _, c := range r.clausesOf(&sheets[i]) {
			words := c.words()
			if !r.fit(c, words, articles[i]) {
				continue
			}
			if score := r.worth(c, shares); score > most || score == most && (len(words) < len(best) || len(words) == len(best) && words < best) {
				best, most = words, score
			}
		}
	}
	return best
}

// shares returns by stem how many of the articles have it near their beginning,
// a headline counting twice.
func (r *reader) shares(sheets []sheet) map[term]float64 {
	shares := map[term]float64{}
	for i := range sheets {
		seen := map[term]float64{}
		for n, stem := range sheets[i].stems[:sheets[i].lead] {
			if n < sheets[i].head {
				seen[stem] = 1
			} else if seen[stem] == 0 {
				seen[stem] = 0.5
			}
		}
		for stem, part := range seen {
			shares[stem] += part / float64(len(sheets))
		}
	}
	return shares
}

// worth returns how good a title a clause is; 0 if it says too little that the
// articles share.
func (r *reader) worth(c clause, shares map[term]float64) float64 {
	all, shared, minus := 0.0, 0.0, 0.0
	seen := map[term]bool{}
	verb := false
	for i := c.from; i < c.to; i++ {
		w, stem := c.sheet.words[i], c.sheet.stems[i]
		form, inflected := r.language.Inflection(w.Lower)
		verb = verb || inflected && i > c.from
		if inflected && tone.IsLoaded(r.language, form.Verb) || tone.IsLoaded(r.language, w.Lower) {
			minus += loadedCosts
		}
		if w.Stop || seen[stem] {
			continue
		}
		seen[stem] = true
		weight := min(float64(r.rarity.of(w)), rareEnough)
		all += weight
		shared += weight * shares[stem]
		if math.Abs(r.language.Valence(w.Lower, w.Stem)) >= loadedTitle && shares[stem] < 0.5 {
			minus += loadedCosts
		}
	}
	if all == 0 || shared/all < leastSupport || len(seen) < 2 {
		return 0
	}
	minus += longerCosts * float64(max(0, c.to-c.from-fairTitle))
	if verb {
		minus -= verbAdds
	}
	return math.Sqrt(shared/all*min(1, shared/(2*rareEnough))) - minus
}

// fit reports whether a clause can be a title at all.
func (r *reader) fit(c clause, words string, a *corpus.Article) bool {
	n := c.to - c.from
	if n < leastTitle || n > mostTitle || strings.ContainsAny(words, "?!\"“”«»‘`@#[]()") || !r.plainWords(c) || strings.HasSuffix(words, "'") || strings.Contains(words, " '") || strings.HasPrefix(words, "'") {
		return false
	}
	if strings.ContainsAny(between(c.sheet, c.to), "'’\"”") || c.from > 0 && strings.ContainsAny(between(c.sheet, c.from), "'‘\"“$€£") || c.from == 0 && c.sheet.words[0].Start > 0 {
		return false
	}
	first, last := c.sheet.words[c.from], c.sheet.words[c.to-1]
	if first.Stop && !r.language.In("definite", first.Lower) && !r.language.In("indefinite", first.Lower) || last.Stop {
		return false
	}
	upper, letters := 0, 0
	for _, l := range words {
		if unicode.IsLetter(l) {
			letters++
		}
		if unicode.IsUpper(l) {
			upper++
		}
	}
	return 2*upper < letters && !named(c, a.Outlet)
}

// plainWords reports whether a clause says what is, not what should be, and parts no
// words by a stroke but figures ("9/11").
func (r *reader) plainWords(c clause) bool {
	for i := c.from; i < c.to; i++ {
		w := c.sheet.words[i]
		stroke := i > c.from && strings.Contains(c.sheet.text[c.sheet.words[i-1].End:w.Start], "/")
		if r.language.In("claim_should", w.Lower) || stroke && !(isFigure(w) && isFigure(c.sheet.words[i-1])) || strings.Contains(w.Lower, "/") && !isFigure(w) {
			return false
		}
	}
	return true
}

// named reports whether a clause has the name of an outlet, given by its id.
func named(c clause, outlet string) bool {
	parts := strings.Split(outlet, "-")
	run := 0
	for i := c.from; i < c.to; i++ {
		if run < len(parts) && c.sheet.words[i].Lower == parts[run] {
			if run++; run == len(parts) {
				return true
			}
			continue
		}
		run = 0
	}
	return false
}

// words returns a clause as it is written.
func (c clause) words() string {
	last := c.sheet.words[c.to-1]
	span := text.Span{Start: c.sheet.words[c.from].Start, End: last.End}
	if strings.Contains(last.Lower, ".") && strings.HasPrefix(c.sheet.text[span.End:], ".") {
		span.End++ // "U.S."
	}
	return text.Capital(strings.TrimSpace(oneLine(span.Of(c.sheet.text))))
}

// clausesOf returns the clauses of a headline: what stands between marks that part
// sentences or a headline from what a site adds to it, and of each what comes before
// the first comma, and after it if it is the only one: two enclose an aside, and what
// begins in that or after it has no subject ("Hale, Defence Secretary, Resigns"). Such
// a part has a verb, and is not what tells whose words the other is.
func (r *reader) clausesOf(s *sheet) []clause {
	parts := []int{0}
	commas := []int{}
	for i := 1; i < s.head; i++ {
		gap := s.text[s.words[i-1].End:s.words[i].Start]
		figures := isFigure(s.words[i-1]) && isFigure(s.words[i])
		short := s.words[i-1].Len() <= shortForm || strings.Contains(s.words[i-1].Lower, ".") // "Rep.", "G.O.P."
		switch {
		case figures: // "20 - 13"
		case strings.ContainsAny(gap, "|;…—–") || strings.Contains(gap, ": ") || strings.Contains(gap, ". ") && !short || strings.Contains(gap, " - ") || strings.Contains(gap, " -- ") || strings.ContainsAny(gap, "?!"):
			parts = append(parts, i)
		case strings.Contains(gap, ", ") || strings.Contains(gap, " , "):
			commas = append(commas, i)
		}
	}
	parts = append(parts, s.head)
	var list []clause
	for i := 1; i < len(parts); i++ {
		from, to := parts[i-1], parts[i]
		if from == to || strings.ContainsAny(between(s, to), "?!") {
			continue
		}
		list = append(list, clause{s, from, to})
		within := slices.DeleteFunc(slices.Clone(commas), func(comma int) bool { return comma <= from || comma >= to })
		list = append(list, r.halves(clause{s, from, to}, within)...)
	}
	return list
}

// halves returns the parts of a clause before its first comma and, if it is the only
// one, after it, as far as they can stand for themselves. Before a comma without a verb
// are some of those who do what is told after it ("Hale, others hurt"); a tail of a word
// or two, or one with "or", goes on what stands before it.
func (r *reader) halves(c clause, commas []int) []clause {
	if len(commas) == 0 {
		return nil
	}
	before, after := clause{c.sheet, c.from, commas[0]}, clause{c.sheet, commas[0], c.to}
	switch {
	case len(commas) == 1 && after.to-after.from < leastTitle, !r.verbal(before), r.language.Role(c.sheet.words[commas[0]].Lower).Is(text.Coordinator):
		return nil
	}
	var list []clause
	if r.says(before) {
		list = append(list, before)
	}
	if len(commas) == 1 && r.says(after) {
		list = append(list, after)
	}
	return list
}

// verbal reports whether a verb may stand in a clause after its first word.
func (r *reader) verbal(c clause) bool {
	return slices.ContainsFunc(c.sheet.words[c.from+1:c.to], func(w text.Word) bool {
		_, inflected := r.language.Inflection(w.Lower)
		return inflected
	})
}

// says reports whether a part of a clause can stand for itself: it has a verb, and none
// that lays the other part to somebody.
func (r *reader) says(c clause) bool {
	lays := func(w text.Word) bool {
		form, inflected := r.language.Inflection(w.Lower)
		return inflected && r.language.In("speech", form.Verb)
	}
	return r.verbal(c) && !slices.ContainsFunc(c.sheet.words[c.from:c.to], lays)
}

// shortForm is the bytes of a word before a point that may be a short form: "Rep."
const shortForm = 4

// isFigure reports whether a word is a number.
func isFigure(w text.Word) bool { return strings.ContainsAny(w.Lower[:1], "0123456789") }

// between returns what stands behind the word before a place, to the next word or
// the end of the headline.
func between(s *sheet, at int) string {
	end := len(s.text)
	if at < len(s.words) {
		end = s.words[at].Start
	}
	gap := s.text[s.words[at-1].End:end]
	line, _, _ := strings.Cut(gap, "\n")
	return line
}
