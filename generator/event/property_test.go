package event_test

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"runtime"
	"slices"
	"strings"
	"testing"

	"parallax/generator/corpus"
	"parallax/generator/event"
	"parallax/generator/text"
)

// languages are read once for all tests.
var languages = text.Builtin()

// story makes n reports of one invented happening: sentences of its own words
// in another order, with words of its own, in each report.
func story(name string, n int, date string) []corpus.Article {
	random := rand.New(rand.NewPCG(uint64(len(name)), uint64(name[0])))
	word := func(i int) string { return fmt.Sprintf("%s%c%c", strings.ToLower(name), 'a'+i%26, 'b'+i/26) }
	var list []corpus.Article
	for report := range n {
		var b strings.Builder
		for sentence := range 8 {
			fmt.Fprintf(&b, "The %s of %s had %s and %s at the %s. ",
				word(random.IntN(30)), name, word(random.IntN(30)), word(random.IntN(30)), word(100+report*10+sentence))
		}
		title := fmt.Sprintf("%s: %s and %s", name, word(report), word(report+1))
		list = append(list, article(fmt.Sprintf("%s/%d", strings.ToLower(name), report), date, title, b.String()))
	}
	return list
}

// world is a corpus of four happenings.
func world() []corpus.Article {
	return slices.Concat(story("Quorl", 4, "2031-03-01"), story("Vexham", 3, "2031-03-02"), story("Zandry", 5, ""), story("Ombrik", 2, "2031-03-04"))
}

func group(articles []corpus.Article, lock event.Lock) event.Grouping {
	g, _ := event.Group(articles, event.Settings{Languages: languages, Lock: lock})
	return g
}

// membersOf returns the article ids of each event by slug.
func membersOf(g event.Grouping) map[string][]string {
	list := map[string][]string{}
	for _, e := range g.Events {
		for _, m := range e.Members {
			list[e.Slug] = append(list[e.Slug], m.Article)
		}
		slices.Sort(list[e.Slug])
	}
	return list
}

func TestWorldHasFourEvents(t *testing.T) {
	g := group(world(), event.Lock{})
	if len(g.Events) != 4 {
		t.Fatalf("%d events: %v", len(g.Events), membersOf(g))
	}
	for _, e := range g.Events {
		if len(e.Terms) == 0 || len(e.Names) == 0 || e.Cohesion <= 0 || e.Cohesion > 1 {
			t.Errorf("%s: terms %v, names %v, cohesion %v", e.Slug, e.Terms, e.Names, e.Cohesion)
		}
	}
}

func TestOrderOfFilesAndCPUsChangeNothing(t *testing.T) {
	want := group(world(), event.Lock{})
	random := rand.New(rand.NewPCG(7, 7))
	for range 5 {
		shuffled := world()
		random.Shuffle(len(shuffled), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
		defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1 + random.IntN(4)))
		if got := group(shuffled, event.Lock{}); !reflect.DeepEqual(got, want) {
			t.Fatalf("another order gives\n%v\nwant\n%v", got, want)
		}
	}
}

func TestUnrelatedArticleChangesNoOtherEvent(t *testing.T) {
	before := group(world(), event.Lock{})
	for n, name := range []string{"Hedwick", "Tulloch", "Brannoc", "Ysolde", "Fennimore", "Kaspric"} {
		articles := slices.Concat(story(name, 1+n%2, fmt.Sprintf("2031-03-%02d", n+1)), world())
		after := membersOf(group(articles, event.Lock{}))
		for slug, members := range membersOf(before) {
			if !slices.Equal(after[slug], members) {
				t.Errorf("with %s, %s has %v, want %v", name, slug, after[slug], members)
			}
		}
	}
}

func TestLockKeepsSlugs(t *testing.T) {
	small := slices.DeleteFunc(world(), func(a corpus.Article) bool { return strings.HasSuffix(a.ID, "/0") })
	before := group(small, event.Lock{})
	after := group(world(), before.Lock)
	slugs := func(g event.Grouping) []string {
		var list []string
		for _, e := range g.Events {
			list = append(list, e.Slug)
		}
		slices.Sort(list)
		return list
	}
	if got, want := slugs(after), slugs(before); !slices.Equal(got, want) {
		t.Errorf("grown events have slugs %v, want %v", got, want)
	}
}

func TestMergeAndSplitRedirect(t *testing.T) {
	articles := story("Quorl", 4, "2031-03-01")
	apart := event.Lock{Events: map[string][]string{"one": {"quorl/0"}, "two": {"quorl/1", "quorl/2", "quorl/3"}}, Redirects: map[string]string{"zero": "one"}}
	g := group(articles, apart)
	if len(g.Events) != 1 || g.Events[0].Slug != "two" || g.Lock.Redirects["one"] != "two" || g.Lock.Redirects["zero"] != "two" {
		t.Errorf("merged: %v, redirects %v", membersOf(g), g.Lock.Redirects)
	}
	both := slices.Concat(articles, story("Vexham", 2, "2031-03-02"))
	together := event.Lock{Events: map[string][]string{"all": {"quorl/0", "quorl/1", "quorl/2", "quorl/3", "vexham/0", "vexham/1"}}}
	g = group(both, together)
	if got := membersOf(g); len(got) != 2 || len(got["all"]) != 4 {
		t.Errorf("split: %v", got)
	}
	if got := group(articles, together).Lock.Events["all"]; len(got) != 6 {
		t.Errorf("articles that are gone are forgotten: %v", got)
	}
	g = group(nil, together)
	if len(g.Events) != 0 || len(g.Lock.Events["all"]) != 6 {
		t.Errorf("emptied: %v", g.Lock)
	}
}

func TestPins(t *testing.T) {
	articles := world()
	at := func(id string) *corpus.Article {
		return &articles[slices.IndexFunc(articles, func(a corpus.Article) bool { return a.ID == id })]
	}
	at("quorl/0").Event, at("vexham/0").Event = "mine", "mine"
	at("zandry/0").NotEvent = []string{"theirs"}
	at("zandry/1").Event = "theirs"
	got := membersOf(group(articles, event.Lock{}))
	if !slices.Contains(got["mine"], "quorl/0") || !slices.Contains(got["mine"], "vexham/0") {
		t.Errorf("pinned together: %v", got["mine"])
	}
	if slices.Contains(got["theirs"], "zandry/0") || !slices.Contains(got["theirs"], "zandry/1") {
		t.Errorf("kept apart: %v", got["theirs"])
	}
}

// TestNotEventOfAnAutomaticSlug keeps an article out of an event that gets its
// slug in the same run.
func TestNotEventOfAnAutomaticSlug(t *testing.T) {
	articles := story("Quorl", 4, "2031-03-01")
	slug := group(articles, event.Lock{}).Events[0].Slug
	articles[2].NotEvent = []string{slug}
	got := membersOf(group(articles, event.Lock{}))
	if slices.Contains(got[slug], "quorl/2") || len(got[slug]) != 3 {
		t.Errorf("got %v", got)
	}
}

func TestContradictionNamesBothFiles(t *testing.T) {
	articles := story("Quorl", 2, "")
	articles[0].Event, articles[1].Event = "x", "x"
	articles[0].NotEvent = []string{"x"}
	articles[0].PinLines, articles[1].PinLines = corpus.PinLines{Event: 4, NotEvent: 5}, corpus.PinLines{Event: 7}
	_, problems := event.Group(articles, event.Settings{Languages: languages})
	if got := problems.Sorted()[0]; got.Line != 5 || !strings.Contains(got.What, "line 4") || !strings.Contains(got.What, articles[1].File+":7") {
		t.Errorf("places are missing: %v", got)
	}
	if !problems.Failed() || !strings.Contains(problems.Sorted()[0].String(), articles[0].File) || !strings.Contains(problems.Sorted()[0].String(), articles[1].File) {
		t.Errorf("got %v", problems.Sorted())
	}
}

func TestNoteWithoutEvent(t *testing.T) {
	g := group(world(), event.Lock{})
	slug := g.Events[0].Slug
	_, problems := event.Group(world(), event.Settings{Languages: languages, Notes: []corpus.EventNote{
		{Slug: slug, File: "content/events/" + slug + ".md", Title: "Known"},
		{Slug: slug + "x", File: "content/events/" + slug + "x.md"},
	}})
	list := problems.Sorted()
	if len(list) != 1 || !strings.Contains(list[0].Mend, slug) {
		t.Errorf("got %v", list)
	}
}

// TestMembersStandByDate dates the reports of one event in every order that
// their ids are not in: the earliest dates it, those without a date come last.
func TestMembersStandByDate(t *testing.T) {
	dates := []string{"2031-03-03", "", "2031-03-01", "2031-02-28"}
	for turn := range len(dates) {
		articles := story("Quorl", len(dates), "")
		var want []string
		for i := range articles {
			date := dates[(i+turn)%len(dates)]
			if date != "" {
				articles[i].Date, _ = corpus.ParseDate(date)
			}
			articles[i].Event = "quorl"
			want = append(want, date+" "+articles[i].ID)
		}
		slices.SortFunc(want, func(a, b string) int { // a tilde stands after all figures
			return strings.Compare(strings.Replace(a, " ", "~", 1), strings.Replace(b, " ", "~", 1))
		})
		slices.Reverse(articles)
		e := group(articles, event.Lock{}).Events[0]
		var got []string
		for _, m := range e.Members {
			i := slices.IndexFunc(articles, func(a corpus.Article) bool { return a.ID == m.Article })
			got = append(got, articles[i].Date.String()+" "+m.Article)
		}
		if !slices.Equal(got, want) || e.From.String() != "2031-02-28" || e.To.String() != "2031-03-03" {
			t.Errorf("turn %d: members %q, want %q; from %s to %s", turn, got, want, e.From, e.To)
		}
	}
}
