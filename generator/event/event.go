// Package event groups articles into the events they report. [Group] is its
// entry point.
//
// # Evidence
//
// What makes two articles reports of one event is what happened, not what they
// are about: the headline and the lead say the one, the rest of the text the
// other. So a pair is described by what each article tells of what the other
// begins with: the share of a lead that the other text has, the names of a lead
// and of a headline that it has, how much the two leads share, how many rare
// words the two texts share, and whether both name one day. Rarity comes from a
// background table of the language and not from the collection, so that all of
// this is a property of the two articles alone.
//
// Besides, texts and headlines are compared as vectors of stems and pairs of
// stems (TF-IDF), and the cosine is held against the best that either article
// has with any other: whether the two are mutual neighbours. This counts no
// neighbours, so no size of an event is preferred, and an article that resembles
// nothing here changes nothing. Where even the best is less than reports of one
// event commonly share, it is compared with that instead: the nearest stranger
// is no kin. Dates that lie far apart speak against one event; near ones do not
// speak for it, and an unknown one says nothing.
//
// A [Model], learned by [Train] over pools of many make-ups and kept as readable
// TOML, turns the description into a probability.
//
// # Clusters
//
// Candidates come from an inverted index over the stems that few articles
// have, and from a window of time: articles whose dates are months apart are
// not compared, those without a date are compared with all. Texts that share
// long passages word for word are one node, whatever their dates. Nodes are
// joined by average link: two clusters become one as long as the mean
// probability of their pairs reaches the model's threshold. Of two articles that
// are both alone more is asked, since no third confirms what they seem to share:
// a false event is a page that compares two things. There is no rule on the
// largest size of an event or on the number of its outlets. Articles group
// within a language.
//
// A text that its outlet calls opinion, analysis or the like makes no event and bridges
// none: when the reports are joined it follows those that it is nearest to, if it is near
// enough, or stays alone ([GenreOf]).
//
// What an editor should look at is told besides: a [NearMiss] is an article
// that nearly joined an event, a [Seam] where an event would fall apart under
// a higher threshold.
//
// # Stories
//
// Two events that name mostly the same rare things in their headlines and leads
// are episodes of one running story: an arrest and the trial, a drill and the one
// of the year after. Each names the other as its [Kin], so that a merge need not
// be forced.
//
// # Pins
//
// An article whose front matter names an event belongs to it, whatever the
// similarity, and never to one that its not_event names. Articles pinned to
// two events are kept apart.
//
// # Names that stay
//
// A new event gets a slug from what its articles share and the month of the
// earliest. A [Lock] remembers slugs and members: at the next build an event
// keeps the slug of the earlier one it shares most articles with, and the slug
// of an event that was merged into another redirects to that.
package event

import "parallax/generator/corpus"

// An Event is what several articles report, with the reasons it holds
// together.
type Event struct {
	Slug     string      `json:"slug"`     // never changes once published
	Title    string      `json:"title"`    // the editor's, or made of the terms the articles share
	Language string      `json:"language"` // primary subtag; articles group within a language
	Members  []Member    `json:"members"`  // in order of publication
	Terms    []Term      `json:"terms"`    // shared rare words, strongest first
	Names    []Term      `json:"names"`    // shared names, strongest first
	Numbers  []Term      `json:"numbers"`  // shared numbers and dates in the text
	From     corpus.Date `json:"from"`     // earliest known date of publication
	To       corpus.Date `json:"to"`       // latest
	Cohesion float64     `json:"cohesion"` // mean similarity of its pairs, 0 to 1; 1 for a single article
	Story    []Kin       `json:"story"`    // other events of the same running story, the likest first
}

// A Member is an article of an event.
type Member struct {
	Article   string  `json:"article"`   // corpus id
	Closeness float64 `json:"closeness"` // mean similarity to the other members, 0 to 1
	Pinned    bool    `json:"pinned"`    // put here by front matter
	CopyOf    string  `json:"copy_of"`   // article published earlier that it repeats almost word for word; empty if none
	Genre     Genre   `json:"genre,omitempty"`
}

// A Term is something that holds an event together.
type Term struct {
	Text     string  `json:"text"`     // as the articles write it
	Articles int     `json:"articles"` // how many of the members have it
	Weight   float64 `json:"weight"`   // share of the members' similarity that it carries
}
