// Package spread is grouping cut into steps that many machines can take at once: it holds
// what a worker does with what comes together under one key, and leaves it to its caller
// to bring that together. The steps give the events that [event.Group] gives of articles
// that nobody pinned, whatever is read where and in whatever order it comes.
//
// # The way of an article
//
// It is read to a profile. Its print goes to each of its shingles ([Repeats]); what shares
// one is compared ([event.IsCopy]), and one worker makes [Nodes] of the copies. Each node's
// profile goes to the places that its keys name ([Places]), a place being a key in a bucket
// of time, and is compared there with what else came ([Meet]). What was found of it comes
// together again ([Settle]), goes on to the other article of each pair, and is decided there
// ([Decide]). One worker joins the edges to events ([Link]). An event is described by its
// own articles alone ([event.Reader.Draft]), and its slug is told apart from those that are
// made of the same words ([Slugs]).
//
// Whatever came together is sorted by the ids of articles before it is used.
package spread

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"time"

	"parallax/generator/corpus"
	"parallax/generator/event"
	"parallax/generator/event/link"
)

// An Article is one as it is compared: a node of copies, known by its first.
type Article struct {
	ID       string
	Comments bool
	Profile  event.Profile
}

// A Bucket is a stretch of time, four windows wide, so that an article is sent to another
// one seldom: only the last quarter is within the window of an article of the next.
type Bucket int32

const (
	windows = 4
	days    = 24 * time.Hour
)

// bucketOf returns the bucket of a date.
func bucketOf(date corpus.Date) Bucket {
	width := int64(windows * event.Window * (days / time.Second))
	return Bucket(math.Floor(float64(date.Time().Unix()) / float64(width)))
}

// BucketsOf returns the buckets that a date is compared in: its own, and the next if an
// article there can be within the window; none if it is unknown.
func BucketsOf(date corpus.Date) []Bucket {
	if !date.Known() {
		return nil
	}
	own := bucketOf(date)
	if next := bucketOf(corpus.Moment(date.Time().Add(event.Window * days))); next != own {
		return []Bucket{own, next}
	}
	return []Bucket{own}
}

// A Place is where articles meet: a key in a bucket.
type Place struct {
	Key    uint32
	Bucket Bucket
}

// Places returns where an article goes: to each of its keys in the buckets of its date, or
// in all buckets that there are if it has none, for it is compared with all.
func Places(p *event.Profile, all []Bucket) []Place {
	buckets := BucketsOf(p.Date)
	if len(buckets) == 0 {
		buckets = all
	}
	if len(buckets) == 0 { // no article has a date
		buckets = []Bucket{0}
	}
	var list []Place
	for _, b := range buckets {
		for _, key := range p.Keys() {
			list = append(list, Place{key, b})
		}
	}
	return list
}

// home returns the bucket in which two articles are compared: that of the later date or,
// if neither has one, the first that there is.
func home(a, b *event.Profile, first Bucket) Bucket {
	switch {
	case !a.Date.Known() && !b.Date.Known():
		return first
	case !a.Date.Known():
		return bucketOf(b.Date)
	case !b.Date.Known():
		return bucketOf(a.Date)
	}
	return max(bucketOf(a.Date), bucketOf(b.Date))
}

// Known is what is known of an article when pairs are decided.
type Known struct {
	ID       string
	Comments bool
	Facts    event.Facts
	Best     event.Best
}

// A Batch is what a place found of an article.
type Batch struct {
	Known
	Lower []Neighbour // articles of lower ids that it may be one event with
}

// A Neighbour is another article and what the two have in common.
type Neighbour struct {
	ID       string
	Likeness event.Likeness
}

// Meet compares the articles that came to a place. A pair that shares several keys is
// compared under the first, and so once. First is the first bucket that there is.
func Meet(at Place, first Bucket, articles []Article, d *event.Decider) []Batch {
	articles = slices.Clone(articles)
	slices.SortFunc(articles, func(a, b Article) int { return strings.Compare(a.ID, b.ID) })
	profiles := make([]event.Profile, len(articles))
	batches := make([]Batch, len(articles))
	for i, a := range articles {
		profiles[i] = a.Profile
		batches[i].Known = Known{ID: a.ID, Comments: a.Comments, Facts: a.Profile.Facts}
	}
	met := make([]bool, len(articles))
	for _, m := range event.Meet(profiles, func(a, b *event.Profile) bool {
		key, _ := event.FirstKey(a, b)
		return key == at.Key && home(a, b, first) == at.Bucket
	}) {
		a, b := &batches[m.A], &batches[m.B]
		met[m.A], met[m.B] = true, true
		a.Best.See(&m.Likeness)
		b.Best.See(&m.Likeness)
		if d.Possible(&m.Likeness, &a.Facts, &b.Facts) {
			b.Lower = append(b.Lower, Neighbour{a.ID, m.Likeness})
		}
	}
	var list []Batch
	for i := range batches {
		if met[i] {
			list = append(list, batches[i])
		}
	}
	return list
}

// A Letter is what an article tells one of a lower id.
type Letter struct {
	From     Known
	Likeness event.Likeness
}

// Settle gathers what all places found of an article: what its nearest neighbours look
// like, and the articles of lower ids that are to be told.
func Settle(batches []Batch) (self Known, lower []Neighbour) {
	self = batches[0].Known
	for _, b := range batches[1:] {
		self.Best.Join(&b.Best)
	}
	for _, b := range batches {
		lower = append(lower, b.Lower...)
	}
	return self, lower
}

// An Edge is two articles, A of the lower id, that report one event with a probability.
type Edge struct {
	A, B       Ref
	Similarity float32
}

// A Ref is an article as edges and copies name it.
type Ref struct {
	ID       string
	Date     corpus.Date
	Comments bool
}

// Ref returns the article.
func (k *Known) Ref() Ref { return Ref{k.ID, k.Facts.Date, k.Comments} }

// Decide returns the edges of an article with those of higher ids that wrote to it.
func Decide(self Known, letters []Letter, d *event.Decider) []Edge {
	var edges []Edge
	for i := range letters {
		l := &letters[i]
		if sure := d.Probability(&l.Likeness, &self.Facts, &l.From.Facts, &self.Best, &l.From.Best); sure > 0 {
			edges = append(edges, Edge{self.Ref(), l.From.Ref(), sure})
		}
	}
	slices.SortFunc(edges, func(a, b Edge) int { return strings.Compare(a.B.ID, b.B.ID) })
	return edges
}

// Link joins articles to events by edges and by nodes of copies, as [event.Link] does.
// Articles that are alone are in none.
func Link(m event.Model, edges []Edge, copies []event.Node) [][]event.Joined {
	nodes, known := slices.Clone(copies), map[string]int32{}
	for _, n := range nodes {
		known[n.Articles[0].ID] = 0
	}
	for _, e := range edges {
		for _, a := range [...]Ref{e.A, e.B} {
			if _, there := known[a.ID]; !there {
				known[a.ID] = 0
				nodes = append(nodes, event.Node{Articles: []event.Linked{{ID: a.ID, Date: a.Date}}, Comments: a.Comments})
			}
		}
	}
	slices.SortFunc(nodes, func(a, b event.Node) int { return strings.Compare(a.Articles[0].ID, b.Articles[0].ID) })
	for i, n := range nodes {
		known[n.Articles[0].ID] = int32(i)
	}
	list := make([]link.Edge, len(edges))
	for i, e := range edges {
		list[i] = link.Edge{A: known[e.A.ID], B: known[e.B.ID], Similarity: e.Similarity}
	}
	return event.Link(m, nodes, list)
}

// A Named is an event that has no slug yet: the base of its slug, and its first article.
type Named struct {
	ID   string
	Date corpus.Date
	Base string
}

// Root returns what bases have in common whose slugs may be the same.
func Root(base string) string {
	for {
		rest := strings.TrimRight(base, "0123456789")
		if rest == base || !strings.HasSuffix(rest, "-") || len(rest) == 1 {
			return base
		}
		base = strings.TrimSuffix(rest, "-")
	}
}

// Slugs returns the slug of each event of one root.
func Slugs(list []Named) []string {
	order := make([]int, len(list))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int {
		return cmp.Or(list[a].Date.Compare(list[b].Date), strings.Compare(list[a].ID, list[b].ID))
	})
	slugs, taken := make([]string, len(list)), map[string]bool{}
	for _, i := range order {
		slugs[i] = event.FreeSlug(list[i].Base, func(slug string) bool { return !taken[slug] })
		taken[slugs[i]] = true
	}
	return slugs
}
