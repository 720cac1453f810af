package entity

import (
	"slices"
	"strings"

	"parallax/generator/grammar"
	"parallax/generator/text"
)

// described returns what a sentence says that the name of the tokens [start,
// end) is, whose titles begin at token title: the words before it, and
// appositions. Each is a description, its words in lower case.
func (c *cast) described(in *grammar.Sentence, title, start, end int) [][]string {
	var list [][]string
	from := start
	for from > 0 && (in.Tokens[from-1].Kind == grammar.Noun || in.Tokens[from-1].Kind == grammar.Name) {
		from--
	}
	if before, ok := in.Describes(from); ok {
		from = before
	}
	if from = min(from, title); from < start {
		list = append(list, lowers(in.Tokens[from:start]))
	}
	if party := c.party(in, end); party != "" {
		list = append(list, []string{party})
	}
	const most = 3
	for at := end; len(list) < most && at+1 < len(in.Tokens) && !in.Tokens[end-1].Genitive; {
		next := c.apposition(in, at)
		if next == at {
			break
		}
		if role := lowers(in.Tokens[at:next]); len(role) > 0 {
			list = append(list, role)
		}
		at = next
	}
	return list
}

// apposition returns the end of the description that the comma at token i
// opens; i if there is none. What a verb follows at once is the subject of a
// clause of its own: "Hale, the Gazette has learned".
func (c *cast) apposition(in *grammar.Sentence, i int) int {
	tokens := in.Tokens
	if tokens[i].Kind != grammar.Comma {
		return i
	}
	if tokens[i+1].Kind == grammar.Numeral && i+2 < len(tokens) && tokens[i+2].Kind == grammar.Comma {
		return i + 2 // an age
	}
	if tokens[i+1].Kind == grammar.Subordinator {
		return i
	}
	end := in.Appositive(i)
	if end == i {
		return i
	}
	if end < len(tokens) && tokens[end].Verbal() {
		return i
	}
	relative := false
	for j, t := range tokens[i+1 : end] {
		relative = relative || t.Kind == grammar.Subordinator
		finite := t.Kind == grammar.Auxiliary || t.Kind == grammar.Verb && t.Verb.Forms&(text.Participle|text.Gerund) == 0
		if finite && !relative && j > 0 {
			return i
		}
	}
	return end
}

// party returns the word for a politician where a party's letter stands after
// the name that ends before a token: "Darrell Issa, R-Calif.", "Lee Moss (D)".
func (c *cast) party(in *grammar.Sentence, end int) string {
	rest := strings.TrimLeft(c.reading.Text()[in.Tokens[end-1].End:], ", (")
	for _, line := range c.language.List("party_letters") {
		letter, party, _ := strings.Cut(line, " ")
		if after, found := strings.CutPrefix(rest, letter); found && (strings.HasPrefix(after, "-") || strings.HasPrefix(after, ")")) {
			return party
		}
	}
	return ""
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
