package corpus

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"parallax/generator/text"
)

// mostLetters is how many letters stand for an outlet at most.
const mostLetters = 2

// isLetters reports whether a text can stand for an outlet: one or two capitals,
// or letters of a script that has none.
func isLetters(s string) bool {
	n := utf8.RuneCountInString(s)
	return n > 0 && n <= mostLetters && !strings.ContainsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) || unicode.IsLower(r) })
}

// giveLetters gives a letter to every outlet that states none: the first of its
// short name, or the first of it that nobody has, or two. No two outlets are
// given the same. An article of the site's language before a name has none.
func giveLetters(outlets []Outlet, l *text.Language) {
	taken := map[string]bool{}
	for _, o := range outlets {
		taken[o.Letter] = true
	}
	for i := range outlets {
		o := &outlets[i]
		if o.Letter != "" {
			continue
		}
		candidates := lettersOf(o.Short, l)
		at := slices.IndexFunc(candidates, func(s string) bool { return !taken[s] })
		if at < 0 {
			continue // a page shows the name alone
		}
		o.Letter = candidates[at]
		taken[o.Letter] = true
	}
}

// lettersOf returns what may stand for a name, the best first: the initials of
// its words, its other letters, and pairs of its first letter with any.
func lettersOf(name string, l *text.Language) []string {
	words := strings.FieldsFunc(strings.ToUpper(name), func(r rune) bool { return !unicode.IsLetter(r) })
	if len(words) > 1 && l.In("articles", strings.ToLower(words[0])) {
		words = words[1:]
	}
	var singles, pairs []string
	for _, w := range words {
		singles = append(singles, firstRune(w))
	}
	for _, r := range strings.Join(words, "") {
		singles = append(singles, string(r))
	}
	if len(singles) == 0 {
		return nil
	}
	for _, s := range slices.Concat(singles, strings.Split("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "")) {
		pairs = append(pairs, singles[0]+s)
	}
	return append(singles, pairs...)
}

func firstRune(s string) string {
	r, _ := utf8.DecodeRuneInString(s)
	return string(r)
}
