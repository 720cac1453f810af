package grammar

import "parallax/generator/text"

// An Actor is whom a sentence is about first, and whether they act in it.
type Actor struct {
	Subject Range // its tokens
	Acts    bool  // or is acted upon: "was blasted"
}

// Actor returns the actor of a sentence that begins with its subject, as headlines do:
// nothing stands before the subject and no mark within it, and the verb after it can be
// nothing but its verb. "Envoy wounded", which may be a participle as well, is left.
func (s *Sentence) Actor() (Actor, bool) {
	for i, t := range s.Tokens {
		switch {
		case t.Kind == Verb || t.Kind == Auxiliary:
			return s.actorOf(i)
		case t.Kind == Comma || t.Kind == Colon || t.Kind == Dash || t.Kind == Bracket || t.Kind == Quotation || t.Kind == Stop || t.Kind == Subordinator || t.Kind == Infinitive:
			return Actor{}, false
		}
	}
	return Actor{}, false
}

// actorOf returns the actor of a sentence whose first verb group begins at a token.
func (s *Sentence) actorOf(verb int) (Actor, bool) {
	start, end, ok := s.SubjectBefore(verb)
	if !ok || start != 0 || end != verb-s.AdverbsBefore(verb) || !s.Tokens[end-1].Nominal() {
		return Actor{}, false
	}
	actor := Actor{Subject: Range{start, end}, Acts: true}
	if _, _, by := s.AgentAfter(verb); by && s.participle(verb) { // "blasted by her sister"
		actor.Acts = false
		return actor, !s.finiteAfter(verb)
	}
	if participle, passive := s.passiveAt(verb); passive {
		p := s.Tokens[participle]
		actor.Acts = false
		return actor, !s.language.In("adjectival_participles", p.Lower)
	}
	t := s.Tokens[verb]
	if t.Kind == Auxiliary {
		return actor, !t.Role.Is(text.Be) && verb+1 < len(s.Tokens) && s.Tokens[verb+1].Kind != Stop
	}
	return actor, t.Verb.Forms&(text.Participle|text.Gerund) == 0
}

// finiteAfter reports whether another verb follows the one at a token, which may then be
// the sentence's: "the girl killed by a bullet said".
func (s *Sentence) finiteAfter(verb int) bool {
	for i := verb + 1; i < len(s.Tokens); i++ {
		if k := s.Tokens[i].Kind; (k == Verb || k == Auxiliary) && s.Tokens[i-1].Kind != Infinitive {
			return true
		}
	}
	return false
}
