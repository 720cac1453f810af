package tone

import (
	"iter"

	"parallax/generator/text"
)

// A Feature is something in a sentence that the weights know.
type Feature struct {
	Group Group
	Form  string // a stem or the name of a sum
	Next  string // the stem after it, for pairs
	Value float64
}

// A Group is a kind of feature: where a word stands.
type Group byte

// The groups.
const (
	Anywhere  Group = 's' // a word of the sentence
	Clause    Group = 'c' // of the target's clause
	Nearest   Group = 'n' // nearer to the target than to any other name
	Near      Group = 'w' // within eight words
	Before    Group = 'l' // within three words before
	After     Group = 'r' // within three words after
	Pair      Group = 'b' // two words in a row, within ten
	Agent     Group = 'a' // the verb that the target is subject of, and the word after it
	Patient   Group = 'p' // the participle of a passive that the target is subject of
	Object    Group = 'o' // directly before the target, alone and with the word before
	Possessed Group = 'g' // what the target's possessive stands before
	Role      Group = 'q' // what the target does in the sentence
	Sum       Group = 'v' // the valence of words added up
)

// Words reports whether the features of the group are words or pairs of words.
func (g Group) Words() bool { return g != Role && g != Sum }

// Key returns the key of the feature in the table of weights.
func (f Feature) Key() string { return string(f.appendKey(nil)) }

func (f Feature) appendKey(key []byte) []byte {
	key = append(key, byte(f.Group), ' ')
	key = append(key, f.Form...)
	if f.Next != "" {
		key = append(key, ' ')
		key = append(key, f.Next...)
	}
	return key
}

// Features yields the features of the sentence for a target, none if it has
// no word of the sentence. A feature may come several times.
func (s *Sentence) Features(target text.Span) iter.Seq[Feature] {
	return func(yield func(Feature) bool) {
		v := s.view(target)
		if v == nil {
			return
		}
		var list []Feature
		v.add = func(f Feature) { list = append(list, f) }
		v.words()
		v.verb()
		v.neighbours()
		v.sums()
		for _, f := range list {
			if !yield(f) {
				return
			}
		}
	}
}
