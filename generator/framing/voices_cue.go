package framing

import (
	"parallax/generator/text"
)

// A cue is a verb that lays something to somebody, with the words that belong
// to it, as a range of tokens of its sentence.
type cue struct {
	start, at, end int    // first auxiliary or adverb, the verb, the token after the particle
	verb           string // base form, with its particle
	form           text.VerbForm
	passive        bool
	prepositional  bool // ends in a preposition or particle
	progressive    bool // "is calling": finite in spite of its -ing
	clausal        bool // may take a clause or a quotation
	object         bool // may take an object
	infinitive     bool // may take an infinitive
}

// Names of lists in languages/*/verbs.toml.
const (
	listClause        = "cue_clause"
	listObject        = "cue_object"
	listInfinitive    = "cue_infinitive"
	listPrepositional = "cue_prepositional"
)

// cuesOf returns the verbs of a sentence that can be cues, in order.
func (s *sentence) cuesOf(l *text.Language) []cue {
	var list []cue
	for i, t := range s.tokens {
		if t.kind != verb {
			continue
		}
		c := cue{start: i, at: i, end: i + 1, verb: t.verb.Verb, form: t.verb.Forms}
		c.clausal, c.object, c.infinitive = l.In(listClause, c.verb), l.In(listObject, c.verb), l.In(listInfinitive, c.verb)
		s.takeParticle(&c, l)
		if !c.clausal && !c.object && !c.infinitive && !c.prepositional {
			continue
		}
		s.takeAuxiliaries(&c)
		if s.names(c, l) || l.In("cue_finite", c.verb) && (c.gerund() || s.toInfinitive(c)) {
			continue
		}
		list = append(list, c)
	}
	return list
}

// names reports whether the verb is a participle that says what the noun before
// it is called: "a group called ...". A participle at the start of a clause
// ("Asked whether ...") becomes passive.
func (s *sentence) names(c cue, l *text.Language) bool {
	return c.start == c.at && c.at > 0 && s.tokens[c.at-1].kind == noun && l.In("naming_verbs", c.verb) && c.form&text.Participle != 0 &&
		c.end < len(s.tokens) && (s.tokens[c.end].kind == name || s.tokens[c.end].kind == quotation || s.tokens[c.end].role.Is(text.Comparison))
}

// takeParticle adds the word after the verb where the two are one cue.
func (s *sentence) takeParticle(c *cue, l *text.Language) {
	const longest = 3
	phrase, verb := c.verb, c.verb
	for i := c.at + 1; i < len(s.tokens) && i <= c.at+longest; i++ {
		if particle := verb + " " + s.tokens[i].lower; l.In(listPrepositional, particle) {
			c.verb, c.end, c.prepositional = particle, i+1, true
		}
		if phrase += " " + s.tokens[i].lower; l.In(listPrepositional, phrase) {
			c.verb, c.end, c.prepositional = phrase, i+1, true
		}
		if s.tokens[i].kind != adverb {
			verb = phrase
		}
	}
}

// takeAuxiliaries adds the auxiliaries and adverbs before the verb, and tells
// the form of the whole.
func (s *sentence) takeAuxiliaries(c *cue) {
	if c.form&text.Participle != 0 && (c.at == 0 || s.tokens[c.at-1].kind == subordinator && !s.tokens[c.at-1].role.Is(text.Relative)) {
		c.passive = true
	}
	for c.start > 0 {
		t := s.tokens[c.start-1]
		switch {
		case t.kind == infinitive:
			c.form = text.Base
		case t.kind == auxiliary:
			if t.role.Is(text.Be|text.Get) && c.start == c.at-s.adverbsBefore(c.at) {
				c.passive = c.form&text.Participle != 0
				c.progressive = c.form&text.Gerund != 0
			}
		case t.kind == adverb:
		case t.kind == pronoun && t.role.Is(text.Be) && c.start == c.at-s.adverbsBefore(c.at):
			c.passive = c.form&text.Participle != 0
			c.progressive = c.form&text.Gerund != 0
			return
		default:
			return
		}
		c.start--
		if t.kind == infinitive {
			return
		}
	}
}

// adverbsBefore counts the adverbs right before token i.
func (s *sentence) adverbsBefore(i int) int {
	n := 0
	for i-n > 0 && s.tokens[i-n-1].kind == adverb {
		n++
	}
	return n
}

// toInfinitive reports whether the cue is an infinitive with "to".
func (s *sentence) toInfinitive(c cue) bool { return s.tokens[c.start].kind == infinitive }

// gerund reports whether the cue is a form in -ing without an auxiliary.
func (c cue) gerund() bool { return c.form == text.Gerund && !c.progressive }
