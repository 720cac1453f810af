package entity

import (
	"cmp"
	"strings"

	"parallax/generator/reading"
	"parallax/generator/text"
)

// find returns the mentions of an article, given by its place in the event, in
// order.
func (f *mentionFinder) find(article int, r *reading.Reading) []Mention {
	var list []Mention
	for passage := range r.Article().Passages {
		at := Mention{Article: article, Passage: passage, Of: -1}
		list = f.phrases(list, at, r.Text(), r.PassageWords(passage), f.classes(r, passage))
	}
	return list
}

// phrases adds the mentions of one passage.
func (f *mentionFinder) phrases(list []Mention, at Mention, source string, words []text.Word, classes []wordClass) []Mention {
	for i := 0; i < len(words); {
		m := at
		w := words[i]
		switch classes[i] {
		case classVerb:
			stem := f.verbStem(w)
			m.Kind, m.Span, m.Words, m.Head, m.Stem = Verb, w.Span, words[i:i+1], stem, stem
			list = append(list, m)
			i++
		case classDefinite, classOther:
			if f.pronoun(w.Lower) {
				m.Kind, m.Span, m.Words, m.Head = Pronoun, w.Span, words[i:i+1], w.Lower
				list = append(list, m)
			}
			i++
		case className, classNoun, classAdjective, classNumber:
			end := f.phraseEnd(source, words, classes, i)
			start := compoundStart(source, words, classes, i)
			m.Definite = start > 0 && classes[start-1] == classDefinite
			list = f.phrase(list, m, source, words[start:end], classes[start:end])
			i = end
		default:
			i++
		}
	}
	return list
}

// pronoun reports whether a word stands for somebody or something.
func (f *mentionFinder) pronoun(lower string) bool {
	return f.language.In("person_pronouns", lower) || f.language.In("plural_pronouns", lower) || f.language.In("thing_pronouns", lower)
}

// compoundStart returns where the compound with hyphens begins that a noun phrase
// begins in: "same-sex marriage", "anti-government protesters".
func compoundStart(source string, words []text.Word, classes []wordClass, i int) int {
	for ; i > 0 && (classes[i-1] == classOther || classes[i-1] == classIndefinite) && source[words[i-1].End:words[i].Start] == "-"; i-- {
		classes[i-1] = classAdjective
	}
	return i
}

// phraseEnd returns the end of the noun phrase that begins at a word.
func (f *mentionFinder) phraseEnd(source string, words []text.Word, classes []wordClass, i int) int {
	j := i + 1
	for ; j < len(words); j++ {
		gap := source[words[j-1].End:words[j].Start]
		joined := gap == "-" || gap == "‑" || gap == " - "
		if joined && gap == "-" {
			if classes[j] == classVerb || classes[j] == classOther {
				classes[j] = classNoun // the last part of a compound: "muscle-flexing"
			}
			continue
		}
		if gap != " " && gap != "" && gap != ". " && gap != " . " || f.language.Rules().Genitive(words[j-1].Of(source)) {
			break
		}
		if gap != " " && gap != "" && (classes[j] != className || words[j-1].Len() > 3) {
			break // "Mr. Hale" and "J. Hale" go on, a sentence does not
		}
		if !f.goesOn(words, classes, j) {
			break
		}
	}
	return j
}

// goesOn reports whether word i goes on the noun phrase of the word before it.
func (f *mentionFinder) goesOn(words []text.Word, classes []wordClass, i int) bool {
	before := classes[i-1]
	switch classes[i] {
	case className, classNoun:
		return true
	case classNumber:
		return before == className
	case classAdjective:
		return before != classNoun && before != className || words[i].Upper
	}
	return f.genitive(words[i]) && i+1 < len(words) && before == className && classes[i+1] == className
}

// genitive reports whether a word joins what belongs to it to a name: "Bank of
// England".
func (f *mentionFinder) genitive(w text.Word) bool { return f.language.Role(w.Lower).Is(text.Genitive) }

// phrase adds the mentions of one noun phrase: its name, its common noun, or
// both where a description stands before a name ("the actress Tara Reid").
func (f *mentionFinder) phrase(list []Mention, m Mention, source string, words []text.Word, classes []wordClass) []Mention {
	last := len(words) - 1
	for last >= 0 && classes[last] != className && classes[last] != classNoun {
		last--
	}
	if last < 0 {
		return list
	}
	from := last
	for from > 0 && (classes[from-1] == classes[last] && classes[last] == className || f.genitive(words[from-1]) && classes[last] == className) {
		from--
	}
	if classes[last] == classNoun {
		return append(list, f.noun(m, words[:last+1]))
	}
	name := m
	name.Kind, name.Words = Name, words[from:last+1]
	name.Span = spanOf(name.Words)
	name.Stem = words[last].Stem
	name.Head = nameKey(name.Words)
	if at := lastNoun(classes[:from]); at >= 0 {
		described := f.noun(m, words[:at+1])
		described.Of = len(list) + 1
		list = append(list, described)
	}
	return append(list, name)
}

// noun makes the mention of a common noun.
func (f *mentionFinder) noun(m Mention, words []text.Word) Mention {
	m.Kind, m.Words, m.Span = Noun, words, spanOf(words)
	m.Head = f.language.Rules().Singular(words[len(words)-1].Lower)
	m.Stem = cmp.Or(f.acts[m.Head], words[len(words)-1].Stem)
	return m
}

// verbStem returns the stem of the verb that a word is a form of: "shot" is a form
// of "shoot", of which the stem of "shooting" is.
func (f *mentionFinder) verbStem(w text.Word) string {
	if i, known := f.language.Inflection(w.Lower); known {
		return f.language.Stem(i.Verb)
	}
	return w.Stem
}

func lastNoun(classes []wordClass) int {
	for i := len(classes) - 1; i >= 0; i-- {
		if classes[i] == classNoun {
			return i
		}
	}
	return -1
}

func spanOf(words []text.Word) text.Span {
	return text.Span{Start: words[0].Start, End: words[len(words)-1].End}
}

// nameKey is a name in lower case without titles and possessives.
func nameKey(words []text.Word) string {
	parts := make([]string, len(words))
	for i, w := range words {
		parts[i] = strings.TrimSuffix(w.Lower, "'")
	}
	return strings.Join(parts, " ")
}
