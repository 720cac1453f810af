package lesson

import (
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"parallax/generator/text"
)

// A grammar tells by the word lists of a language what is a clause. The lists
// are those of lessons.toml; words are given to it in lower case.
type grammar struct{ *text.Language }

// grammar returns that of an article's language.
func (m *maker) grammar(article int) grammar {
	return grammar{m.Languages.For(m.Articles[article].Language)}
}

// known reports whether the language has the lists. Without them nothing is
// known to be a clause.
func (g grammar) known() bool { return len(g.List("clause_verbs")) > 0 }

// ends reports whether a word ends as a list has it.
func (g grammar) ends(list, word string) bool {
	return slices.ContainsFunc(g.List(list), func(end string) bool { return strings.HasSuffix(word, end) })
}

// begins reports whether a word begins as a list has it.
func (g grammar) begins(list, word string) bool {
	return slices.ContainsFunc(g.List(list), func(beginning string) bool { return strings.HasPrefix(word, beginning) })
}

// article returns where the words before a heading end, its article left out.
func (g grammar) article(before string) int {
	trimmed := strings.TrimRightFunc(before, unicode.IsSpace)
	for _, word := range g.List("articles") {
		rest := len(trimmed) - len(word)
		if rest < 0 || !strings.EqualFold(trimmed[rest:], word) {
			continue
		}
		if letter, _ := utf8.DecodeLastRuneInString(trimmed[:rest]); !unicode.IsLetter(letter) {
			return rest
		}
	}
	return len(before)
}

// opens reports whether a sentence or a clause can begin after words.
func (g grammar) opens(before string) bool {
	words := strings.Fields(strings.ToLower(before))
	if len(words) == 0 {
		return true
	}
	last := words[len(words)-1]
	return len(words) > 1 && g.In("clause_openers", last) || strings.ContainsAny(last[len(last)-1:], ",;:\"")
}

// starts reports whether a clause that begins after words is told for itself:
// neither denied nor laid to a condition. After "that" it is told only if
// somebody says it.
func (g grammar) starts(before string) bool {
	words := strings.Fields(strings.ToLower(before))
	if n := len(words); n > 0 && g.In("clause_openers", words[n-1]) && (n == 1 || !g.speech(words[n-2])) {
		return false
	}
	return !slices.ContainsFunc(words, func(w string) bool { return g.In("clause_conditions", strings.Trim(w, ",;:\"“”")) })
}

// closes reports whether a clause can end before words: at the end of a
// passage, at a mark, or where another clause begins that sets no condition. A
// full stop inside a passage shortens a word, and a comma may stand between
// adjectives.
func (g grammar) closes(after string) bool {
	words := strings.Fields(strings.ToLower(after))
	rest := strings.TrimLeft(strings.ToLower(after), " \n.,;:!?–—)\"”")
	switch {
	case rest == "":
		return true
	case strings.ContainsRune(".:!?", first(words[0])):
		return false
	case strings.ContainsRune(";–—)", first(words[0])):
		return g.continues(strings.Fields(rest)[0])
	case strings.ContainsRune(",\"”", first(words[0])):
		next := strings.Fields(strings.TrimLeft(after, " \n,\"”"))
		return !g.describes(next[0]) || slices.ContainsFunc(next[:min(len(next), 4)], g.speech)
	}
	return g.continues(words[0]) && !g.In("subject_relatives", words[0])
}

// halved reports whether a clause that ends where an "and" follows ends between
// two adjectives: "a swift | and forceful challenge".
func (g grammar) halved(words, after string) bool {
	list, next := strings.Fields(strings.ToLower(words)), strings.Fields(strings.ToLower(after))
	return len(list) > 1 && len(next) > 0 && g.In("clause_joins", next[0]) && g.In("articles", list[len(list)-2])
}

// describes reports whether a word after a comma, as written, may be a second
// adjective, and so what is before the comma not all: "an unsolicited, huge
// bid".
func (g grammar) describes(written string) bool {
	word := strings.Trim(written, ".,;:")
	return !unicode.IsUpper(first(written)) && !g.continues(word) && !g.speech(word) &&
		!g.ends("clause_not_adjective_endings", word) && !g.In("clause_not_adjectives", word)
}

// continues reports whether a word goes on after a clause without taking
// anything back from it.
func (g grammar) continues(word string) bool { return g.In("clause_continues", word) }

// speech reports whether a word tells that somebody said something.
func (g grammar) speech(word string) bool { return g.In("clause_speech", strings.Trim(word, ".,")) }

// complete reports whether words are a clause to their end: no short form or
// small word is last, they do not begin with how long before something else it
// was, and what looks like the verb is no participle, as in "a firm described
// as small".
func (g grammar) complete(words string) bool {
	list := lettered(words)
	if len(list) == 0 {
		return false
	}
	if last := list[len(list)-1]; len(last) == 1 || g.In("clause_unfinished", last) {
		return false
	}
	for i, w := range list[1:] {
		if i < 3 && g.In("clause_times", w) && g.ends("clause_time_endings", list[i]) {
			return false
		}
		if g.ends("clause_past_endings", list[i]) && g.In("clause_participles", w) && !slices.ContainsFunc(list, g.auxiliary) {
			return false
		}
	}
	return true
}

// verbal reports whether words hold what is a verb beyond doubt. After an
// article or a genitive a past form is an adjective: "the failed bid".
func (g grammar) verbal(words string) bool {
	list := lettered(words)
	for i, w := range list[1:] {
		past := g.ends("clause_past_endings", w) && !g.In("articles", list[i]) && !strings.ContainsAny(list[i], "'’")
		if past || g.auxiliary(w) || g.ends("clause_negated_endings", w) || g.In("clause_verbs", w) {
			return true
		}
	}
	return false
}

// auxiliary reports whether a word is an auxiliary verb.
func (g grammar) auxiliary(word string) bool { return g.In("clause_auxiliaries", word) }

// stands reports whether a clause can be judged by itself: it does not point
// outside, quotes nobody and does not only say that somebody spoke.
func (g grammar) stands(words string) bool {
	return !strings.ContainsAny(words, "\"“”|:") && !g.points(words) && !slices.ContainsFunc(lettered(words), func(w string) bool {
		return g.In("clause_restricted", w) || g.speech(w)
	})
}

// points reports whether words speak of somebody or something by a pronoun
// alone.
func (g grammar) points(words string) bool {
	return slices.ContainsFunc(lettered(words), func(w string) bool {
		w, _, _ = strings.Cut(strings.ReplaceAll(w, "’", "'"), "'")
		return g.In("clause_pronouns", w)
	})
}

// vague reports whether a heading begins with a word that points at something
// before it.
func (g grammar) vague(heading string) bool {
	word, _, _ := strings.Cut(strings.ToLower(heading), " ")
	return g.In("clause_vague", g.Rules().Bare(word)) || strings.ContainsAny(word[:min(1, len(word))], "0123456789")
}

// leastJudging is the least valence, good or bad, of an adjective that judges.
const leastJudging = 1.5

// judging reports whether words hold an adjective or an adverb that says how
// good or bad something is, as people rated it, and that is nothing else.
func (g grammar) judging(words string) bool {
	return slices.ContainsFunc(g.Words(words), func(w text.Word) bool {
		class := g.Classes(w.Lower)
		return strings.ContainsAny(class[:min(1, len(class))], "ar") && !strings.Contains(class, "n") && math.Abs(g.Valence(w.Lower, w.Stem)) >= leastJudging && !g.In("claim_factual", w.Lower)
	})
}

// counted reports whether a label tells one of several things apart, so that
// it does not mean what the others mean.
func (g grammar) counted(label string) bool {
	one := func(w string) bool { return g.In("label_counts", w) }
	return slices.ContainsFunc(strings.Fields(strings.ToLower(label)), one) || strings.ContainsAny(label, "0123456789")
}

// lettered returns the words of a text in lower case.
func lettered(s string) []string {
	return strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && r != '\'' && r != '’' })
}

// first returns the first letter or mark of words.
func first(words string) rune {
	r, _ := utf8.DecodeRuneInString(words)
	return r
}

// capital returns words with a capital letter first and blanks made one.
func capital(words string) string {
	words = strings.Join(strings.Fields(words), " ")
	r, size := utf8.DecodeRuneInString(words)
	return string(unicode.ToUpper(r)) + words[size:]
}
