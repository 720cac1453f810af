package entity

import (
	"cmp"
	"slices"
	"strings"

	"parallax/generator/grammar"
	"parallax/generator/reading"
	"parallax/generator/text"
)

// A cast is who can speak in one article: the names in it with what the
// article says they are.
type cast struct {
	language *text.Language
	members  []member
	people   []int  // persons that spoke or were spoken of, the last one last, as indexes
	bodyName string // the last body that did
	bodyKind Group  // and its group
	plural   bool   // and whether it is several ("officials")
}

// A member is a name of an article.
type member struct {
	name  string   // as first written in full, without a title
	words []string // of the name, lower case
	roles []string // words of descriptions, lower case, in order
	body  bool     // an organisation rather than a person
	group Group    // once known
	sex   string   // "male" or "female", once a title or a pronoun tells
}

// newCast gathers the names of an article and the words beside each.
func newCast(r *reading.Reading) *cast {
	c := &cast{language: r.Language()}
	for passage := range r.Passages() {
		in := r.Folded(passage)
		tokens := in.Tokens
		for at := 0; at < len(tokens); at++ {
			end := c.nameEnd(tokens, at)
			if end == at {
				continue
			}
			start := c.withoutTitles(tokens, at, end)
			if end-start > 1 || start > at {
				c.meet(r.Text(), in, at, start, end)
			}
			at = end - 1
		}
	}
	return c
}

// nameEnd returns the end of the run of capitals that begins at token i. A
// genitive ends it, unless an organisation's noun follows ("Seamen's Union").
func (c *cast) nameEnd(tokens []grammar.Token, i int) int {
	for ; i < len(tokens); i++ {
		t := tokens[i]
		if !t.Upper || t.Kind != grammar.Name && t.Kind != grammar.Noun || t.Role.Is(text.Time) {
			return i
		}
		if t.Genitive && (i+1 == len(tokens) || !tokens[i+1].Upper || !c.language.In("organisation_nouns", tokens[i+1].Lower)) {
			return i + 1
		}
	}
	return i
}

// withoutTitles returns where the name itself begins in the run [start, end):
// after the last title in it ("Interior Secretary Ken Salazar").
func (c *cast) withoutTitles(tokens []grammar.Token, start, end int) int {
	for i := end - 2; i >= start; i-- {
		if c.language.In("titles", tokens[i].Lower) {
			return i + 1
		}
	}
	return start
}

// meet adds a name of several words, or what is said of it here.
func (c *cast) meet(s string, in *grammar.Sentence, title, start, end int) {
	if end-start > 2 && c.language.In("name_suffixes", in.Tokens[end-1].Lower) {
		end--
	}
	words := lowers(in.Tokens[start:end])
	words[len(words)-1] = in.Tokens[end-1].Lower
	i := slices.IndexFunc(c.members, func(m member) bool { return slices.Equal(m.words, words) })
	if i < 0 {
		i = len(c.members)
		full := in.Bytes(start, end).Of(s)
		c.members = append(c.members, member{name: c.language.Rules().Bare(full), words: words})
	}
	m := &c.members[i]
	acronym := len(words) == 1 && len(m.name) > 1 && strings.ToUpper(m.name) == m.name
	m.body = acronym || c.language.In("organisation_nouns", words[len(words)-1]) || c.language.In("state_names", strings.Join(words, " "))
	from := start
	for from > 0 && (in.Tokens[from-1].Kind == grammar.Noun || in.Tokens[from-1].Kind == grammar.Name) {
		from--
	}
	if before, ok := in.Describes(from); ok {
		from = before
	}
	m.roles = append(m.roles, lowers(in.Tokens[min(from, title):start])...)
	m.sex = cmp.Or(m.sex, c.sexOf(m.roles))
	if !in.Tokens[end-1].Genitive && end+1 < len(in.Tokens) && in.Tokens[end].Kind == grammar.Comma && in.Tokens[end+1].Kind != grammar.Subordinator {
		m.roles = append(m.roles, lowers(in.Tokens[end:in.Appositive(end)])...)
	}
}

func lowers(tokens []grammar.Token) []string {
	list := make([]string, 0, len(tokens))
	for _, t := range tokens {
		switch {
		case t.Kind == grammar.Comma || t.Kind == grammar.Determiner:
		case t.Genitive:
			list = append(list, t.Written)
		default:
			list = append(list, t.Lower)
		}
	}
	return list
}

// named returns the member that the tokens [start, end) name: the one whose
// name ends with the last run of capitals before a preposition, -1 if there is
// none. A name of one word that was not met before becomes a member.
func (c *cast) named(s string, in *grammar.Sentence, start, end int) int {
	tokens := in.Tokens[start:end]
	for at := 0; at < len(tokens); at++ {
		if tokens[at].Kind == grammar.Preposition { // a name after it is no head, one after a comma may be
			for at < len(tokens) && tokens[at].Kind != grammar.Comma {
				at++
			}
			continue
		}
		end := c.nameEnd(tokens, at)
		if end == at {
			continue
		}
		if heads(tokens, end) {
			return c.member(s, in, start+at, start+end)
		}
		at = end - 1
	}
	return -1
}

// heads reports whether the name that ends before a token is the head of its
// phrase.
func heads(tokens []grammar.Token, end int) bool {
	if tokens[end-1].Genitive {
		return false
	}
	return end == len(tokens) || tokens[end].Kind == grammar.Comma || tokens[end].Kind == grammar.Preposition || tokens[end].Kind == grammar.Coordinator
}

// member returns the member that the name of the tokens [start, end) means, its
// titles included; -1 if it may be several, or is a word of the language.
func (c *cast) member(s string, in *grammar.Sentence, start, end int) int {
	first := c.withoutTitles(in.Tokens, start, end)
	i, several := c.find(lowers(in.Tokens[first:end]))
	switch {
	case i < 0 && end == first+1 && c.common(in.Tokens[first].Lower):
		return -1
	case i < 0 && !several:
		c.meet(s, in, start, first, end)
		return len(c.members) - 1
	}
	return i
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
func (c *cast) definite(tokens []grammar.Token) int {
	if len(tokens) != 2 || tokens[0].Kind != grammar.Determiner && tokens[0].Kind != grammar.Possessive || tokens[1].Kind != grammar.Noun {
		return -1
	}
	found := -1
	for i, m := range c.members {
		if m.words[len(m.words)-1] != tokens[1].Lower && !slices.Contains(m.roles, tokens[1].Lower) {
			continue
		}
		if found >= 0 {
			return -1
		}
		found = i
	}
	return found
}
