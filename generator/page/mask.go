package page

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"parallax/generator/corpus"
	"parallax/generator/text"
)

// A hider puts "Outlet A" in place of the names in an event's texts, for the
// blind twin. What may be the name of somebody else, such as of a council that
// has a press office, is hidden without saying whose it is: "Outlet A closed
// the bridge" would tell more than the name.
type hider struct {
	*nameFinder
	by       map[string]string // an outlet's id to what stands in its place
	other    string            // what stands in place of other outlets, and of addresses
	unknown  string            // what stands in place of names that may be somebody else's
	longer   *nameFinder       // names in the texts that hold an outlet's, with the id where they are its own
	common   map[string]bool   // outlets' names that the texts have as a word in small letters too
	articles map[string]string // words before a name, and what becomes of them before a mask
	writers  []string          // names of the event's writers
	writer   string            // what stands in their place
}

// learn notes which names and words the texts of an event have.
func (h *hider) learn(articles []*corpus.Article, languages *text.Languages) {
	longer := map[string]string{}
	h.common, h.articles = map[string]bool{}, map[string]string{}
	for _, a := range articles {
		l, body := languages.For(a.Language), a.Body().Of(a.Text)
		words := l.Words(body)
		for _, w := range words {
			if _, named := h.outlets[w.Lower]; named && !w.Upper {
				h.common[w.Lower] = true
			}
		}
		for _, s := range l.Names(body, words) {
			if name, id, found := h.holds(s.Of(body)); found {
				longer[strings.ToLower(name)] = id
			}
		}
		for _, line := range l.List("hidden_articles") {
			word, instead, _ := strings.Cut(line, "|")
			h.articles[strings.TrimSpace(word)] = strings.TrimSpace(instead)
		}
	}
	h.longer = findNames(longer)
}

// holds reports whether a name in a text holds an outlet's and is longer. It
// is the outlet's own if it holds the whole name of more than one word. What
// follows an apostrophe is another name.
func (h *hider) holds(name string) (whole, outlet string, found bool) {
	if i := strings.IndexAny(name, "'’"); i >= 0 {
		name = name[:i]
	}
	for _, s := range h.find(name) {
		held := s.Of(name)
		if held == name || held == strings.ToLower(held) {
			return "", "", false
		}
		if strings.Contains(held, " ") {
			outlet = h.outlets[strings.ToLower(held)]
		}
		found = true
	}
	return name, outlet, found
}

// swaps returns the spans of a text to hide, in order. A name counts where it
// is written with a capital as a name is; a domain counts in any writing.
func (h *hider) swaps(s string) []swap {
	own := h.find(s)
	var swaps []swap
	for _, span := range h.longer.append(nil, s) {
		if !slices.ContainsFunc(own, func(o text.Span) bool { return o.Contains(span) }) {
			swaps = append(swaps, h.swap(s, span, cmp.Or(h.by[h.longer.outlets[strings.ToLower(span.Of(s))]], h.unknown)))
		}
	}
	longer := len(swaps)
	for _, span := range own {
		found := span.Of(s)
		lower := strings.ToLower(found)
		word := found == lower && !strings.ContainsAny(found, ".@/")
		if word || slices.ContainsFunc(swaps[:longer], func(x swap) bool { return x.Overlaps(span) }) {
			continue
		}
		x := h.swap(s, span, cmp.Or(h.by[h.outlets[lower]], h.other))
		if h.common[lower] && begins(s, x.Start) {
			x = h.swap(s, span, h.unknown)
		}
		swaps = append(swaps, x)
	}
	return h.addWriters(s, swaps)
}

// swap returns the swap of a name. An article before it goes, or is the one
// that a mask takes; where a sentence begins there stands a capital.
func (h *hider) swap(s string, name text.Span, by string) swap {
	before := strings.TrimRight(s[:name.Start], " ")
	start := len(strings.TrimRightFunc(before, unicode.IsLetter))
	small := false
	if instead, ok := h.articles[strings.ToLower(before[start:])]; ok && len(before) < name.Start && (instead == "" || by != h.unknown) {
		name.Start, small = start, before[start:] == strings.ToLower(before[start:])
		if instead != "" && by != h.other {
			by = instead + " " + by
		}
	}
	if !small && begins(s, name.Start) {
		r, size := utf8.DecodeRuneInString(by)
		by = string(unicode.ToUpper(r)) + by[size:]
	}
	return swap{Span: name, by: by}
}

// begins reports whether a sentence begins at a place of a text.
func begins(s string, at int) bool {
	before := strings.TrimRight(s[:at], " \"“‘'(")
	return before == "" || strings.ContainsAny(before[len(before)-1:], ".!?\n")
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
				swaps = append(swaps, h.swap(s, span, h.writerAt(s, span.Start)))
			}
		}
	}
	slices.SortFunc(swaps, func(a, b swap) int { return cmp.Compare(a.Start, b.Start) })
	return swaps
}

// writerAt returns what stands in place of a writer at a place of a text:
// after a genitive it has no article.
func (h *hider) writerAt(s string, at int) string {
	before := strings.TrimRight(s[:at], " ")
	word := before[strings.LastIndexByte(before, ' ')+1:]
	article, rest, _ := strings.Cut(h.writer, " ")
	if _, ok := h.articles[article]; ok && strings.ContainsAny(word, "'’") {
		return rest
	}
	return h.writer
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
