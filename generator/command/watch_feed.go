package command

import (
	"context"
	"errors"
	"net"
	"net/url"
	"slices"
	"strings"
	"time"

	"golang.org/x/net/publicsuffix"

	"parallax/generator/corpus"
	"parallax/generator/diag"
	"parallax/generator/ingest/feed"
	"parallax/generator/ingest/fetch"
)

// Limits of one look at a feed.
const (
	mostNew   = 50                 // articles that are downloaded; the rest are left for the next run
	mostAgain = 20                 // articles that are asked for again; the rest are left for the next run
	mostMaps  = 3                  // sitemaps of an index, the newest
	recent    = 7 * 24 * time.Hour // age of articles that are taken from sitemaps, which list all there are
)

// feedTypes are the Content-Types of feeds that are not text or XML by name.
var feedTypes = [...]string{"application/feed+json", "application/json", "application/octet-stream", "application/x-gzip", "application/gzip"}

// A watcher looks at feeds.
type watcher struct {
	intake *intake
	memory feed.Memory
	feeds  int    // that were looked at
	failed int    // of them, could not be read
	home   string // page of the outlet whose feed is looked at; may be empty
}

// look reads a feed of an outlet and downloads what is new in it.
func (w *watcher) look(ctx context.Context, outlet corpus.Outlet, address string) {
	if ctx.Err() != nil {
		return
	}
	w.feeds++
	w.intake.console.progress("asking %s", address)
	w.intake.client.Name(address)
	seen := w.memory.Of(address)
	found, err := w.read(ctx, address, seen)
	if err != nil {
		if ctx.Err() == nil {
			w.failed++
			w.intake.console.note("%s: %v", address, err)
		}
		return
	}
	w.intake.flags.outlet, w.home = outlet.ID, outlet.Homepage
	w.items(ctx, address, seen, found)
	w.updates(ctx, address, seen)
}

// read downloads a feed, and the newest sitemaps if it is an index of them. A
// feed that has not changed is empty.
func (w *watcher) read(ctx context.Context, address string, seen *feed.Seen) ([]feed.Item, error) {
	answer, err := w.get(ctx, fetch.Request{Address: address, Tag: seen.Tag, Modified: seen.Modified})
	if err != nil || answer.Same {
		return nil, err
	}
	found, err := feed.Read(answer.Body, answer.Address, answer.Type)
	if err != nil {
		return nil, err
	}
	w.maps(ctx, address, &found)
	if found.Left > 0 {
		w.intake.console.note("%s: left out %s, which have no web address or are more than a feed may have", address, diag.Count(found.Left, "item"))
	}
	if found.Sitemap {
		found.Items = w.recent(address, seen, found.Items)
	} else {
		seen.Tag, seen.Modified = answer.Tag, answer.Modified
	}
	found.Items = seen.New(found.Items)
	return found.Items, nil
}

// maps reads the sitemaps of an index, the newest first, and adds what they
// list. One that cannot be read costs none of the others.
func (w *watcher) maps(ctx context.Context, address string, index *feed.Feed) {
	byDate := func(a, b feed.Item) int { return b.Date.Compare(a.Date) }
	left := index.Index
	slices.SortStableFunc(left, byDate)
	for n := 0; n < mostMaps && len(left) > 0; n++ {
		one := left[0]
		left = left[1:]
		answer, err := w.get(ctx, fetch.Request{Address: one.Address})
		if err == nil {
			var part feed.Feed
			if part, err = feed.Read(answer.Body, answer.Address, answer.Type); err == nil {
				index.Items, index.Left = append(index.Items, part.Items...), index.Left+part.Left
				slices.SortStableFunc(part.Index, byDate)
				left = append(part.Index, left...)
			}
		}
		if err != nil && ctx.Err() == nil {
			w.intake.console.note("%s: %v", one.Address, err)
		}
	}
	switch undated := slices.ContainsFunc(left, func(i feed.Item) bool { return i.Date.IsZero() }); {
	case undated:
		w.intake.console.note("%s: %s of it not read, since it does not say which are new", address, diag.Count(len(left), "sitemap"))
	case len(left) > 0 && !w.isOld(left[0]):
		w.intake.console.note("%s: %s of it not read, though the last week has more than %s", address, diag.Count(len(left), "sitemap"), diag.Count(mostMaps, "sitemap"))
	}
}

// recent returns the places of a sitemap that are new enough. Those without a
// day are taken if they are few: a whole site is not. What is left out is told,
// old addresses when they become more than were told before.
func (w *watcher) recent(address string, seen *feed.Seen, items []feed.Item) []feed.Item {
	undated, old, newest := 0, 0, feed.Item{}
	for _, i := range items {
		switch {
		case i.Date.IsZero():
			undated++
		case w.isOld(i) && w.intake.desk.Holds(i.Address) == "":
			if old++; i.Date.After(newest.Date) {
				newest = i
			}
		}
	}
	if undated > mostNew {
		w.intake.console.note("%s: left out %s that it gives no day for", address, diag.Count(undated, "page"))
	}
	if old > seen.Old {
		w.intake.console.note("%s: left out %s from more than a week ago, the last of them %s; parallax add takes one", address, diag.Count(old, "page"), newest.Address)
		seen.Old = old
	}
	return slices.DeleteFunc(items, func(i feed.Item) bool {
		if i.Date.IsZero() {
			return undated > mostNew
		}
		return w.isOld(i)
	})
}

// isOld reports whether a place of a sitemap is too old to be taken unasked.
func (w *watcher) isOld(i feed.Item) bool { return w.intake.now.Sub(i.Date) > recent }

// get downloads a feed, if robots.txt allows it.
func (w *watcher) get(ctx context.Context, r fetch.Request) (fetch.Answer, error) {
	r.Accept, r.Robots = feedTypes[:], true
	return w.intake.client.Get(ctx, r)
}

// items downloads the articles that are not there yet.
func (w *watcher) items(ctx context.Context, address string, seen *feed.Seen, items []feed.Item) {
	in, left, asked := w.intake, 0, 0
	for _, i := range items {
		past := seen.Items[i.Address]
		switch {
		case in.desk.Holds(i.Address) != "":
			past.Settle()
		case ctx.Err() != nil || asked == mostNew:
			left++
		default:
			asked++
			in.console.progress("reading %d of %d from %s", asked, min(len(items), mostNew), address)
			w.item(ctx, address, past, i)
		}
	}
	if seen.Unsettled() {
		seen.Tag, seen.Modified = "", "" // so that the next run gets the whole feed
	}
	if left > 0 && ctx.Err() == nil {
		in.console.note("%s: %s left for the next run", address, diag.Count(left, "article"))
	}
}

// item downloads one article that the feed at an address lists.
func (w *watcher) item(ctx context.Context, address string, past *feed.Past, i feed.Item) {
	in := w.intake
	had := len(in.batch)
	in.titled = i.Title
	answer, err := in.fetch(ctx, fetch.Request{Address: i.Address, Robots: true})
	in.titled = ""
	switch {
	case ctx.Err() != nil:
	case err != nil:
		in.fail(i.Address, err)
		if past.Tried++; isFinal(err) {
			past.Settle()
		}
	case len(in.batch) == had:
		past.Tried++ // no article in it, which was told
	case w.isForeign(address, in.batch[had].doc.URL):
		in.console.note("%s: it leads to another site, %s, and was left; parallax add takes it under its own outlet", i.Address, in.batch[had].doc.URL)
		in.batch = in.batch[:had]
		past.Settle()
	default:
		doc := &in.batch[had].doc
		if !doc.Date.Known() && !i.Date.IsZero() {
			doc.From.Date = "the feed"
			if doc.Date = corpus.Moment(i.Date.Truncate(time.Second)); i.Day {
				doc.Date = corpus.Day(i.Date.Date())
			}
		}
		past.Settle()
		past.Looked(in.now, answer.Tag, answer.Modified)
		past.Address = doc.URL
	}
}

// isFinal reports whether it is useless to try again.
func isFinal(err error) bool {
	return errors.Is(err, fetch.ErrRobots) || errors.Is(err, fetch.ErrGone) || errors.Is(err, fetch.ErrRefused)
}

// isForeign reports whether an article is on another site than its outlet's
// homepage and the feed.
func (w *watcher) isForeign(feedAddress, article string) bool {
	site := siteOf(article)
	return site != "" && w.home != "" && site != siteOf(w.home) && site != siteOf(feedAddress)
}

// siteOf returns the part of an address's host that one owner has: the
// registered domain, else the host.
func siteOf(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	host := strings.ToLower(u.Hostname())
	if domain, err := publicsuffix.EffectiveTLDPlusOne(host); err == nil && net.ParseIP(host) == nil {
		return domain
	}
	return host
}
