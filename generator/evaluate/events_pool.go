package evaluate

import (
	"bufio"
	"cmp"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"parallax/generator/corpus"
	"parallax/generator/event"
	"parallax/generator/text"
)

// A labelled article is one with its true event and the set it comes from.
type labelled struct {
	article    corpus.Article
	event, set string
}

// The sets of mixed.jsonl, by the column "set" of its truth.
const (
	unlicensed = "triples"     // BASIL states no licence: measured on, never learned from
	nearEvents = "near-events" // ECB+, two events of one kind in each topic
)

// The mean probabilities from which clusters are joined, and lone articles: near
// the middle of the range in which the pools of the cross-validation score best,
// on the side of keeping apart.
const (
	eventThreshold = .3
	firstThreshold = .55
)

// farWeight is the least weight of time. The dates of the sets that may be
// learned from are partly wrong, some by years, which hides what right dates
// say; those of a site are its editor's.
const farWeight = -1

// EventModel learns the model of package event from the files in a folder
// laid out like the public data: mixed.jsonl and snippets.jsonl. Articles of
// sets without a licence are left out.
func EventModel(folder string, languages *text.Languages) (event.Model, error) {
	mixed, snippets, err := readPools(folder)
	if err != nil {
		return event.Model{}, err
	}
	return trainEvents(mixed, snippets, languages), nil
}

// trainEvents learns one model from heaps of all make-ups, so that none of them
// steers it: full articles of mixed sizes, snippets, and both together, as they
// are, with one date, and with a third, four fifths or all of the events cut down
// to one article.
func trainEvents(mixed, snippets []labelled, languages *text.Languages) event.Model {
	mixed = slices.DeleteFunc(slices.Clone(mixed), func(l labelled) bool { return l.set == unlicensed })
	some := slices.Concat(mixed, sample(snippets, 3*len(mixed)/2))
	var pools []event.Pool
	for _, heap := range [][]labelled{mixed, oneDay(mixed), snippets, some, cutDown(some), loners(some), alone(some), oneDay(some)} {
		articles, events := split(heap)
		pools = append(pools, event.Pool{Articles: articles, Events: events})
	}
	m := event.Train(pools, languages)
	m.Threshold, m.First = eventThreshold, firstThreshold
	m.Weights["far"] = min(m.Weights["far"], farWeight)
	return m
}

// readPools reads both files of a folder.
func readPools(folder string) (mixed, snippets []labelled, err error) {
	if mixed, err = readLabelled(filepath.Join(folder, "mixed.jsonl")); err != nil {
		return nil, nil, err
	}
	snippets, err = readLabelled(filepath.Join(folder, "snippets.jsonl"))
	return mixed, snippets, err
}

// readLabelled reads articles with the truth that lies beside them.
func readLabelled(path string) ([]labelled, error) {
	items, err := readLines[eventItem](path)
	if err != nil {
		return nil, err
	}
	f, err := os.Open(TruthOf(path))
	if err != nil {
		return nil, err
	}
	defer f.Close()
	truth := map[string][]string{}
	lines := bufio.NewScanner(f)
	for lines.Scan() {
		if fields := strings.Split(lines.Text(), "\t"); len(fields) >= 3 {
			truth[fields[0]] = fields[1:]
		}
	}
	var list []labelled
	for _, item := range items {
		t := truth[item.ID]
		if t == nil {
			return nil, fmt.Errorf("read %s: no event for %s", path, item.ID)
		}
		list = append(list, labelled{item.article(), filepath.Base(path) + " " + t[0], t[1]})
	}
	return list, lines.Err()
}

// split parts articles from their events.
func split(list []labelled) (articles []corpus.Article, events []string) {
	for _, l := range list {
		articles = append(articles, l.article)
		events = append(events, l.event)
	}
	return articles, events
}

// eventsIn returns the names of the events in a fixed random order.
func eventsIn(list []labelled) []string {
	names := map[string]bool{}
	for _, l := range list {
		names[l.event] = true
	}
	order := slices.Sorted(maps.Keys(names))
	random := rand.New(rand.NewPCG(1, 2))
	random.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
	return order
}

// sample returns whole events with about n articles in all.
func sample(list []labelled, n int) []labelled {
	byEvent := map[string][]labelled{}
	for _, l := range list {
		byEvent[l.event] = append(byEvent[l.event], l)
	}
	var chosen []labelled
	for _, e := range eventsIn(list) {
		if len(chosen) >= n {
			break
		}
		chosen = append(chosen, byEvent[e]...)
	}
	return chosen
}

// cutDown leaves one article of every third event.
func cutDown(list []labelled) []labelled {
	return singles(list, func(i int) bool { return i%3 == 0 })
}

// loners leaves one article of four events in five, as on a site where most
// events have one report.
func loners(list []labelled) []labelled {
	return singles(list, func(i int) bool { return i%5 != 0 })
}

// alone leaves one article of every event.
func alone(list []labelled) []labelled {
	return singles(list, func(int) bool { return true })
}

// singles leaves one article of the events that are chosen by number.
func singles(list []labelled, chosen func(i int) bool) []labelled {
	single := map[string]bool{}
	for i, e := range eventsIn(list) {
		single[e] = chosen(i)
	}
	seen := map[string]bool{}
	return slices.DeleteFunc(slices.Clone(list), func(l labelled) bool {
		if !single[l.event] {
			return false
		}
		again := seen[l.event]
		seen[l.event] = true
		return again
	})
}

// oneDay returns the articles with one and the same date.
func oneDay(list []labelled) []labelled {
	list = slices.Clone(list)
	for i := range list {
		list[i].article.Date = corpus.Day(2020, 1, 1)
	}
	return list
}

// undated returns the articles without their dates.
func undated(list []labelled) []labelled {
	list = slices.Clone(list)
	for i := range list {
		list[i].article.Date = corpus.Date{}
	}
	return list
}

// fold returns which half of the cross-validation each event belongs to. Two
// events of one kind, each other's nearest, stay in one half, where they are
// hardest to tell apart.
func folds(list []labelled, languages *text.Languages) map[string]int {
	kin := kinOf(list, languages)
	half := map[string]int{}
	for _, l := range list {
		half[l.event] = int(text.Hash(text.HashStart, min(l.event, cmp.Or(kin[l.event], l.event))) >> 7 & 1)
	}
	return half
}

// kinOf returns, for the events of the set that pairs them, the other event of
// a pair: the one whose articles are most alike, if that is mutual.
func kinOf(list []labelled, languages *text.Languages) map[string]string {
	var near []labelled
	for _, l := range list {
		if l.set == nearEvents {
			near = append(near, l)
		}
	}
	articles, events := split(near)
	alike := map[[2]string]float64{}
	for _, e := range tfidfEdges(articles, languages) {
		if a, b := events[e.A], events[e.B]; a != b {
			alike[[2]string{a, b}] += float64(e.Similarity)
			alike[[2]string{b, a}] += float64(e.Similarity)
		}
	}
	nearest := map[string]string{}
	for _, pair := range slices.SortedFunc(maps.Keys(alike), func(a, b [2]string) int { return slices.Compare(a[:], b[:]) }) {
		if alike[pair] > alike[[2]string{pair[0], nearest[pair[0]]}] {
			nearest[pair[0]] = pair[1]
		}
	}
	for a, b := range nearest {
		if nearest[b] != a {
			delete(nearest, a)
		}
	}
	return nearest
}
