package event

import (
	"cmp"
	"maps"
	"slices"
	"strings"
)

// A Lock remembers the slug and members of every event once built, so that
// addresses never change. It is kept in events.lock. An article that is gone, and
// an event whose articles all are, stay in the lock until a person takes them out:
// what was lost by mistake is not forgotten, and a slug is never given to another.
type Lock struct {
	Events    map[string][]string // slug to article ids, sorted
	Redirects map[string]string   // slug of an event that is gone to the one that took its place
}

// Clone returns a copy of a lock that may be changed.
func (l Lock) Clone() Lock {
	c := Lock{Events: map[string][]string{}, Redirects: maps.Clone(l.Redirects)}
	for slug, ids := range l.Events {
		c.Events[slug] = slices.Clone(ids)
	}
	return c
}

// A claim is how many articles of a cluster an event of the lock has.
type claim struct {
	slug    string
	cluster int
	shared  int
}

// claims returns the claims of the lock's events, the strongest first, then
// by slug and cluster.
func (g *grouper) claims() []claim {
	home := map[string]string{} // slug by article id
	for slug, ids := range g.settings.Lock.Events {
		for _, id := range ids {
			home[id] = slug
		}
	}
	var list []claim
	for n, c := range g.found {
		shared := map[string]int{}
		for _, i := range c.articles {
			if slug, ok := home[g.articles[i].ID]; ok {
				shared[slug]++
			}
		}
		for slug, count := range shared {
			list = append(list, claim{slug, n, count})
		}
	}
	slices.SortFunc(list, func(a, b claim) int {
		return cmp.Or(b.shared-a.shared, strings.Compare(a.slug, b.slug), a.cluster-b.cluster)
	})
	return list
}

// newLock returns the lock for the next build: the members of today's events and
// those of them that are gone, the events without articles, and a redirect from each event that is gone to
// the one that most of its articles are in now.
func (g *grouper) newLock() Lock {
	next := Lock{Events: map[string][]string{}, Redirects: maps.Clone(g.settings.Lock.Redirects)}
	if next.Redirects == nil {
		next.Redirects = map[string]string{}
	}
	for _, c := range g.found {
		var ids []string
		for _, i := range c.articles {
			ids = append(ids, g.articles[i].ID)
		}
		for _, id := range g.settings.Lock.Events[c.slug] {
			if _, there := g.index[id]; !there {
				ids = append(ids, id)
			}
		}
		slices.Sort(ids)
		next.Events[c.slug] = ids
		delete(next.Redirects, c.slug)
	}
	strongest := map[string]string{}
	for _, claim := range g.claims() {
		if strongest[claim.slug] == "" {
			strongest[claim.slug] = g.found[claim.cluster].slug
		}
	}
	for slug, ids := range g.settings.Lock.Events {
		switch {
		case next.Events[slug] != nil:
		case strongest[slug] != "":
			next.Redirects[slug] = strongest[slug]
		default:
			next.Events[slug] = ids
		}
	}
	for slug := range next.Redirects {
		next.Redirects[slug] = follow(next.Redirects, slug)
	}
	return next
}

// follow returns the end of a chain of redirects, at most as long as there
// are redirects.
func follow(redirects map[string]string, slug string) string {
	for range redirects {
		to, ok := redirects[slug]
		if !ok {
			break
		}
		slug = to
	}
	return slug
}
