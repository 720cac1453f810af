// Package vocabulary knows what the words of a language have in common: which
// forms belong to one word, which names to one state, which words name one
// day, which mean about the same, and how much a word tells. [New] reads it
// from the lists of a language; [Vocabulary.Terms] reads words with it.
package vocabulary

import (
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"parallax/generator/text"
)

// How nearly two different words mean the same.
const (
	nearSynonyms = 0.9 // of one group of synonyms
	nearForms    = 0.8 // with a long beginning in common
)

// Limits of a long beginning: that many letters, and three fifths of the
// longer word.
const (
	leastBeginning = 4
	leastOfWord    = 0.6
)

// A Term is a word as comparison sees it, or several words that are one name
// of a state.
type Term struct {
	text.Span
	Key   string    // stem, figure, name in lower case, or day: equal keys mean the same
	Day   Day       // the day that it names; zero if none
	Date  text.Span // the day with a month beside it: "October 20"; empty if it names none
	Stop  bool      // carries no content
	Digit bool      // a figure, or a word for one
	Name  bool      // written with a capital, but not at the beginning
	Upper bool      // written with a capital
}

// Parted reports whether punctuation stands between two terms of a text.
func Parted(source string, before, after Term) bool {
	gap := source[before.End:after.Start]
	return strings.ContainsAny(gap, ",;:()“”\"«»—–―!?[]…*") || strings.Contains(gap, ". ") || strings.Contains(gap, " - ")
}

// A Vocabulary is what the words of one language have in common. It never
// changes, and is safe for use by several goroutines at once.
type Vocabulary struct {
	language  *text.Language
	forms     map[string]string  // a form, figure or adjective of a state to its key
	names     map[string][]known // names of states by their first word, longest first
	groups    map[string][]int32 // the groups of synonyms that a key is in
	shades    map[string][]int32 // the groups of words of different tone
	negations map[string]bool
	capitals  map[string]string // the state of a capital, both keys
	saying    string            // key of the verb whose shades are the reporting verbs
}

// A known name is a name of several or one words that stands for a key.
type known struct {
	words []string // lower case
	key   string
}

// New reads the vocabulary of a language from its lists.
func New(l *text.Language) *Vocabulary {
	v := &Vocabulary{
		language: l,
		forms:    map[string]string{}, names: map[string][]known{}, groups: map[string][]int32{},
		shades: map[string][]int32{}, negations: map[string]bool{}, capitals: map[string]string{},
	}
	for _, line := range l.List("irregular") {
		forms := strings.Fields(line)
		for _, form := range forms[1:] {
			v.forms[form] = l.Stem(forms[0])
		}
	}
	for _, line := range l.List("numerals") {
		word, figure, _ := strings.Cut(line, " ")
		v.forms[word] = figure
	}
	for _, word := range l.List("turning") {
		v.negations[word] = true
	}
	if verbs := l.List("cue_clause"); len(verbs) > 0 { // the plainest comes first
		v.saying = l.Stem(verbs[0])
	}
	v.addStates()
	v.addGroups(v.groups, "synonyms", 0)
	v.addGroups(v.groups, "labels", 1<<16)
	v.addGroups(v.shades, "shades", 0)
	return v
}

// Language returns the language.
func (v *Vocabulary) Language() *text.Language { return v.language }

// addStates reads the list of states: name, other names, people. The capital is no
// name of it, since a city is not always its government; see
// [Vocabulary.Government].
func (v *Vocabulary) addStates() {
	for _, line := range v.language.List("states") {
		parts := strings.Split(line, "|")
		key := strings.ToLower(strings.TrimSpace(parts[0]))
		for _, part := range parts[:min(3, len(parts))] {
			for name := range strings.SplitSeq(part, ",") {
				v.addName(strings.ToLower(strings.TrimSpace(name)), key)
			}
		}
		if len(parts) > 3 {
			for capital := range strings.SplitSeq(parts[3], ",") {
				v.capitals[v.language.Stem(strings.ToLower(strings.TrimSpace(capital)))] = key
			}
		}
	}
	for _, names := range v.names {
		slices.SortFunc(names, func(a, b known) int { return len(b.words) - len(a.words) })
	}
}

// Government returns the key of the state whose capital a key names, which may
// stand for it: "Seoul" for South Korea. It is empty for all other keys, and for
// capitals of several words.
func (v *Vocabulary) Government(key string) string { return v.capitals[key] }

// addName adds a name of a state. "The North" is one only beside others.
func (v *Vocabulary) addName(name, key string) {
	var words []string
	for _, w := range v.language.Words(name) {
		words = append(words, w.Lower)
	}
	if len(words) == 0 || v.language.In("articles", words[0]) {
		return
	}
	v.names[words[0]] = append(v.names[words[0]], known{words, key})
}

// addGroups reads a list of groups, numbered from base; entries of several
// words do not count.
func (v *Vocabulary) addGroups(groups map[string][]int32, list string, base int32) {
	for i, line := range v.language.List(list) {
		for word := range strings.SplitSeq(line, ", ") {
			if strings.ContainsAny(word, " -") {
				continue
			}
			key := v.language.Stem(word)
			groups[key] = append(groups[key], base+int32(i))
		}
	}
}

// Terms reads words of a source text as terms.
func (v *Vocabulary) Terms(source string, words []text.Word) []Term {
	list := make([]Term, 0, len(words))
	for i := 0; i < len(words); {
		w := words[i]
		if n, key := v.nameAt(source, words[i:]); n > 0 {
			list = append(list, Term{Span: text.Span{Start: w.Start, End: words[i+n-1].End}, Key: key, Name: true, Upper: true})
			i += n
			continue
		}
		key, known := v.forms[w.Lower]
		if !known {
			key = w.Stem
		}
		digit := key != "" && key[0] >= '0' && key[0] <= '9'
		list = append(list, Term{
			Span: w.Span, Key: key, Digit: digit || w.Digit,
			Stop: !digit && v.language.Stop(w.Lower), Name: w.Upper && i > 0, Upper: w.Upper,
		})
		i++
	}
	return list
}

// nameAt returns the number of words of the state's name that stands at the
// beginning of the words, and its key.
func (v *Vocabulary) nameAt(source string, words []text.Word) (int, string) {
	if !words[0].Upper {
		return 0, ""
	}
	for _, name := range v.names[words[0].Lower] {
		if !name.begins(words) {
			continue
		}
		if word := words[0].Of(source); len(name.words) == 1 && v.language.In("capital_names", words[0].Lower) && word != strings.ToUpper(word) {
			continue
		}
		return len(name.words), name.key
	}
	return 0, ""
}

// begins reports whether words begin with the name.
func (n known) begins(words []text.Word) bool {
	if len(n.words) > len(words) {
		return false
	}
	for i, w := range n.words {
		if words[i].Lower != w {
			return false
		}
	}
	return true
}

// Alike returns how nearly two different keys mean the same, 0 to 1: synonyms,
// or words with a long beginning in common. Keys without a block in common
// (see [Vocabulary.Blocks]) are not alike.
func (v *Vocabulary) Alike(a, b string) float64 {
	if shareGroup(v.groups, a, b) {
		return nearSynonyms
	}
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	if n >= leastBeginning && float64(n) >= leastOfWord*float64(max(len(a), len(b))) {
		return nearForms
	}
	return 0
}

// Blocks returns names of the sets in which the keys that are like a key are
// to be looked for: its groups of synonyms, and its beginning.
func (v *Vocabulary) Blocks(key string) []string {
	var blocks []string
	for _, g := range v.groups[key] {
		blocks = append(blocks, "\x00"+string(rune(g+1)))
	}
	if len(key) >= leastBeginning {
		blocks = append(blocks, key[:leastBeginning])
	}
	return blocks
}

// Opposites returns the keys that are opposites of one, such as "lose" of "win".
func (v *Vocabulary) Opposites(key string) []string { return v.language.Opposites(key) }

// Meant returns the meanings of a key in the thesaurus of the language, by
// number: keys with one in common are synonyms somewhere.
func (v *Vocabulary) Meant(key string) []int32 { return v.language.Meanings(key) }

func shareGroup(groups map[string][]int32, a, b string) bool {
	return slices.ContainsFunc(groups[a], func(g int32) bool { return slices.Contains(groups[b], g) })
}

// Shaded reports whether a list gives two keys as words for one thing in
// another tone.
func (v *Vocabulary) Shaded(a, b string) bool { return shareGroup(v.shades, a, b) }

// Reports reports whether a key is in the group of reporting verbs.
func (v *Vocabulary) Reports(key string) bool {
	return v.saying != "" && (key == v.saying || v.Shaded(key, v.saying))
}

// Negates reports whether a key turns what a sentence says into its opposite.
func (v *Vocabulary) Negates(key string) bool { return v.negations[key] }

// Rarity returns how much a key tells in the news of the language: the
// logarithm of the number of texts over those that have it, for several words
// that of the commonest. All keys of a language without a table are as rare.
func (v *Vocabulary) Rarity(key string) float64 {
	b := v.language.Background()
	if b.Documents == 0 {
		return 1
	}
	if !strings.Contains(key, " ") {
		return b.Rarity(key)
	}
	least := math.Inf(1)
	for word := range strings.FieldsSeq(key) {
		least = min(least, b.Rarity(v.language.Stem(word)))
	}
	return least
}

// Beginning returns the first letters of a word, all of a shorter one.
func Beginning(word string, letters int) string {
	end := 0
	for range letters {
		if end == len(word) {
			break
		}
		_, size := utf8.DecodeRuneInString(word[end:])
		end += size
	}
	return word[:end]
}
