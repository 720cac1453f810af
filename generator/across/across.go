// Package across says what holds over many events: how outlets that report the same
// events differ in them, and how each changes with time. [Ask] is its entry point.
//
// # What is counted
//
// A [Profile] is what one outlet has of one matter in one event, as shares: of the words
// that it lays to somebody, how many are a group's; of the labels that it gives an
// entity, which it uses at all. A share that is not there is zero. The event is the unit,
// since words of one event are not independent and one long article would else decide.
//
// # What is compared
//
// Outlets are compared within the event, or what they choose to report would pass for
// how they report it: a [Contrast] is the mean of the differences over the events that
// both have. A [Point] is one outlet in one month, or in one quarter where months have
// too few events. There is no row for an outlet as a whole, and no mean over matters.
//
// # How sure
//
// Intervals come of drawing events anew, and of Wilson where a share is of events. The
// probability of a difference as large by chance comes of giving each event's difference
// either sign (all ways to 14 events, ten thousand to a hundred); from a hundred events
// on both are taken from the normal distribution that they tend to. All contrasts of a
// question are one family, declared before: of the outlets that report most of the
// events and the matters that most events have. They are corrected after Benjamini and
// Hochberg (1995). A contrast is told if the corrected probability is below five in a
// hundred, and if it is larger than what the program gets wrong: if it stays when each
// side is moved against it by the half-width of the interval in which the measured
// precision of the signal lies.
//
// # What is silent
//
// A pair with fewer than ten events, or with fewer than five in which either has the
// matter at all; an outlet with fewer than ten events; a month or quarter with fewer
// than three.
package across

import (
	"cmp"
	"slices"

	"parallax/generator/ratio"
)

// A Profile is what one outlet has of one matter in one event.
type Profile struct {
	Event  string
	Month  string // of the event, as in "2026-05"; empty if unknown
	Outlet string
	About  string // the matter, such as the name of an entity; empty if the question has one alone
	Shares []Share
}

// A Share is a part of a profile, from 0 to 1.
type Share struct {
	What  string // such as a group, or a label
	Value float64
}

// A Question is what is asked of many events.
type Question struct {
	Profiles    []Profile
	Right, Read int // measured precision: of so many findings of the signal that were read, so many were right
	Seed        uint64
}

// An Answer is what can be said.
type Answer struct {
	Events    int // that have a profile
	Contrasts []Contrast
	Points    []Point
}

// Bounds below which nothing is said, and of what is asked.
const (
	LeastEvents  = 10 // of a pair, and of an outlet over time
	leastCounted = 5  // events of a pair in which either has the part
	leastInSpan  = 3  // events of a month or quarter
	mostOutlets  = 6
	mostMatters  = 12
	mostParts    = 8 // of a matter
)

// Ask answers a question.
func Ask(q Question) Answer {
	events := map[string]bool{}
	for _, p := range q.Profiles {
		events[p.Event] = true
	}
	a := Answer{Events: len(events)}
	if a.Events < LeastEvents {
		return a
	}
	s := picked(q.Profiles)
	low, high := ratio.Wilson(float64(q.Right), float64(max(1, q.Read)))
	for _, m := range s.matters {
		a.Contrasts = append(a.Contrasts, m.contrasts(q.Seed)...)
		a.Points = append(a.Points, m.points(q.Seed)...)
	}
	tell(a.Contrasts, (high-low)/2)
	return a
}

// A sorted is a question as it is asked: of the outlets and matters that most events
// have.
type sorted struct {
	outlets []string
	matters []matter
}

// A matter is what is asked of one thing.
type matter struct {
	about   string
	parts   []string
	outlets []string
	of      map[string]map[string]map[string]float64 // shares by outlet, event and part
	months  map[string]string                        // by event
}

// picked picks what is asked.
func picked(profiles []Profile) sorted {
	byOutlet, byMatter := map[string]map[string]bool{}, map[string]map[string]bool{}
	for _, p := range profiles {
		note(byOutlet, p.Outlet, p.Event)
		note(byMatter, p.About, p.Event)
	}
	s := sorted{outlets: most(byOutlet, LeastEvents, mostOutlets)}
	for _, about := range most(byMatter, LeastEvents, mostMatters) {
		m := matter{about: about, outlets: s.outlets, of: map[string]map[string]map[string]float64{}, months: map[string]string{}}
		byPart := map[string]map[string]bool{}
		for _, p := range profiles {
			if p.About != about || !slices.Contains(s.outlets, p.Outlet) {
				continue
			}
			m.add(p)
			for _, share := range p.Shares {
				if share.Value > 0 {
					note(byPart, share.What, p.Event)
				}
			}
		}
		m.parts = most(byPart, leastCounted, mostParts)
		s.matters = append(s.matters, m)
	}
	return s
}

// add takes a profile.
func (m *matter) add(p Profile) {
	if m.of[p.Outlet] == nil {
		m.of[p.Outlet] = map[string]map[string]float64{}
	}
	shares := map[string]float64{}
	for _, s := range p.Shares {
		shares[s.What] = s.Value
	}
	m.of[p.Outlet][p.Event] = shares
	m.months[p.Event] = p.Month
}

// note notes that something is in an event.
func note(in map[string]map[string]bool, what, event string) {
	if in[what] == nil {
		in[what] = map[string]bool{}
	}
	in[what][event] = true
}

// most returns what is in most events, and in so many at least, not more than some.
func most(in map[string]map[string]bool, least, number int) []string {
	var list []string
	for what, events := range in {
		if len(events) >= least {
			list = append(list, what)
		}
	}
	slices.SortFunc(list, func(a, b string) int { return cmp.Or(len(in[b])-len(in[a]), cmp.Compare(a, b)) })
	return list[:min(len(list), number)]
}
