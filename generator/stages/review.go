package stages

import (
	"maps"
	"slices"

	"parallax/generator/corpus"
	"parallax/generator/diag"
	"parallax/generator/event"
	"parallax/generator/framing"
	"parallax/generator/parallel"
	"parallax/generator/review"
)

// reviewSums returns the sums of the reviews by the slugs of their events.
func (w *Work) reviewSums() map[string]string {
	sums := map[string]string{}
	for slug, r := range w.reviews {
		sums[slug] = r.Sum
	}
	return sums
}

// review applies what an editor decided about an event to what the program found.
func (c *Comparer) review(e *event.Event, made inputs, found *framing.Comparison) (*framing.Comparison, diag.List, error) {
	return review.Apply(found, made.Articles, c.work.Languages, c.work.reviews[e.Slug])
}

// CheckReviews adds what is wrong with the reviews of events to the problems of the
// site. Pages of events that are as they were are not made again, and so would not say
// it. An event that cannot be compared is told of where it is set aside.
func (c *Comparer) CheckReviews() {
	w := c.work
	events := map[string]*event.Event{}
	var slugs []string
	for i := range w.Grouping.Events {
		slug := w.Grouping.Events[i].Slug
		events[slug], slugs = &w.Grouping.Events[i], append(slugs, slug)
	}
	reviewed := slices.Sorted(maps.Keys(w.reviews))
	lists := make([]diag.List, len(reviewed))
	parallel.Each(len(reviewed), func(_, i int) {
		slug := reviewed[i]
		e := events[slug]
		if e == nil {
			lists[i].Warnf(w.reviews[slug].File, 0, diag.DidYouMean(slug, slugs), "no article belongs to the event %q", slug)
			return
		}
		lists[i] = c.checkReview(e)
	})
	for _, l := range lists {
		w.Problems.Merge(l)
	}
}

// checkReview returns what is wrong with the review of an event.
func (c *Comparer) checkReview(e *event.Event) (l diag.List) {
	defer func() { _ = recover() }()
	made, err := c.inputs(e)
	if err != nil || c.work.kept.held[e.Slug] != nil || made.tooLarge() != nil {
		return l
	}
	found, err := c.machine(e, made)
	if err == nil {
		_, l, err = c.review(e, made, found)
	}
	if err != nil {
		l.Errorf(c.work.reviews[e.Slug].File, 0, "", "%v", err)
	}
	return l
}

// Held reports whether an event is shown as it was kept, since the text of an article is
// not here. It cannot be compared again.
func (w *Work) Held(slug string) bool { return w.kept.held[slug] != nil }

// Machine returns the comparison of an event as the program makes it, without what an
// editor decided, and the articles in its order. A panic in it is a BrokenEvent.
func (c *Comparer) Machine(e *event.Event) (found *framing.Comparison, articles []*corpus.Article, err error) {
	defer func() {
		if reason := recover(); reason != nil {
			found, articles, err = nil, nil, &BrokenEvent{Slug: e.Slug, Reason: reason, Trace: trace()}
		}
	}()
	made, err := c.inputs(e)
	if err != nil {
		return nil, nil, err
	}
	if found, err = c.machine(e, made); err != nil {
		return nil, nil, err
	}
	for _, a := range found.Articles {
		articles = append(articles, c.index[a.ID])
	}
	return found, articles, nil
}
