package page

import (
	"parallax/generator/file"
	"parallax/generator/lesson"
)

// A LessonSummary says which lesson an event has.
type LessonSummary struct {
	Event, Title string
	Levels       []lesson.Level // of which there are sheets
	Items        int            // exercises on the usual sheet
	Minutes      int            // that it takes
}

// Lessons returns the lessons of a site, in the order of its events.
func Lessons(s Site) ([]LessonSummary, error) {
	r, err := newRenderer(s, func(file.File) error { return nil })
	if err != nil {
		return nil, err
	}
	var list []LessonSummary
	for i := range s.Events {
		e := &s.Events[i]
		c, err := s.Compare(e)
		if err != nil {
			return nil, err
		}
		b, err := r.builder(e, c)
		if err != nil {
			return nil, err
		}
		h, err := b.twin()
		if err != nil {
			return nil, err
		}
		if b.class == nil {
			continue
		}
		if p := h.newPack(b.class); len(p.sheets) > 0 {
			usual := p.standard().quiz
			l := LessonSummary{Event: e.Slug, Title: e.Title, Items: len(usual.Items), Minutes: usual.Minutes()}
			for _, sheet := range p.sheets {
				l.Levels = append(l.Levels, sheet.level)
			}
			list = append(list, l)
		}
	}
	return list, nil
}
