package framing

import (
	"cmp"
	"slices"
	"strings"

	"parallax/generator/text"
)

// A cast is who can speak in one article: the names in it with what the
// article says they are.
type cast struct {
	language *text.Language
	members  []member
	people   []int  // persons that spoke or were spoken of, the last one last, as indexes
	bodyName string // the last body that did
	bodyKind string // and its group
	plural   bool   // and whether it is several ("officials")
}

// A member is a name of an article.
type member struct {
	name  string   // as first written in full, without a title
	words []string // of the name, lower case
	roles []string // words of descriptions, lower case, in order
	body  bool     // an organisation rather than a person
	group string   // once known
	sex   string   // "male" or "female", once a title or a pronoun tells
}

// newCast gathers the names of an article and the words beside each.
func newCast(l *text.Language, s string, sentences []sentence) *cast {
	c := &cast{language: l}
	for i := range sentences {
		tokens := sentences[i].tokens
		for at := 0; at < len(tokens); at++ {
			end := c.nameEnd(tokens, at)
			if end == at {
				continue
			}
			start := c.withoutTitles(tokens, at, end)
			if end-start > 1 || start > at {
				c.meet(s, &sentences[i], at, start, end)
			}
			at = end - 1
		}
	}
	return c
}

// nameEnd returns the end of the run of capitals that begins at token i. A
// genitive ends it, unless an organisation's noun follows ("Seamen's Union").
func (c *cast) nameEnd(tokens []token, i int) int {
	for ; i < len(tokens); i++ {
		t := tokens[i]
		if !t.upper || t.kind != name && t.kind != noun || t.role.Is(text.Time) {
			return i
		}
		if t.genitive && (i+1 == len(tokens) || !tokens[i+1].upper || !c.language.In("organisation_nouns", tokens[i+1].lower)) {
			return i + 1
		}
	}
	return i
}

// withoutTitles returns where the name itself begins in the run [start, end):
// after the last title in it ("Interior Secretary Ken Salazar").
func (c *cast) withoutTitles(tokens []token, start, end int) int {
	for i := end - 2; i >= start; i-- {
		if c.language.In("titles", tokens[i].lower) {
			return i + 1
		}
	}
	return start
}

// meet adds a name of several words, or what is said of it here.
func (c *cast) meet(s string, in *sentence, title, start, end int) {
	if end-start > 2 && c.language.In("name_suffixes", in.tokens[end-1].lower) {
		end--
	}
	words := lowers(in.tokens[start:end])
	words[len(words)-1] = in.tokens[end-1].lower
	i := slices.IndexFunc(c.members, func(m member) bool { return slices.Equal(m.words, words) })
	if i < 0 {
		i = len(c.members)
		full := in.span(start, end).Of(s)
		c.members = append(c.members, member{name: c.language.Rules().Bare(full), words: words})
	}
	m := &c.members[i]
	acronym := len(words) == 1 && len(m.name) > 1 && strings.ToUpper(m.name) == m.name
	m.body = acronym || c.language.In("organisation_nouns", words[len(words)-1]) || c.language.In("state_names", strings.Join(words, " "))
	from := start
	for from > 0 && (in.tokens[from-1].kind == noun || in.tokens[from-1].kind == name) {
		from--
	}
	if before, ok := in.describes(from); ok {
		from = before
	}
	m.roles = append(m.roles, lowers(in.tokens[min(from, title):start])...)
	m.sex = cmp.Or(m.sex, c.sexOf(m.roles))
	if !in.tokens[end-1].genitive && end+1 < len(in.tokens) && in.tokens[end].kind == comma && in.tokens[end+1].kind != subordinator {
		m.roles = append(m.roles, lowers(in.tokens[end:in.appositive(end)])...)
	}
}

func lowers(tokens []token) []string {
	list := make([]string, 0, len(tokens))
	for _, t := range tokens {
		switch {
		case t.kind == comma || t.kind == determiner:
		case t.genitive:
			list = append(list, t.written)
		default:
			list = append(list, t.lower)
		}
	}
	return list
}

// named returns the member that the tokens [start, end) name: the one whose
// name ends with the last run of capitals before a preposition, -1 if there is
// none. A name of one word that was not met before becomes a member.
func (c *cast) named(s string, in *sentence, start, end int) int {
	tokens := in.tokens[start:end]
	for at := 0; at < len(tokens); at++ {
		if tokens[at].kind == preposition { // a name after it is no head, one after a comma may be
			for at < len(tokens) && tokens[at].kind != comma {
				at++
			}
			continue
		}
		end := c.nameEnd(tokens, at)
		if end == at {
			continue
		}
		heads := end == len(tokens) || tokens[end].kind == comma || tokens[end].kind == preposition || tokens[end].kind == coordinator
		if heads && !tokens[end-1].genitive {
			first := c.withoutTitles(tokens, at, end)
			i, several := c.find(lowers(tokens[first:end]))
			if i < 0 && end == first+1 && c.common(tokens[first].lower) {
				return -1
			}
			if i < 0 && !several {
				c.meet(s, in, start+at, start+first, start+end)
				i = len(c.members) - 1
			}
			return i
		}
		at = end - 1
	}
	return -1
}

// common reports whether a word is one of the language, so that its capital
// alone does not make it a name.
func (c *cast) common(lower string) bool {
	return c.language.Classes(lower) != "" || c.language.Classes(c.language.Rules().Unmarked(lower)) != ""
}

// find returns the only member whose name ends with the words, the one met
// first where one name holds the other, or -1 and whether several do.
func (c *cast) find(words []string) (found int, several bool) {
	found = -1
	for i, m := range c.members {
		if !endsWith(m.words, words) {
			continue
		}
		if slices.Equal(m.words, words) {
			return i, false
		}
		if found >= 0 && !endsWith(c.members[found].words, m.words) && !endsWith(m.words, c.members[found].words) {
			return -1, true
		}
		if found < 0 {
			found = i
		}
	}
	return found, false
}

func endsWith(words, tail []string) bool {
	return len(tail) <= len(words) && slices.Equal(words[len(words)-len(tail):], tail)
}

// definite returns the member that a phrase such as "the ministry" or "the
// mayor" means: the only one whose name ends with the noun or that is said to
// be one; -1 if it is not clear.
func (c *cast) definite(tokens []token) int {
	if len(tokens) != 2 || tokens[0].kind != determiner && tokens[0].kind != possessive || tokens[1].kind != noun {
		return -1
	}
	found := -1
	for i, m := range c.members {
		if m.words[len(m.words)-1] != tokens[1].lower && !slices.Contains(m.roles, tokens[1].lower) {
			continue
		}
		if found >= 0 {
			return -1
		}
		found = i
	}
	return found
}
