// Package mask hides the names of outlets and writers in texts, so that reports
// can be read without knowing whose they are. It knows texts and no HTML.
package mask

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"unicode"

	"parallax/generator/corpus"
	"parallax/generator/text"
)

// A Hider puts "Outlet A" in place of the names in an event's texts, for the
// blind twin. What may be the name of somebody else, such as of a council that
// has a press office, is hidden without saying whose it is: "Outlet A closed
// the bridge" would tell more than the name.
type Hider struct {
	*Names
	Words
	by       map[string]string // an outlet's id to what stands in its place
	longer   *Names            // names in the texts that hold an outlet's, with the id where they are its own
	common   map[string]bool   // outlets' names that the texts have as a word in small letters too
	articles map[string]string // words before a name, and what becomes of them before a mask
	writers  []string          // names of the event's writers
}

// Words are what stands in place of names that are no outlet's of the event.
type Words struct {
	Other   string // of other outlets, and of addresses
	Unknown string // of names that may be somebody else's
	Writer  string // of the event's writers
}

// A Swap is a span of an article's text that is replaced, to hide a name.
type Swap struct {
	text.Span
	By string
}

// New returns what hides the names in an event's articles; by is what
// stands in place of each of its outlets, by id.
func New(names *Names, by map[string]string, words Words, articles []*corpus.Article, languages *text.Languages) *Hider {
	h := &Hider{Names: names, Words: words, by: by}
	for _, a := range articles {
		if a.Author != "" {
			h.writers = append(h.writers, a.Author)
		}
	}
	h.learn(articles, languages)
	return h
}

// learn notes which names and words the texts of an event have.
func (h *Hider) learn(articles []*corpus.Article, languages *text.Languages) {
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

// Learned is what a Hider found in the texts of an event.
type Learned struct {
	Longer map[string]string `json:"longer"` // names in small letters that hold an outlet's, with its id where they are its own
	Common []string          `json:"common"` // outlets' names that are a word too; sorted
}

// Learned returns what was found in the event's texts.
func (h *Hider) Learned() Learned {
	return Learned{Longer: h.longer.outlets, Common: slices.Sorted(maps.Keys(h.common))}
}

// Recall takes, in place of what the event's texts have, what was once found in them.
func (h *Hider) Recall(l Learned) {
	h.longer, h.common = findNames(l.Longer), map[string]bool{}
	for _, name := range l.Common {
		h.common[name] = true
	}
}

// holds reports whether a name in a text holds an outlet's and is longer. It
// is the outlet's own if it holds the whole name of more than one word. What
// follows an apostrophe is another name.
func (h *Hider) holds(name string) (whole, outlet string, found bool) {
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

// Swaps returns the spans of a text to hide, in order. A name counts where it
// is written with a capital as a name is; a domain counts in any writing.
func (h *Hider) Swaps(s string) []Swap {
	own := h.find(s)
	var swaps []Swap
	for _, span := range h.longer.append(nil, s) {
		if !slices.ContainsFunc(own, func(o text.Span) bool { return o.Contains(span) }) {
			swaps = append(swaps, h.swap(s, span, cmp.Or(h.by[h.longer.outlets[strings.ToLower(span.Of(s))]], h.Unknown)))
		}
	}
	longer := len(swaps)
	for _, span := range own {
		found := span.Of(s)
		lower := strings.ToLower(found)
		word := found == lower && !strings.ContainsAny(found, ".@/")
		if word || slices.ContainsFunc(swaps[:longer], func(x Swap) bool { return x.Overlaps(span) }) {
			continue
		}
		x := h.swap(s, span, cmp.Or(h.by[h.outlets[lower]], h.Other))
		if h.common[lower] && begins(s, x.Start) {
			x = h.swap(s, span, h.Unknown)
		}
		swaps = append(swaps, x)
	}
	return h.addWriters(s, swaps)
}

// swap returns the swap of a name. An article before it goes, or is the one
// that a mask takes; where a sentence begins there stands a capital.
func (h *Hider) swap(s string, name text.Span, by string) Swap {
	before := strings.TrimRight(s[:name.Start], " ")
	start := len(strings.TrimRightFunc(before, unicode.IsLetter))
	small := false
	if instead, ok := h.articles[strings.ToLower(before[start:])]; ok && len(before) < name.Start && (instead == "" || by != h.Unknown) {
		name.Start, small = start, before[start:] == strings.ToLower(before[start:])
		if instead != "" && by != h.Other {
			by = instead + " " + by
		}
	}
	if !small && begins(s, name.Start) {
		by = text.Capital(by)
	}
	return Swap{Span: name, By: by}
}

// begins reports whether a sentence begins at a place of a text.
func begins(s string, at int) bool {
	before := strings.TrimRight(s[:at], " \"“‘'(")
	return before == "" || strings.ContainsAny(before[len(before)-1:], ".!?\n")
}

// addWriters adds the spans where writers are named to the swaps of a text.
func (h *Hider) addWriters(s string, swaps []Swap) []Swap {
	for _, w := range h.writers {
		for from := 0; ; {
			i := strings.Index(s[from:], w)
			if i < 0 {
				break
			}
			span := text.Span{Start: from + i, End: from + i + len(w)}
			from = span.End
			if !slices.ContainsFunc(swaps, func(x Swap) bool { return x.Overlaps(span) }) {
				swaps = append(swaps, h.swap(s, span, h.writerAt(s, span.Start)))
			}
		}
	}
	slices.SortFunc(swaps, func(a, b Swap) int { return cmp.Compare(a.Start, b.Start) })
	return swaps
}

// writerAt returns what stands in place of a writer at a place of a text:
// after a genitive it has no article.
func (h *Hider) writerAt(s string, at int) string {
	before := strings.TrimRight(s[:at], " ")
	word := before[strings.LastIndexByte(before, ' ')+1:]
	article, rest, _ := strings.Cut(h.Writer, " ")
	if _, ok := h.articles[article]; ok && strings.ContainsAny(word, "'’") {
		return rest
	}
	return h.Writer
}

// Hide returns a text with the names in it hidden.
func (h *Hider) Hide(s string) string {
	var b strings.Builder
	at := 0
	for _, swap := range h.Swaps(s) {
		b.WriteString(s[at:swap.Start])
		b.WriteString(swap.By)
		at = swap.End
	}
	return b.String() + s[at:]
}
