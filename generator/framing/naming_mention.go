package framing

import (
	"strings"

	"parallax/generator/text"
)

// A mention is a place where an article refers to something.
type mention struct {
	article, passage int
	span             text.Span   // the words that refer, without a determiner
	words            []text.Word // of the span
	kind             mentionKind
	head             string // of a noun its singular, of a verb its stem, of a name the whole in lower case
	stem             string // of the last word
	definite         bool
	before           []text.Word // adjectives and nouns before the head
	of               int         // index of the mention that this one describes, or -1
}

type mentionKind byte

const (
	mentionName mentionKind = iota
	mentionNoun
	mentionPronoun
	mentionVerb
)

// A mentionFinder finds the mentions of articles.
type mentionFinder struct {
	*tagger
	persons, plurals, things map[string]bool
}

func newMentionFinder(l *text.Language, readings []*reading) *mentionFinder {
	return &mentionFinder{
		tagger:  newTagger(l, readings),
		persons: setOf(l.List("person_pronouns")), plurals: setOf(l.List("plural_pronouns")),
		things: setOf(l.List("thing_pronouns")),
	}
}

// find returns the mentions of an article in order.
func (f *mentionFinder) find(r *reading) []mention {
	var list []mention
	for passage := range r.article.Passages {
		words := r.passageWords(passage)
		classes := f.tag(r.article.Text, words)
		list = f.phrases(list, r, passage, words, classes)
	}
	return list
}

// phrases adds the mentions of one passage.
func (f *mentionFinder) phrases(list []mention, r *reading, passage int, words []text.Word, classes []wordClass) []mention {
	source := r.article.Text
	for i := 0; i < len(words); {
		m := mention{article: r.index, passage: passage, of: -1}
		w := words[i]
		switch classes[i] {
		case classVerb:
			m.kind, m.span, m.words, m.head, m.stem = mentionVerb, w.Span, words[i:i+1], w.Stem, w.Stem
			list = append(list, m)
			i++
		case classDefinite, classOther:
			if f.persons[w.Lower] || f.plurals[w.Lower] || f.things[w.Lower] {
				m.kind, m.span, m.words, m.head = mentionPronoun, w.Span, words[i:i+1], w.Lower
				list = append(list, m)
			}
			i++
		case className, classNoun, classAdjective, classNumber:
			end := f.phraseEnd(source, words, classes, i)
			m.definite = i > 0 && classes[i-1] == classDefinite
			list = f.phrase(list, m, source, words[i:end], classes[i:end])
			i = end
		default:
			i++
		}
	}
	return list
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
		switch {
		case classes[j] == className, classes[j] == classNoun, classes[j] == classNumber && classes[j-1] == className,
			classes[j] == classAdjective && (classes[j-1] != classNoun && classes[j-1] != className || words[j].Upper):
			continue
		case f.genitive(words[j]) && j+1 < len(words) && classes[j-1] == className && classes[j+1] == className:
			continue
		}
		break
	}
	return j
}

// genitive reports whether a word joins what belongs to it to a name: "Bank of
// England".
func (f *mentionFinder) genitive(w text.Word) bool { return f.language.Role(w.Lower).Is(text.Genitive) }

// phrase adds the mentions of one noun phrase: its name, its common noun, or
// both where a description stands before a name ("the actress Tara Reid").
func (f *mentionFinder) phrase(list []mention, m mention, source string, words []text.Word, classes []wordClass) []mention {
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
		return append(list, f.noun(m, source, words[:last+1], classes[:last+1]))
	}
	name := m
	name.kind, name.words = mentionName, words[from:last+1]
	name.span = spanOf(name.words)
	name.stem = words[last].Stem
	name.head = nameKey(name.words)
	if at := lastNoun(classes[:from]); at >= 0 {
		described := f.noun(m, source, words[:at+1], classes[:at+1])
		described.of = len(list) + 1
		list = append(list, described)
	}
	return append(list, name)
}

// noun makes the mention of a common noun.
func (f *mentionFinder) noun(m mention, source string, words []text.Word, classes []wordClass) mention {
	from := len(words) - 1
	for from > 0 && source[words[from-1].End:words[from].Start] == "-" {
		from--
	}
	m.kind, m.words, m.span = mentionNoun, words, spanOf(words)
	m.stem = words[len(words)-1].Stem
	m.head = f.language.Rules().Singular(words[len(words)-1].Lower)
	m.before = words[:from]
	return m
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
