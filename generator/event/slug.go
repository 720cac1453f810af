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
	parallel.Each(len(g.found), func(_, i int) { g.study(&g.found[i]) })
	for slug := range g.settings.Lock.Events {
		taken[slug] = true
	}
	for slug := range g.settings.Lock.Redirects {
		taken[slug] = true
	}
	for _, i := range g.byAge() {
		c := &g.found[i]
		if c.slug == "" {
			c.slug = g.freeSlug(c, taken)
			taken[c.slug] = true
		}
	}
}

// study reads the articles of a cluster for its name, its title and its reasons. A
// single article gives its headline.
func (g *grouper) study(c *cluster) {
	if len(c.articles) > 1 {
		r, sheets := g.readers[g.language[c.articles[0]]], g.sheets(c.articles)
		articles := make([]*corpus.Article, len(c.articles))
		for n, i := range c.articles {
			articles[n] = g.articles[i]
		}
		c.name, c.reasons = r.makeName(sheets), r.reasons(sheets)
		c.title = cmp.Or(r.clauseTitle(sheets, articles), c.name)
	}
	c.name = cmp.Or(c.name, headline(g.articles[c.articles[0]]))
	c.title = cmp.Or(c.title, c.name)
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

// freeSlug makes a slug for a cluster that no other event has.
func (g *grouper) freeSlug(c *cluster, taken map[string]bool) string {
	base := text.Slug(c.name, text.LongestSlug-len("-2006-01-99999")) // a month and a number may follow
	first := g.articles[c.articles[0]]
	if base == "" {
		base = fmt.Sprintf("event-%08x", text.Hash(text.HashStart, first.ID))
	}
	if first.Date.Known() {
		base += first.Date.Time().Format("-2006-01")
	}
	slug := base
	for n := 2; taken[slug] || g.ruledOut(c, slug); n++ {
		slug = fmt.Sprintf("%s-%d", base, n)
	}
	return slug
}
