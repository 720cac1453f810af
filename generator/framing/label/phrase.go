package label

import (
	"cmp"
	"slices"
	"strings"

	"parallax/generator/entity"
	"parallax/generator/grammar"
	"parallax/generator/ratio"
	"parallax/generator/reading"
	"parallax/generator/text"
)

// phrases returns the mentions that are labels: names with what is said beside
// them, or common nouns whose heads stand for each other.
func (l *labeller) phrases(said telling) []entity.Mention {
	list := slices.Clone(said.names)
	var keep map[string]bool
	if len(said.names) == 0 {
		keep = l.connected(said.heads)
	}
	for _, m := range said.nouns {
		if keep[m.Head] || len(said.names) > 0 && m.Of >= 0 {
			list = append(list, m)
		}
	}
	for _, m := range said.names {
		if noun, ok := l.apposition(m); ok {
			list = append(list, noun)
		}
	}
	slices.SortStableFunc(list, inOrder)
	return list
}

// apposition returns the noun by which a name is described after it, between
// commas: "Hale, a former docker, ...".
func (l *labeller) apposition(m entity.Mention) (entity.Mention, bool) {
	in := l.Readings[m.Article].Folded(m.Passage)
	_, at := in.TokensOf(m.Span)
	if at+1 >= len(in.Tokens) || in.Tokens[at].Kind != grammar.Comma || in.Tokens[at+1].Kind != grammar.Determiner {
		return m, false
	}
	end := in.Appositive(at)
	if end <= at+1 || end < len(in.Tokens) && in.Tokens[end].Verbal() {
		return m, false
	}
	all := l.Entities.Mentions()
	from, _ := slices.BinarySearchFunc(all, m, func(x, y entity.Mention) int { return cmp.Or(x.Article-y.Article, x.Span.Start-y.Span.Start) })
	for _, noun := range all[from:] {
		if noun.Article != m.Article || noun.Span.Start >= in.Tokens[end-1].End {
			break
		}
		if noun.Kind == entity.Noun && noun.Span.Start >= in.Tokens[at].End {
			return noun, l.describes(noun, m)
		}
	}
	return m, false
}

// describes reports whether a noun of an apposition is its head and can be said
// of the name: "the country's largest store" is no country, and one person no
// several.
func (l *labeller) describes(noun, name entity.Mention) bool {
	r := l.Readings[noun.Article]
	rules := r.Language().Rules()
	last := noun.Words[len(noun.Words)-1]
	_, end := r.Folded(noun.Passage).TokensOf(last.Span)
	genitive := end > 0 && r.Folded(noun.Passage).Tokens[end-1].Genitive
	several := rules.Singular(last.Lower) != last.Lower
	return !genitive && (!several || l.Entities.KindOf(name) != entity.Person)
}

// addPhrase counts a mention under its whole phrase.
func (l *labeller) addPhrase(side *Side, m entity.Mention) {
	r := l.Readings[m.Article]
	rules := r.Language().Rules()
	span := trimmed(rules, r.Text(), m.Span)
	label, key := l.written(m, span), m.Head
	if m.Kind == entity.Noun {
		words := strings.Fields(strings.ToLower(label))
		words[len(words)-1] = rules.Singular(words[len(words)-1])
		key = strings.Join(words, " ")
	}
	i := slices.IndexFunc(side.Labels, func(x Label) bool { return x.Head == key })
	if i < 0 {
		i = len(side.Labels)
		side.Labels = append(side.Labels, Label{Text: label, Head: key, Modifiers: modifiersOf(r, m), First: i == 0})
	}
	use := &side.Labels[i]
	if r.VoiceAt(m.Span.Start) == reading.Quoted {
		use.Quoted++
	} else {
		use.Count++
	}
	use.Evidence = append(use.Evidence, reading.Evidence{Article: m.Article, Passage: m.Passage, Span: span})
}

// written returns a label as it stands in the article, without numbers before
// it that are no part of a compound. A capital that a headline or the beginning of a
// sentence gives to a word which the event has in small letters too is not its own.
func (l *labeller) written(m entity.Mention, span text.Span) string {
	r := l.Readings[m.Article]
	first := 0
	for first < len(m.Words)-1 && l.counts(r.Text(), m.Words[first], m.Words[first+1]) {
		first++
	}
	from := m.Words[first].Start
	words := strings.Fields(r.Text()[from:span.End])
	begins := from == r.Article().Passages[m.Passage].Start
	for i, w := range words {
		if m.Kind == entity.Noun && (m.Passage == 0 || begins && i == 0) && l.plain(w) {
			words[i] = strings.ToLower(w)
		}
	}
	return strings.Join(words, " ")
}

// counts reports whether a word of a label is a number, and no part of a compound
// with the next: "20 ships", but "second-degree murder".
func (l *labeller) counts(source string, w, next text.Word) bool {
	return w.Digit && next.Digit || (w.Digit || l.numerals[w.Lower]) && source[w.End:next.Start] != "-"
}

// plain reports whether the event writes a word, or all parts of a compound, without a
// capital elsewhere, be it in another number: "Aides", "Same-Sex".
func (l *labeller) plain(word string) bool {
	for part := range strings.SplitSeq(strings.ToLower(word), "-") {
		if !l.small[part] && !l.small[l.Language.Rules().Singular(part)] {
			return false
		}
	}
	return true
}

// difference returns how differently the articles speak of something: the
// mean, over pairs of them, of the share of words that only one uses. Words of
// its names do not count, nor numbers.
func (l *labeller) difference(mentions []entity.Mention) float64 {
	names := map[string]bool{}
	for _, m := range mentions {
		if m.Kind == entity.Name {
			for _, w := range m.Words {
				names[w.Stem] = true
			}
		}
	}
	sum, pairs := 0.0, 0
	sides := l.wordsBeside(mentions, names)
	for i, a := range sides {
		for _, b := range sides[i+1:] {
			both := 0
			for w := range b {
				if a[w] {
					both++
				}
			}
			all := len(a) + len(b) - both
			sum += ratio.Of(float64(all-both), float64(all))
			pairs++
		}
	}
	return ratio.Of(sum, float64(pairs))
}

// wordsBeside returns the words of each article's phrases for something, without those of
// its names and without numbers.
func (l *labeller) wordsBeside(mentions []entity.Mention, names map[string]bool) []map[string]bool {
	var sides []map[string]bool
	for i, m := range mentions {
		if i == 0 || m.Article != mentions[i-1].Article {
			sides = append(sides, map[string]bool{})
		}
		if m.Kind == entity.Name {
			continue
		}
		for _, w := range m.Words {
			if !w.Digit && !names[w.Stem] && !l.numerals[w.Lower] {
				sides[len(sides)-1][w.Stem] = true
			}
		}
	}
	return sides
}
