package framing

import (
	"strings"

	"parallax/generator/corpus"
	"parallax/generator/text"
)

// A Passive is a verb in the passive voice.
type Passive struct {
	Passage    int       // index into the article's passages
	Participle text.Span // "killed" in "was killed by soldiers"
	Agent      text.Span // "soldiers"; empty if nobody is named
	Verb       string    // base form, as far as the language's lists know it
	Adjective  bool      // more a quality than a deed ("concerned", "supposed"): never shown to readers
}

// Passives returns the passives of one article in order. A passive is a form
// of be or get, a few adverbs, and a participle.
func Passives(a *corpus.Article, l *text.Language) []Passive {
	r := read(0, a, l)
	return passivesIn(r, sentencesOf(r, nil))
}

// passivesIn returns the passives of an article given as sentences whose
// quotations are not one token each.
func passivesIn(r *reading, sentences []sentence) []Passive {
	var list []Passive
	for n := range sentences {
		s := &sentences[n]
		for i := range s.tokens {
			at, ok := s.passiveAt(i, r.language)
			for ; ok; at, ok = s.joinedTo(at, r.language) {
				list = append(list, s.passive(at, r.language))
			}
		}
	}
	return list
}

// passive describes the passive whose participle is token at.
func (s *sentence) passive(at int, l *text.Language) Passive {
	t := s.tokens[at]
	p := Passive{Passage: s.passage, Participle: t.Span, Verb: t.verb.Verb, Adjective: l.In("adjectival_participles", t.lower)}
	if start, end, ok := s.agentAfter(at); ok {
		p.Agent = s.span(start, end)
	}
	return p
}

// joinedTo returns a participle that shares the auxiliary of the one at token
// at: "was arrested and charged".
func (s *sentence) joinedTo(at int, l *text.Language) (int, bool) {
	const farthest = 8
	for i := at + 1; i < len(s.tokens) && i <= at+farthest; i++ {
		switch t := s.tokens[i]; {
		case t.kind == coordinator && !t.role.Is(text.Adversative):
			for i++; i < len(s.tokens) && s.tokens[i].kind == adverb; i++ {
			}
			return i, i < len(s.tokens) && s.participle(i, l)
		case t.kind == comma && s.participles(i+1, l):
			return i + 1, true
		case t.kind == verb, t.kind == auxiliary, t.kind == comma, t.kind == pronoun, t.kind == subordinator, t.kind == stop, t.kind == dash:
			return 0, false
		}
	}
	return 0, false
}

// participles reports whether a list of participles goes on at token i:
// "cured, prevented or slowed".
func (s *sentence) participles(i int, l *text.Language) bool {
	return i+1 < len(s.tokens) && s.participle(i, l) && (s.tokens[i+1].kind == coordinator || s.tokens[i+1].kind == comma)
}

// passiveAt returns the participle whose auxiliary is token i.
func (s *sentence) passiveAt(i int, l *text.Language) (int, bool) {
	list := s.tokens
	if !list[i].role.Is(text.Be | text.Get) {
		return 0, false
	}
	const longest = 5
	for j := i + 1; j < len(list) && j <= i+longest; j++ {
		t := list[j]
		switch {
		case s.participle(j, l):
			return j, true
		case t.kind == adverb, t.role.Is(text.Adverb):
		default:
			return 0, false
		}
	}
	return 0, false
}

// participle reports whether token i is a past participle.
func (s *sentence) participle(i int, l *text.Language) bool {
	t := s.tokens[i]
	if l.In("never_participles", t.lower) || t.joined {
		return false
	}
	if t.verb.Forms&text.Participle != 0 || l.In("participles", t.lower) {
		return true
	}
	const shortest = 5 // letters: "embed" may be one, "shed" is not
	return t.verb.Verb == "" && len(t.lower) >= shortest && l.Rules().Past(t.lower) && l.Classes(t.lower) == "" && !hasAnyPrefix(t.lower, l.List("negative_prefixes"))
}

// agentAfter returns the noun phrase after "by" that belongs to the participle
// at token i.
func (s *sentence) agentAfter(i int) (start, end int, ok bool) {
	list := s.tokens
	const farthest = 7
	for j := i + 1; j < len(list) && j <= i+farthest; j++ {
		t := list[j]
		if t.role.Is(text.Agent) {
			end = s.phraseAfter(j+1, false)
			return j + 1, max(end, min(j+2, len(list))), j+1 < len(list)
		}
		if t.kind == comma || t.kind == stop || t.kind == coordinator || t.kind == auxiliary {
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
