package entity

import (
	"slices"

	"parallax/generator/grammar"
	"parallax/generator/reading"
	"parallax/generator/text"
)

// A voice is whom the source of an attribution means, before names of several
// articles are joined.
type voice struct {
	member int      // of the cast; -1 if it is none
	name   string   // of one who is no member, as the article says it; may be empty
	words  []string // of the source, lower case
	unsaid bool     // the article names nobody
	joint  []int    // members of the cast who say it together
}

// nobody is the voice of a source that the article does not name.
func nobody() voice { return voice{member: -1, unsaid: true} }

// voices returns whom the source of each attribution of an article means, and
// the cast that they are members of.
func (c *Entities) voices(r *reading.Reading) (*cast, []voice) {
	cast := newCast(r)
	list := make([]voice, len(r.Attributions()))
	heard := 0
	for i, a := range r.Attributions() {
		for ; heard <= a.Passage; heard++ {
			cast.hears(r.Folded(heard))
		}
		list[i] = nobody()
		if len(a.Source) == 0 {
			continue
		}
		in := r.Folded(a.Passage)
		if start, end := in.TokensOf(a.Source[0]); start < end { // a source in another sentence is nobody here
			list[i] = cast.voice(in, start, end)
		}
	}
	return cast, list
}

// voice resolves a source, given as tokens of its sentence, to a member.
func (c *cast) voice(in *grammar.Sentence, start, end int) voice {
	start, end = c.whole(in, start, end)
	if placed(in, start, end) {
		return voice{member: -1}
	}
	tokens := in.Tokens[start:end]
	if len(tokens) == 1 && tokens[0].Kind == grammar.Pronoun {
		return c.pronoun(tokens[0].Lower)
	}
	if from, to, ok := c.writer(in, start, end); ok {
		return c.voice(in, from, to)
	}
	if from, to, names := c.joint(in, start, end); len(names) > 1 {
		v := voice{member: -1, name: in.Bytes(from, to).Of(c.reading.Text()), words: lowers(in.Tokens[from:to])}
		for _, name := range names {
			v.joint = append(v.joint, c.named(in, name[0], name[1]))
		}
		c.body, c.last, c.plural = v, v, true
		return v
	}
	i := c.named(in, start, end)
	if i < 0 {
		i = c.definite(tokens)
	}
	if i >= 0 {
		return c.speaks(i, lowers(tokens))
	}
	if head := c.head(tokens); head >= 0 && c.language.In("writings", c.language.Rules().Singular(tokens[head].Lower)) {
		if c.language.In("definite", tokens[0].Lower) {
			return c.last
		}
		return voice{member: -1}
	}
	if len(tokens) == 1 && (tokens[0].Kind == grammar.Determiner || tokens[0].Kind == grammar.Numeral) {
		return nobody()
	}
	if !c.speakable(tokens, c.headline(in)) {
		return voice{member: -1}
	}
	v := voice{member: -1, name: c.phrase(in, start, end), words: lowers(tokens)}
	c.body, c.last, c.plural = v, v, c.language.Rules().Plural(v.name)
	return v
}

// whole returns the tokens of the phrase that a source means: what stands before a
// relative pronoun, and the name before an age or a party.
func (c *cast) whole(in *grammar.Sentence, start, end int) (int, int) {
	if start > 0 && in.Tokens[start].Kind == grammar.Subordinator && in.Tokens[start].Role.Is(text.Relative) {
		before := start
		for before > 0 && in.Tokens[before-1].Kind == grammar.Comma {
			before--
		}
		if from := in.PhraseBefore(before - 1); from < before {
			start, end = from, before
		}
	}
	if from, to, ok := c.overParticiple(in, start); ok {
		start, end = from, to
	}
	if start > 1 && in.Tokens[start-1].Kind == grammar.Comma && (in.Tokens[start].Kind == grammar.Numeral || c.party(in, start-1) != "") {
		start = min(start, in.PhraseBefore(start-2)) // an age or a party stands between the name and what else is said of it
	}
	if from, ok := beforeComma(in, start, end); ok {
		start, end = from, start-1
	}
	return start, end
}

// overParticiple returns the phrase of which a participle says something, if what begins
// at token start is joined to that: "Tom Hale, speaking at a dinner", "a man running for
// mayor".
func (c *cast) overParticiple(in *grammar.Sentence, start int) (from, to int, ok bool) {
	verb := start - 2
	if verb < 1 || in.Tokens[start-1].Kind != grammar.Preposition || in.Tokens[verb].Kind != grammar.Verb {
		return 0, 0, false
	}
	if c.language.In("cue_phrases", in.Tokens[verb].Lower+" "+in.Tokens[start-1].Lower) {
		return 0, 0, false // "according to"
	}
	last, forms := verb-1, text.Gerund
	if in.Tokens[last].Kind == grammar.Comma {
		last, forms = last-1, text.Gerund|text.Participle
	}
	if last < 0 || !in.Tokens[last].Nominal() || in.Tokens[verb].Verb.Forms&forms == 0 {
		return 0, 0, false
	}
	return in.PhraseBefore(last), last + 1, true
}

// beforeComma returns where the name begins that tokens [start, end) between commas
// describe: "Mary Moss, the sister of Ida Moss, criticized".
func beforeComma(in *grammar.Sentence, start, end int) (from int, ok bool) {
	if !betweenCommas(in, start, end) || in.Tokens[start].Kind == grammar.Name || in.Tokens[beforeName(in, start-2)].Kind == grammar.Preposition {
		return 0, false
	}
	from = in.PhraseBefore(start - 2)
	return from, from < start-1
}

// placed reports whether a name says where a place lies: "in Tarn, Tex., explained".
func placed(in *grammar.Sentence, start, end int) bool {
	return end == start+1 && betweenCommas(in, start, end) && in.Tokens[start].Kind == grammar.Name && in.Tokens[beforeName(in, start-2)].Kind == grammar.Preposition
}

// betweenCommas reports whether tokens [start, end) stand between commas, a name before
// them.
func betweenCommas(in *grammar.Sentence, start, end int) bool {
	return start >= 2 && end < len(in.Tokens) && in.Tokens[start-1].Kind == grammar.Comma && in.Tokens[end].Kind == grammar.Comma && in.Tokens[start-2].Kind == grammar.Name
}

// beforeName returns the token before the name that ends with token i, or its first.
func beforeName(in *grammar.Sentence, i int) int {
	for i > 0 && in.Tokens[i].Kind == grammar.Name {
		i--
	}
	return i
}

// writer returns who wrote the document that the tokens [start, end) mean:
// "Hale's letter", "a statement from the union".
func (c *cast) writer(in *grammar.Sentence, start, end int) (from, to int, ok bool) {
	for i := start; i < end; i++ {
		t := in.Tokens[i]
		if t.Kind == grammar.Comma || t.Kind == grammar.Preposition || t.Kind == grammar.Subordinator {
			return 0, 0, false
		}
		if t.Kind != grammar.Noun || !c.language.In("writings", t.Lower) {
			continue
		}
		if from, to, owned := in.Owner(i); owned && from >= start {
			return from, to, true
		}
		if i+2 < end && (in.Tokens[i+1].Role.Is(text.Agent) || c.language.In("writers_after", in.Tokens[i+1].Lower)) {
			return i + 2, end, true
		}
	}
	return 0, 0, false
}

// joint returns the tokens of persons who say something together, and of each name:
// "Sens. Ida Moss, Tom Hale and Jay Reed". None of them is then said to have said it
// alone. There is no name if one speaks alone.
func (c *cast) joint(in *grammar.Sentence, start, end int) (from, to int, names [][2]int) {
	and := start
	for and < end && in.Tokens[and].Nominal() {
		and++
	}
	if and >= end || in.Tokens[and].Kind != grammar.Coordinator {
		and = start - 1 // the list may have been cut before its last name
	}
	for to = and + 1; to < end && in.Tokens[to].Kind == grammar.Name; to++ {
	}
	if and < 1 || in.Tokens[and].Kind != grammar.Coordinator || !c.personal(in, and+1, to) || to < end && in.Tokens[to].Kind != grammar.Comma {
		return 0, 0, nil
	}
	names = append(names, [2]int{and + 1, to})
	for at := and; at > 0; at = from - 1 {
		first, last := before(in, at)
		if !c.personal(in, first, last) || first > 0 && in.Tokens[first-1].Kind == grammar.Preposition {
			break
		}
		from, names = first, append(names, [2]int{first, last})
		if from == 0 || in.Tokens[from-1].Kind != grammar.Comma {
			break
		}
	}
	if len(names) > 1 && from > 0 && in.Tokens[from-1].Upper && in.Tokens[from-1].Nominal() {
		from-- // "Sens."
	}
	return from, to, names
}

// before returns the tokens of the name that ends before token at, and before a comma.
func before(in *grammar.Sentence, at int) (first, last int) {
	last = at
	if in.Tokens[last-1].Kind == grammar.Comma {
		last--
	}
	for first = last; first > 0 && in.Tokens[first-1].Kind == grammar.Name; {
		first--
	}
	return first, last
}

// personal reports whether tokens can be a person's name: two or more words, the first
// a title perhaps.
func (c *cast) personal(in *grammar.Sentence, start, end int) bool {
	return end-start > 1 && !c.language.In("groups", in.Tokens[end-1].Lower) && !c.language.In("places", in.Tokens[end-1].Lower)
}

// named returns the member that the tokens [start, end) name: the one whose
// name ends with the last run of capitals before a preposition, -1 if there is
// none. A name of one word that was not met before becomes a member.
func (c *cast) named(in *grammar.Sentence, start, end int) int {
	tokens := in.Tokens[start:end]
	for at := 0; at < len(tokens); at++ {
		if tokens[at].Kind == grammar.Preposition && !c.held(tokens, at+1, c.nameEnd(tokens, at+1)) { // a name after it is no head, one after a comma may be
			for at < len(tokens) && tokens[at].Kind != grammar.Comma {
				at++
			}
			continue
		}
		end := c.nameEnd(tokens, at)
		if end == at {
			continue
		}
		if heads(tokens, end) && !(end < len(tokens) && c.held(tokens, end+1, c.nameEnd(tokens, end+1))) {
			return c.member(in, start+at, start+end)
		}
		at = end - 1
	}
	return -1
}

// heads reports whether the name that ends before a token is the head of its
// phrase.
func heads(tokens []grammar.Token, end int) bool {
	if end == len(tokens) || tokens[end-1].Genitive {
		return end == len(tokens)
	}
	return tokens[end].Kind == grammar.Comma || tokens[end].Kind == grammar.Preposition || tokens[end].Kind == grammar.Coordinator
}

// member returns the member that the name of the tokens [start, end) means, its
// titles included; -1 if it is a word of the language, or a post.
func (c *cast) member(in *grammar.Sentence, start, end int) int {
	first := c.withoutTitles(in.Tokens, start, end)
	i := c.find(c.words(in.Tokens[first:end]))
	switch {
	case i >= 0:
		return i
	case c.headline(in):
		return c.inHeadline(in.Tokens[start:end])
	case end == first+1 && c.common(in.Tokens[first]) || c.post(in.Tokens[start:end]):
		return -1
	}
	return c.meet(in, start, first, end)
}

// inHeadline returns the member whose name ends a run of capitals of a headline,
// -1 if there is none: the rest may be any words. A body is named in full there.
func (c *cast) inHeadline(tokens []grammar.Token) int {
	words := c.words(tokens)
	for from := range words {
		i := c.find(words[from:])
		if i >= 0 && (from == 0 || !c.members[i].body || len(c.members[i].words) == len(words)-from) {
			return i
		}
	}
	return -1
}

// common reports whether a word is one of the language, so that its capital
// alone does not make it a name.
func (c *cast) common(t grammar.Token) bool {
	if c.language.In("state_names", t.Lower) {
		return false
	}
	return slices.ContainsFunc(c.language.Rules().Singulars(t.Lower), func(form string) bool { return c.language.Classes(form) != "" })
}

// speaks notes that a member spoke, and what it is called here.
func (c *cast) speaks(i int, called []string) voice {
	m := &c.members[i]
	if m.body {
		c.body, c.plural = voice{member: i}, false
	} else {
		c.people = append(c.people, i)
	}
	c.last = voice{member: i}
	return voice{member: i, words: called}
}

// hears notes who a sentence is about before anybody speaks in it: its first
// noun phrase, if that is a name or somebody's ("Hale's plan"), and the subject of a
// clause that a conjunction joins to it.
func (c *cast) hears(in *grammar.Sentence) {
	start := in.Dateline()
	for start < len(in.Tokens) && (in.Tokens[start].Kind == grammar.Coordinator || in.Tokens[start].Kind == grammar.Adverb) {
		start++
	}
	c.isAbout(in, start)
	told := false // a verb came before
	for at := start + 1; at < len(in.Tokens) && in.Tokens[at-1].Kind != grammar.Subordinator; at++ {
		told = told || in.Tokens[at-1].Verbal()
		if !told || in.Tokens[at-1].Kind != grammar.Coordinator || in.Tokens[at].Kind != grammar.Name {
			continue
		}
		if end := in.PhraseAfter(at, true); end < len(in.Tokens) && in.Tokens[end].Verbal() {
			c.isAbout(in, at)
		}
	}
}

// isAbout notes who the noun phrase at token start names or whose it is.
func (c *cast) isAbout(in *grammar.Sentence, start int) {
	if start >= len(in.Tokens) || in.Tokens[start].Kind == grammar.Pronoun {
		return
	}
	end := in.PhraseAfter(start, true)
	if end == start {
		return
	}
	i := c.named(in, start, end)
	if owner := c.nameEnd(in.Tokens, start); i < 0 && owner > start && in.Tokens[owner-1].Genitive {
		i = c.find(c.words(in.Tokens[c.withoutTitles(in.Tokens, start, owner):owner]))
	}
	if i >= 0 {
		c.speaks(i, nil)
	}
}

// pronoun resolves a pronoun to the last person, or body, that spoke or was
// spoken of, unless their title says that it cannot be meant.
func (c *cast) pronoun(lower string) voice {
	switch {
	case c.language.In("body_pronouns_spoken", lower) && !c.body.unsaid && c.plural == c.language.In("plural_pronouns_spoken", lower):
		return c.body
	case c.language.In("female_pronouns_spoken", lower):
		return c.lastPerson("female")
	case c.language.In("male_pronouns", lower):
		return c.lastPerson("male")
	}
	return nobody()
}

// lastPerson returns the last person of the sex that was spoken of not long
// ago, one of unknown sex included.
func (c *cast) lastPerson(sex string) voice {
	const longest = 3 // mentions of others in between
	for n, i := range slices.Backward(c.people) {
		m := &c.members[i]
		if n < len(c.people)-longest {
			break
		}
		if m.sex == "" || m.sex == sex {
			m.sex = sex
			c.people = append(c.people, i)
			return voice{member: i}
		}
	}
	return nobody()
}

// phrase returns a source that is no name, without determiner and without what
// follows a comma: "spokesman for the port".
func (c *cast) phrase(in *grammar.Sentence, start, end int) string {
	for i := start + 1; i < end; i++ {
		if in.Tokens[i].Kind == grammar.Comma || in.Tokens[i].Kind == grammar.Subordinator {
			end = i
		}
	}
	if first := in.Tokens[start].Kind; (first == grammar.Determiner || first == grammar.Possessive) && end > start+1 {
		start++
	}
	return in.Bytes(start, end).Of(c.reading.Text())
}

// speakable reports whether a source can be somebody who speaks: a name, or a
// noun for a person, a group or a writing. A time, a figure and a thing cannot.
// A capital makes no name in a headline.
func (c *cast) speakable(tokens []grammar.Token, headline bool) bool {
	head := c.head(tokens)
	if head < 0 || tokens[head].Role.Is(text.Time) {
		return false
	}
	if tokens[head].Upper && !headline && (head > 0 || !c.common(tokens[head]) || c.lastName(tokens[head].Lower)) {
		return true
	}
	for _, form := range c.language.Rules().Singulars(tokens[head].Lower) {
		for _, list := range speakableLists() {
			if c.language.In(list, form) {
				return true
			}
		}
	}
	return false
}

// head returns the index of the noun or name that a phrase is about, -1 if there
// is none: the last before what qualifies it.
func (c *cast) head(tokens []grammar.Token) int {
	head := -1
	for i, t := range tokens {
		if t.Kind == grammar.Preposition || t.Kind == grammar.Comma || t.Kind == grammar.Subordinator || t.Kind == grammar.Verb || i > 0 && c.language.In("informed", t.Lower) {
			break
		}
		if t.Kind == grammar.Noun || t.Kind == grammar.Name {
			head = i
		}
	}
	return head
}

// lastName reports whether a word ends the name of a member.
func (c *cast) lastName(lower string) bool {
	return slices.ContainsFunc(c.members, func(m member) bool { return m.words[len(m.words)-1] == lower })
}

// speakableLists returns the lists of nouns for those who can speak.
func speakableLists() []string {
	lists := []string{"people", "groups", "spokesmen", "documents", "speaking_others"}
	for _, group := range Groups() {
		lists = append(lists, "group_"+string(group))
	}
	return lists
}
