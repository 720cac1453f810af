package text

import (
	"cmp"
	"maps"
	"slices"
	"strings"
)

// A Role says what a small word can do in a sentence; a word may do several
// things. What a word does in one place is for the caller to tell.
type Role uint32

// The roles of words, each the list of a language by the name beside it.
const (
	Determiner     Role = 1 << iota // role_determiners
	Possessive                      // role_possessives
	Pronoun                         // role_subject_pronouns
	ObjectPronoun                   // role_object_pronouns
	Preposition                     // role_prepositions
	Coordinator                     // role_coordinators
	Subordinator                    // role_subordinators
	Relative                        // role_relatives
	Be                              // role_be
	Have                            // role_have
	Do                              // role_do
	Get                             // role_get
	Modal                           // role_modals
	Adverb                          // role_adverbs
	Time                            // role_times
	Complementiser                  // role_complementisers
	Genitive                        // role_genitives
	ToInfinitive                    // role_infinitives
	Comparison                      // role_comparisons
	Additive                        // role_additives
	Adversative                     // role_adversatives
	Agent                           // role_agents
	FirstPerson                     // role_first_persons
)

// roleLists returns the list that makes each role, in the order of the bits.
func roleLists() []string {
	return []string{
		"role_determiners", "role_possessives", "role_subject_pronouns", "role_object_pronouns", "role_prepositions", "role_coordinators",
		"role_subordinators", "role_relatives", "role_be", "role_have", "role_do", "role_get", "role_modals", "role_adverbs", "role_times",
		"role_complementisers", "role_genitives", "role_infinitives", "role_comparisons", "role_additives", "role_adversatives", "role_agents", "role_first_persons",
	}
}

// Role returns what a lower-case word can do; 0 if it stands in no list.
func (l *Language) Role(lower string) Role { return l.roles[lower] }

// Is reports whether c holds one of the roles of any.
func (c Role) Is(any Role) bool { return c&any != 0 }

// Inflection returns the verb that a lower-case word is a form of: one of the
// verbs of the language's lists.
func (l *Language) Inflection(lower string) (Inflection, bool) {
	i, ok := l.verbs[lower]
	return i, ok
}

// readRoles fills the roles and the verbs from the lists.
func (l *Language) readRoles() {
	l.roles = map[string]Role{}
	l.sets["state_names"] = stateNames(l.lists["states"])
	for bit, name := range roleLists() {
		for _, word := range l.lists[name] {
			l.roles[word] |= 1 << bit
		}
	}
	var verbs []string
	for _, name := range []string{"cue_clause", "cue_object", "cue_infinitive", "verbs"} {
		verbs = append(verbs, l.lists[name]...)
	}
	for _, line := range l.lists["irregular"] {
		verbs = append(verbs, strings.Fields(line)[0])
	}
	// Short words first: a form that the table lists by itself ("classified")
	// then comes after its verb and is known as its form.
	for _, word := range slices.SortedFunc(maps.Keys(l.classes), byLength) {
		if l.CanBe(word, 'v') && len(word) > 1 {
			verbs = append(verbs, l.baseOf(word))
		}
	}
	l.verbs = l.Inflections(verbs)
	for word, i := range l.verbs {
		if verb := l.Rules().VerbOf(word); i.Verb == word && verb != "" && !l.In("verbs", word) {
			l.verbs[word] = Inflection{verb, Past | Participle}
		}
	}
}

// baseOf returns the verb that a word of the table of classes is a form of, if
// the table has that verb in any class ("funded" of "fund"); else the word.
func (l *Language) baseOf(word string) string {
	for _, base := range l.Rules().Bases(word) {
		if l.classes[base] != "" {
			return base
		}
	}
	return word
}

func byLength(a, b string) int { return cmp.Or(cmp.Compare(len(a), len(b)), strings.Compare(a, b)) }

// stateNames returns the names of states and of their capitals in lower case,
// from lines of the list "states": name | other names | people | capital.
func stateNames(lines []string) map[string]bool {
	names := map[string]bool{}
	for _, line := range lines {
		fields := strings.Split(line, "|")
		for i, field := range fields {
			if i == 2 {
				continue
			}
			for name := range strings.SplitSeq(field, ",") {
				names[strings.ToLower(strings.TrimSpace(name))] = true
			}
		}
	}
	delete(names, "")
	return names
}
