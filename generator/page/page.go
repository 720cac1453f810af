// Package page turns comparisons, lessons and the corpus into the files of a
// site. [Render] is its entry point.
//
// # Files
//
// An event is a folder: e/<event>/index.html is its page, read-a.html the
// article with the letter A and notes on what the others have, a-b.html two
// articles side by side, plain.html the texts without marks, blind.html and
// blind-text.html the same without names, and card.png a picture for links. If
// it has a lesson, class.html is for the screen, and pack.zip a [class.Bundle]
// of what does not stand beside it: the same in one file that needs no network, and
// the quizzes. o/, m/ and t/ hold the
// pages of outlets, months and topics; the site, each outlet and each topic
// have an Atom and a JSON feed. Every link between pages is relative and names
// index.html, so that a site works from the disk and below any base path; only
// 404.html, shown at any depth, links from the root. What a page holds never
// grows with the corpus: lists are cut into pages.
//
// # Templates
//
// A page is a template and a typed value: [Home], [Outlet], [List], [Search],
// [Glossary], [Method], [Over], [Prose], [DataPage] and [Redirect] here, those of an
// event in package event and those of a lesson in package class, each with the
// [frame.Frame] that stands around it. A file in the site's templates/ takes
// the place of the built-in one of the same name: there is no other rule. A
// mistake in one is an error that names the file, the line and the page.
// templates/README.md lists them all. Interface texts come from the catalogue
// of the site's language by key.
//
// # What is computed here
//
// Only looks: which rows a table shows, where a line of a chart ends. What is
// said of articles is in the comparison. Findings come in its order.
//
// # Order and memory
//
// Events are rendered on all CPUs and handed out in their order; of each,
// a small entry is kept for the lists. Files come one at a time.
//
// # What need not be rendered again
//
// The pages of an event are made from a part of the site, its share: settings,
// look, outlets and glossary, the event, its articles, and what editors say of
// it. What makes them holds nothing else. So a [Memory] that has an event under
// the hash of its share has its pages, and the pages of the whole site, which are
// always made anew, are all that is left to do.
package page

import (
	"errors"
	"io/fs"
	"iter"
	"time"

	"parallax/generator/corpus"
	"parallax/generator/dataset/depot"
	"parallax/generator/dataset/tidy"
	"parallax/generator/event"
	"parallax/generator/file"
	"parallax/generator/framing"
	"parallax/generator/keep"
	"parallax/generator/message"
	"parallax/generator/rights"
	"parallax/generator/site"
	"parallax/generator/text"
)

// A Site is everything that pages are made from.
type Site struct {
	Config    site.Config
	Corpus    *corpus.Corpus
	Events    []event.Event
	Compare   func(e *event.Event) (*framing.Comparison, error) // the comparison of an event, computed or from a cache; called at most once per event and build, by several goroutines at once
	Reviews   map[string]string                                 // by slug, sums of what editors decided about events, which Compare has applied
	Kept      map[string]*keep.Kept                             // by slug, events whose pages are made of what the repository keeps of them, as texts are not at hand
	Keep      func(slug string, data []byte)                    // told, where the files are taken, what the repository is to keep of an event; may be nil
	Memory    Memory                                            // of earlier builds; may be nil
	Coded     []Coded                                           // what coders found of the program's findings; may be empty
	Tables    *depot.Depot                                      // takes the rows of the long tables of all events; nil for none
	Lock      tidy.Lock                                         // what they are made of
	Audit     *rights.Audit                                     // told what files of events carry before they are taken; may be nil
	Progress  func(done int)                                    // told how many events are rendered, where the files are taken; may be nil
	Languages *text.Languages                                   // for the words of pair pages
	Redirects map[string]string                                 // slugs of events that were merged or split, to the slug that took their place
	Templates fs.FS                                             // the site's templates over the built-in ones; also messages/ and assets/
	Messages  *message.Catalogue
	Built     time.Time // the clock of the build, for feeds without dates; from SOURCE_DATE_EPOCH where set
	Version   string    // of the program
}

// Render yields the files of the site, one at a time, in a fixed order.
func Render(s Site) iter.Seq2[file.File, error] {
	return func(yield func(file.File, error) bool) {
		r, err := newRenderer(s, func(f file.File) error {
			if !yield(f, nil) {
				return errStopped
			}
			return nil
		})
		if err == nil {
			err = r.all()
		}
		if err != nil && !errors.Is(err, errStopped) {
			yield(file.File{}, err)
		}
	}
}
