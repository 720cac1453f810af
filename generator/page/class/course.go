package class

import (
	"path"
	"slices"

	"parallax/generator/corpus"
	"parallax/generator/file"
	"parallax/generator/lesson"
	"parallax/generator/page/event"
)

// A Course makes the lesson of an event: its pages, and the pack of them.
type Course struct {
	open  *room // with the outlets' names, for the teacher
	blind *room // of the blind twin, for the class
}

// New returns the course on an event; note is the editor's on its lesson,
// or nil. If the event has a lesson, the builder knows it from now on.
func New(b *event.Builder, note *corpus.LessonNote) (*Course, error) {
	c := &Course{&room{Builder: b, note: note}, &room{Builder: b.Hidden(), note: note}}
	l, err := c.open.lesson(c.blind)
	c.open.Lesson, c.blind.Lesson = l, l
	return c, err
}

// Lesson returns the lesson, nil if the event has none.
func (c *Course) Lesson() *lesson.Lesson { return c.open.Lesson }

// pack returns the lesson in words, nil if the event has none.
func (c *Course) pack() *pack {
	if c.open.Lesson == nil {
		return nil
	}
	p := c.blind.newPack(c.open.Lesson)
	if len(p.sheets) == 0 {
		return nil
	}
	return p
}

// Write renders the blind twin and, if the event has a lesson, its pages and its
// pack, and returns what the page of all lessons says of it, nil if the site wants
// no lessons.
func (c *Course) Write() (*Listed, error) {
	p := c.pack()
	bundle, err := c.render(p, Wish{Beside: true})
	switch {
	case err != nil || p == nil && c.open.why == "":
		return nil, err
	case p == nil:
		return &Listed{Slug: c.open.Event.Slug, Name: c.open.Event.Title, Why: c.open.why, Alone: len(c.open.Articles) < 2}, nil
	}
	return c.open.listed(p), c.open.emitBundle(bundle)
}

// Bundle returns the pack that is wished, nil if the event has no lesson, and an
// error if the lesson has no sheet of the level.
func (c *Course) Bundle(wish Wish) (*Bundle, error) { return c.render(c.pack(), wish) }

// render renders the blind twin and, of a lesson, its pages and its pack, which it
// returns.
func (c *Course) render(p *pack, wish Wish) (*Bundle, error) {
	steps := []func() error{c.blind.WritePage, c.blind.WriteTexts}
	if p != nil {
		steps = append(steps, func() error { return c.open.lessonPages(c.blind, p) })
	}
	files, err := c.open.Gather(steps...)
	if err != nil || p == nil {
		return nil, err
	}
	quiz, err := p.wished(wish)
	if err != nil {
		return nil, err
	}
	unwanted := p.unwanted(wish)
	files = slices.DeleteFunc(files, func(f file.File) bool { return slices.Contains(unwanted, path.Base(f.Path)) })
	return c.open.bundle(files, quiz, wish)
}

// A Summary says which lesson an event has.
type Summary struct {
	Event, Title string
	Levels       []lesson.Level // of which there are sheets
	Items        int            // exercises on the usual sheet
	Minutes      int            // that it takes
	Why          string         // why there is none; empty if there is one, or the site wants none
}

// Summary returns what there is of a lesson.
func (c *Course) Summary() Summary {
	l := Summary{Event: c.open.Event.Slug, Title: c.open.Event.Title, Why: c.open.why}
	p := c.pack()
	if p == nil {
		return l
	}
	usual := p.standard().quiz
	l.Items, l.Minutes = len(usual.Items), usual.Minutes()
	for _, sheet := range p.sheets {
		l.Levels = append(l.Levels, sheet.level)
	}
	return l
}
