package framing

import (
	"strings"

	"parallax/generator/text"
)

// leastClause is how many words a clause has at least.
const leastClause = 5

// A cutter cuts sentences into clauses.
type cutter struct {
	afterComma map[string]bool
	anywhere   map[string]bool
}

func newCutter(l *text.Language) cutter {
	return cutter{afterComma: setOf(l.List("clause_after_comma")), anywhere: setOf(l.List("clause_anywhere"))}
}

func setOf(words []string) map[string]bool {
	set := make(map[string]bool, len(words))
	for _, w := range words {
		set[w] = true
	}
	return set
}

// cut returns the clauses of a sentence with enough content, none if it has
// only one.
func (c cutter) cut(source string, whole clause) []clause {
	var list []clause
	from := 0
	for i := leastClause; i <= len(whole.terms); i++ {
		if i < len(whole.terms) && (len(whole.terms)-i < leastClause || i-from < leastClause || !c.opens(source, whole.terms[i-1], whole.terms[i])) {
			continue
		}
		terms := whole.terms[from:i]
		from = i
		if contentOf(terms) >= leastContent {
			list = append(list, clause{Span: text.Span{Start: terms[0].Start, End: terms[len(terms)-1].End}, terms: terms})
		}
	}
	if len(list) == 1 && len(list[0].terms) == len(whole.terms) {
		return nil
	}
	return list
}

// opens reports whether a clause can begin with the term after before.
func (c cutter) opens(source string, before, after term) bool {
	gap := source[before.End:after.Start]
	switch {
	case strings.ContainsAny(gap, ";:—") || strings.Contains(gap, " – ") || strings.Contains(gap, " - "):
		return true
	case strings.ContainsAny(gap, "“”\"«»"):
		return strings.ContainsAny(gap, ",.")
	case strings.Contains(gap, ","):
		return c.afterComma[after.key] || c.afterComma[strings.ToLower(after.Of(source))]
	}
	return c.anywhere[strings.ToLower(after.Of(source))]
}
