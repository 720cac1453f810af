package stages

import (
	"cmp"
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strings"

	"parallax/generator/corpus"
	"parallax/generator/diag"
	"parallax/generator/event"
	"parallax/generator/keep"
)

// A clone of a site's repository does not have the texts that may not be given away.
// Of their events it has what the last build with the texts kept, and shows them as
// they were then: such an event is held. What else is new in the clone is grouped and
// compared as ever. What would change a held event is told, with what it needs.

// A holding is what is kept of a site's events.
type holding struct {
	all  []*keep.Kept          // by slug
	held map[string]*keep.Kept // by slug, events of which a text is not here
	made map[string][]byte     // by slug, files that are to be kept of events made now
	gone map[string]bool       // slugs of events that cannot be shown
	lost int                   // how many held events cannot be shown
}

// readKept reads what is kept of events, and puts into the corpus the articles whose
// texts are not here.
func (w *Work) readKept(fsys fs.FS) {
	var problems diag.List
	w.kept = holding{held: map[string]*keep.Kept{}, made: map[string][]byte{}, gone: map[string]bool{}}
	w.kept.all, problems = keep.Load(fsys)
	w.Problems.Merge(problems)
	here := w.articlesByID()
	missing := 0
	for _, k := range w.kept.all {
		for _, a := range k.Articles {
			if a.Private == nil || here[a.ID] != nil || w.isDraft(fsys, a.ID) {
				continue
			}
			here[a.ID] = a.Article()
			w.Corpus.Articles = append(w.Corpus.Articles, *here[a.ID])
			w.kept.held[k.Event.Slug] = k
			missing++
		}
	}
	if missing == 0 {
		return
	}
	slices.SortStableFunc(w.Corpus.Articles, func(a, b corpus.Article) int { return strings.Compare(a.ID, b.ID) })
	w.Problems.Notef(keep.Folder, 0, "if one of them was removed for good, remove the file of its event too",
		"%s made from what is kept here, as %s of articles may not be given away and are not in this folder",
		are(len(w.kept.held), "event"), diag.Count(missing, "text"))
}

// are returns a number, its noun and the verb: "1 event is", "2 events are".
func are(n int, noun string) string {
	if n == 1 {
		return diag.Count(n, noun) + " is"
	}
	return diag.Count(n, noun) + " are"
}

// articlesByID returns the articles of the corpus by their ids.
func (w *Work) articlesByID() map[string]*corpus.Article {
	byID := make(map[string]*corpus.Article, len(w.Corpus.Articles))
	for i := range w.Corpus.Articles {
		byID[w.Corpus.Articles[i].ID] = &w.Corpus.Articles[i]
	}
	return byID
}

// membersOf returns the articles of an event, without those that are not there.
func membersOf(e *event.Event, articles map[string]*corpus.Article) []*corpus.Article {
	var members []*corpus.Article
	for _, m := range e.Members {
		if a := articles[m.Article]; a != nil {
			members = append(members, a)
		}
	}
	return members
}

// groupHeld groups a site of which some events are held. What all articles of a site
// say of an event depends on all of them: so events that nothing was changed of stay as
// they were kept, whether they are held or not.
func (w *Work) groupHeld(lock event.Lock) {
	g := &heldGrouper{Work: w, lock: lock, articles: w.articlesByID(), home: map[string]string{}, stay: map[string]*keep.Kept{}}
	for _, k := range w.kept.all {
		g.sort(k)
	}
	g.groupFree()
	g.finish()
}

// A heldGrouper is one run of groupHeld.
type heldGrouper struct {
	*Work
	lock     event.Lock
	articles map[string]*corpus.Article
	home     map[string]string     // slug by article, of events that stay or are gone
	stay     map[string]*keep.Kept // events that stay as they are kept, by slug
	events   []event.Event         // found anew
	left     []string              // articles that would change a held event
}

// sort decides what becomes of a kept event: it stays, it is grouped anew, or it is
// held and cannot be shown.
func (g *heldGrouper) sort(k *keep.Kept) {
	slug := k.Event.Slug
	changed := g.changed(k)
	held := g.kept.held[slug] != nil
	if changed != "" && !held {
		return
	}
	for _, a := range k.Articles {
		g.home[a.ID] = slug
	}
	if changed != "" {
		g.kept.gone[slug] = true
		g.kept.lost++
		g.Problems.Warnf(keep.File(slug), 0, "take the change back, or "+g.needs(k),
			"event %q is left out: %s, so that it has to be compared again, and that takes the text of %s", slug, changed, g.lacking(k))
		return
	}
	g.stay[slug] = k
	if held && k.Settings != keep.Settings(g.Config, g.aliases(slug), g.reviewSums()[slug]) {
		g.Problems.Warnf(keep.File(slug), 0, g.needs(k),
			"event %q is shown as it was compared before config.toml, its note or its review changed; to compare it again takes the text of %s", slug, g.lacking(k))
	}
}

// needs says how a held event is compared again.
func (g *heldGrouper) needs(k *keep.Kept) string {
	return `run "parallax build" where that text is and commit ` + keep.File(k.Event.Slug) + `, or get it again with "parallax add"`
}

// changed says what of a kept event is not as it was, "" if all is: an article, or the
// program that is to say what was found.
func (g *heldGrouper) changed(k *keep.Kept) string {
	for _, known := range k.Articles {
		switch a := g.articles[known.ID]; {
		case a == nil:
			return fmt.Sprintf("the article %q is gone", known.ID)
		case a.Withheld == nil && keep.Sum(a) != known.Sum:
			return fmt.Sprintf("the article %q was changed", known.ID)
		}
	}
	for _, key := range k.Says() {
		if g.Messages != nil && !g.Messages.Has(key) {
			return fmt.Sprintf("it was kept by another version of the program, and this one has no words for %q", key)
		}
	}
	return ""
}

// lacking names the articles of a held event whose texts are not here.
func (g *heldGrouper) lacking(k *keep.Kept) string {
	var list []string
	for _, known := range k.Articles {
		if a := g.articles[known.ID]; a != nil && a.Withheld != nil {
			list = append(list, a.File)
		}
	}
	return strings.Join(list, ", ")
}

// aliases returns the names that an editor says are one.
func (g *heldGrouper) aliases(slug string) [][]string {
	if n := g.Corpus.Note(slug); n != nil {
		return n.Aliases
	}
	return nil
}

// groupFree groups the articles that belong to no event that stays. Where they would
// join one of which all texts are here, that is grouped anew too.
func (g *heldGrouper) groupFree() {
	var here []corpus.Article
	free := 0
	for i := range g.Corpus.Articles {
		a := &g.Corpus.Articles[i]
		if a.Withheld == nil && !g.kept.gone[g.home[a.ID]] {
			here = append(here, *a)
			if g.home[a.ID] == "" {
				free++
			}
		}
	}
	if free == 0 {
		return
	}
	found, problems := event.Group(here, event.Settings{Languages: g.Languages, Lock: g.lock, Caution: g.Config.Grouping.Caution, Notes: g.Corpus.Notes})
	g.mergePinMistakes(problems)
	for g.release(found.Events) {
	}
	for _, e := range found.Events {
		g.take(e, found.Lock)
	}
}

// mergePinMistakes adds what grouping found, but for notes on events that are held.
func (g *heldGrouper) mergePinMistakes(problems diag.List) {
	for _, d := range problems.Sorted() {
		if !strings.HasPrefix(d.File, "content/events/") {
			g.Problems.Add(d)
		}
	}
}

// release lets an event be grouped anew that an article would join and of which all
// texts are here. It reports whether there was one.
func (g *heldGrouper) release(events []event.Event) bool {
	for i := range events {
		if !g.mixed(&events[i]) {
			continue
		}
		for _, m := range events[i].Members {
			slug := g.home[m.Article]
			k := g.stay[slug]
			if k == nil || g.kept.held[slug] != nil {
				continue
			}
			delete(g.stay, slug)
			for _, a := range k.Articles {
				delete(g.home, a.ID)
			}
			return true
		}
	}
	return false
}

// mixed reports whether an event has articles that stay where they are and others.
func (g *heldGrouper) mixed(e *event.Event) bool {
	staying := 0
	for _, m := range e.Members {
		if g.home[m.Article] != "" {
			staying++
		}
	}
	return staying > 0 && staying < len(e.Members)
}

// take adds an event that was grouped anew, or says which held one its articles would
// join.
func (g *heldGrouper) take(e event.Event, lock event.Lock) {
	held := ""
	if g.kept.held[e.Slug] != nil || g.kept.gone[e.Slug] {
		held = e.Slug
	}
	for _, m := range e.Members {
		held = cmp.Or(held, g.home[m.Article])
	}
	if held == "" {
		g.events = append(g.events, e)
		g.lock.Events[e.Slug] = lock.Events[e.Slug]
		return
	}
	for _, m := range e.Members {
		if g.home[m.Article] != "" {
			continue
		}
		g.left = append(g.left, m.Article)
		if k := g.stay[held]; k != nil {
			g.Problems.Warnf(g.articles[m.Article].File, 0, g.needs(k),
				"this article would join the event %q, which is shown without it: to compare it again takes the text of %s", held, g.lacking(k))
		}
	}
}

// finish puts the grouping together, and takes out of the corpus what is not shown.
func (g *heldGrouper) finish() {
	out := map[string]bool{}
	for _, id := range g.left {
		out[id] = true
	}
	for id, slug := range g.home {
		out[id] = out[id] || g.kept.gone[slug]
	}
	for slug, k := range g.stay {
		g.events = append(g.events, g.titled(k))
		if g.lock.Events[slug] == nil {
			for _, a := range k.Articles {
				g.lock.Events[slug] = append(g.lock.Events[slug], a.ID)
			}
		}
	}
	event.Sort(g.events)
	rest := *g.Corpus
	rest.Articles = slices.DeleteFunc(slices.Clone(rest.Articles), func(a corpus.Article) bool { return out[a.ID] })
	g.Work.Corpus, g.Grouping = &rest, event.Grouping{Events: g.events, Lock: g.lock}
	g.notesWithoutEvent()
}

// titled returns a kept event with the title that an editor gives it now.
func (g *heldGrouper) titled(k *keep.Kept) event.Event {
	if n := g.Corpus.Note(k.Event.Slug); n != nil && n.Title != "" {
		k.Event.Title = n.Title
	}
	return k.Event
}

// notesWithoutEvent warns of editors' notes on events that are not there.
func (g *heldGrouper) notesWithoutEvent() {
	known := maps.Clone(g.kept.gone)
	var slugs []string
	for _, e := range g.events {
		known[e.Slug] = true
		slugs = append(slugs, e.Slug)
	}
	for _, n := range g.Corpus.Notes {
		if !known[n.Slug] {
			g.Problems.Warnf(n.File, 0, diag.DidYouMean(n.Slug, slugs), "no article belongs to the event %q", n.Slug)
		}
	}
}

// LostKept returns how many events of which not all texts are here cannot be shown.
func (w *Work) LostKept() int { return w.kept.lost }

// Keep returns what a clone needs of the events that were made: the files by name, and
// the names of those that are to go, of events that are no more. In class mode nothing
// may be given away. Of an event without private articles something is kept where all
// texts are at hand.
func (w *Work) Keep() (files map[string][]byte, gone []string, err error) {
	if w.Config.Quotation.Class {
		return nil, nil, nil
	}
	files, there := map[string][]byte{}, map[string]bool{}
	plain := len(w.kept.held) == 0 && (len(w.kept.all) > 0 || slices.ContainsFunc(w.Corpus.Articles, func(a corpus.Article) bool { return a.Private() }))
	articles := w.articlesByID()
	for i := range w.Grouping.Events {
		e := &w.Grouping.Events[i]
		there[e.Slug] = true
		data := w.kept.made[e.Slug]
		if data == nil && !plain {
			continue
		}
		if data == nil {
			if data, err = keep.Plain(e, membersOf(e, articles)).Bytes(); err != nil {
				return nil, nil, err
			}
		}
		files[keep.File(e.Slug)] = data
	}
	for _, k := range w.kept.all {
		if slug := k.Event.Slug; !there[slug] && !w.kept.gone[slug] {
			gone = append(gone, keep.File(slug))
		}
	}
	return files, gone, nil
}
