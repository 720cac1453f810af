package spread_test

import (
	"bufio"
	"cmp"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"

	"parallax/generator/corpus"
	"parallax/generator/evaluate/dataset"
	"parallax/generator/event"
	"parallax/generator/event/spread"
	"parallax/generator/text"
)

// languages are read once for all tests.
var languages = text.Builtin()

// A run is one way to spread the work: what comes together comes in random order, and a
// worker has so many at a time.
type run struct {
	random *rand.Rand
	bundle int
}

// A pair is a value with the key that it comes together under.
type pair[K cmp.Ordered, V any] struct {
	key   K
	value V
}

// together brings together what has one key, in random order, keys too.
func together[K cmp.Ordered, V any](r run, list []pair[K, V]) [][]V {
	at := map[K]int{}
	var groups [][]V
	for _, i := range r.random.Perm(len(list)) {
		p := list[i]
		if _, there := at[p.key]; !there {
			at[p.key] = len(groups)
			groups = append(groups, nil)
		}
		groups[at[p.key]] = append(groups[at[p.key]], p.value)
	}
	return groups
}

// sent is what becomes of a profile on its way to another machine.
func sent(t *testing.T, p *event.Profile) event.Profile {
	t.Helper()
	data, err := p.AppendBinary(nil)
	if err != nil {
		t.Fatal(err)
	}
	var there event.Profile
	if err := there.UnmarshalBinary(data); err != nil {
		t.Fatal(err)
	}
	return there
}

// counts counts the stems of languages without a background table.
func counts(articles []corpus.Article) map[string]event.Count {
	list, counter := map[string]event.Count{}, event.NewReader(languages, nil)
	for i := range articles {
		tag, stems := counter.Counted(&articles[i])
		if stems == nil {
			continue
		}
		c := list[tag]
		if c.Stems == nil {
			c.Stems = map[string]int{}
		}
		c.Texts++
		for _, stem := range stems {
			c.Stems[stem]++
		}
		list[tag] = c
	}
	return list
}

// read reads articles, in bundles with a reader each.
func (r run) read(articles []corpus.Article) (profiles []event.Profile, comments []bool) {
	counted := counts(articles)
	var reader *event.Reader
	for i := range articles {
		if i%r.bundle == 0 {
			reader = event.NewReader(languages, counted)
		}
		profiles = append(profiles, reader.Profile(&articles[i]))
		comments = append(comments, reader.Comments(&articles[i]))
	}
	return profiles, comments
}

// nodes finds copies.
func (r run) nodes(articles []corpus.Article, profiles []event.Profile, comments []bool) []event.Node {
	at := map[string]int{}
	var holders []pair[uint32, string]
	for i, a := range articles {
		at[a.ID] = i
		for _, h := range profiles[i].Print().Shingles() {
			holders = append(holders, pair[uint32, string]{h, a.ID})
		}
	}
	ref := func(id string) spread.Ref {
		return spread.Ref{ID: id, Date: articles[at[id]].Date, Comments: comments[at[id]]}
	}
	var copies []spread.Copy
	for _, ids := range together(r, holders) {
		for _, repeat := range spread.Repeats(ids) {
			if event.IsCopy(profiles[at[repeat.Later]].Print(), profiles[at[repeat.First]].Print()) {
				copies = append(copies, spread.Copy{Later: ref(repeat.Later), Earlier: ref(repeat.First)})
			}
		}
	}
	r.random.Shuffle(len(copies), func(i, j int) { copies[i], copies[j] = copies[j], copies[i] })
	return spread.Nodes(copies)
}

// buckets returns the buckets that the dates of nodes make.
func buckets(nodes []spread.Article) []spread.Bucket {
	var all []spread.Bucket
	for _, n := range nodes {
		all = append(all, spread.BucketsOf(n.Profile.Date)...)
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// place returns a place as a key that can be ordered.
func place(p spread.Place) int64 { return int64(p.Bucket)<<32 | int64(p.Key) }

// edges compares the nodes.
func (r run) edges(t *testing.T, nodes []spread.Article) []spread.Edge {
	decide, all := event.BuiltinModel().Decider(), buckets(nodes)
	first := append(all, 0)[0]
	type visit struct {
		at spread.Place
		spread.Article
	}
	var visits []pair[int64, visit]
	for _, n := range nodes {
		for _, at := range spread.Places(&n.Profile, all) {
			visits = append(visits, pair[int64, visit]{place(at), visit{at, spread.Article{ID: n.ID, Comments: n.Comments, Profile: sent(t, &n.Profile)}}})
		}
	}
	var batches []pair[string, spread.Batch]
	for _, group := range together(r, visits) {
		var articles []spread.Article
		for _, v := range group {
			articles = append(articles, v.Article)
		}
		for _, b := range spread.Meet(group[0].at, first, articles, decide) {
			batches = append(batches, pair[string, spread.Batch]{b.ID, b})
		}
	}
	selves, letters := map[string]spread.Known{}, []pair[string, spread.Letter]{}
	for _, group := range together(r, batches) {
		self, lower := spread.Settle(group)
		selves[self.ID] = self
		for _, n := range lower {
			letters = append(letters, pair[string, spread.Letter]{n.ID, spread.Letter{From: self, Likeness: n.Likeness}})
		}
	}
	byReader := map[string][]spread.Letter{}
	for _, i := range r.random.Perm(len(letters)) {
		byReader[letters[i].key] = append(byReader[letters[i].key], letters[i].value)
	}
	var edges []spread.Edge
	for id, list := range byReader {
		edges = append(edges, spread.Decide(selves[id], list, decide)...)
	}
	return edges
}

// representatives returns what is compared: articles that repeat no other.
func representatives(articles []corpus.Article, profiles []event.Profile, comments []bool, copies []event.Node) []spread.Article {
	repeats, joint := map[string]bool{}, map[string]event.Node{}
	for _, n := range copies {
		joint[n.Articles[0].ID] = n
		for _, a := range n.Articles[1:] {
			repeats[a.ID] = true
		}
	}
	var list []spread.Article
	for i, a := range articles {
		if n, found := joint[a.ID]; found {
			comments[i] = n.Comments
		}
		if !repeats[a.ID] {
			list = append(list, spread.Article{ID: a.ID, Comments: comments[i], Profile: profiles[i]})
		}
	}
	return list
}

// named describes events and gives them their slugs.
func (r run) named(articles []corpus.Article, found [][]event.Joined) []event.Event {
	byID, within := map[string]*corpus.Article{}, map[string]bool{}
	for i, a := range articles {
		byID[a.ID] = &articles[i]
	}
	for _, joined := range found {
		for _, j := range joined {
			within[j.ID] = true
		}
	}
	for _, a := range articles {
		if !within[a.ID] {
			found = append(found, []event.Joined{{ID: a.ID}})
		}
	}
	reader := event.NewReader(languages, counts(articles))
	roots, drafts := map[string][]spread.Named{}, map[string]event.Event{}
	for _, i := range r.random.Perm(len(found)) {
		var members []*corpus.Article
		for _, j := range found[i] {
			members = append(members, byID[j.ID])
		}
		d := reader.Draft(members, found[i])
		drafts[members[0].ID] = d.Event
		roots[spread.Root(d.Base)] = append(roots[spread.Root(d.Base)], spread.Named{ID: members[0].ID, Date: members[0].Date, Base: d.Base})
	}
	var events []event.Event
	for _, list := range roots {
		for i, slug := range spread.Slugs(list) {
			e := drafts[list[i].ID]
			e.Slug = slug
			events = append(events, e)
		}
	}
	event.Sort(events)
	return events
}

// group groups articles as a pipeline does.
func (r run) group(t *testing.T, articles []corpus.Article) []event.Event {
	t.Helper()
	profiles, comments := r.read(articles)
	copies := r.nodes(articles, profiles, comments)
	edges := r.edges(t, representatives(articles, profiles, comments, copies))
	r.random.Shuffle(len(edges), func(i, j int) { edges[i], edges[j] = edges[j], edges[i] })
	return r.named(articles, spread.Link(event.BuiltinModel(), edges, copies))
}

// article makes an article of a headline and a paragraph.
func article(id, date, language, title, body string) corpus.Article {
	d, _ := corpus.ParseDate(date) // some have none
	s := title + "\n\n" + body
	return corpus.Article{
		ID: id, File: id, Title: title, Date: d, Language: language, Text: s,
		Blocks: []corpus.Block{
			{Span: text.Span{End: len(title)}, Kind: corpus.Headline},
			{Span: text.Span{Start: len(title) + 2, End: len(s)}, Kind: corpus.Paragraph},
		},
	}
}

// invented makes reports of happenings in two languages, of which one has no background
// table: over the years, without a date, copied, commented on, and of one name.
func invented() []corpus.Article {
	random := rand.New(rand.NewPCG(3, 5))
	var list []corpus.Article
	for story := range 60 {
		name := fmt.Sprintf("Q%c%crl", 'a'+story%26, 'e'+story/26)
		language := []string{"en", "en", "de"}[story%3]
		day := corpus.Day(2024, 1, 1+story*17)
		for report := range 1 + story%5 {
			var b strings.Builder
			for sentence := range 9 {
				word := func(of int) string { return fmt.Sprintf("%s%c%c", strings.ToLower(name), 'a'+of%26, 'b'+of/26) }
				fmt.Fprintf(&b, "The %s of %s had %s and %s at the %s. ", word(random.IntN(30)), name, word(random.IntN(30)), word(random.IntN(30)), word(100+report*10+sentence))
			}
			date := corpus.Day(day.Time().AddDate(0, 0, report).Date()).String()
			if (story+report)%7 == 0 {
				date = ""
			}
			title := []string{"", "Opinion | "}[(story+report)%11/10] + name + " council meets"
			id := fmt.Sprintf("%d/%s-%d", report, strings.ToLower(name), story)
			list = append(list, article(id, date, language, title, b.String()))
			if (story+report)%6 == 0 {
				list = append(list, article("copy/"+id, "", language, title, b.String()+" It was printed again."))
			}
		}
		list = append(list, article(fmt.Sprintf("brief/%d", story), day.String(), language, "Weather", fmt.Sprintf("Rain falls over number %d today again, and nobody minds.", story%4)))
	}
	return list
}

// published reads articles of a data set.
func published(t *testing.T, name string, most int) []corpus.Article {
	t.Helper()
	f, err := os.Open(dataset.Path(t, name))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var list []corpus.Article
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<20)
	for len(list) < most && lines.Scan() {
		var item struct{ ID, Title, Text, Date, Language string }
		if err := json.Unmarshal(lines.Bytes(), &item); err != nil {
			t.Fatal(err)
		}
		list = append(list, article(item.ID, item.Date, cmp.Or(item.Language, "en"), item.Title, item.Text))
	}
	return list
}

// TestSpreadIsGroup demands that spreading the work, however it is cut and whatever comes
// first, gives the events that grouping in one place gives, word for word.
func TestSpreadIsGroup(t *testing.T) {
	for name, articles := range map[string]func(t *testing.T) []corpus.Article{
		"invented": func(*testing.T) []corpus.Article { return invented() },
		"mixed":    func(t *testing.T) []corpus.Article { return published(t, "events/mixed.jsonl", 150) },
		"snippets": func(t *testing.T) []corpus.Article { return published(t, "events/snippets.jsonl", 500) },
	} {
		t.Run(name, func(t *testing.T) {
			list := articles(t)
			grouping, _ := event.Group(list, event.Settings{Languages: languages})
			want := grouping.Events
			for i := range want {
				want[i].Story = nil // which leads from one event to others
			}
			for i, bundle := range []int{60, 1000} {
				random := rand.New(rand.NewPCG(uint64(i), 1))
				random.Shuffle(len(list), func(i, j int) { list[i], list[j] = list[j], list[i] })
				compare(t, want, run{random, bundle}.group(t, list))
			}
		})
	}
}

// compare demands the same events.
func compare(t *testing.T, want, got []event.Event) {
	t.Helper()
	if len(got) != len(want) {
		t.Fatalf("%d events, want %d", len(got), len(want))
	}
	for i := range want {
		if !reflect.DeepEqual(got[i], want[i]) {
			t.Fatalf("event %d is\n%+v\nwant\n%+v", i, got[i], want[i])
		}
	}
}

// TestBytesThatBreakOff demands an error of a profile and a print that are cut anywhere or
// go on too long.
func TestBytesThatBreakOff(t *testing.T) {
	a := invented()[1]
	p := event.NewReader(languages, nil).Profile(&a)
	profile, _ := p.AppendBinary(nil)
	prints, _ := p.Print().AppendBinary(nil)
	for name, data := range map[string][]byte{"profile": profile, "print": prints} {
		read := func(data []byte) error {
			if name == "profile" {
				return new(event.Profile).UnmarshalBinary(data)
			}
			return new(event.Print).UnmarshalBinary(data)
		}
		for n := range data {
			if read(data[:n]) == nil {
				t.Fatalf("%s: %d of %d bytes are read without an error", name, n, len(data))
			}
		}
		if read(append(slices.Clone(data), 0)) == nil {
			t.Errorf("%s: a byte too many is read without an error", name)
		}
	}
}

func TestRoot(t *testing.T) {
	for base, want := range map[string]string{
		"bridge-closed-2026-05": "bridge-closed", "bridge-closed-2026-05-2": "bridge-closed", "bridge": "bridge", "area-51": "area", "51": "51", "-51": "-51", "g7": "g7",
	} {
		if got := spread.Root(base); got != want {
			t.Errorf("%s: %s, want %s", base, got, want)
		}
	}
}
