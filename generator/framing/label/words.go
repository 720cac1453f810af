package label

import (
	"cmp"
	"slices"
	"strings"

	"parallax/generator/entity"
	"parallax/generator/ratio"
	"parallax/generator/reading"
	"parallax/generator/text"
)

// sides counts the labels of each article.
func (l *labeller) sides(mentions []entity.Mention) []Side {
	var sides []Side
	for _, m := range mentions {
		if len(sides) == 0 || sides[len(sides)-1].Article != m.Article {
			sides = append(sides, Side{Article: m.Article})
		}
		l.addLabel(&sides[len(sides)-1], m)
	}
	for i := range sides {
		slices.SortStableFunc(sides[i].Labels, func(a, b Label) int { return b.Uses() - a.Uses() })
	}
	return sides
}

// Uses returns how often an article uses a label.
func (l Label) Uses() int { return l.Count + l.Quoted }

// addLabel counts a mention under its label.
func (l *labeller) addLabel(side *Side, m entity.Mention) {
	r := l.Readings[m.Article]
	words, head := labelOf(r, m)
	i := slices.IndexFunc(side.Labels, func(x Label) bool { return x.Head == head })
	if i < 0 {
		i = len(side.Labels)
		side.Labels = append(side.Labels, Label{Text: words, Head: head, Modifiers: []string{}, First: i == 0})
	}
	label := &side.Labels[i]
	if r.VoiceAt(m.Span.Start) == reading.Quoted {
		label.Quoted++
	} else {
		label.Count++
	}
	for _, w := range modifiersOf(r, m) {
		if !slices.Contains(label.Modifiers, w) {
			label.Modifiers = append(label.Modifiers, w)
		}
	}
	label.Evidence = append(label.Evidence, reading.Evidence{Article: m.Article, Passage: m.Passage, Span: trimmed(r.Language().Rules(), r.Text(), m.Span)})
}

// labelOf returns a mention as a label, and the key by which labels count as
// the same: a name whole, a common noun with the nouns before it.
func labelOf(r *reading.Reading, m entity.Mention) (words, key string) {
	source := r.Text()
	if m.Kind == entity.Name {
		words = strings.Join(strings.Fields(trimmed(r.Language().Rules(), source, m.Span).Of(source)), " ")
		return words, strings.ToLower(strings.ReplaceAll(words, ".", ""))
	}
	from := labelStart(r, m)
	span := trimmed(r.Language().Rules(), source, text.Span{Start: m.Words[from].Start, End: m.Span.End})
	var parts []string
	for _, w := range m.Words[from:] {
		parts = append(parts, w.Lower)
	}
	parts[len(parts)-1] = r.Language().Rules().Singular(parts[len(parts)-1])
	return strings.ToLower(span.Of(source)), strings.Join(parts, " ")
}

// labelStart returns the index of the first word of the label proper: parts
// of a compound and nouns before the head belong to it, adjectives do not.
func labelStart(r *reading.Reading, m entity.Mention) int {
	source := r.Text()
	from := len(m.Words) - 1
	if strings.Contains(m.Head, " ") {
		from-- // a listed compound: "temporary staff"
	}
	for from > 0 {
		before := m.Words[from-1]
		gap := source[before.End:m.Words[from].Start]
		if gap != "-" && (before.Upper || !strings.HasPrefix(r.Language().Classes(before.Lower), "n")) {
			break
		}
		from--
	}
	return from
}

// modifiersOf returns the words before a common noun that are not part of its
// label.
func modifiersOf(r *reading.Reading, m entity.Mention) []string {
	if m.Kind == entity.Name {
		return nil
	}
	var list []string
	for _, w := range m.Words[:labelStart(r, m)] {
		if !w.Digit {
			list = append(list, trimmed(r.Language().Rules(), r.Text(), w.Span).Of(r.Text()))
		}
	}
	return list
}

// trimmed cuts a possessive ending off a span, and adds the last full stop of
// an abbreviation.
func trimmed(rules text.Rules, source string, span text.Span) text.Span {
	if strings.Contains(span.Of(source), ".") && strings.HasPrefix(source[span.End:], ".") && !strings.Contains(span.Of(source), " ") {
		span.End++
	}
	span.End = span.Start + len(rules.Bare(span.Of(source)))
	return span
}

// markOwn marks the labels that no other side has.
func markOwn(sides []Side) {
	users := map[string]int{}
	for _, s := range sides {
		for _, l := range s.Labels {
			users[l.Head]++
		}
	}
	for _, s := range sides {
		for i := range s.Labels {
			s.Labels[i].Own = users[s.Labels[i].Head] == 1
		}
	}
}

// nameOfParticipant returns the label that most sides use, the most used of
// those, the longer of equals.
func nameOfParticipant(sides []Side) string {
	type use struct{ sides, count int }
	uses, texts := map[string]use{}, map[string]string{}
	var heads []string
	for _, s := range sides {
		for _, l := range s.Labels {
			if _, known := uses[l.Head]; !known {
				heads = append(heads, l.Head)
				texts[l.Head] = l.Text
			}
			uses[l.Head] = use{uses[l.Head].sides + 1, uses[l.Head].count + l.Uses()}
		}
	}
	best := slices.MinFunc(heads, func(a, b string) int {
		return cmp.Or(uses[b].sides-uses[a].sides, uses[b].count-uses[a].count, len(b)-len(a), cmp.Compare(a, b))
	})
	return texts[best]
}

// contrastOf returns how differently the sides label: the mean, over pairs of
// sides, of the share of mentions that the two do not have in common. Same
// maps labels to those that they count as.
func contrastOf(sides []Side, same map[string]string) float64 {
	sum, pairs := 0.0, 0
	for i, a := range sides {
		for _, b := range sides[i+1:] {
			sum += 1 - commonShare(a, b, same)
			pairs++
		}
	}
	return ratio.Of(sum, float64(pairs))
}

// commonShare returns the share of mentions that two sides label alike.
func commonShare(a, b Side, same map[string]string) float64 {
	p, q := a.shares(same), b.shares(same)
	common := 0.0
	for _, l := range sortedLabels(p) {
		common += min(p[l], q[l])
	}
	return common
}

// shares returns the share of each label among the side's mentions.
func (s Side) shares(same map[string]string) map[string]float64 {
	shares := map[string]float64{}
	for _, l := range s.Labels {
		shares[cmp.Or(same[l.Head], l.Head)] += float64(l.Uses()) / float64(s.Uses())
	}
	return shares
}

func sortedLabels(shares map[string]float64) []string {
	labels := make([]string, 0, len(shares))
	for l := range shares {
		labels = append(labels, l)
	}
	slices.Sort(labels)
	return labels
}

// Uses returns how often an article refers to the participant.
func (s Side) Uses() int {
	n := 0
	for _, l := range s.Labels {
		n += l.Uses()
	}
	return n
}

// differs reports whether the sides differ by more than the length of a name:
// one has a label that shares no word with the labels of another.
func differs(sides []Side) bool {
	for i, a := range sides {
		for j, b := range sides {
			if i != j && slices.ContainsFunc(a.Labels, func(l Label) bool { return !b.has(l) }) {
				return true
			}
		}
	}
	return false
}

// has reports whether a label shares a word with those of a side.
func (s Side) has(label Label) bool {
	for _, l := range s.Labels {
		for w := range strings.FieldsSeq(l.Head) {
			if slices.ContainsFunc(strings.Fields(label.Head), func(v string) bool { return SameWord(v, w) }) {
				return true
			}
		}
	}
	return false
}

// SameWord reports whether two words are equal or begin alike: "Republican"
// and "Republicans" are no different label.
func SameWord(a, b string) bool {
	return a == b || min(len(a), len(b)) > 4 && (strings.HasPrefix(a, b) || strings.HasPrefix(b, a))
}
