package heading

import (
	"strings"

	"parallax/generator/grammar"
	"parallax/generator/text"
)

// A clauseSubject is the subject of a clause that can be a heading, and where
// its verb group begins. Something may stand between them.
type clauseSubject struct {
	start, last int // its first and last token
	verb        int // the first token after it, or after what stands between
	group       int // the first token of the verb group, adverbs apart
	form        float64
}

// apart reports whether something stands between the subject and the verb.
func (s clauseSubject) apart() bool { return s.verb > s.last+1 }

// subjectOf returns the subject of the verb group that begins at token i.
func (x *titling) subjectOf(i int) (clauseSubject, bool) {
	start, end, ok := x.SubjectBefore(i)
	if !ok {
		return x.sharedSubject(i)
	}
	s := clauseSubject{start: start, last: end - 1, verb: end, group: i}
	if end <= i && x.Tokens[end-1].Kind == grammar.Subordinator {
		return x.antecedent(s)
	}
	x.extend(&s)
	if s.start < x.from || s.verb > i || x.broken(s.start, s.last) || x.broken(s.verb, i) || !x.begins(s.start) || x.doubted(s.start) || !x.acts(s.start, s.last+1) {
		return x.sharedSubject(i)
	}
	for s.start < s.last && (x.Tokens[s.start].Kind == grammar.Preposition || x.Tokens[s.start].Kind == grammar.Coordinator) {
		s.start++ // "After Hale won"
	}
	s.form = x.formOf(s)
	return s, true
}

// extend makes a subject all that the verb is said of: without what explains it
// between commas, without a time after it, with the noun that "and" joins to it.
func (x *titling) extend(s *clauseSubject) {
	start, end := s.start, s.verb
	switch {
	case end < s.group && !x.Tokens[end].Nominal() && x.gap(end-1):
		for s.last = start; !x.gap(s.last) && s.last+1 < end; s.last++ {
		}
		s.start, s.last = x.beforeList(*s)
		s.verb = end + 1
	case start > 1 && start < end && x.timely(s.last) && x.Tokens[start-1].Kind == grammar.Preposition && x.Tokens[start-2].Nominal():
		s.start, s.last = x.PhraseBefore(start-2), start-2 // "the mayor on Tuesday"
	}
	if i := s.start; i > 1 && x.Tokens[i-1].Role.Is(text.Additive) && x.Tokens[i-2].Nominal() && !x.said(i-1) {
		s.start = x.PhraseBefore(i - 2) // "the Senate and the House"
	}
}

// formOf says how well a clause of a subject suits a heading.
func (x *titling) formOf(s clauseSubject) float64 {
	form := formClause
	if first := x.Tokens[s.start].Kind; first == grammar.Pronoun || first == grammar.Possessive {
		form = formPointed
	}
	if s.apart() {
		form = min(form, formApart)
	}
	if s.start > 0 && x.Language().In("conditions", x.Tokens[s.start-1].Lower) {
		form = formUnsure
	}
	return form
}

// doubted reports whether the clause that begins at token i is what somebody claims or
// denies, in the writer's word for it: a heading would state it as a fact.
func (x *titling) doubted(i int) bool {
	for i--; i >= 0; i-- {
		switch t := x.Tokens[i]; t.Kind {
		case grammar.Subordinator, grammar.Determiner, grammar.Possessive:
		case grammar.Verb:
			return x.Language().In("stance_doubting", t.Verb.Verb) || x.Language().In("clause_conditions", t.Lower)
		default:
			return false
		}
	}
	return false
}

// timely reports whether token i names a time or a year.
func (x *titling) timely(i int) bool {
	return x.Tokens[i].Role.Is(text.Time) || x.Tokens[i].Kind == grammar.Numeral
}

// shortened returns a long subject without where or of what kind it is: "the
// stove | in the flat on the third floor".
func (x *titling) shortened(s clauseSubject) (clauseSubject, bool) {
	const long = 5
	for k := s.start + 1; k < s.last && s.last-s.start >= long; k++ {
		if x.Tokens[k].Kind == grammar.Preposition && !x.Tokens[k].Role.Is(text.Genitive) && x.Tokens[k-1].Nominal() {
			s.last, s.form = k-1, min(s.form, formApart)
			return s, true
		}
	}
	return s, false
}

// antecedent returns what a relative pronoun after a comma stands for, the
// subject of its clause: "Hale, who won the cup".
func (x *titling) antecedent(s clauseSubject) (clauseSubject, bool) {
	i := s.last
	if i < 2 || !x.Language().In("subject_relatives", x.Tokens[i].Lower) || x.Tokens[i-1].Kind != grammar.Comma || !x.Tokens[i-2].Nominal() {
		return s, false
	}
	s.start, s.last = x.PhraseBefore(i-2), i-2
	if s.start > s.last || x.broken(s.start, s.last) || x.Tokens[s.last].Role.Is(text.Time) {
		return s, false
	}
	for k := s.start; k < s.last; k++ {
		if x.Tokens[k].Kind == grammar.Preposition {
			return s, false // "in search of the gunman, who", "the causes of the cut, which"
		}
	}
	s.form = formPointed
	return s, true
}

// beforeList returns the subject, or the one before it if what follows it is a
// list that explains that one: "ships of three states, Japan, Korea and China,".
func (x *titling) beforeList(s clauseSubject) (start, last int) {
	if s.start < 2 || x.Tokens[s.start-1].Kind != grammar.Comma || !x.Tokens[s.start-2].Nominal() || !x.listed(s.last) {
		return s.start, s.last
	}
	return x.PhraseBefore(s.start - 2), s.start - 2
}

// sharedSubject returns the subject of the clause before a conjunction, if the
// verb after it is of the same form: "the board met and closed the pier".
func (x *titling) sharedSubject(i int) (clauseSubject, bool) {
	s := x.subject
	if i < 2 || s.form == 0 || i <= s.group || !x.Tokens[i-1].Role.Is(text.Additive) || !x.alike(s.group, i) {
		return s, false
	}
	for k := s.group + 1; k < i; k++ {
		if x.Tokens[k].Kind == grammar.Subordinator || x.finite(k) && !x.verbal(k-1) || x.gap(k-1) && x.Tokens[k].Kind != grammar.Comma && x.Tokens[k-1].Kind != grammar.Comma {
			return s, false
		}
	}
	s.verb, s.group, s.form = i, i, min(s.form, formApart)
	return s, true
}

// alike reports whether two verb groups can have one subject: both begin with
// an auxiliary verb, or both with a verb of the same tense.
func (x *titling) alike(i, k int) bool {
	a, b := x.Tokens[i], x.Tokens[k]
	return a.Kind == b.Kind && (a.Kind == grammar.Auxiliary || a.Verb.Forms&b.Verb.Forms&(text.Past|text.Third) != 0)
}

// acts reports whether the tokens can be the subject of a clause of its own: a
// noun or a pronoun, but neither a time nor what a relative clause begins with.
func (x *titling) acts(start, end int) bool {
	for end > start && x.Tokens[end-1].Kind == grammar.Adverb {
		end--
	}
	last := x.Tokens[end-1]
	if end == start+1 && (x.Language().In("definite", last.Lower) || last.Kind == grammar.Numeral) || last.Kind == grammar.Noun && !x.nounlike(end-1) {
		return false // "that turned the ball over", "44 were expected": who did is said elsewhere
	}
	if x.Tokens[start].Kind == grammar.Subordinator || x.Tokens[start].Role.Is(text.Relative) && x.Tokens[start].Kind == grammar.Possessive || !last.Nominal() && last.Kind != grammar.Pronoun || last.Role.Is(text.Time) || last.Kind == grammar.Possessive || x.owns(end-1) {
		return false
	}
	if start < 2 {
		return start == 0 || !x.Tokens[0].Role.Is(text.Relative)
	}
	before := x.Tokens[start-1]
	if before.Kind != grammar.Subordinator || !before.Role.Is(text.Relative|text.Complementiser) {
		return true
	}
	return before.Role.Is(text.Complementiser) && (x.Tokens[start-2].Kind == grammar.Verb && x.Language().In("cue_clause", x.Tokens[start-2].Verb.Verb) || x.told(start-2))
}

// told reports whether a verb of telling somebody comes before the tokens that
// end with i: "told the council in February".
func (x *titling) told(i int) bool {
	const longest = 8
	for k := i; k >= max(0, i-longest); k-- {
		switch t := x.Tokens[k]; {
		case t.Kind == grammar.Verb:
			return x.Language().In("addressed", t.Verb.Verb)
		case !t.Nominal() && t.Kind != grammar.Preposition && t.Kind != grammar.Pronoun && t.Kind != grammar.Adverb:
			return false
		}
	}
	return false
}

// owns reports whether token i is a genitive: "WikiLeaks' release" has no subject.
func (x *titling) owns(i int) bool {
	after := x.source[x.Tokens[i].End:]
	return x.Tokens[i].Genitive || strings.HasPrefix(after, "'") || strings.HasPrefix(after, "’")
}

// begins reports whether a clause can be cut out before its subject at token
// start: at the beginning, after a mark or a conjunction, or after a verb of
// saying.
func (x *titling) begins(start int) bool {
	switch {
	case start > x.from && x.joinedBefore(start):
		return false // "the Long March-5 Y2 rocket"
	case start == 0 || x.gap(start-1):
		return true
	}
	if start == x.from {
		return x.Tokens[start-1].Kind != grammar.Preposition
	}
	before := x.Tokens[start-1]
	switch before.Kind {
	case grammar.Coordinator:
		return !x.Tokens[start-1].Role.Is(text.Additive) || x.said(start-1)
	case grammar.Comma, grammar.Colon, grammar.Dash, grammar.Stop, grammar.Bracket, grammar.Subordinator, grammar.Adverb:
		return true
	case grammar.Noun, grammar.Name, grammar.Numeral:
		date := x.Tokens[start].Kind == grammar.Numeral // "June 25"
		return before.Role.Is(text.Time) && !date || x.Tokens[start].Kind == grammar.Pronoun
	case grammar.Verb:
		return x.Reports(x.keyOf(start - 1))
	}
	return false
}

// said reports whether a clause stands between the last mark and token i, so
// that "and" at i joins another to it, and not two nouns: "the diversion by the
// Ring Road and Sluice Lane adds".
func (x *titling) said(i int) bool {
	for i--; i >= 0; i-- {
		if x.finite(i) {
			return true
		}
		if x.gap(i) {
			return i+1 < len(x.Tokens) && x.Tokens[i+1].Kind == grammar.Coordinator
		}
	}
	return false
}

// afterArticle returns the token after an article at start.
func (x *titling) afterArticle(start int) int {
	if x.Language().In("articles", x.Tokens[start].Lower) && start+1 < x.to && !x.broken(start, start+1) {
		return start + 1
	}
	return start
}
