// Package contradiction finds where two sentences that tell one thing say yes
// and no: one says of a deed or a quality that it is so, the other that it is
// not ("will resign", "is unlikely to resign"), or the opposite ("rose", "fell");
// and where two sentences name two doers of one deed.
//
// [Deeds] reads what a sentence says is done or is so, and of whom; [Between] and
// [Rivals] compare two such lists. They find few, and those are plain: the same
// verb with the same subject and something of the same object. What may be, what
// is asked, and what hangs on a condition is not so and not denied either. They
// judge words alone: which sentence is right, and whether both speak of one day,
// is for a reader to say.
package contradiction

import (
	"slices"

	"parallax/generator/grammar"
	"parallax/generator/text"
)

// A Deed is what a sentence says is done, or is so.
type Deed struct {
	text.Span          // the verb with what belongs to it: "is unlikely to resign"
	Base      string   // base form of the verb
	Verb      string   // its stem; of "is" and its like empty
	Denied    bool     // said not to be done
	Passive   bool     // the subject suffers it
	Subject   []string // stems of the words of content of its subject
	Object    []string // of what follows, to the end of the clause

	// Doer is who does it, the subject or after "by"; empty if nobody is named.
	Doer text.Span
}

// sufferer returns the stems of whom it is done to.
func (d Deed) sufferer() []string {
	if d.Passive {
		return d.Subject
	}
	return d.Object
}

// objectWords is how far after a verb its object is looked for.
const objectWords = 9

// A reader reads the deeds of one sentence.
type reader struct {
	*grammar.Sentence
	language *text.Language
}

// Deeds returns what a sentence says is done or is so, in its order. Questions
// and sentences with a condition say nothing.
func Deeds(l *text.Language, s *grammar.Sentence) []Deed {
	r := reader{s, l}
	if slices.ContainsFunc(s.Tokens, func(t grammar.Token) bool { return l.In("conditions", t.Lower) || t.Lower == "?" }) {
		return nil
	}
	var list []Deed
	for i, t := range s.Tokens {
		last := i
		if t.Kind == grammar.Auxiliary {
			if !r.copula(i) {
				continue
			}
			for r.negation(last + 1) {
				last++
			}
		} else if t.Kind != grammar.Verb {
			continue
		}
		if d, ok := r.deed(i, last); ok {
			list = append(list, d)
		}
	}
	return list
}

// copula reports whether the form of be at token i has no verb after it: it says
// how its subject is.
func (r reader) copula(i int) bool {
	if !r.Tokens[i].Role.Is(text.Be) {
		return false
	}
	for _, t := range r.Tokens[i+1:] {
		switch t.Kind {
		case grammar.Adverb:
		case grammar.Noun:
			return !r.language.In("denying", t.Lower)
		default:
			return false
		}
	}
	return false
}

// negation reports whether token i turns a verb to its opposite.
func (r reader) negation(i int) bool {
	return i < len(r.Tokens) && (r.language.In("turning", r.Tokens[i].Lower) || r.language.In("tone_negations", r.Tokens[i].Lower))
}

// deed reads the deed of the verb at token i, whose group ends with token last.
func (r reader) deed(i, last int) (Deed, bool) {
	d := Deed{Base: r.Tokens[i].Verb.Verb, Verb: r.language.Stem(r.Tokens[i].Verb.Verb)}
	if r.Tokens[i].Kind == grammar.Auxiliary {
		d.Verb = ""
	}
	for at := i; at <= last; at++ {
		d.Denied = d.Denied != r.negation(at)
	}
	group := i
	for group > 0 && r.belongs(group-1) {
		group--
		if r.unsure(group) {
			return d, false
		}
		d.Denied = d.Denied != (r.negation(group) || r.denies(group))
		d.Passive = r.Tokens[i].Kind == grammar.Verb && r.Tokens[i-1].Role.Is(text.Be)
	}
	start, end, ok := r.SubjectBefore(group)
	if !ok {
		return d, false
	}
	if r.negation(start) { // "no troops were sent"
		d.Denied = !d.Denied
	}
	if start >= 2 && r.Tokens[start-1].Kind == grammar.Subordinator && r.denies(start-2) { // "denied that"
		d.Denied = !d.Denied
		group = start - 2
	}
	d.Span = r.Bytes(group, last+1)
	d.Subject, d.Object = r.content(start, end), r.content(last+1, r.clauseEnd(last+1))
	if d.Passive {
		start, end, ok = r.AgentAfter(i)
	} else {
		ok = r.PhraseAfter(i+1, false) > i+1 // else it may be a participle: "woman killed in Tarn"
	}
	if ok {
		d.Doer = r.Bytes(start, end)
	}
	return d, true
}

// belongs reports whether token i belongs to the verb group that follows it.
func (r reader) belongs(i int) bool {
	switch r.Tokens[i].Kind {
	case grammar.Auxiliary, grammar.Adverb, grammar.Infinitive:
		return true
	}
	return r.denies(i) || r.negation(i)
}

// denies reports whether token i is a verb or an adjective that denies what
// follows it, such as "refused", "unlikely".
func (r reader) denies(i int) bool {
	t := r.Tokens[i]
	return r.language.In("denying", t.Lower) || t.Verb.Verb != "" && r.language.In("denying", t.Verb.Verb)
}

// unsure reports whether token i leaves open whether it is so.
func (r reader) unsure(i int) bool { return r.language.In("leaving_open", r.Tokens[i].Lower) }

// clauseEnd returns the end of the clause that goes on at token i.
func (r reader) clauseEnd(i int) int {
	end := i
	for end < min(len(r.Tokens), i+objectWords) {
		switch r.Tokens[end].Kind {
		case grammar.Comma, grammar.Colon, grammar.Dash, grammar.Bracket, grammar.Stop, grammar.Subordinator, grammar.Coordinator, grammar.Verb, grammar.Auxiliary, grammar.Quotation:
			return end
		}
		end++
	}
	return end
}

// content returns the stems of the words of content among tokens.
func (r reader) content(start, end int) []string {
	var stems []string
	for _, t := range r.Tokens[start:end] {
		if (t.Kind == grammar.Noun || t.Kind == grammar.Name) && t.Lower != "" && !r.language.Stop(t.Lower) {
			stems = append(stems, r.language.Stem(t.Lower))
		}
	}
	return stems
}

// Between returns the first deed of each list by which two sentences contradict
// each other, if any. A list that says a deed both ways contradicts nobody.
func Between(l *text.Language, a, b []Deed) (x, y Deed, ok bool) {
	for _, x := range a {
		for _, y := range b {
			if contrary(l, x, y) && !Says(a, y) && !Says(b, x) {
				return x, y, true
			}
		}
	}
	return Deed{}, Deed{}, false
}

// Says reports whether a list holds a deed, in whatever words around it.
func Says(list []Deed, d Deed) bool {
	return slices.ContainsFunc(list, func(e Deed) bool { return e.Verb == d.Verb && e.Denied == d.Denied })
}

// Rivals returns the first deed of each list that is one deed with two doers,
// whom differ tells apart: "Ruiz shot the mayor", "the mayor was shot by Kade".
// Only deeds count that are done once.
func Rivals(l *text.Language, a, b []Deed, differ func(a, b text.Span) bool) (x, y Deed, ok bool) {
	for _, x := range a {
		for _, y := range b {
			if x.Verb == y.Verb && l.In("done_once", x.Base) && !x.Denied && !y.Denied && meet(x.sufferer(), y.sufferer()) &&
				x.Doer.Len() > 0 && y.Doer.Len() > 0 && differ(x.Doer, y.Doer) {
				return x, y, true
			}
		}
	}
	return Deed{}, Deed{}, false
}

// contrary reports whether two deeds of one subject exclude each other.
func contrary(l *text.Language, x, y Deed) bool {
	if x.Passive != y.Passive || !meet(x.Subject, y.Subject) {
		return false
	}
	switch {
	case x.Verb == "" && y.Verb == "":
		if len(x.Object) == 0 || len(y.Object) == 0 {
			return false
		}
		if x.Denied == y.Denied { // "is safe", "is unsafe"
			return l.Opposite(x.Object[0], y.Object[0])
		}
		return x.Object[0] == y.Object[0]
	case x.Verb == y.Verb:
		return x.Denied != y.Denied && agree(x.Object, y.Object)
	}
	return x.Denied == y.Denied && !x.Denied && l.Opposite(x.Verb, y.Verb) && agree(x.Object, y.Object)
}

// agree reports whether two objects can be one: they share a word, or neither
// has any.
func agree(a, b []string) bool { return len(a) == 0 && len(b) == 0 || meet(a, b) }

func meet(a, b []string) bool {
	return slices.ContainsFunc(a, func(s string) bool { return slices.Contains(b, s) })
}
