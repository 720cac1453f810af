// Package profile asks of comparisons what can be asked of many events together: who
// was quoted, and what each called whom. [Of] counts an event, and [Set.Ask] answers.
package profile

import (
	"cmp"
	"slices"

	"parallax/generator/across"
	"parallax/generator/entity"
	"parallax/generator/event"
	"parallax/generator/framing"
	"parallax/generator/ratio"
)

// A Set is what is counted of events.
type Set struct {
	Voices []across.Profile // shares of groups in the words that an outlet lays to somebody
	Naming []across.Profile // whether an outlet uses a label of an entity in its own voice
}

// Add adds what is counted of an event to that of others.
func (p *Set) Add(more Set) {
	p.Voices, p.Naming = append(p.Voices, more.Voices...), append(p.Naming, more.Naming...)
}

// A Question names a question over many events.
type Question string

// The questions.
const (
	AskVoices Question = "voices"
	AskNaming Question = "naming"
)

// An Answered question.
type Answered struct {
	Question Question
	across.Answer
}

// seed is what draws of chance begin with, so that the same events give the same
// figures.
const seed = 1

// Ask answers the questions over many events. The precision of a signal is that of its
// findings which were read.
func (p Set) Ask() []Answered {
	ask := func(q Question, profiles []across.Profile, signal framing.Signal) Answered {
		a := Answered{Question: q}
		if rate, known := framing.RateOf(signal); known {
			a.Answer = across.Ask(across.Question{Profiles: profiles, Right: rate.Right, Read: rate.Right + rate.Arguable + rate.Wrong, Seed: seed})
		}
		return a
	}
	return []Answered{ask(AskVoices, p.Voices, framing.SignalVoices), ask(AskNaming, p.Naming, framing.SignalNaming)}
}

// Of returns what is counted of an event. Several articles of an outlet are one.
func Of(e *event.Event, c *framing.Comparison) Set {
	p := profiler{slug: e.Slug, comparison: c}
	if e.From.Known() {
		p.month = e.From.String()[:len("2006-01")]
	}
	return Set{Voices: p.voices(), Naming: p.naming()}
}

// A profiler counts an event.
type profiler struct {
	slug, month string
	comparison  *framing.Comparison
}

// profile returns the profile of an outlet, its parts in order.
func (p profiler) profile(outlet, about string, counts map[string]float64, all float64) across.Profile {
	made := across.Profile{Event: p.slug, Month: p.month, Outlet: outlet, About: about}
	for what, n := range counts {
		made.Shares = append(made.Shares, across.Share{What: what, Value: ratio.Of(n, all)})
	}
	slices.SortFunc(made.Shares, func(a, b across.Share) int { return cmp.Compare(a.What, b.What) })
	return made
}

// voices counts the words of each group of speakers. An outlet that lays nothing to
// anybody has no share of anything. Speakers of whom nothing is known are no group, and
// their words are of the whole.
func (p profiler) voices() []across.Profile {
	counts, all := map[string]map[string]float64{}, map[string]float64{}
	for _, side := range p.comparison.Voices.Sides {
		outlet := p.comparison.Articles[side.Article].Outlet
		for _, s := range side.Speakers {
			if counts[outlet] == nil {
				counts[outlet] = map[string]float64{}
			}
			if s.Group != entity.Unknown {
				counts[outlet][string(s.Group)] += float64(s.Words)
			}
			all[outlet] += float64(s.Words)
		}
	}
	var list []across.Profile
	for _, outlet := range p.outlets() {
		if all[outlet] > 0 {
			list = append(list, p.profile(outlet, "", counts[outlet], all[outlet]))
		}
	}
	return list
}

// naming notes which labels of an entity an outlet uses. Places have none that tell
// more than what they are: a country is called by its name or by that of its capital.
func (p profiler) naming() []across.Profile {
	var list []across.Profile
	seen := map[string]bool{}
	for _, participants := range [...][]framing.Participant{p.comparison.Naming.Participants, p.comparison.Naming.Rows} {
		for _, row := range participants {
			if seen[row.ID] || row.Kind == entity.Place {
				continue
			}
			seen[row.ID] = true
			list = append(list, p.labels(row)...)
		}
	}
	return list
}

// labels notes which labels of one entity outlets use.
func (p profiler) labels(row framing.Participant) []across.Profile {
	used := map[string]map[string]float64{}
	for _, side := range row.Sides {
		outlet := p.comparison.Articles[side.Article].Outlet
		for _, l := range side.Labels {
			if l.Count == 0 {
				continue
			}
			if used[outlet] == nil {
				used[outlet] = map[string]float64{}
			}
			used[outlet][l.Text] = 1
		}
	}
	var list []across.Profile
	for _, outlet := range p.outlets() {
		if used[outlet] != nil {
			list = append(list, p.profile(outlet, row.Name, used[outlet], 1))
		}
	}
	return list
}

// outlets returns the outlets of the event in their order.
func (p profiler) outlets() []string {
	var list []string
	for _, a := range p.comparison.Articles {
		if !slices.Contains(list, a.Outlet) {
			list = append(list, a.Outlet)
		}
	}
	return list
}
