package command

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"text/tabwriter"

	"parallax/generator/diag"
	"parallax/generator/event"
)

// borderline is the closeness under which a member is listed to be looked at,
// in thresholds of the mean.
const borderline = 1.5

const (
	shownDoubts = 8  // rows of each list of doubtful things, unless all are wanted
	shownEvents = 12 // rows of events
)

// A listing is a part of the overview.
type listing struct {
	head []string
	rows [][]string
	most int // rows shown unless all are wanted
}

// overview lists what an editor should look at, the most doubtful first, and
// the events, the newest first. Unless all are wanted it fits a screen or two:
// the loosest report stands for its event, and one near miss for all between
// two events.
func overview(g event.Grouping, all bool) string {
	edge, near, events := edges(g), g.Near, g.Events
	if !all {
		edge, near = loosestOfEach(edge, g.Seams), nearestOfEach(g)
	}
	if !all && len(events) > shownEvents {
		events = slices.DeleteFunc(slices.Clone(events), func(e event.Event) bool { return len(e.Members) == 1 })
	}
	lists := []listing{seamList(g.Seams), edgeList(edge), nearList(near), eventList(events)}
	cut := len(events) < len(g.Events)
	var b strings.Builder
	t := tabwriter.NewWriter(&b, 0, 0, 2, ' ', 0)
	for _, l := range lists {
		if !all && len(l.rows) > l.most {
			l.rows, cut = l.rows[:l.most], true
		}
		l.write(t)
	}
	t.Flush()
	if cut {
		b.WriteString(totals(g, len(edge), len(near)))
	}
	return strings.Trim(b.String(), "\n")
}

// write writes a part, if it has rows.
func (l listing) write(t *tabwriter.Writer) {
	if len(l.rows) == 0 {
		return
	}
	fmt.Fprintf(t, "\n%s\n", strings.Join(l.head, "\t"))
	for _, row := range l.rows {
		fmt.Fprintln(t, strings.Join(row, "\t"))
	}
}

// totals counts what the lists would hold.
func totals(g event.Grouping, edge, near int) string {
	reports, alone := 0, 0
	for _, e := range g.Events {
		reports += len(e.Members)
		if len(e.Members) == 1 {
			alone++
		}
	}
	return fmt.Sprintf("\n%s of %s, with one report each: %s. May be several: %s. Others with a report at the edge: %s. Near misses: %s.\n",
		diag.Count(len(g.Events), "event"), diag.Count(reports, "report"), diag.Digits(alone), diag.Digits(len(g.Seams)), diag.Digits(edge), diag.Digits(near)) +
		"--all lists everything; --explain with a report and another, or with a report and an event, says why.\n"
}

// seamList lists events that may be several, with a report from each of the
// two largest parts to begin with.
func seamList(seams []event.Seam) listing {
	l := listing{head: []string{"MAY BE SEVERAL EVENTS", "PARTS", "SIMILARITY", "COMPARE", "WITH"}, most: shownDoubts}
	for _, s := range seams {
		var sizes []string
		for _, p := range s.Parts {
			sizes = append(sizes, fmt.Sprint(len(p)))
		}
		l.rows = append(l.rows, []string{s.Event, strings.Join(sizes, " + "), figure(s.Similarity), s.Parts[0][0], s.Parts[1][0]})
	}
	return l
}

// An edgeReport is a member that lies loosely in its event.
type edgeReport struct {
	event  string
	member event.Member
}

// edges returns the members at the edge of their events, the loosest first.
func edges(g event.Grouping) []edgeReport {
	var list []edgeReport
	for _, e := range g.Events {
		for _, m := range e.Members {
			if m.Closeness < borderline*g.Needs && !m.Pinned {
				list = append(list, edgeReport{e.Slug, m})
			}
		}
	}
	slices.SortStableFunc(list, func(a, b edgeReport) int { return cmp.Compare(a.member.Closeness, b.member.Closeness) })
	return list
}

// loosestOfEach keeps the first of each event but for those with a seam.
func loosestOfEach(list []edgeReport, seams []event.Seam) []edgeReport {
	seen := map[string]bool{}
	for _, s := range seams {
		seen[s.Event] = true
	}
	return slices.DeleteFunc(list, func(r edgeReport) bool {
		again := seen[r.event]
		seen[r.event] = true
		return again
	})
}

func edgeList(list []edgeReport) listing {
	l := listing{head: []string{"AT THE EDGE", "EVENT", "CLOSENESS"}, most: shownDoubts}
	for _, r := range list {
		l.rows = append(l.rows, []string{r.member.Article, r.event, figure(r.member.Closeness)})
	}
	return l
}

// nearestOfEach keeps the nearest miss between each two events.
func nearestOfEach(g event.Grouping) []event.NearMiss {
	home := map[string]string{}
	for _, e := range g.Events {
		for _, m := range e.Members {
			home[m.Article] = e.Slug
		}
	}
	seen := map[[2]string]bool{}
	return slices.DeleteFunc(slices.Clone(g.Near), func(n event.NearMiss) bool {
		pair := [2]string{min(home[n.Article], n.Event), max(home[n.Article], n.Event)}
		again := seen[pair]
		seen[pair] = true
		return again
	})
}

func nearList(list []event.NearMiss) listing {
	l := listing{head: []string{"NEAR MISS", "EVENT", "SIMILARITY"}, most: shownDoubts}
	for _, n := range list {
		l.rows = append(l.rows, []string{n.Article, n.Event, figure(n.Similarity)})
	}
	return l
}

func eventList(events []event.Event) listing {
	l := listing{head: []string{"EVENT", "REPORTS", "FROM", "TO", "PROBABILITY", "TITLE"}, most: shownEvents}
	for _, e := range events {
		l.rows = append(l.rows, []string{
			e.Slug, fmt.Sprint(len(e.Members)), fmt.Sprintf("%.10s", e.From), fmt.Sprintf("%.10s", e.To), figure(e.Cohesion), e.Title,
		})
	}
	return l
}

// figure writes a similarity as lists show it.
func figure(x float64) string { return fmt.Sprintf("%.2f", x) }
