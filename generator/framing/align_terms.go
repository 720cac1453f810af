package framing

import (
	"math"
	"slices"
	"strings"

	"parallax/generator/reading"
	"parallax/generator/text"
)

// A term is a word as alignment sees it, or several words that are one name
// of a state.
type term struct {
	text.Span
	key   string // stem, figure, or name in lower case: equal keys mean the same
	stop  bool   // carries no content
	digit bool
	name  bool // written with a capital, but not at the beginning
	upper bool // written with a capital
}

// A vocabulary knows what the words of a language have in common: which forms
// belong to one verb, which names to one state, which words mean about the
// same, and how much a word tells.
type vocabulary struct {
	language  *text.Language
	forms     map[string]string         // a form, figure or adjective of a state to its key
	names     map[string][]known        // names of states by their first word, longest first
	groups    map[string][]int32        // the groups of synonyms that a key is in
	shades    map[string][]int32        // the groups of words of different tone
	stances   map[string]reading.Stance // of verbs by key; neutral ones left out
	negations map[string]bool
	weights   map[string]float64 // by key, filled as words come
	rarity    func(key string) float64
}

// A known name is a name of several or one words that stands for a key.
type known struct {
	words []string // lower case
	key   string
}

// newVocabulary prepares the lists of a language. Rarity says how much a key
// tells; see [background].
func newVocabulary(l *text.Language, rarity func(key string) float64) *vocabulary {
	v := &vocabulary{
		language: l, rarity: rarity,
		forms: map[string]string{}, names: map[string][]known{}, groups: map[string][]int32{},
		shades: map[string][]int32{}, stances: map[string]reading.Stance{}, negations: map[string]bool{}, weights: map[string]float64{},
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
	v.addStates()
	v.addGroups(v.groups, "synonyms", 0)
	v.addGroups(v.groups, "labels", 1<<16)
	v.addGroups(v.shades, "shades", 0)
	v.addStances()
	return v
}

// addStates reads the list of states: name, other names, people; the capital
// is left out, since a city is not always its government.
func (v *vocabulary) addStates() {
	for _, line := range v.language.List("states") {
		parts := strings.Split(line, "|")
		key := strings.ToLower(strings.TrimSpace(parts[0]))
		for _, part := range parts[:min(3, len(parts))] {
			for name := range strings.SplitSeq(part, ",") {
				v.addName(strings.ToLower(strings.TrimSpace(name)), key)
			}
		}
	}
	for _, names := range v.names {
		slices.SortFunc(names, func(a, b known) int { return len(b.words) - len(a.words) })
	}
}

// addName adds a name of a state. "The North" is one only beside others.
func (v *vocabulary) addName(name, key string) {
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
func (v *vocabulary) addGroups(groups map[string][]int32, list string, base int32) {
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

// terms reads words of a source text as terms.
func (v *vocabulary) terms(source string, words []text.Word) []term {
	list := make([]term, 0, len(words))
	for i := 0; i < len(words); {
		w := words[i]
		if n, key := v.nameAt(source, words[i:]); n > 0 {
			list = append(list, term{Span: text.Span{Start: w.Start, End: words[i+n-1].End}, key: key, name: true, upper: true})
			i += n
			continue
		}
		key, known := v.forms[w.Lower]
		if !known {
			key = w.Stem
		}
		digit := key != "" && key[0] >= '0' && key[0] <= '9'
		list = append(list, term{
			Span: w.Span, key: key, digit: digit || w.Digit,
			stop: !digit && v.language.Stop(w.Lower), name: w.Upper && i > 0, upper: w.Upper,
		})
		i++
	}
	return list
}

// nameAt returns the number of words of the state's name that stands at the
// beginning of the words, and its key.
func (v *vocabulary) nameAt(source string, words []text.Word) (int, string) {
	if !words[0].Upper {
		return 0, ""
	}
next:
	for _, name := range v.names[words[0].Lower] {
		if len(name.words) > len(words) {
			continue
		}
		for i, w := range name.words {
			if words[i].Lower != w {
				continue next
			}
		}
		if word := words[0].Of(source); len(name.words) == 1 && v.language.In("capital_names", words[0].Lower) && word != strings.ToUpper(word) {
			continue
		}
		return len(name.words), name.key
	}
	return 0, ""
}

// weight returns how much a key tells.
func (v *vocabulary) weight(key string) float64 {
	w, known := v.weights[key]
	if !known {
		w = v.rarity(key)
		v.weights[key] = w
	}
	return w
}

// alike returns how nearly two different keys mean the same, 0 to 1: synonyms,
// or words with a long beginning in common.
func (v *vocabulary) alike(a, b string) float64 {
	for _, g := range v.groups[a] {
		if slices.Contains(v.groups[b], g) {
			return 0.9
		}
	}
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	if n >= 4 && 5*n >= 3*max(len(a), len(b)) {
		return 0.8
	}
	return 0
}

// background returns the rarity of keys in the news of a language: the
// logarithm of the number of texts over those that have it.
func background(l *text.Language) func(key string) float64 {
	b := l.Background()
	if b.Documents == 0 {
		return func(string) float64 { return 1 }
	}
	return func(key string) float64 {
		if !strings.Contains(key, " ") {
			return math.Log(float64(b.Documents+1) / float64(b.Stem(key)+1))
		}
		least := math.Inf(1)
		for word := range strings.FieldsSeq(key) {
			least = min(least, math.Log(float64(b.Documents+1)/float64(b.Stem(l.Stem(word))+1)))
		}
		return least
	}
}
