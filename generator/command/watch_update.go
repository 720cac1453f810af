package command

import (
	"cmp"
	"context"

	"parallax/generator/ingest/feed"
	"parallax/generator/ingest/fetch"
)

// updates asks again for articles of a feed that may have changed since they
// were downloaded. What comes replaces them if they did.
func (w *watcher) updates(ctx context.Context, address string, seen *feed.Seen) {
	in := w.intake
	due := seen.Due(in.now, in.desk.Downloaded)
	for n, item := range due[:min(len(due), mostAgain)] {
		if ctx.Err() != nil {
			return
		}
		in.console.progress("looking again at %d of %d from %s", n+1, min(len(due), mostAgain), address)
		w.update(ctx, item, seen.Items[item])
	}
}

// update asks again for one article.
func (w *watcher) update(ctx context.Context, address string, past *feed.Past) {
	in := w.intake
	had := len(in.batch)
	answer, err := in.fetch(ctx, fetch.Request{Address: address, Robots: true, Tag: past.Tag, Modified: past.Modified})
	if ctx.Err() != nil {
		return
	}
	tag, modified := cmp.Or(answer.Tag, past.Tag), cmp.Or(answer.Modified, past.Modified)
	if isFinal(err) {
		tag, modified = "", "" // it is asked for again only if the feed says that it changed
	}
	past.Looked(in.now, tag, modified)
	if err != nil {
		in.fail(address, err)
	} else if len(in.batch) > had {
		in.batch[had].updates = in.desk.Holds(past.Article(address))
	}
}
