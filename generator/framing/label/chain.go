package label

import (
	"cmp"
	"slices"
	"strings"

	"parallax/generator/entity"
	"parallax/generator/reading"
	"parallax/generator/text"
)

// A telling chain is what of a chain of mentions says something, in the outlets' own
// words or a source's.
type telling struct {
	names, nouns []entity.Mention
	heads        map[string]int // how often each head of a noun is among them
}

// telling returns what of a chain says something.
func (l *labeller) telling(chain []int) telling {
	said := telling{heads: map[string]int{}}
	for _, i := range chain {
		m := l.Entities.Mentions()[i]
		switch {
		case l.Readings[m.Article].VoiceAt(m.Span.Start) == reading.Retold:
		case m.Kind == entity.Name && (l.peoples[m.Head] || l.isDateline(m) || l.isElse(m)):
		case m.Kind == entity.Name:
			said.names = append(said.names, m)
		case m.Kind == entity.Noun && !l.Language.In("vague", m.Head):
			said.nouns = append(said.nouns, m)
			said.heads[m.Head]++
		}
	}
	return said
}

// inOrder orders mentions as they stand in the articles.
func inOrder(a, b entity.Mention) int {
	return cmp.Or(a.Article-b.Article, a.Span.Start-b.Span.Start)
}

// labelled returns the mentions that are labels: names and common nouns that say
// something, the heads among them connected by support.
func (l *labeller) labelled(said telling) []entity.Mention {
	keep := map[string]bool{}
	for _, m := range said.nouns { // a noun beside the name that it describes
		keep[m.Head] = keep[m.Head] || m.Of >= 0 && l.Entities.IsPerson(m.Head)
	}
	if len(said.names) == 0 {
		keep = l.connected(said.heads)
	}
	compounds := l.compounds(said.nouns)
	kept := slices.Clone(said.names)
	named := map[int]bool{}
	for _, m := range said.names {
		named[m.Article] = true
	}
	for _, m := range said.nouns {
		other := len(said.names) > 0 && (m.Words[len(m.Words)-1].Lower != m.Head || !named[m.Article])
		direct := len(said.names) == 0 || m.Of >= 0 || m.Definite
		if keep[m.Head] && !other && direct && compounds[l.labelKey(m)] {
			kept = append(kept, m)
		}
	}
	slices.SortStableFunc(kept, inOrder)
	return kept
}

func (l *labeller) isState(m entity.Mention) bool {
	_, listed := l.Entities.Listed(m)
	return listed
}

// isDateline reports whether a name is the place in capitals that a report
// begins with.
func (l *labeller) isDateline(m entity.Mention) bool {
	source := l.Readings[m.Article].Text()
	return len(m.Words) == 1 && m.Span.Len() > 4 && text.AllCapitals(m.Span.Of(source))
}

// isElse reports whether the name of a state, or of its capital, stands for something
// else: the last word of another name ("Democracy for America"), or the city ("the worst
// negotiator in Washington").
func (l *labeller) isElse(m entity.Mention) bool {
	if !l.isState(m) {
		return false
	}
	words := l.Readings[m.Article].PassageWords(m.Passage)
	at := slices.IndexFunc(words, func(w text.Word) bool { return w.Start == m.Span.Start })
	if at < 1 || !l.Language.Role(words[at-1].Lower).Is(text.Preposition|text.Genitive) {
		return false
	}
	return l.capitals[m.Head] || at > 2 && words[at-2].Upper
}

// labelKey is the key of the label of a mention.
func (l *labeller) labelKey(m entity.Mention) string {
	_, key := labelOf(l.Readings[m.Article], m)
	return key
}

// compounds returns the labels that stand for the participant and not for a
// kind of it: single words, listed compounds, and those that are used at least
// as often as their last word alone.
func (l *labeller) compounds(nouns []entity.Mention) map[string]bool {
	uses := map[string]int{}
	for _, m := range nouns {
		uses[l.labelKey(m)]++
	}
	keep := map[string]bool{}
	for key, n := range uses {
		head := key[strings.LastIndexByte(key, ' ')+1:]
		keep[key] = head == key || n >= 2 && n >= uses[head] || l.Entities.Compound(key)
	}
	return keep
}

// connected returns the most used head and those that stand for it; a listed
// compound ("war games") says enough by itself.
func (l *labeller) connected(count map[string]int) map[string]bool {
	heads := make([]string, 0, len(count))
	for h := range count {
		heads = append(heads, h)
	}
	slices.SortFunc(heads, func(a, b string) int { return cmp.Or(count[b]-count[a], cmp.Compare(a, b)) })
	keep := map[string]bool{}
	for _, h := range heads {
		keep[h] = h == heads[0] || l.support[[2]string{h, heads[0]}] || l.Entities.Compound(h)
	}
	return keep
}

// sameNames maps the labels that are forms of one name, such as "Hale" and
// "Ida Hale" or "US", to that name: choosing among them makes no contrast.
func (l *labeller) sameNames(mentions []entity.Mention) map[string]string {
	same := map[string]string{}
	for _, m := range mentions {
		if m.Kind != entity.Name {
			continue
		}
		key, listed := l.Entities.Listed(m)
		switch {
		case !listed:
			same[l.labelKey(m)] = l.Entities.FullName(m)
		case strings.HasPrefix(strings.ReplaceAll(l.Entities.Core(m), ".", ""), text.Initials(strings.Fields(key))):
			same[l.labelKey(m)] = key
		}
	}
	return same
}
