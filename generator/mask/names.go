package mask

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

// Names find the names and addresses of a corpus's outlets in texts. It is made
// once per build.
type Names struct {
	outlets map[string]string   // a name or domain, lower case, to the outlet's id
	byWord  map[string][]string // the names by their first word, lower case; longer ones first
}

// FindOutlets returns a finder of the outlets' names.
func FindOutlets(outlets []corpus.Outlet, languages *text.Languages) *Names {
	ids := map[string]string{}
	for i := range outlets {
		for _, name := range outletNames(&outlets[i], languages) {
			ids[strings.ToLower(name)] = outlets[i].ID
		}
	}
	return findNames(ids)
}

// findNames returns a finder of names, given in lower case with the ids of
// their outlets.
func findNames(ids map[string]string) *Names {
	f := &Names{outlets: ids, byWord: map[string][]string{}}
	for name := range ids {
		first := name[:wordEnd(name, 0)]
		f.byWord[first] = append(f.byWord[first], name)
	}
	for _, names := range f.byWord {
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
func (f *Names) find(s string) []text.Span {
	var spans []text.Span
	if strings.Contains(s, "://") || strings.Contains(s, "@") {
		for _, at := range addresses.FindAllStringIndex(s, -1) {
			spans = append(spans, text.Span{Start: at[0], End: at[1]})
		}
	}
	spans = f.append(spans, s)
	slices.SortFunc(spans, func(a, b text.Span) int { return cmp.Compare(a.Start, b.Start) })
	return spans
}

// append appends the spans of the names in a text that overlap none of those
// given.
func (f *Names) append(spans []text.Span, s string) []text.Span {
	given := len(spans)
	for i := 0; i < len(s); {
		end := wordEnd(s, i)
		span := text.Span{Start: i, End: f.nameEnd(s, i, end)}
		if span.End > i && !slices.ContainsFunc(spans[:given], span.Overlaps) {
			spans = append(spans, span)
			end = span.End
		}
		i = end
		if i < len(s) && wordEnd(s, i) == i { // between words
			_, size := utf8.DecodeRuneInString(s[i:])
			i += size
		}
	}
	return spans
}

// nameEnd returns the end of the longest name that begins with the word
// s[start:end], or start if there is none.
func (f *Names) nameEnd(s string, start, end int) int {
	for _, name := range f.byWord[strings.ToLower(s[start:end])] {
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

// outletNames returns what an outlet goes by: its names without the article of
// its language, or of English, in which many have a name; and the domain of its
// homepage.
func outletNames(o *corpus.Outlet, languages *text.Languages) []string {
	var names []string
	for _, name := range []string{o.Name, o.Short} {
		name = languages.For(o.Language).WithoutArticle(languages.For("en").WithoutArticle(strings.TrimSpace(name)))
		if len(name) > 1 {
			names = append(names, name)
		}
	}
	if u, err := url.Parse(o.Homepage); err == nil && u.Host != "" {
		names = append(names, strings.TrimPrefix(u.Host, "www."))
	}
	return names
}

// wholeWord reports whether no letter or digit touches s[start:end].
func wholeWord(s string, start, end int) bool {
	before, _ := utf8.DecodeLastRuneInString(s[:start])
	after, _ := utf8.DecodeRuneInString(s[end:])
	return !unicode.IsLetter(before) && !unicode.IsDigit(before) && !unicode.IsLetter(after) && !unicode.IsDigit(after)
}
