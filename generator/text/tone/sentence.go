package tone

import (
	"strings"

	"parallax/generator/text"
)

// A Sentence is a sentence prepared for reading its tone. It never changes.
type Sentence struct {
	language *text.Language
	text     string // the text it stands in
	tokens   []token
	title    bool // a headline that writes every word with a capital
}

// A token is one word of a sentence.
type token struct {
	text.Word
	form    string  // what the weights know it by; empty for names and numbers
	clause  int     // number of its clause, from 0
	quoted  bool    // stands between quotation marks
	valence float64 // of the word, turned around by a negation
	rival   bool    // a name or pronoun that valence may belong to instead of the target
}

const (
	negationReach = 3    // words after a negation whose valence it turns
	negated       = -0.7 // what "not" makes of a valence: "not good" is less bad than "bad"
)

// Read prepares a sentence given by its words, whose spans are bytes of s.
func Read(l *text.Language, s string, words []text.Word) *Sentence {
	r := &reader{Sentence: &Sentence{language: l, text: s, tokens: make([]token, 0, len(words))}}
	r.title = titleCase(l, words)
	r.breaks, r.negations, r.personal = l.Lexicon("tone_clause_breaks"), l.Lexicon("tone_negations"), l.Lexicon("tone_personal")
	for _, w := range words {
		r.read(w)
	}
	return r.Sentence
}

// A reader is the state of reading a sentence word by word.
type reader struct {
	*Sentence
	breaks, negations, personal *text.Lexicon
	clause                      int
	quoted                      bool
	negated                     int // words that the last negation still reaches
}

// read adds a word.
func (r *reader) read(w text.Word) {
	gap := r.gap(w)
	opening := len(r.tokens) == 0 || strings.ContainsAny(gap, "“\"")
	r.punctuate(gap, w)
	t := token{Word: w, clause: r.clause, quoted: r.quoted}
	named := w.Upper && !r.title && !r.language.Stop(w.Lower) && (!opening || r.language.Classes(w.Lower) == "")
	if !named && !w.Digit {
		t.form, t.valence = w.Stem, r.language.Valence(w.Lower, w.Stem)
	}
	if r.negated > 0 {
		t.valence *= negated
		r.negated--
	}
	if r.negations.Has(w.Lower) {
		r.negated = negationReach
	}
	t.rival = named && !w.Digit || r.personal.Has(w.Lower)
	r.tokens = append(r.tokens, t)
}

// gap returns what stands between the word before and w; before the first
// word, what stands directly before it.
func (r *reader) gap(w text.Word) string {
	if n := len(r.tokens); n > 0 {
		return r.text[r.tokens[n-1].End:w.Start]
	}
	before := r.text[:w.Start]
	return before[strings.LastIndexAny(before, " \n\t")+1:]
}

// punctuate notes the clauses and quotation marks that end or begin before w.
func (r *reader) punctuate(gap string, w text.Word) {
	if strings.ContainsAny(gap, ",;:—–()\"“”") || strings.Contains(gap, " - ") || r.breaks.Has(w.Lower) {
		r.clause++
		r.negated = 0
	}
	for _, c := range gap {
		switch c {
		case '“':
			r.quoted = true
		case '”':
			r.quoted = false
		case '"':
			r.quoted = !r.quoted
		}
	}
}

// titleCase reports whether a headline writes nearly every word with a capital.
func titleCase(l *text.Language, words []text.Word) bool {
	upper, all := 0, 0
	for _, w := range words {
		if l.Stop(w.Lower) || w.Digit {
			continue
		}
		all++
		if w.Upper {
			upper++
		}
	}
	return all > 3 && upper*10 >= all*8
}
