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
	reading  *reading.Reading
	members  []member
	people   []int // persons that spoke or were spoken of, the last one last, as indexes
	body     voice // the last body that did
	last     voice // the last of either
	plural   bool  // and whether it is several ("officials")
}

// A member is a name of an article.
type member struct {
	name  string     // as first written in full, without a title
	words []string   // of the name, lower case, without "Jr."
	roles [][]string // descriptions, each its words in lower case
	body  bool       // an organisation rather than a person
	sex   string     // "male" or "female", once a title or a pronoun tells
	met   int        // how often the article writes it in full
}

// newCast gathers the names of an article and the words beside each. A headline
// may write any word with a capital, so that its names are those of the text.
func newCast(r *reading.Reading) *cast {
	c := &cast{language: r.Language(), reading: r, body: nobody(), last: voice{member: -1}}
	for passage := range r.Passages() {
		in := r.Folded(passage)
		if c.headline(in) {
			continue
		}
		tokens := in.Tokens
		for at := in.Dateline(); at < len(tokens); at++ {
			end := c.nameEnd(tokens, at)
			if end == at {
				continue
			}
			start := c.withoutTitles(tokens, at, end)
			if (end-start > 1 || start > at) && !c.post(tokens[at:end]) && !c.paired(tokens[at:end]) {
				c.meet(in, at, start, end)
			}
			at = end - 1
		}
	}
	return c
}

// headline reports whether a sentence is of the article's headline.
func (c *cast) headline(in *grammar.Sentence) bool {
	return in.Start < c.reading.Article().Body().Start
}

// nameEnd returns the end of the run of capitals that begins at token i, with
// the small words that stand within a name ("von der"). A genitive ends it,
// unless an organisation's noun follows ("Seamen's Union").
func (c *cast) nameEnd(tokens []grammar.Token, i int) int {
	for start := i; i < len(tokens); i++ {
		t := tokens[i]
		if !capital(t) {
			next := c.overParticles(tokens, start, i)
			if next == i {
				return i
			}
			i, t = next-1, tokens[next-1]
		}
		if t.Genitive && (i+1 == len(tokens) || !tokens[i+1].Upper || !c.language.In("organisation_nouns", tokens[i+1].Lower)) {
			return i + 1
		}
	}
	return i
}

// capital reports whether a token can be a word of a name.
func capital(t grammar.Token) bool {
	return t.Upper && (t.Kind == grammar.Name || t.Kind == grammar.Noun) && !t.Role.Is(text.Time)
}

// overParticles returns the token after the small words at token i and the capital
// that they lead to, i itself if they do not stand within one that begins at start.
func (c *cast) overParticles(tokens []grammar.Token, start, i int) int {
	end := i
	if i > start+1 && c.hyphened(tokens, i) {
		return i + 1
	}
	for end < len(tokens) && !tokens[end].Upper && c.language.In("name_particles", tokens[end].Lower) {
		end++
	}
	if i == start || end == i || end == len(tokens) || !capital(tokens[end]) {
		return i
	}
	return end + 1
}

// hyphened reports whether token i is the last part of a name that a hyphen
// joins ("Ban Ki-moon"), and no compound before a noun ("the Moss-led board").
func (c *cast) hyphened(tokens []grammar.Token, i int) bool {
	last := i+1 == len(tokens) || tokens[i+1].Kind != grammar.Noun && tokens[i+1].Kind != grammar.Name
	return last && tokens[i].Kind == grammar.Noun && tokens[i].Joined && c.reading.Text()[tokens[i-1].End:tokens[i].Start] == "-"
}

// withoutTitles returns where the name itself begins in the run [start, end):
// after the last title in it ("Interior Secretary Ken Salazar"), or after a
// noun for a person if two words are left ("Council Member Ida Moss"), or after
// what a post is held in ("Secretary of State Ida Moss").
func (c *cast) withoutTitles(tokens []grammar.Token, start, end int) int {
	for i := end - 2; i >= start; i-- {
		if c.title(tokens[i].Lower) || i < end-2 && !tokens[i].Genitive && c.person(tokens[i].Lower) {
			return i + 1
		}
	}
	if c.held(tokens, start, end) {
		return start + 1
	}
	return start
}

// held reports whether the run [start, end) begins with that in which somebody
// holds a post, and goes on with their name: "Secretary of State Ida Moss".
func (c *cast) held(tokens []grammar.Token, start, end int) bool {
	return end-start > 2 && start > 1 && tokens[start-1].Role.Is(text.Genitive) && c.title(tokens[start-2].Lower) &&
		(c.language.In("state_names", tokens[start].Lower) || c.language.In("organisation_nouns", tokens[start].Lower))
}

// title reports whether a word is a title, in any number.
func (c *cast) title(lower string) bool {
	return c.language.In("titles", lower) || c.language.In("titles", c.language.Rules().Singular(lower))
}

// person reports whether a noun means a person by what they are or do.
func (c *cast) person(lower string) bool {
	return c.language.In("people", lower) || c.language.In("spokesmen", lower)
}

// paired reports whether a run of capitals is two names with a mark between:
// "the Moss-Hale debate".
func (c *cast) paired(tokens []grammar.Token) bool {
	if len(tokens) != 2 {
		return false
	}
	gap := c.reading.Text()[tokens[0].End:tokens[1].Start]
	return gap == "-" || gap == "/" || gap == "–"
}

// post reports whether a run of capitals names nobody: it ends in a title
// ("Chief Cabinet Secretary").
func (c *cast) post(tokens []grammar.Token) bool {
	last := tokens[len(tokens)-1].Lower
	return len(tokens) > 1 && c.title(last) && c.person(last)
}

// meet adds a name of several words, or what is said of it here.
// It returns the member's index.
func (c *cast) meet(in *grammar.Sentence, title, start, end int) int {
	words := c.words(in.Tokens[start:end])
	i := slices.IndexFunc(c.members, func(m member) bool { return slices.Equal(m.words, words) })
	if i < 0 {
		i = len(c.members)
		c.members = append(c.members, member{name: c.written(in, start, end), words: words})
	}
	m := &c.members[i]
	m.met++
	acronym := len(words) == 1 && len(m.name) > 1 && text.AllCapitals(m.name)
	m.body = m.body || acronym || c.many(words) || c.language.In("organisation_nouns", words[len(words)-1]) ||
		c.language.In("state_names", strings.Join(words, " ")) || c.articled(in, title, start, end)
	for _, role := range c.described(in, title, start, end) {
		m.roles = append(m.roles, role)
		m.sex = cmp.Or(m.sex, c.sexOf(role))
	}
	return i
}

// words returns the words of a name, lower case, without "Jr." and the ending
// of a genitive.
func (c *cast) words(tokens []grammar.Token) []string {
	if last := len(tokens) - 1; last > 1 && c.language.In("name_suffixes", tokens[last].Lower) {
		tokens = tokens[:last]
	}
	words := lowers(tokens)
	words[len(words)-1] = tokens[len(tokens)-1].Lower
	return words
}

// articled reports whether "the" stands before a name that is the head of its
// phrase and has no title, as before no person: "the Post".
func (c *cast) articled(in *grammar.Sentence, title, start, end int) bool {
	return title == start && start > 0 && c.language.In("articles", in.Tokens[start-1].Lower) &&
		(end == len(in.Tokens) || in.Tokens[end].Kind != grammar.Noun)
}

// written returns a name as the article writes it, the stop of "Jr." included.
func (c *cast) written(in *grammar.Sentence, start, end int) string {
	span := in.Bytes(start, end)
	if c.language.In("name_suffixes", in.Tokens[end-1].Lower) && strings.HasPrefix(c.reading.Text()[span.End:], ".") {
		span.End++
	}
	return c.language.Rules().Bare(strings.Join(strings.Fields(span.Of(c.reading.Text())), " "))
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

// find returns the member whose name ends with the words, the one met first
// where one name holds the other, else the foremost; -1 if it is not clear.
func (c *cast) find(words []string) int {
	found := -1
	for i, m := range c.members {
		if !endsWith(m.words, words) {
			continue
		}
		if slices.Equal(m.words, words) {
			return i
		}
		if found >= 0 && !endsWith(c.members[found].words, m.words) && !endsWith(m.words, c.members[found].words) {
			return c.foremost(words)
		}
		if found < 0 {
			found = i
		}
	}
	return found
}

// foremost returns the member that the article names far more often than the
// others whose names end with the words, -1 if there is none.
func (c *cast) foremost(words []string) int {
	const far = 3 // times
	best, next := -1, 0
	for i, m := range c.members {
		switch {
		case !endsWith(m.words, words):
		case best < 0 || m.met > c.members[best].met:
			if best >= 0 {
				next = c.members[best].met
			}
			best = i
		default:
			next = max(next, m.met)
		}
	}
	if best >= 0 && c.members[best].met < far*next {
		return -1
	}
	return best
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
		called := slices.ContainsFunc(m.roles, func(role []string) bool { return slices.Contains(role, tokens[1].Lower) })
		if m.words[len(m.words)-1] != tokens[1].Lower && !called {
			continue
		}
		if found >= 0 {
			return -1
		}
		found = i
	}
	return found
}
