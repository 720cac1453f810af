package ingest

import (
	"slices"
	"strings"

	"golang.org/x/net/html"

	"parallax/generator/text"
)

// bestTitle returns the headline: the first statement that another one bears
// out, since some pages state the name of their software. Without such a pair
// it is the first, and the whole title of the page only if its heading does not
// begin it.
func (f *facts) bestTitle() stated {
	var list []stated
	for _, s := range []stated{{f.linked.headline, fromLinked}, f.firstMeta("og:title"), f.firstMeta("twitter:title"), {f.title, fromTitle}, {f.heading, fromHeading}} {
		if s.value = oneLine(html.UnescapeString(s.value)); s.value != "" {
			list = append(list, s)
		}
	}
	for i, s := range list {
		for j, other := range list {
			if i == j || !bearsOut(s.value, other.value) {
				continue
			}
			if s.from == fromTitle && strings.HasPrefix(wordsOf(s.value), wordsOf(f.heading)) && f.heading != "" {
				return stated{f.heading, fromHeading}
			}
			return s
		}
	}
	return append(list, stated{})[0]
}

// sameTitle is the share of the shorter title's words that another one has
// which says the same.
const sameTitle = 0.5

// bearsOut reports whether two titles are of one article.
func bearsOut(a, b string) bool {
	first, second := strings.Fields(wordsOf(a)), strings.Fields(wordsOf(b))
	if len(first) > len(second) {
		first, second = second, first
	}
	shared := 0
	for _, word := range first {
		if slices.Contains(second, word) {
			shared++
		}
	}
	return len(first) > 0 && float64(shared) > sameTitle*float64(len(first))
}

// tails are what stands between a title and the name of the site.
var tails = [...]string{" | ", " - ", " – ", " — ", " :: ", " · "}

// withoutSite takes the name of the site, the host's name or that of the author
// off the end of a title, and the first two off its beginning. Anything else is the
// writer's.
func withoutSite(english *text.Language, title, site, host, author string) string {
	for _, tail := range tails {
		at := strings.LastIndex(title, tail)
		if at <= 0 {
			continue
		}
		if end := title[at+len(tail):]; sameSite(english, end, site, host) || author != "" && wordsOf(end) == wordsOf(author) {
			return strings.TrimSpace(title[:at])
		}
	}
	for _, head := range append(tails[:], ": ") {
		before, rest, found := strings.Cut(title, head)
		if found && strings.TrimSpace(rest) != "" && text.CountWords(rest) > 1 && isWholeSite(english, before, site, host) {
			return strings.TrimSpace(rest)
		}
	}
	return title
}

// isWholeSite reports whether a beginning is the name of the site and of its host:
// a headline may begin with either alone, "Apple: …" at apple.example.
func isWholeSite(english *text.Language, before, site, host string) bool {
	host = squeezed(english, strings.TrimPrefix(host, "www."))
	name, article := squeezed(english, before), strings.ReplaceAll(wordsOf(before), " ", "")
	hosted := name != "" && (strings.HasPrefix(host, name) || strings.HasPrefix(host, article))
	return hosted && (text.CountWords(before) > 1 || site != "" && name == squeezed(english, site))
}

// sameSite reports whether a tail is the name of the site or its host.
func sameSite(english *text.Language, tail, site, host string) bool {
	tail = squeezed(english, tail)
	if tail == "" {
		return false
	}
	host = squeezed(english, strings.TrimPrefix(host, "www."))
	return tail == squeezed(english, site) || tail == host || len(tail) >= 3 && strings.HasPrefix(host, tail)
}

// squeezed returns the letters and digits of a name, without an article.
func squeezed(english *text.Language, name string) string {
	return strings.ReplaceAll(english.WithoutArticle(wordsOf(name)), " ", "")
}
