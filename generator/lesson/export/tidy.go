package export

import (
	"slices"
	"strings"

	"parallax/generator/lesson"
)

// tidied returns the material with every text tidy.
func tidied(m *Material) *Material {
	t := *m
	t.Title = tidy(m.Title)
	t.Items, t.Terms = slices.Clone(m.Items), slices.Clone(m.Terms)
	for i := range t.Items {
		tidyItem(&t.Items[i])
	}
	for i := range t.Terms {
		t.Terms[i] = Term{tidy(t.Terms[i].Words), tidy(t.Terms[i].Meaning)}
	}
	return &t
}

// tidyItem makes the texts of an item tidy. The lists are its own afterwards.
func tidyItem(x *lesson.Item) {
	x.Name, x.Prompt, x.Key, x.Why = tidy(x.Name), tidy(x.Prompt), tidy(x.Key), tidy(x.Why)
	x.Excerpts, x.Rows, x.Options = slices.Clone(x.Excerpts), slices.Clone(x.Rows), slices.Clone(x.Options)
	x.Models, x.Evidence = slices.Clone(x.Models), slices.Clone(x.Evidence)
	for i := range x.Options {
		o := &x.Options[i]
		if x.Form == lesson.Mark {
			o.Start = len(tidy(x.Excerpts[0].Words[:o.Start]))
		}
		o.Words = tidy(o.Words)
	}
	for i := range x.Excerpts {
		x.Excerpts[i].Label, x.Excerpts[i].Words = tidy(x.Excerpts[i].Label), tidy(x.Excerpts[i].Words)
	}
	for i := range x.Rows {
		x.Rows[i].Words = tidy(x.Rows[i].Words)
	}
	for _, list := range [][]string{x.Models, x.Evidence} {
		for i := range list {
			list[i] = tidy(list[i])
		}
	}
}

// tidy returns a text that every format can hold. It maps signs one by one, so
// that the tidy parts of a text make the tidy text.
func tidy(s string) string {
	s = strings.ToValidUTF8(strings.ReplaceAll(s, "\r\n", "\n"), "\uFFFD")
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\r' || r == '\v' || r == '\f' || r == 0x85 || r == 0x2028 || r == 0x2029:
			return '\n'
		case r == '\t':
			return ' '
		case r < ' ' && r != '\n' || 0x7F <= r && r < 0xA0 || r == 0xFEFF || r&0xFFFE == 0xFFFE:
			return -1
		}
		return r
	}, s)
}

// line returns a text on one line.
func line(s string) string { return strings.Join(strings.Fields(s), " ") }
