package command

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/spf13/cobra"

	"parallax/generator/ingest/feed"
	"parallax/generator/stages"
)

// watchFlags are the flags of watch.
type watchFlags struct {
	addFlags
	every time.Duration
}

// leastEvery is how often feeds may be asked for at most.
const leastEvery = time.Minute

const watchHelp = `Read the feeds that outlets name in their files, such as
  feeds = ["https://courier.port-merrow.example/feed.xml"]
and add the articles that are new. RSS, Atom, JSON Feed and sitemaps are read.

An article that Parallax downloaded and its outlet changed since comes in as an
update, when the feed says so or the server of the article, which is asked once
a day for a week. The earlier version stays beside it, as add --replace has it.

It is polite: it names itself, heeds robots.txt, waits between two downloads
from one host, and asks only for what changed since it last looked. An article
that cannot be had is tried again at the next two runs. One that turns out to be
on another site than its outlet and the feed is named and left.

It runs once, so that a clock of yours can start it; --every keeps it running.

Exit codes:
  0    every feed was read, whether or not there was something new
  1    a feed could not be read, which is said; the others were
  2    the command line is wrong
  130  interrupted; ` + leftUntil

// watchCommand adds what is new in the feeds of outlets.
func watchCommand() *cobra.Command {
	var f watchFlags
	c := &cobra.Command{
		Use:   "watch",
		Short: "Add what is new in the outlets' feeds",
		Long:  watchHelp,
		Example: `  parallax watch
  parallax watch --every 30m`,
		Args: exactly(0),
		RunE: func(c *cobra.Command, _ []string) error {
			if c.Flags().Changed("every") && f.every < leastEvery {
				return useError{c, fmt.Errorf("--every %s: feeds are read once a minute at most", f.every)}
			}
			return withRun(c, f.siteFlags, func(r *run) error { return r.watchFeeds(c.Context(), f) })
		},
	}
	c.Flags().StringVar(&f.site, "site", ".", "the `DIR` with the site's config.toml")
	c.Flags().BoolVar(&f.dry, "dry-run", false, "say what would be written, and write nothing")
	c.Flags().BoolVar(&f.excerpt, "excerpt", false, "without an open licence, keep only what may be quoted")
	c.Flags().DurationVar(&f.every, "every", 0, "keep running, and read the feeds again after this `TIME`")
	f.fetchFlags.add(c)
	c.MarkFlagDirname("site")
	return c
}

// watchFeeds reads the feeds once, or again and again until ctx ends.
func (r *run) watchFeeds(ctx context.Context, f watchFlags) error {
	for {
		err := r.watchOnce(ctx, f)
		if f.every == 0 {
			return err
		}
		if err != nil && ctx.Err() == nil && !errors.Is(err, errProblems) {
			return err
		}
		r.console.progress("the next look is in %s", f.every)
		select {
		case <-ctx.Done():
			r.console.wipe()
			return nil // it was to run until somebody ends it
		case <-time.After(f.every):
		}
	}
}

// watchOnce reads the feeds of all outlets and adds what is new.
func (r *run) watchOnce(ctx context.Context, f watchFlags) error {
	in, w, err := r.intake(ctx, f.addFlags, nil)
	if err != nil {
		return err
	}
	defer in.client.Close()
	memory, damage := feed.Recall(r.root)
	if damage != nil {
		r.console.note("warning: %v; feeds are read as a whole", damage)
	}
	watcher := &watcher{intake: in, memory: memory}
	for _, o := range w.Corpus.Outlets {
		for _, address := range o.Feeds {
			watcher.look(ctx, o, address)
		}
		left, err := in.ready(ctx)
		if err != nil {
			break
		}
		in.takeAll(ctx, left)
	}
	return r.watched(ctx, w, watcher)
}

// watched tells what came of reading the feeds, and remembers it.
func (r *run) watched(ctx context.Context, before *stages.Work, w *watcher) error {
	if w.feeds == 0 {
		return errors.New(`no outlet names a feed; write feeds = ["https://..."] into the outlet's file in content/outlets`)
	}
	if err := w.intake.desk.Close(); err != nil {
		return err
	}
	if !w.intake.flags.dry {
		if err := w.memory.Keep(r.root); err != nil {
			return err
		}
	}
	news, err := await(ctx, func() (string, error) { return r.news(w.intake.flags, before, w.intake.tally) })
	if ctx.Err() != nil {
		return interrupted{ctx.Err(), leftUntil}
	}
	if err != nil {
		return err
	}
	r.console.result("%s", news)
	if w.failed > 0 {
		return errProblems
	}
	return nil
}
