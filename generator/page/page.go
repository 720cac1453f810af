// Package page turns comparisons, lessons and the corpus into the files of a
// site. [Render] is its entry point.
package page

import (
	"errors"
	"io/fs"
	"iter"
	"time"

	"parallax/generator/corpus"
	"parallax/generator/event"
	"parallax/generator/framing"
	"parallax/generator/message"
	"parallax/generator/site"
)

// A Site is everything that pages are made from.
type Site struct {
	Config    site.Config
	Corpus    *corpus.Corpus
	Events    []event.Event
	Compare   func(e *event.Event) (*framing.Comparison, error) // the comparison of an event, computed or from a cache; called once per event and build
	Redirects map[string]string                                 // slugs of events that were merged or split, to the slug that took their place
	Templates fs.FS                                             // the site's templates over the built-in ones; also messages/ and assets/
	Messages  *message.Catalogue
	Built     time.Time // the clock of the build, for feeds without dates; from SOURCE_DATE_EPOCH where set
	Version   string    // of the program
}

// Render yields the files of the site, one at a time, in a fixed order.
func Render(s Site) iter.Seq2[File, error] {
	return func(yield func(File, error) bool) {
		r, err := newRenderer(s, func(f File) error {
			if !yield(f, nil) {
				return errStopped
			}
			return nil
		})
		if err == nil {
			err = r.all()
		}
		if err != nil && !errors.Is(err, errStopped) {
			yield(File{}, err)
		}
	}
}
