package framing

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"

	"parallax/generator/corpus"
	"parallax/generator/event"
	"parallax/generator/text"
)

// Pieces of synthetic articles: words that mean something to the rules, marks
// in any place, and runes that split words in unforeseen ways.
var (
	fuzzWords = strings.Fields(`the a this that his her its mayor police union bridge ship soldiers protesters war games exercise strike Hale Moss Ida
		Tarn Borland US U.S. NATO North Korea Russia British said says claimed called denied warned told according to by of in on from at with and but or
		who which whose that was were is been got killed closed injured arrested said found set left fell nine 9 12 1,200 3.5 million June 27 27th Monday May March
		2024 4:30 20 - 13 20s percent not never no nobody reckless brutal allegedly possibly war-torn last-minute Mr. Dr. Gov. J. R. von der de la O'Neill Élodie Ärzte
		Hale's workers' it's isn't don't he'd so-called if when while because after before two hundred thousands more than £2m $5 €7bn 10% D.C. e.g. re-elected`)
	fuzzMarks = []string{",", ",", ".", ".", ";", ":", "?", "!", "…", "—", "–", "-", "--", "(", ")", "[", "]", "“", "”", "\"", "\"", "‘", "’", "'", "«", "»", "„", "*", "/", "|", "&", "#", "\n\n"}
	fuzzRunes = []string{"\uff9f", "\u00a0", "\u2009", "\u200b", "\u202e", "\u0301", "\u00ad", "\ufeff", "é", "ß", "İ", "ı", "ﬁ", "Ǆ", "日本", "北京市", "ไทย", "Москва", "Αθήνα", "مرحبا", "שלום", "한국", "😀", "👩‍👩‍👧", "🇩🇪", "½", "²", "٣", "\t", "\r", "\u2028", "ａ", "Ａ", "゛", "ﾞ", "\u3000"}
)

// fuzzText returns a random text. The odder, the more marks and odd runes it
// has.
func fuzzText(random *rand.Rand, pieces int, odd float64) string {
	var b strings.Builder
	for range pieces {
		switch p := random.Float64(); {
		case p < odd/2:
			b.WriteString(fuzzRunes[random.IntN(len(fuzzRunes))])
		case p < odd:
			b.WriteString(fuzzMarks[random.IntN(len(fuzzMarks))])
		default:
			word := fuzzWords[random.IntN(len(fuzzWords))]
			if random.IntN(12) == 0 {
				first, size := utf8.DecodeRuneInString(word)
				word = strings.ToUpper(string(first)) + word[size:]
			}
			b.WriteString(word)
		}
		if random.Float64() > odd/3 {
			b.WriteString(" ")
		}
	}
	return b.String()
}

// fuzzTexts returns a title and body for each of 2 to 4 articles, which share
// sentences as reports of one event do.
func fuzzTexts(random *rand.Rand) []string {
	odd := []float64{0.15, 0.3, 0.6}[random.IntN(3)]
	var common []string
	for range 1 + random.IntN(4) {
		common = append(common, fuzzText(random, 4+random.IntN(24), odd))
	}
	var texts []string
	for range 2 + random.IntN(3) {
		t := strings.TrimSpace(strings.ReplaceAll(fuzzText(random, random.IntN(10), odd), "\n\n", " ")) + "\n\n"
		for range 1 + random.IntN(6) {
			sentence := common[random.IntN(len(common))]
			switch random.IntN(4) {
			case 0:
				sentence = fuzzText(random, 2+random.IntN(20), odd)
			case 1:
				words := strings.SplitAfter(sentence, " ")
				sentence = strings.Join(words[random.IntN(len(words)):], "")
			}
			t += sentence + []string{". ", ".\n\n", " ", ""}[random.IntN(4)]
		}
		texts = append(texts, t)
	}
	return texts
}

// FuzzCompare compares synthetic articles: there is no text that the comparison
// cannot bear, and all evidence lies within its passage.
func FuzzCompare(f *testing.F) {
	f.Add(uint64(7170)) // a colon at the end
	for seed := range uint64(60) {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, seed uint64) {
		texts := fuzzTexts(rand.New(rand.NewPCG(seed, 7)))
		defer func() {
			if problem := recover(); problem != nil {
				t.Errorf("%q", texts)
				panic(problem)
			}
		}()
		var articles []*corpus.Article
		for i, t := range texts {
			title, body, _ := strings.Cut(t, "\n\n")
			name := string(rune('a' + i))
			articles = append(articles, newArticle(name, name, "2024-06-12", title, body))
		}
		c := Compare(&event.Event{Slug: "test", Language: "en"}, articles, Settings{Languages: builtin})
		for _, finding := range c.Findings {
			for _, e := range finding.Evidence {
				if problem := misplaced(articles[e.Article], e); problem != "" {
					t.Errorf("%q: %s: %s", texts, finding.ID, problem)
				}
			}
		}
	})
}

// misplaced says what is wrong with an evidence, "" if nothing is.
func misplaced(a *corpus.Article, e Evidence) string {
	switch {
	case e.Span.Start < 0 || e.Span.End > len(a.Text) || e.Span.Len() <= 0:
		return fmt.Sprintf("the span %v of %d bytes", e.Span, len(a.Text))
	case !utf8.ValidString(e.Span.Of(a.Text)):
		return fmt.Sprintf("the span %v cuts a character", e.Span)
	case e.Passage >= 0 && !a.Passages[e.Passage].Span.Contains(text.Span{Start: e.Span.Start, End: e.Span.Start + 1}):
		return fmt.Sprintf("the span %v is not in passage %d", e.Span, e.Passage)
	}
	return ""
}
