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
			if end-start > 1 {
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

// withoutTitles returns where the name itself begins in the run [start, end).
func (c *cast) withoutTitles(tokens []token, start, end int) int {
	for start < end-1 && c.language.In("titles", tokens[start].lower) {
		start++
	}
	return start
}

// meet adds a name of several words, or what is said of it here.
func (c *cast) meet(s string, in *sentence, title, start, end int) {
	words := lowers(in.tokens[start:end])
	words[len(words)-1] = in.tokens[end-1].lower
	i := slices.IndexFunc(c.members, func(m member) bool { return slices.Equal(m.words, words) })
	if i < 0 {
		i = len(c.members)
		full := in.span(start, end).Of(s)
		c.members = append(c.members, member{name: strings.TrimSuffix(strings.TrimSuffix(full, "'s"), "’s"), words: words})
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
			list = append(list, t.lower+"'s")
		default:
			list = append(list, t.lower)
		}
	}
	return list
}

// groups returns the kinds of speaker, each the list group_<kind> of a language.
func groups() []string {
	return []string{"official", "military", "police", "expert", "company", "affected", "media", "unnamed"}
}

// groupOf returns the group that the last telling word decides, "" if none
// does. Words before the first preposition come first: "an officer of the
// port company" is police.
func (c *cast) groupOf(words []string) string {
	if slices.ContainsFunc(words, func(w string) bool { return c.language.In("group_other", strings.TrimSuffix(w, "'s")) }) {
		return "other"
	}
	head := slices.IndexFunc(words, func(w string) bool { return c.language.Role(w).Is(text.Preposition) })
	if head < 0 {
		head = len(words)
	}
	if slices.ContainsFunc(words[:head], func(w string) bool { return c.language.In("group_unnamed", strings.TrimSuffix(w, "s")) }) {
		return "unnamed"
	}
	for _, part := range [][]string{words[:head], words[head:]} {
		for _, w := range slices.Backward(part) {
			if c.language.In("spokesmen", w) {
				continue
			}
			if group := c.groupOfWord(w); group != "" {
				return group
			}
		}
	}
	return ""
}

func (c *cast) groupOfWord(w string) string {
	w = strings.TrimSuffix(w, "'s")
	for _, form := range []string{w, strings.TrimSuffix(w, "s"), strings.TrimSuffix(w, "es"), strings.TrimSuffix(w, "ies") + "y"} {
		for _, group := range groups() {
			if c.language.In("group_"+group, form) {
				return group
			}
		}
	}
	return ""
}

// speaker resolves a source, given as tokens of its sentence, to a name of the
// article, and says which group it belongs to.
func (c *cast) speaker(s string, in *sentence, start, end int) (name, group string) {
	if start > 0 && in.tokens[start].kind == subordinator && in.tokens[start].role.Is(text.Relative) {
		before := start
		for before > 0 && in.tokens[before-1].kind == comma {
			before--
		}
		if from := in.phraseBefore(before - 1); from < before {
			start, end = from, before
		}
	}
	tokens := in.tokens[start:end]
	if len(tokens) == 1 && tokens[0].kind == pronoun {
		return c.pronoun(tokens[0].lower)
	}
	i := c.named(s, in, start, end)
	if i < 0 {
		i = c.definite(tokens)
	}
	if i >= 0 {
		return c.speaks(i, lowers(tokens))
	}
	name, group = c.described(s, in, start, end), orOther(c.groupOf(lowers(tokens)))
	if len(tokens) == 1 && tokens[0].kind == determiner {
		return name, "unnamed"
	}
	c.bodyName, c.bodyKind = name, group
	return name, group
}

// speaks notes that the member spoke and returns its name and group. What it
// is called here counts before what it was called elsewhere.
func (c *cast) speaks(i int, called []string) (name, group string) {
	m := &c.members[i]
	if m.group == "" || m.group == "other" {
		m.group = orOther(cmp.Or(c.groupOf(without(called, m.words)), c.groupOf(m.roles)))
		switch {
		case c.language.In("state_names", strings.Join(m.words, " ")):
			m.group = "official"
		case m.body:
			m.group = orOther(cmp.Or(c.groupOf(m.words), m.group))
		}
	}
	if m.body {
		c.bodyName, c.bodyKind = m.name, m.group
	} else {
		c.people = append(c.people, i)
	}
	return m.name, m.group
}

// hears notes who a sentence is about before anybody speaks in it: its first
// noun phrase, if that is a name.
func (c *cast) hears(s string, in *sentence) {
	start := 0
	for start < len(in.tokens) && (in.tokens[start].kind == coordinator || in.tokens[start].kind == adverb) {
		start++
	}
	if start == len(in.tokens) || in.tokens[start].kind == pronoun {
		return
	}
	end := in.phraseAfter(start, true)
	if end == start {
		return
	}
	if i := c.named(s, in, start, end); i >= 0 {
		c.speaks(i, lowers(in.tokens[start:end]))
	}
}

func orOther(group string) string {
	if group == "" {
		return "other"
	}
	return group
}

// without returns the words that are not among the others.
func without(words, others []string) []string {
	return slices.DeleteFunc(slices.Clone(words), func(w string) bool { return slices.Contains(others, w) })
}

// pronoun resolves a pronoun to the last person, or body, that spoke or was
// spoken of, unless their title says that it cannot be meant.
func (c *cast) pronoun(lower string) (name, group string) {
	switch {
	case c.language.In("body_pronouns_spoken", lower) && c.bodyName != "":
		return c.bodyName, c.bodyKind
	case c.language.In("female_pronouns_spoken", lower):
		return c.lastPerson("female")
	case c.language.In("male_pronouns", lower):
		return c.lastPerson("male")
	}
	return "", "unnamed"
}

// lastPerson returns the last person of the sex that was spoken of not long
// ago, one of unknown sex included.
func (c *cast) lastPerson(sex string) (name, group string) {
	const longest = 3 // mentions of others in between
	for n, i := range slices.Backward(c.people) {
		m := &c.members[i]
		if n < len(c.people)-longest {
			break
		}
		if m.sex == "" || m.sex == sex {
			m.sex = sex
			c.people = append(c.people, i)
			return m.name, orOther(m.group)
		}
	}
	return "", "unnamed"
}

// sexOf returns what a title among the words tells, "" if none does.
func (c *cast) sexOf(words []string) string {
	for _, sex := range []string{"male", "female"} {
		if slices.ContainsFunc(words, func(w string) bool { return c.language.In(sex+"_titles", w) }) {
			return sex
		}
	}
	return ""
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
	return c.language.Classes(lower) != "" || c.language.Classes(strings.TrimSuffix(lower, "s")) != ""
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

// described returns a source that is no name, without determiner and without
// what follows a comma: "spokesman for the port".
func (c *cast) described(s string, in *sentence, start, end int) string {
	for i := start + 1; i < end; i++ {
		if in.tokens[i].kind == comma || in.tokens[i].kind == subordinator {
			end = i
		}
	}
	if in.tokens[start].kind == determiner && end > start+1 {
		start++
	}
	return in.span(start, end).Of(s)
}
