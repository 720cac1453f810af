// Package nasty makes synthetic articles for fuzz targets: words that mean
// something to the rules in any order, with marks, runes that split words in
// unforeseen ways, and pieces of the syntax that articles and pages are written in.
package nasty

import (
	"math/rand/v2"
	"strings"
	"unicode/utf8"
)

// Pieces of synthetic articles: words that mean something to the rules, marks
// in any place, and runes that split words in unforeseen ways.
var (
	words = strings.Fields(`the a this that his her its mayor police union bridge ship soldiers protesters war games exercise strike Hale Moss Ida
		Tarn Borland US U.S. NATO North Korea Russia British said says claimed called denied warned told according to by of in on from at with and but or
		who which whose that was were is been got killed closed injured arrested said found set left fell nine 9 12 1,200 3.5 million June 27 27th Monday May March
		2024 4:30 20 - 13 20s percent not never no nobody reckless brutal allegedly possibly war-torn last-minute Mr. Dr. Gov. J. R. von der de la O'Neill Élodie Ärzte
		Hale's workers' it's isn't don't he'd so-called if when while because after before two hundred thousands more than £2m $5 €7bn 10% D.C. e.g. re-elected`)
	marks = []string{",", ",", ".", ".", ";", ":", "?", "!", "…", "—", "–", "-", "--", "(", ")", "[", "]", "“", "”", "\"", "\"", "‘", "’", "'", "«", "»", "„", "*", "/", "|", "&", "#", "\n\n"}
	runes = []string{"\uff9f", "\u00a0", "\u2009", "\u200b", "\u202e", "\u0301", "\u00ad", "\ufeff", "é", "ß", "İ", "ı", "ﬁ", "Ǆ", "日本", "北京市", "ไทย", "Москва", "Αθήνα", "مرحبا", "שלום", "한국", "😀", "👩‍👩‍👧", "🇩🇪", "½", "²", "٣", "\t", "\r", "\u2028", "ａ", "Ａ", "゛", "ﾞ", "\u3000"}
)

// sentence returns a random text. The odder, the more marks and odd runes it
// has.
func sentence(random *rand.Rand, pieces int, odd float64) string {
	var b strings.Builder
	for range pieces {
		switch p := random.Float64(); {
		case p < odd/2:
			b.WriteString(runes[random.IntN(len(runes))])
		case p < odd:
			b.WriteString(marks[random.IntN(len(marks))])
		default:
			word := words[random.IntN(len(words))]
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

// scale is how large synthetic articles are: how many there may be beyond two, how
// many sentences they share, how many each has, and of how many pieces one is.
type scale struct{ articles, common, sentences, pieces int }

var (
	whole = scale{articles: 3, common: 4, sentences: 6, pieces: 24}
	brief = scale{articles: 1, common: 2, sentences: 3, pieces: 10}
)

// Texts returns a title, a blank line and a body for each of 2 to 4 articles,
// which share sentences as reports of one event do.
func Texts(random *rand.Rand) []string { return whole.texts(random) }

func (s scale) texts(random *rand.Rand) []string {
	odd := []float64{0.15, 0.3, 0.6}[random.IntN(3)]
	var common []string
	for range 1 + random.IntN(s.common) {
		common = append(common, sentence(random, 4+random.IntN(s.pieces), odd))
	}
	var texts []string
	for range 2 + random.IntN(s.articles) {
		t := strings.TrimSpace(strings.ReplaceAll(sentence(random, random.IntN(10), odd), "\n\n", " ")) + "\n\n"
		for range 1 + random.IntN(s.sentences) {
			told := common[random.IntN(len(common))]
			switch random.IntN(4) {
			case 0:
				told = sentence(random, 2+random.IntN(s.pieces-4), odd)
			case 1:
				words := strings.SplitAfter(told, " ")
				told = strings.Join(words[random.IntN(len(words)):], "")
			}
			t += told + []string{". ", ".\n\n", " ", ""}[random.IntN(4)]
		}
		texts = append(texts, t)
	}
	return texts
}

// syntax are pieces of what articles, settings and pages are written in.
var syntax = []string{
	"# ", "\n## Said ", "\n> ", "\n\n- ", "\n1. ", "***", "_", "~~", "`", "\n```\n", "\n---\n", "\n+++\n", "| a | b |\n|---|---|\n| c | d |\n", "[a](b \"c\")", "[x][y]", "\n[y]: https://a.example\n",
	"![x](y.png)", "<https://a.example>", "https://a.example/?a=1&b=2#c", "www.a.example", "mailto:a@b.example", "[^1]", "\n[^1]: note\n", "\\", "\\\n", "  \n", "&amp;", "&#x202e;", "&nbsp;",
	"<script>alert(1)</script>", "</script>", "<!--", "-->", "<style>", "</title>", "]]>", "<![CDATA[", "<img src=x onerror=alert(1)>", "<svg/onload=alert(1)>", "javascript:alert(1)", "\" onclick=\"", "'+'", "{{.Title}}", "{{", "}}",
	"${x}", "`${x}`", "=HYPERLINK(\"a\")", "\x00", "%s", "%2e%2e/", "../", "C:\\", "{#a}", "::: x", "$$x$$",
}

// Documents is Texts with pieces of syntax in it.
func Documents(random *rand.Rand) []string { return whole.documents(random) }

// Briefs is Documents of two articles of a few short sentences: many can be tried in
// the time that Documents take.
func Briefs(random *rand.Rand) []string { return brief.documents(random) }

func (s scale) documents(random *rand.Rand) []string {
	texts := s.texts(random)
	for i, t := range texts {
		texts[i] = spoil(random, t, 6, syntax)
	}
	return texts
}

// Spoil returns a text that makes sense with marks, odd runes and pieces of syntax put
// between its words, one for some thirty.
func Spoil(random *rand.Rand, t string) string {
	return spoil(random, t, 30, [][]string{marks, runes, syntax}[random.IntN(3)])
}

// spoil puts pieces before words, at one place of so many.
func spoil(random *rand.Rand, t string, places int, pieces []string) string {
	var b strings.Builder
	for p := range strings.SplitAfterSeq(t, " ") {
		if random.IntN(places) == 0 {
			b.WriteString(pieces[random.IntN(len(pieces))])
		}
		b.WriteString(p)
	}
	return b.String()
}
