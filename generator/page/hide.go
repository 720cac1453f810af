package page

import (
	"cmp"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"parallax/generator/corpus"
	"parallax/generator/text"
)

// A nameFinder finds the names and addresses of a corpus's outlets in texts.
// It is made once per build.
type nameFinder struct {
	outlets map[string]string   // a name or domain, lower case, to the outlet's id
	names   map[string][]string // the names by their first word, lower case; longer ones first
}

// newNameFinder returns a finder of the outlets' names.
func newNameFinder(outlets []corpus.Outlet) *nameFinder {
	f := &nameFinder{outlets: map[string]string{}, names: map[string][]string{}}
	for i := range outlets {
		for _, name := range outletNames(&outlets[i]) {
			f.outlets[strings.ToLower(name)] = outlets[i].ID
		}
	}
	for name := range f.outlets {
		first := name[:wordEnd(name, 0)]
		f.names[first] = append(f.names[first], name)
	}
	for _, names := range f.names {
		slices.SortFunc(names, func(a, b string) int {
			return cmp.Or(cmp.Compare(len(b), len(a)), strings.Compare(a, b))
		})
	}
	return f
}

// addresses are web and mail addresses, which are hidden whoever's they are.
var addresses = regexp.MustCompile(`(?i)https?://[^\s<>"]+|[\w.+-]+@[\w-]+\.[\w.-]+`)

// find returns the spans of a text that are addresses or names, in order. A
// name counts only as a whole word.
func (f *nameFinder) find(s string) []text.Span {
	var spans []text.Span
	if strings.Contains(s, "://") || strings.Contains(s, "@") {
		for _, at := range addresses.FindAllStringIndex(s, -1) {
			spans = append(spans, text.Span{Start: at[0], End: at[1]})
		}
	}
	known := len(spans)
	for i := 0; i < len(s); {
		end := wordEnd(s, i)
		span := text.Span{Start: i, End: f.nameEnd(s, i, end)}
		if span.End > i && !slices.ContainsFunc(spans[:known], span.Overlaps) {
			spans = append(spans, span)
			end = span.End
		}
		i = end
		if i < len(s) && wordEnd(s, i) == i { // between words
			_, size := utf8.DecodeRuneInString(s[i:])
			i += size
		}
	}
	slices.SortFunc(spans, func(a, b text.Span) int { return cmp.Compare(a.Start, b.Start) })
	return spans
}

// nameEnd returns the end of the longest name that begins with the word
// s[start:end], or start if there is none.
func (f *nameFinder) nameEnd(s string, start, end int) int {
	for _, name := range f.names[strings.ToLower(s[start:end])] {
		if last := start + len(name); last <= len(s) && strings.EqualFold(s[start:last], name) && wholeWord(s, start, last) {
			return last
		}
	}
	return start
}

// wordEnd returns the end of the letters and digits from start on.
func wordEnd(s string, start int) int {
	for i, r := range s[start:] {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			return start + i
		}
	}
	return len(s)
}

// A hider puts "Outlet A" in place of the names in an event's texts, for the
// blind twin.
type hider struct {
	*nameFinder
	by      map[string]string // an outlet's id to what stands in its place
	other   string            // what stands in place of other outlets, and of addresses
	writers []string          // names of the event's writers
	writer  string            // what stands in their place
}

// outletNames returns what an outlet goes by: its names, with and without the
// article, and the domain of its homepage.
func outletNames(o *corpus.Outlet) []string {
	var names []string
	for _, name := range []string{o.Name, o.Short} {
		name = strings.TrimSpace(name)
		if bare, found := strings.CutPrefix(name, "The "); found {
			name = bare
		}
		if len(name) > 1 {
			names = append(names, name)
		}
	}
	if u, err := url.Parse(o.Homepage); err == nil && u.Host != "" {
		names = append(names, strings.TrimPrefix(u.Host, "www."))
	}
	return names
}

// swaps returns the spans of a text to hide, in order. A name counts where it
// is written with a capital as a name is; a domain counts in any writing.
func (h *hider) swaps(s string) []swap {
	var swaps []swap
	for _, span := range h.find(s) {
		found := span.Of(s)
		if !strings.ContainsAny(found, ".@/") && found == strings.ToLower(found) {
			continue
		}
		by, ok := h.by[h.outlets[strings.ToLower(found)]]
		if !ok {
			by = h.other
		}
		swaps = append(swaps, swap{Span: span, by: by})
	}
	return h.addWriters(s, swaps)
}

// addWriters adds the spans where writers are named to the swaps of a text.
func (h *hider) addWriters(s string, swaps []swap) []swap {
	for _, w := range h.writers {
		for from := 0; ; {
			i := strings.Index(s[from:], w)
			if i < 0 {
				break
			}
			span := text.Span{Start: from + i, End: from + i + len(w)}
			from = span.End
			if !slices.ContainsFunc(swaps, func(x swap) bool { return x.Overlaps(span) }) {
				swaps = append(swaps, swap{Span: span, by: h.writer})
			}
		}
	}
	slices.SortFunc(swaps, func(a, b swap) int { return cmp.Compare(a.Start, b.Start) })
	return swaps
}

// hide returns a text with the names in it hidden.
func (h *hider) hide(s string) string {
	var b strings.Builder
	at := 0
	for _, swap := range h.swaps(s) {
		b.WriteString(s[at:swap.Start])
		b.WriteString(swap.by)
		at = swap.End
	}
	return b.String() + s[at:]
}

// wholeWord reports whether no letter or digit touches s[start:end].
func wholeWord(s string, start, end int) bool {
	before, _ := utf8.DecodeLastRuneInString(s[:start])
	after, _ := utf8.DecodeRuneInString(s[end:])
	return !unicode.IsLetter(before) && !unicode.IsDigit(before) && !unicode.IsLetter(after) && !unicode.IsDigit(after)
}
