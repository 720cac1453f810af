package command

import (
	"fmt"
	"strings"
	"testing"

	"parallax/generator/event"
)

// manyEvents returns a grouping of n events. Every third has one report; the
// others have three, of which one lies loosely, the first event's most.
func manyEvents(n int) event.Grouping {
	g := event.Grouping{Needs: .3}
	for i := range n {
		slug := fmt.Sprintf("event-%02d", i)
		loose := float64(i+20) / 100
		e := event.Event{Slug: slug, Title: "Title " + slug, Cohesion: .9, Members: []event.Member{{Article: slug + "/a", Closeness: 1}}}
		if i%3 > 0 {
			e.Members = append(e.Members, event.Member{Article: slug + "/b", Closeness: loose + .01}, event.Member{Article: slug + "/c", Closeness: loose})
			g.Near = append(g.Near,
				event.NearMiss{Article: slug + "/b", Event: "event-00", Similarity: .29},
				event.NearMiss{Article: "event-00/a", Event: slug, Similarity: .28},
				event.NearMiss{Article: slug + "/c", Event: "event-00", Similarity: .27})
		}
		g.Events = append(g.Events, e)
	}
	g.Seams = []event.Seam{{Event: "event-01", Parts: [][]string{{"event-01/a", "event-01/b"}, {"event-01/c", "event-01/d"}}, Similarity: .31}}
	return g
}

// TestOverviewFitsScreens demands that a site of any size is shown on two
// screens, each event once in each list, and that the rest is counted.
func TestOverviewFitsScreens(t *testing.T) {
	const screens = 2 * 24
	got := overview(manyEvents(90), false)
	if n := strings.Count(got, "\n") + 1; n > screens {
		t.Errorf("the overview has %d lines:\n%s", n, got)
	}
	for _, want := range []string{
		"event-01               2 + 2  0.31        event-01/a  event-01/c\n",
		"event-02/c   event-02  0.22\n",
		"event-02/b  event-00  0.29\n",
		"90 events of 210 reports, with one report each: 30. May be several: 1. Others with a report at the edge: 15. Near misses: 60.\n--all ",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in\n%s", want, got)
		}
	}
	for _, none := range []string{
		"event-01/c   event-01",         // has a seam, so it is listed already
		"event-02/b   event-02  0.23",   // not the loosest of its event
		"event-00/a  event-02",          // the other side of a miss that is listed
		"event-00  1", "Title event-03", // have one report
	} {
		if strings.Contains(got, none) {
			t.Errorf("%q in\n%s", none, got)
		}
	}
}

// TestOverviewOfAll demands every event, edge and near miss with --all, and
// from a small site without it.
func TestOverviewOfAll(t *testing.T) {
	got := overview(manyEvents(90), true)
	for head, want := range map[string]int{"MAY BE SEVERAL": 1, "AT THE EDGE": 32, "NEAR MISS": 180, "EVENT ": 90} {
		_, after, _ := strings.Cut("\n"+got, "\n"+head)
		rows, _, _ := strings.Cut(after, "\n\n")
		if n := strings.Count(strings.TrimSuffix(rows, "\n"), "\n"); n != want {
			t.Errorf("%s: %d rows, want %d", head, n, want)
		}
	}
	if strings.Contains(got, "--all") {
		t.Error("--all is named though all is listed")
	}
	if small := overview(manyEvents(6), false); strings.Contains(small, "--all") || !strings.Contains(small, "Title event-03") {
		t.Errorf("a small site is not shown whole:\n%s", small)
	}
}
