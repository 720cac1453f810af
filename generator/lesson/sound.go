package lesson

import (
	"fmt"
	"slices"
)

// name returns a string that tells options of one exercise apart.
func (o Option) name() string {
	return fmt.Sprint(fold(o.Words), "\x00", o.Says, "\x00", o.Excerpt, "\x00", o.Article, "\x00", o.Span.Start)
}

// sound reports whether an exercise can be answered in its form, and in one
// way only.
func sound(x *Exercise) bool {
	right, places, seen := 0, map[int]int{}, map[string]bool{}
	for _, o := range x.Options {
		if o.Right {
			right++
		}
		if seen[o.name()] {
			return false
		}
		seen[o.name()] = true
		places[o.Place]++
	}
	switch x.Form {
	case Open:
		return len(x.Options) == 0 && len(x.Models) > 0
	case Order:
		return len(places) > 1 && places[0] == 0
	case Match:
		for _, r := range x.Rows {
			if places[r.Place] != 1 {
				return false
			}
		}
		return len(x.Rows) > 1 && len(x.Options) > 1
	case Gap:
		return right > 0 && right == len(x.Options)
	case Choice:
		return right == 1 && len(x.Options) > 1
	}
	return right > 0 && right < len(x.Options)
}

// clean reports whether no words of an exercise give an outlet away.
func (m *maker) clean(x *Exercise) bool {
	given := func(o Option) bool { return !m.Clean(o.Words) }
	return !slices.ContainsFunc(x.Options, given) && !slices.ContainsFunc(x.Rows, given)
}

// clashes reports whether an exercise asks again what the lesson asks already,
// or calls wrong what another exercise of its kind calls right.
func (l *Lesson) clashes(x *Exercise) bool {
	for i := range l.Exercises {
		y := &l.Exercises[i]
		if x.Kind == Rewrite && y.Kind == Loaded && x.shares(y) {
			return true
		}
		if x.Kind != y.Kind {
			continue
		}
		if x.shares(y) {
			return true
		}
		for _, o := range x.Options {
			differs := func(p Option) bool { return o.Words != "" && fold(o.Words) == fold(p.Words) && o.Right != p.Right }
			if slices.ContainsFunc(y.Options, differs) {
				return true
			}
		}
	}
	return false
}

// shares reports whether two exercises show words of one passage.
func (x *Exercise) shares(y *Exercise) bool {
	for _, e := range x.Excerpts {
		if slices.ContainsFunc(y.Excerpts, func(o Excerpt) bool { return o.Article == e.Article && o.Span.Overlaps(e.Span) }) {
			return true
		}
	}
	return false
}
