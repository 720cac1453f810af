package reading

import (
	"parallax/generator/grammar"
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
func (s *cued) cuesOf(l *text.Language) []cue {
	var list []cue
	for i, t := range s.Tokens {
		if t.Kind != grammar.Verb {
			continue
		}
		c := cue{start: i, at: i, end: i + 1, verb: t.Verb.Verb, form: t.Verb.Forms}
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
// it is called: "a group called ...", but not "Trump called Cruz a liar". A
// participle at the start of a clause ("Asked whether ...") becomes passive.
func (s *cued) names(c cue, l *text.Language) bool {
	if c.start != c.at || c.at == 0 || s.Tokens[c.at-1].Kind != grammar.Noun || !l.In("naming_verbs", c.verb) || c.form&text.Participle == 0 || c.end >= len(s.Tokens) {
		return false
	}
	end := c.end
	for end < len(s.Tokens) && s.Tokens[end].Kind == grammar.Name {
		end++
	}
	if end > c.end {
		return end >= len(s.Tokens) || s.Tokens[end].Kind != grammar.Determiner
	}
	return s.Tokens[end].Kind == grammar.Quotation || s.Tokens[end].Role.Is(text.Comparison)
}

// takeParticle adds the word after the verb where the two are one cue.
func (s *cued) takeParticle(c *cue, l *text.Language) {
	const longest = 3
	phrase, verb := c.verb, c.verb
	for i := c.at + 1; i < len(s.Tokens) && i <= c.at+longest; i++ {
		if particle := verb + " " + s.Tokens[i].Lower; l.In(listPrepositional, particle) {
			c.verb, c.end, c.prepositional = particle, i+1, true
		}
		if phrase += " " + s.Tokens[i].Lower; l.In(listPrepositional, phrase) {
			c.verb, c.end, c.prepositional = phrase, i+1, true
		}
		if s.Tokens[i].Kind != grammar.Adverb {
			verb = phrase
		}
	}
}

// takeAuxiliaries adds the auxiliaries and adverbs before the verb, and tells
// the form of the whole.
func (s *cued) takeAuxiliaries(c *cue) {
	if c.form&text.Participle != 0 && (c.at == 0 || s.Tokens[c.at-1].Kind == grammar.Subordinator && !s.Tokens[c.at-1].Role.Is(text.Relative)) {
		c.passive = true
	}
	for c.start > 0 {
		t := s.Tokens[c.start-1]
		switch {
		case t.Kind == grammar.Infinitive:
			c.form = text.Base
		case t.Kind == grammar.Auxiliary:
			if t.Role.Is(text.Be|text.Get) && c.start == c.at-s.AdverbsBefore(c.at) {
				c.passive = c.form&text.Participle != 0
				c.progressive = c.form&text.Gerund != 0
			}
		case t.Kind == grammar.Adverb:
		case t.Kind == grammar.Pronoun && t.Role.Is(text.Be) && c.start == c.at-s.AdverbsBefore(c.at):
			c.passive = c.form&text.Participle != 0
			c.progressive = c.form&text.Gerund != 0
			return
		default:
			return
		}
		c.start--
		if t.Kind == grammar.Infinitive {
			return
		}
	}
}

// toInfinitive reports whether the cue is an infinitive with "to".
func (s *cued) toInfinitive(c cue) bool { return s.Tokens[c.start].Kind == grammar.Infinitive }

// gerund reports whether the cue is a form in -ing without an auxiliary.
func (c cue) gerund() bool { return c.form == text.Gerund && !c.progressive }
