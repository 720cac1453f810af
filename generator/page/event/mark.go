package event

import (
	"cmp"
	"html/template"
	"slices"
	"strings"

	"parallax/generator/mask"
	"parallax/generator/page/frame"
	"parallax/generator/text"
)

// A mark is a span of an article's text that the page underlines.
type mark struct {
	text.Span
	kind string // a key of [mark] in the interface texts and a class of the style sheet
}

// A markWriter writes spans of one article's text as HTML with marks in it.
// Besides markdown it is the only maker of template.HTML: everything that it
// writes is either a constant, or escaped.
type markWriter struct {
	text   string
	marks  []mark            // sorted, without overlaps
	swaps  []mask.Swap       // sorted, without overlaps
	prefix map[string]string // what is said, unseen, before a mark of a kind
}

// escape makes text HTML. Quotation marks stay: what a mark writer writes is
// never an attribute, and html/template escapes them should a template put it
// into one.
var escape = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", "\x00", "\ufffd")

// span returns the words of a span as HTML.
func (w *markWriter) span(s text.Span) template.HTML {
	var b strings.Builder
	s.Start = w.unswapped(s.Start)
	at := s.Start
	for _, m := range w.marks {
		if m.End <= at || m.Start >= s.End {
			continue
		}
		start, end := max(m.Start, at), min(m.End, s.End)
		w.plain(&b, text.Span{Start: at, End: start})
		b.WriteString(`<u class="d-` + template.HTMLEscapeString(m.kind) + `">`)
		if said := w.prefix[m.kind]; said != "" {
			b.WriteString(`<i>` + template.HTMLEscapeString(said) + ` </i>`)
		}
		w.plain(&b, text.Span{Start: start, End: end})
		b.WriteString(`</u>`)
		at = end
	}
	w.plain(&b, text.Span{Start: at, End: s.End})
	return template.HTML(b.String())
}

// unswapped returns a place of the text, or where the swap begins that it is
// in: what begins with a name begins with what stands in its place, of which
// the article before the name may be a part.
func (w *markWriter) unswapped(at int) int {
	for _, x := range w.swaps {
		if x.Start < at && at < x.End {
			return x.Start
		}
	}
	return at
}

// plain writes the words of a span without marks, names swapped. A swap that
// begins before the span was written with what stands before it.
func (w *markWriter) plain(b *strings.Builder, s text.Span) {
	w.unmarked(s, func(words string) { escape.WriteString(b, words) })
}

// words returns the words of a span as text, names swapped.
func (w *markWriter) words(s text.Span) string {
	var b strings.Builder
	s.Start = w.unswapped(s.Start)
	w.unmarked(s, func(words string) { b.WriteString(strings.ReplaceAll(words, "\x00", "\ufffd")) })
	return b.String()
}

// unmarked calls write with the words of a span, names swapped.
func (w *markWriter) unmarked(s text.Span, write func(words string)) {
	at := s.Start
	for _, swap := range w.swaps {
		if swap.End <= at || swap.Start >= s.End {
			continue
		}
		if swap.Start >= at {
			write(w.text[at:swap.Start])
			write(swap.By)
		}
		at = min(swap.End, s.End)
	}
	if at < s.End {
		write(w.text[at:s.End])
	}
}

// flatten sorts marks and drops those that overlap an earlier or, at the same
// place, a longer one.
func flatten(marks []mark) []mark {
	slices.SortFunc(marks, func(a, b mark) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End), strings.Compare(a.kind, b.kind))
	})
	kept := marks[:0]
	for _, m := range marks {
		if len(kept) == 0 || kept[len(kept)-1].End <= m.Start {
			kept = append(kept, m)
		}
	}
	return kept
}

// markPrefixes returns what is said before a mark, by its kind. The kinds
// "shared", "point" and "agent" only set words off.
func markPrefixes(s *frame.Style) map[string]string {
	prefixes := map[string]string{}
	for _, kind := range []string{"loaded", "only", "label", "verb", "hedge", "booster", "scare", "passive"} {
		prefixes[kind] = s.Text("mark." + kind + "said")
	}
	return prefixes
}
