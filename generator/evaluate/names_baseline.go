package evaluate

import (
	"maps"
	"slices"
	"strings"

	"parallax/generator/corpus"
	"parallax/generator/evaluate/names"
	"parallax/generator/text"
)

// plainNames is the baseline: a row for each name that stands in two reports,
// by its last word, and a speaker for each that stands before "said".
func (x *examined) plainNames(l *text.Language) names.Event {
	rows := map[string]names.Row{}
	speakers := map[string]names.Speaker{}
	for _, a := range x.articles {
		addPlain(rows, a, l)
		for _, p := range a.Passages {
			at, found := said(p.Of(a.Text), l)
			if !found {
				continue
			}
			if speakers[at].At == nil {
				speakers[at] = names.Speaker{Who: at, Group: "official", At: map[string][]text.Span{}}
			}
			speakers[at].At[a.ID] = append(speakers[at].At[a.ID], x.origins[a.ID].Span(p.Span))
		}
	}
	e := names.Event{ID: x.id}
	for _, last := range slices.Sorted(maps.Keys(rows)) {
		if len(rows[last].Labels) > 1 {
			e.Names = append(e.Names, rows[last])
		}
	}
	for _, who := range slices.Sorted(maps.Keys(speakers)) {
		e.Speakers = append(e.Speakers, speakers[who])
	}
	return e
}

// addPlain adds the names of an article to the rows, by their last words.
func addPlain(rows map[string]names.Row, a *corpus.Article, l *text.Language) {
	for _, name := range l.Names(a.Text, l.Words(a.Text)) {
		full := strings.Join(strings.Fields(name.Of(a.Text)), " ")
		last := full[strings.LastIndexByte(full, ' ')+1:]
		if rows[last].Labels == nil {
			rows[last] = names.Row{Name: full, Labels: map[string][]string{}}
		}
		if !slices.Contains(rows[last].Labels[a.ID], full) {
			rows[last].Labels[a.ID] = append(rows[last].Labels[a.ID], full)
		}
	}
}

// said returns the word before the first "said" of a sentence.
func said(sentence string, l *text.Language) (who string, found bool) {
	words := l.Words(sentence)
	for i, w := range words {
		if w.Lower == "said" && i > 0 {
			return words[i-1].Lower, true
		}
	}
	return "", false
}
