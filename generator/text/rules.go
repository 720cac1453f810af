package text

import "parallax/generator/text/english"

// Rules are what is known of the words of a language that no list can say.
// Words come in lower case with straight apostrophes unless it says "as
// written". What an ending tells is a guess; ask the lists first.
type Rules interface {
	// Genitive reports whether a word as written has the ending of a genitive,
	// and Bare returns it without: "council's" becomes "council".
	Genitive(word string) bool
	Bare(word string) string

	// Plural reports whether a noun looks like a plural.
	Plural(noun string) bool
	// Agrees reports whether a noun can be the subject of a verb in the
	// present: of the third person singular if third, else of the bare form.
	Agrees(noun string, third bool) bool
	// Singular returns the singular of a noun that is plainly a plural, and
	// any other word as it is; Unmarked any noun without the ending of most
	// plurals; Singulars the word and all that it can be a plural of.
	Singular(noun string) string
	Unmarked(noun string) string
	Singulars(noun string) []string

	// Adverb, Adjective, Past, Participle (the past one), Gerund and Third
	// report whether a word looks like one, and Deed whether a noun looks like
	// one that means a deed.
	Adverb(word string) bool
	Adjective(word string) bool
	Past(word string) bool
	Participle(word string) bool
	Gerund(word string) bool
	Third(word string) bool
	Deed(noun string) bool

	// Conjugate returns the forms of a verb given by its base form, "" for
	// those that it does not know. Listed is its entry of the list
	// "irregular", base form first, or nil.
	Conjugate(verb string, listed []string) (third, past, participle, gerund string)
	// Bases returns the verbs that a word can be a form of by its ending, and
	// VerbOf the one of a word that no verb of the lists has as a form, or "".
	Bases(word string) []string
	VerbOf(word string) string

	// Cardinal returns the figure of an ordinal in figures ("27" of "27th"),
	// and any other word as it is.
	Cardinal(word string) string
	// Syllables returns how many syllables a word as written has; 0 if it
	// cannot be told.
	Syllables(word string) int
}

// Rules returns the rules of the language. One that has none, such as one of
// lists alone, says that a word has no form but its own.
func (l *Language) Rules() Rules {
	if l.Tag == "en" {
		return english.Rules{}
	}
	return neutral{}
}

// neutral are the rules of a language without any.
type neutral struct{}

func (neutral) Genitive(string) bool           { return false }
func (neutral) Bare(word string) string        { return word }
func (neutral) Plural(string) bool             { return false }
func (neutral) Agrees(string, bool) bool       { return true }
func (neutral) Singular(noun string) string    { return noun }
func (neutral) Unmarked(noun string) string    { return noun }
func (neutral) Singulars(noun string) []string { return []string{noun} }
func (neutral) Adverb(string) bool             { return false }
func (neutral) Adjective(string) bool          { return false }
func (neutral) Past(string) bool               { return false }
func (neutral) Participle(string) bool         { return false }
func (neutral) Gerund(string) bool             { return false }
func (neutral) Third(string) bool              { return false }
func (neutral) Deed(string) bool               { return false }
func (neutral) Bases(string) []string          { return nil }
func (neutral) VerbOf(string) string           { return "" }
func (neutral) Cardinal(word string) string    { return word }
func (neutral) Syllables(string) int           { return 0 }

// Conjugate returns the forms that are listed: past, participle, gerund and
// third person, as many as there are.
func (neutral) Conjugate(_ string, listed []string) (third, past, participle, gerund string) {
	forms := [5]string{}
	copy(forms[:], listed)
	return forms[4], forms[1], forms[2], forms[3]
}
