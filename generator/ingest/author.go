package ingest

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"parallax/generator/text"
)

// bylineClasses are names that pages give to the element with the author.
var bylineClasses = [...]string{"author", "byline", "author-name", "byline-name", "article-author", "post-author", "entry-author", "author__name", "byline__name"}

// byline collects what an element says of the author.
func (f *facts) byline(n *html.Node) {
	if n.DataAtom == atom.Meta {
		return
	}
	words := func(key string) []string { return strings.Fields(strings.ToLower(attribute(n, key))) }
	switch {
	case slices.Contains(words("rel"), "author"), slices.Contains(words("itemprop"), "author"):
		f.authors[0] = append(f.authors[0], oneLine(inside(n)))
	case slices.ContainsFunc(words("class"), func(c string) bool { return slices.Contains(bylineClasses[:], c) }):
		f.authors[1] = append(f.authors[1], oneLine(inside(n)))
	}
}

// author returns who wrote the article, as the surest place says.
func (f *facts) author(site string) stated {
	list := []stated{{f.linked.author, fromLinked}, f.firstMeta("author"), f.firstMeta("article:author"), f.firstMeta("dc.creator", "byl", "parsely-author", "sailthru.author")}
	for _, name := range f.authors[0] {
		list = append(list, stated{name, fromMarkup})
	}
	for _, name := range f.authors[1] {
		if f.isPerson(name) {
			list = append(list, stated{name, fromMarkup})
		}
	}
	for _, s := range list {
		if s.value = f.withoutBy(s.value); isName(s.value) && !f.english.In("page_no_authors", strings.ToLower(s.value)) && wordsOf(s.value) != wordsOf(site) {
			return s
		}
	}
	return stated{}
}

// withoutBy takes the words for "by" off the beginning of a byline, and marks
// off its ends.
func (f *facts) withoutBy(line string) string {
	line = strings.Trim(html.UnescapeString(line), " ,;'\"—–|·")
	for _, by := range f.english.List("page_by_others") { // who only edited it
		if at := strings.Index(strings.ToLower(line), " "+by+" "); at > 0 && len(strings.ToLower(line)) == len(line) {
			line = strings.Trim(line[:at], " ,;—–|·")
		}
	}
	for again := true; again; {
		again = false
		for _, by := range f.english.List("page_by") {
			rest, found := cutFold(line, by)
			if found && (rest == "" || strings.ContainsRune(" :", rune(rest[0]))) {
				line, again = strings.TrimLeft(rest, " :"), true
			}
		}
	}
	return line
}

// fewBodies is how many words the name of a desk has at most, "wire reports".
const fewBodies = 3

// isPerson reports whether a line that is only called a byline by its class names
// whoever wrote: who made a claim is called so too, "the defence ministries of both
// countries".
func (f *facts) isPerson(line string) bool {
	words := strings.Fields(f.withoutBy(line))
	if len(words) <= fewBodies {
		return true
	}
	first, _ := utf8.DecodeRuneInString(words[len(words)-1])
	return !unicode.IsLower(first)
}

// cutFold cuts a beginning off a line, whatever its case.
func cutFold(line, beginning string) (rest string, found bool) {
	if len(line) < len(beginning) || !strings.EqualFold(line[:len(beginning)], beginning) {
		return line, false
	}
	return line[len(beginning):], true
}

// isName reports whether a line can be names: it is short and no address.
func isName(line string) bool {
	return line != "" && text.CountWords(line) <= 12 && !strings.Contains(line, "://") && !strings.HasPrefix(line, "@") && !strings.ContainsAny(line, "0123456789")
}
