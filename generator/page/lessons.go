package page

import (
	"fmt"

	"parallax/generator/event"
	"parallax/generator/file"
	"parallax/generator/lesson"
	"parallax/generator/page/class"
)

// courseOn returns the course on an event of a site, which is rendered for its
// sake alone.
func (p *plan) courseOn(e *event.Event) (*class.Course, error) {
	b, err := p.builderOf(e)
	if err != nil {
		return nil, err
	}
	return p.share(e).course(b)
}

// Lesson returns which lesson an event of a site has, or why it has none.
func Lesson(s Site, slug string) (class.Summary, error) {
	c, err := courseOf(s, slug)
	if err != nil {
		return class.Summary{}, err
	}
	return c.Summary(), nil
}

// planOn returns the plan of a site, and what it has of the event with a slug.
func planOn(s Site, slug string) (*plan, *event.Event, error) {
	p, err := newPlan(s)
	if err != nil {
		return nil, nil, err
	}
	e := p.events[slug]
	if e == nil {
		return nil, nil, fmt.Errorf("no event %q", slug)
	}
	return p, e, nil
}

// courseOf returns the course on the event with a slug.
func courseOf(s Site, slug string) (*class.Course, error) {
	p, e, err := planOn(s, slug)
	if err != nil {
		return nil, err
	}
	return p.courseOn(e)
}

// MakeBundle returns the pack of one event of the site; with a wish for what does not
// stand beside it, the same that Render puts into the event's pack.zip. It returns nil if the event
// has no lesson, and an error if the lesson has no sheet of the level.
func MakeBundle(s Site, slug string, wish class.Wish) (*class.Bundle, error) {
	c, err := courseOf(s, slug)
	if err != nil {
		return nil, err
	}
	return c.Bundle(wish)
}

// Lessons returns of each event of a site which lesson it has, or why it has none,
// in the order of the events.
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
		list = append(list, c.Summary())
	}
	return list, nil
}

// Exercises returns the exercises on an event of a site with those that are only
// offered, nil if it has no lesson, and then why.
func Exercises(s Site, slug string) (l *lesson.Lesson, why string, err error) {
	c, err := courseOf(s, slug)
	if err != nil {
		return nil, "", err
	}
	return c.Lesson(), c.Summary().Why, nil
}

// Files returns the files of one event of a site.
func Files(s Site, slug string) ([]file.File, error) {
	p, e, err := planOn(s, slug)
	if err != nil {
		return nil, err
	}
	done := p.apart(e)
	return done.files, done.err
}
