package command

import (
	"cmp"
	"context"
	"errors"
	"slices"
	"time"

	"parallax/generator/corpus"
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
	feeds  int // that were looked at
	failed int // of them, could not be read
}

// look reads a feed of an outlet and downloads what is new in it.
func (w *watcher) look(ctx context.Context, outlet, address string) {
	if ctx.Err() != nil {
		return
	}
	w.feeds++
	w.intake.console.progress("asking %s", address)
	seen := w.memory.Of(address)
	found, err := w.read(ctx, address, seen)
	if err != nil {
		if ctx.Err() == nil {
			w.failed++
			w.intake.console.note("%s: %v", address, err)
		}
		return
	}
	w.intake.flags.outlet = outlet
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
	found, err := feed.Read(answer.Body, answer.Address)
	if err != nil {
		return nil, err
	}
	newest := found.Index
	slices.SortStableFunc(newest, func(a, b feed.Item) int { return b.Date.Compare(a.Date) })
	for _, i := range newest[:min(len(newest), mostMaps)] {
		answer, err := w.get(ctx, fetch.Request{Address: i.Address})
		if err != nil {
			return nil, err
		}
		part, err := feed.Read(answer.Body, answer.Address)
		if err != nil {
			return nil, err
		}
		found.Items = append(found.Items, part.Items...)
	}
	if found.Sitemap {
		found.Items = slices.DeleteFunc(found.Items, func(i feed.Item) bool { return w.intake.now.Sub(i.Date) > recent })
	} else {
		seen.Tag, seen.Modified = answer.Tag, answer.Modified
	}
	found.Items = seen.New(found.Items)
	return found.Items, nil
}

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
			w.item(ctx, past, i)
		}
	}
	if seen.Unsettled() {
		seen.Tag, seen.Modified = "", "" // so that the next run gets the whole feed
	}
	if left > 0 && ctx.Err() == nil {
		in.console.note("%s: %s left for the next run", address, count(left, "article"))
	}
}

// item downloads one article.
func (w *watcher) item(ctx context.Context, past *feed.Past, i feed.Item) {
	in := w.intake
	had := len(in.batch)
	answer, err := in.fetch(ctx, fetch.Request{Address: i.Address, Robots: true})
	switch {
	case ctx.Err() != nil:
	case err != nil:
		in.fail(i.Address, err)
		if past.Tried++; isFinal(err) {
			past.Settle()
		}
	case len(in.batch) == had:
		past.Tried++ // no article in it, which was told
	default:
		doc := &in.batch[had].doc
		doc.Title = cmp.Or(doc.Title, i.Title)
		if !doc.Date.Known() && !i.Date.IsZero() {
			doc.From.Date = "the feed"
			doc.Date = corpus.Moment(i.Date.Truncate(time.Second))
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
