package event

import (
	"cmp"
	"fmt"
	"slices"

	"parallax/generator/corpus"
	"parallax/generator/parallel"
	"parallax/generator/text"
)

// nameClusters gives every cluster its slug and title: the slug its articles
// are pinned to, else that of the event in the lock with which it shares most
// articles, else a new one made of its name and the month of the earliest
// article.
func (g *grouper) nameClusters() {
	taken := map[string]bool{}
	for i := range g.found {
		c := &g.found[i]
		for _, a := range c.articles {
			if label := g.pins.labels[a]; label != 0 {
				c.slug = g.pins.slugs[label]
			}
		}
		if c.slug != "" {
			taken[c.slug] = true
		}
	}
	for _, claim := range g.claims() {
		c := &g.found[claim.cluster]
		if c.slug == "" && !taken[claim.slug] && !g.ruledOut(c, claim.slug) {
			c.slug = claim.slug
			taken[c.slug] = true
		}
	}
	parallel.Each(len(g.found), func(_, i int) { g.found[i].study = g.studied(&g.found[i]) })
	for slug := range g.settings.Lock.Events {
		taken[slug] = true
	}
	for slug := range g.settings.Lock.Redirects {
		taken[slug] = true
	}
	for _, i := range g.byAge() {
		c := &g.found[i]
		if c.slug == "" {
			first := g.articles[c.articles[0]]
			c.slug = freeSlug(baseSlug(c.name, first.ID, first.Date), func(slug string) bool { return !taken[slug] && !g.ruledOut(c, slug) })
			taken[c.slug] = true
		}
	}
}

// A study is what the articles of a cluster were read for.
type study struct {
	name    string // what its slug is made of
	title   string
	reasons reasons
}

// study reads articles for what their event is called and what they share; the sheets are
// of as many. A single article gives its headline.
func (r *reader) study(articles []*corpus.Article, sheets []sheet) study {
	var s study
	if len(articles) > 1 {
		s.name, s.reasons = r.makeName(sheets), r.reasons(sheets)
		s.title = cmp.Or(r.clauseTitle(sheets, articles), s.name)
	}
	s.name = cmp.Or(s.name, headline(articles[0]))
	s.title = cmp.Or(s.title, s.name)
	return s
}

// studied reads the articles of a cluster.
func (g *grouper) studied(c *cluster) study {
	articles := make([]*corpus.Article, len(c.articles))
	for n, i := range c.articles {
		articles[n] = g.articles[i]
	}
	var sheets []sheet
	if len(c.articles) > 1 {
		sheets = g.sheets(c.articles)
	}
	return g.readers[g.language[c.articles[0]]].study(articles, sheets)
}

// ruledOut reports whether the only article of a cluster must not join the
// slug. With others beside it, it is kept apart from these instead.
func (g *grouper) ruledOut(c *cluster, slug string) bool {
	return len(c.articles) == 1 && slices.Contains(g.articles[c.articles[0]].NotEvent, slug)
}

// byAge returns the indices of clusters by their earliest article, so that of
// two events with one title the older has the plain slug.
func (g *grouper) byAge() []int {
	list := make([]int, len(g.found))
	for i := range list {
		list[i] = i
	}
	slices.SortFunc(list, func(a, b int) int { return g.before(g.found[a].articles[0], g.found[b].articles[0]) })
	return list
}

// baseSlug makes a slug for an event of its name, and the id and date of its first article.
func baseSlug(name, id string, date corpus.Date) string {
	base := text.Slug(name, text.LongestSlug-len("-2006-01-99999")) // a month and a number may follow
	if base == "" {
		base = fmt.Sprintf("event-%08x", text.Hash(text.HashStart, id))
	}
	if date.Known() {
		base += date.Time().Format("-2006-01")
	}
	return base
}

// freeSlug returns a slug that is free: the base, or the base with the least number behind
// it from 2 on.
func freeSlug(base string, free func(slug string) bool) string {
	slug := base
	for n := 2; !free(slug); n++ {
		slug = fmt.Sprintf("%s-%d", base, n)
	}
	return slug
}
