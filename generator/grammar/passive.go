package grammar

import (
	"strings"

	"parallax/generator/text"
)

// A Passive is a verb in the passive voice. Numbers are tokens of its sentence.
type Passive struct {
	Participle int    // "killed" in "was killed by soldiers"
	Agent      Range  // "soldiers"; empty if nobody is named
	Verb       string // base form, as far as the language's lists know it
	Adjective  bool   // more a quality than a deed ("concerned", "supposed")
}

// Passives returns the passives of a sentence in order. A passive is a form of
// be or get, a few adverbs, and a participle.
func (s *Sentence) Passives() []Passive {
	var list []Passive
	for i := range s.Tokens {
		at, ok := s.passiveAt(i)
		for ; ok; at, ok = s.joinedTo(at) {
			t := s.Tokens[at]
			p := Passive{Participle: at, Verb: t.Verb.Verb, Adjective: s.language.In("adjectival_participles", t.Lower)}
			if start, end, ok := s.AgentAfter(at); ok {
				p.Agent = Range{start, end}
			}
			list = append(list, p)
		}
	}
	return list
}

// joinedTo returns a participle that shares the auxiliary of the one at token
// at: "was arrested and charged".
func (s *Sentence) joinedTo(at int) (int, bool) {
	const farthest = 8
	for i := at + 1; i < len(s.Tokens) && i <= at+farthest; i++ {
		switch t := s.Tokens[i]; {
		case t.Kind == Coordinator && !t.Role.Is(text.Adversative):
			for i++; i < len(s.Tokens) && s.Tokens[i].Kind == Adverb; i++ {
			}
			return i, i < len(s.Tokens) && s.participle(i)
		case t.Kind == Comma && s.participles(i+1):
			return i + 1, true
		case t.Kind == Verb, t.Kind == Auxiliary, t.Kind == Comma, t.Kind == Pronoun, t.Kind == Subordinator, t.Kind == Stop, t.Kind == Dash:
			return 0, false
		}
	}
	return 0, false
}

// participles reports whether a list of participles goes on at token i:
// "cured, prevented or slowed".
func (s *Sentence) participles(i int) bool {
	return i+1 < len(s.Tokens) && s.participle(i) && (s.Tokens[i+1].Kind == Coordinator || s.Tokens[i+1].Kind == Comma)
}

// passiveAt returns the participle whose auxiliary is token i.
func (s *Sentence) passiveAt(i int) (int, bool) {
	list := s.Tokens
	if !list[i].Role.Is(text.Be | text.Get) {
		return 0, false
	}
	const longest = 5
	for j := i + 1; j < len(list) && j <= i+longest; j++ {
		t := list[j]
		switch {
		case s.participle(j):
			return j, true
		case t.Kind == Adverb, t.Role.Is(text.Adverb):
		default:
			return 0, false
		}
	}
	return 0, false
}

// participle reports whether token i is a past participle.
func (s *Sentence) participle(i int) bool {
	t := s.Tokens[i]
	if s.language.In("never_participles", t.Lower) || t.Joined {
		return false
	}
	if t.Verb.Forms&text.Participle != 0 || s.language.In("participles", t.Lower) {
		return true
	}
	const shortest = 5 // letters: "embed" may be one, "shed" is not
	return t.Verb.Verb == "" && len(t.Lower) >= shortest && s.language.Rules().Past(t.Lower) && s.language.Classes(t.Lower) == "" && !hasAnyPrefix(t.Lower, s.language.List("negative_prefixes"))
}

// AgentAfter returns the noun phrase after "by" that belongs to the participle
// at token i.
func (s *Sentence) AgentAfter(i int) (start, end int, ok bool) {
	list := s.Tokens
	const farthest = 7
	for j := i + 1; j < len(list) && j <= i+farthest; j++ {
		t := list[j]
		if t.Role.Is(text.Agent) {
			end = s.PhraseAfter(j+1, false)
			return j + 1, max(end, min(j+2, len(list))), j+1 < len(list)
		}
		if t.Kind == Comma || t.Kind == Stop || t.Kind == Coordinator || t.Kind == Auxiliary {
			break
		}
	}
	return 0, 0, false
}

func hasAnyPrefix(s string, prefixes []string) bool {
	for _, p := range prefixes {
		if strings.HasPrefix(s, p) {
			return true
		}
	}
	return false
}
