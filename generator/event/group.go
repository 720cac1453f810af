package event

import (
	"parallax/generator/corpus"
	"parallax/generator/diag"
	"parallax/generator/text"
)

// Settings are what grouping needs besides the articles.
type Settings struct {
	Languages *text.Languages
	Notes     []corpus.EventNote // titles that editors gave
	Lock      Lock
}

// A Lock remembers the slug and members of every event once built, so that
// addresses never change. It is kept in events.lock.
type Lock struct {
	Events    map[string][]string // slug to article ids
	Redirects map[string]string   // slug of an event that is gone to the one that took its place
}

// A Grouping is what Group found.
type Grouping struct {
	Events []Event // by date of the latest article, newest first, then by slug
	Lock   Lock    // to be kept for the next build
	Near   []NearMiss
}

// A NearMiss is an article that nearly joined an event.
type NearMiss struct {
	Article    string
	Event      string  // slug
	Similarity float64 // mean similarity to the event's members
}

// Group groups articles into events.
func Group(articles []corpus.Article, s Settings) (Grouping, diag.List) {
	return Grouping{}, diag.List{}
}
