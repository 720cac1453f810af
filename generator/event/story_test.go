package event_test

import (
	"slices"
	"strings"
	"testing"

	"parallax/generator/corpus"
	"parallax/generator/event"
	"parallax/generator/text"
)

// kinOf returns the slugs that the event of an article has as kin.
func kinOf(t *testing.T, events []event.Event, article string) []string {
	t.Helper()
	for _, e := range events {
		for _, m := range e.Members {
			if m.Article == article {
				var list []string
				for _, k := range e.Story {
					list = append(list, k.Slug)
				}
				return list
			}
		}
	}
	t.Fatalf("no event has %s", article)
	return nil
}

// TestStory links the trial of a robber to his arrest, both ways, and neither to
// another robbery or to what else the town reports.
func TestStory(t *testing.T) {
	articles := []corpus.Article{
		article("arrest-1", "2026-01-10", "Police arrest Dunstan Brice over the Quayside Bank robbery", "Dunstan Brice was arrested in Port Merrow over the robbery of the Quayside Bank. Police found the van of the robbers in a shed."),
		article("arrest-2", "2026-01-10", "Suspect in Quayside Bank robbery arrested", "Police have arrested Dunstan Brice, a mechanic, over the robbery of the Quayside Bank in Port Merrow."),
		article("trial-1", "2026-05-02", "Dunstan Brice jailed for nine years", "A judge jailed Dunstan Brice for nine years for the robbery of the Quayside Bank in Port Merrow. The jury took two days."),
		article("trial-2", "2026-05-02", "Nine years for Quayside Bank robber", "Dunstan Brice was sentenced to nine years in jail. The jury found that he robbed the Quayside Bank in Port Merrow."),
		article("other", "2026-05-03", "Robbers take jewels in Brinley", "Two robbers took jewels from a shop in Brinley. Police are looking for a grey car."),
		article("bridge", "2026-05-03", "North Bridge closed", "Engineers closed the North Bridge after they had found two cracked hangers."),
	}
	for i := range articles { // short texts, which grouping would join
		articles[i].Event, _, _ = strings.Cut(articles[i].ID, "-")
	}
	for range 2 {
		slices.Reverse(articles) // their order changes nothing
		g, problems := event.Group(articles, event.Settings{Languages: text.Builtin()})
		if problems.Failed() {
			t.Fatal(problems.Sorted())
		}
		for _, test := range []struct {
			of   string
			want []string
		}{
			{"arrest-1", []string{"trial"}}, {"trial-2", []string{"arrest"}}, {"other", nil}, {"bridge", nil},
		} {
			if kin := kinOf(t, g.Events, test.of); !slices.Equal(kin, test.want) {
				t.Errorf("%s has kin %v, want %v", test.of, kin, test.want)
			}
		}
	}
}
