package page

import (
	"fmt"
	"slices"

	"parallax/generator/event"
	"parallax/generator/file"
	"parallax/generator/page/class"
)

// courseOn returns the course on an event of a site, which is rendered for its
// sake alone.
func (p *plan) courseOn(e *event.Event) (*class.Course, error) {
	c, err := p.site.Compare(e)
	if err != nil {
		return nil, err
	}
	s := p.share(e)
	b, err := s.builder(func(file.File) error { return nil }, c)
	if err != nil {
		return nil, err
	}
	return s.course(b)
}

// MakeBundle returns the pack of one event of the site; with the zero wish, the
// same that Render puts into the event's pack.zip. It returns nil if the event
// has no lesson, and an error if the lesson has no sheet of the level.
func MakeBundle(s Site, slug string, wish class.Wish) (*class.Bundle, error) {
	p, err := newPlan(s)
	if err != nil {
		return nil, err
	}
	i := slices.IndexFunc(s.Events, func(e event.Event) bool { return e.Slug == slug })
	if i < 0 {
		return nil, fmt.Errorf("no event %q", slug)
	}
	c, err := p.courseOn(&s.Events[i])
	if err != nil {
		return nil, err
	}
	return c.Bundle(wish)
}

// Lessons returns the lessons of a site, in the order of its events.
func Lessons(s Site) ([]class.Summary, error) {
	p, err := newPlan(s)
	if err != nil {
		return nil, err
	}
	var list []class.Summary
	for i := range s.Events {
		c, err := p.courseOn(&s.Events[i])
		if err != nil {
			return nil, err
		}
		if l, found := c.Summary(); found {
			list = append(list, l)
		}
	}
	return list, nil
}
