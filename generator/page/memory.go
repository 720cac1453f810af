package page

import (
	"encoding/json"
	"fmt"

	"parallax/generator/event"
	"parallax/generator/file"
	"parallax/generator/rights"
)

// A Memory keeps the events of one build for the next, so that an event of
// which nothing changed is not rendered again. It is asked by several
// goroutines at once, and may forget.
type Memory interface {
	// Recall returns what Remember was given with the key.
	Recall(e *event.Event, key Key) (Made, bool)
	// Remember keeps what was made of an event.
	Remember(key Key, made Made)
}

// A Made is what was made of an event: its files, and as JSON what else the
// site needs of it.
type Made struct {
	Files []file.File
	Rest  []byte
}

// A rest is the content of [Made.Rest].
type rest struct {
	Kept    kept
	Carried [][]rights.Carried // by file
	Record  []byte             // what a repository keeps of the event; may be empty
}

// recall returns the event as it is remembered.
func (s *share) recall() (rendered, bool) {
	if s.memory == nil {
		return rendered{}, false
	}
	var err error
	if s.key, err = s.name(); err != nil {
		return rendered{err: err}, true
	}
	made, found := s.memory.Recall(s.event, s.key)
	if !found {
		return rendered{}, false
	}
	return s.open(made), true
}

// remember keeps the event. What is kept of it for the lists passes through
// JSON whether there is a memory or not, so that what is recalled and what was
// just made are the same.
func (s *share) remember(done rendered) rendered {
	if done.err != nil {
		return done
	}
	data, err := json.Marshal(rest{Kept: done.kept, Carried: done.weights, Record: done.record})
	if err != nil {
		return rendered{err: fmt.Errorf("keep event %s: %w", s.event.Slug, err)}
	}
	made := Made{Files: done.files, Rest: data}
	if s.memory != nil {
		s.memory.Remember(s.key, made)
	}
	return s.open(made)
}

// open returns what a Made holds.
func (s *share) open(made Made) rendered {
	var r rest
	if err := json.Unmarshal(made.Rest, &r); err != nil || len(r.Carried) != len(made.Files) {
		return rendered{err: fmt.Errorf("recall event %s: what was kept of it is damaged (%v); delete the folder .parallax/cache and build again", s.event.Slug, err)}
	}
	return rendered{slug: s.event.Slug, files: made.Files, weights: r.Carried, kept: r.Kept, record: r.Record}
}
