package event_test

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/BurntSushi/toml"

	"parallax/generator/corpus"
	"parallax/generator/event"
	"parallax/generator/site"
	"parallax/generator/text"
)

// TestCaution sees that more of it never joins more.
func TestCaution(t *testing.T) {
	last, counts := 0, []int{}
	for _, caution := range []float64{.001, .1, 1, 10, 100, 100_000} {
		g, _ := event.Group(world(), event.Settings{Languages: languages, Caution: caution})
		if len(g.Events) < last {
			t.Errorf("caution %v: %d events, fewer than the %d of less", caution, len(g.Events), last)
		}
		last = len(g.Events)
		counts = append(counts, last)
	}
	if counts[2] != 4 || last != 14 {
		t.Errorf("%v events, want 4 with the caution of the model and each of 14 reports alone with the most", counts)
	}
}

// TestRunningStory warns of an event with more reports than one happening has,
// unless they are pinned or copies.
func TestRunningStory(t *testing.T) {
	many := story("Quorl", 101, "2031-03-01")
	warned := func(articles []corpus.Article) bool {
		_, problems := event.Group(articles, event.Settings{Languages: languages})
		return slices.ContainsFunc(strings.Split(fmt.Sprint(problems.Sorted()), "\n"), func(s string) bool {
			return strings.Contains(s, "holds 101") && strings.Contains(s, " reports that nobody pinned: it is likely a running story")
		})
	}
	if !warned(many) {
		t.Error("101 reports: no warning")
	}
	if warned(many[:100]) {
		t.Error("100 reports: a warning")
	}
	for i := range many {
		many[i].Event = "quorl"
	}
	if warned(many) {
		t.Error("pinned: a warning")
	}
}

// demonstration reads the articles and the lock of the demonstration site, without
// the event whose texts may not be given away.
func demonstration(t *testing.T) ([]corpus.Article, event.Lock) {
	t.Helper()
	root := os.DirFS(filepath.Join("..", ".."))
	c, _ := corpus.Load(root, site.Config{Language: "en"}, text.Builtin(), time.Date(2100, 1, 1, 0, 0, 0, 0, time.UTC), false)
	var lock struct{ Events map[string][]string }
	if _, err := toml.DecodeFile(filepath.Join("..", "..", "events.lock"), &lock); err != nil {
		t.Fatal(err)
	}
	maps.DeleteFunc(lock.Events, func(_ string, ids []string) bool {
		return !slices.ContainsFunc(c.Articles, func(a corpus.Article) bool { return slices.Contains(ids, a.ID) })
	})
	return c.Articles, event.Lock{Events: lock.Events}
}

// TestDemonstrationStaysWhole groups the demonstration site as its lock says,
// also without it.
func TestDemonstrationStaysWhole(t *testing.T) {
	articles, lock := demonstration(t)
	if len(articles) == 0 || len(lock.Events) == 0 {
		t.Fatal("no articles or no events")
	}
	if got := membersOf(group(articles, lock)); !maps.EqualFunc(got, lock.Events, slices.Equal) {
		t.Errorf("got %v", got)
	}
	held := slices.Collect(maps.Values(lock.Events))
	for slug, members := range membersOf(group(articles, event.Lock{})) {
		if !slices.ContainsFunc(held, func(want []string) bool { return slices.Equal(members, want) }) {
			t.Errorf("without a lock, %s has %v", slug, members)
		}
	}
}

// TestSlugsOutliveRules builds on locks of other rules: ones that parted every
// event in two, and ones that made one of all. Each slug is an event still or
// leads to one.
func TestSlugsOutliveRules(t *testing.T) {
	articles, lock := demonstration(t)
	finer, coarser := event.Lock{Events: map[string][]string{}}, event.Lock{Events: map[string][]string{}}
	for slug, ids := range lock.Events {
		half := len(ids) / 2
		finer.Events[slug+"-a"], finer.Events[slug+"-b"] = ids[:half], ids[half:]
		coarser.Events["all"] = append(coarser.Events["all"], ids...)
	}
	for name, old := range map[string]event.Lock{"finer": finer, "coarser": coarser} {
		g := group(articles, old)
		now := membersOf(g)
		if len(now) != len(lock.Events) {
			t.Errorf("%s: %d events, want %d", name, len(now), len(lock.Events))
		}
		for slug, ids := range old.Events {
			to := slug
			if now[slug] == nil {
				to = g.Lock.Redirects[slug]
			}
			if !slices.ContainsFunc(ids, func(id string) bool { return slices.Contains(now[to], id) }) {
				t.Errorf("%s: %s leads to %q with %v", name, slug, to, now[to])
			}
		}
	}
}
