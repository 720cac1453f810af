package command

import (
	"strings"

	"parallax/generator/diag"
	"parallax/generator/event"
	"parallax/generator/stages"
)

// news says what is new on a site since before: "3 new reports, 1 new event".
func (r *run) news(f addFlags, before *stages.Work, t tally) (string, error) {
	if t.added == 0 {
		return join("nothing new", failures(t)), nil
	}
	line := reports(t)
	if f.dry {
		return join(line+" would be added", failures(t)), nil
	}
	after, err := read(r.site, f.siteFlags, r.languages)
	if err != nil {
		return "", err
	}
	r.console.progress("grouping %s", diag.Count(len(after.Corpus.Articles), "article"))
	before.Group(r.site)
	after.Group(r.site)
	fresh, grown := compareEvents(before.Grouping.Events, after.Grouping.Events)
	if fresh > 0 {
		line += ", " + diag.Count(fresh, "new event")
	}
	if grown > 0 {
		line += ", " + diag.Count(grown, "event") + " with a new report"
	}
	return join(line, failures(t)), nil
}

// reports says how many articles are new and how many were changed.
func reports(t tally) string {
	var parts []string
	if fresh := t.added - t.replaced; fresh > 0 {
		parts = append(parts, diag.Count(fresh, "new report"))
	}
	if t.replaced > 0 {
		parts = append(parts, diag.Count(t.replaced, "updated report"))
	}
	return strings.Join(parts, ", ")
}

// failures says how many articles could not be had.
func failures(t tally) string {
	if t.failed == 0 {
		return ""
	}
	return diag.Count(t.failed, "article") + " not read"
}

func join(parts ...string) string {
	var said []string
	for _, p := range parts {
		if p != "" {
			said = append(said, p)
		}
	}
	return strings.Join(said, "; ")
}

// compareEvents counts the events that are new, and those that have a report
// more. What only one article reports is no event yet.
func compareEvents(before, after []event.Event) (fresh, grown int) {
	was := map[string]int{} // members of the event that an article was in
	for _, e := range before {
		for _, m := range e.Members {
			was[m.Article] = len(e.Members)
		}
	}
	for _, e := range after {
		old, more := 0, false
		for _, m := range e.Members {
			n, held := was[m.Article]
			old = max(old, n)
			more = more || !held
		}
		switch {
		case len(e.Members) < 2 || !more:
		case old < 2:
			fresh++
		default:
			grown++
		}
	}
	return fresh, grown
}
