package feed

import (
	"cmp"
	"slices"
	"strings"
	"time"
)

// How often an article that was taken is asked for again.
const (
	stated   = time.Hour          // after the last look, where the feed says that it changed
	unstated = 24 * time.Hour     // where it does not say
	young    = 7 * 24 * time.Hour // age from which only what the feed says counts
)

// Due returns the addresses of items that were taken and may have changed
// since: first those of which the feed says so, then those that were not
// looked at for longest. The site says when it downloaded the article with an
// address, zero if it has none to replace.
func (s *Seen) Due(now time.Time, downloaded func(address string) time.Time) []string {
	type candidate struct {
		address string
		said    bool
		looked  time.Time
	}
	var due []candidate
	for address, p := range s.Items {
		taken := downloaded(p.Article(address))
		if taken.IsZero() {
			continue
		}
		c := candidate{address: address, looked: taken}
		if p.Asked.After(taken) {
			c.looked = p.Asked
		}
		rest := now.Sub(c.looked)
		c.said = p.Changed.After(c.looked) && rest >= stated
		if c.said || (p.Tag != "" || p.Modified != "") && rest >= unstated && now.Sub(taken) < young {
			due = append(due, c)
		}
	}
	slices.SortFunc(due, func(a, b candidate) int {
		if a.said && !b.said {
			return -1
		}
		if b.said && !a.said {
			return 1
		}
		return cmp.Or(a.looked.Compare(b.looked), strings.Compare(a.address, b.address))
	})
	addresses := make([]string, len(due))
	for i, c := range due {
		addresses[i] = c.address
	}
	return addresses
}
