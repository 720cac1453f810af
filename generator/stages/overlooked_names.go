package stages

import (
	"regexp"
	"slices"
	"strings"

	"parallax/generator/corpus"
)

// leastCommon is how many reports of other outlets an event has at least before a
// short name that all of them have as a common word is taken for somebody they
// report on. One that only some have may be how they name the outlet.
const leastCommon = 2

// commonNames warns of outlets whose short name is a word for somebody in an
// event that they report: of "Council", an outlet, and the council, which acts,
// no sentence can be made that a reader understands.
func (w *Work) commonNames() {
	articles, warned := w.articlesByID(), map[string]bool{}
	for i := range w.Grouping.Events {
		e := &w.Grouping.Events[i]
		members := membersOf(e, articles)
		for _, a := range members {
			o := w.Corpus.Outlet(a.Outlet)
			if o == nil || warned[o.ID] || !isCommon(o, members) {
				continue
			}
			warned[o.ID] = true
			w.Problems.Warnf(o.File, 0, `write what the outlet is, such as short = "Press office"`,
				"the short name %q is also a word for somebody in event %q, so that no reader can tell the two apart", o.Short, e.Slug)
		}
	}
}

// isCommon reports whether others write the short name of an outlet in small
// letters, as they write of what it names.
func isCommon(o *corpus.Outlet, members []*corpus.Article) bool {
	word := strings.ToLower(o.Short)
	if word == o.Short {
		return false
	}
	others := slices.DeleteFunc(slices.Clone(members), func(a *corpus.Article) bool { return a.Outlet == o.ID })
	if len(others) < leastCommon || slices.ContainsFunc(others, func(a *corpus.Article) bool { return !strings.Contains(a.Text, word) }) {
		return false
	}
	common := regexp.MustCompile(`(?:^|\PL)` + regexp.QuoteMeta(word) + `(?:$|\PL)`)
	return !slices.ContainsFunc(others, func(a *corpus.Article) bool { return !common.MatchString(a.Text) })
}
