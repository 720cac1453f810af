package class

import (
	"strconv"
	"unicode/utf8"
)

// A Slide is what stands before the class at one time: excerpts, a question
// with its answers, or both. A question is never parted from its answers.
type Slide struct {
	Title string // of the exercise; empty before excerpts that several are on
	Texts []Text
	Task  *Item // nil if there is something to read only
	Small bool  // whether the letters are smaller, so that all of it can be seen
}

// How much a slide holds, in letters of 24 points, on Letter and A4 across and
// on a screen of 1280 by 720.
const (
	slideLines   = 16
	slideLetters = 54 // of a line
)

// slides renders the exercises for the wall, without answers.
func (b *room) slides(p *pack) error {
	s := p.standard()
	v := b.sheet("slides", slidesFile)
	v.Summary = grades(b.Style, s.level) + b.Text("language.comma") + lessonLead(b.Style, len(s.quiz.Items), s.quiz.Minutes())
	for _, part := range b.parts(unanswered(s.quiz.Items), largeLength) {
		v.Slides = append(v.Slides, part.slides()...)
	}
	return b.Print("slides", v.Path, v)
}

// slides returns a part of a lesson as slides: one if all of it can be seen at
// once, or else the excerpts first.
func (p Part) slides() []Slide {
	if len(p.Items) == 1 {
		whole := Slide{Title: p.Items[0].title(), Texts: p.Texts, Task: &p.Items[0]}
		if whole.fits() {
			return []Slide{whole}
		}
	}
	slides := p.reading()
	for i := range p.Items {
		task := Slide{Title: p.Items[i].title(), Task: &p.Items[i]}
		task.Small = !task.fits()
		slides = append(slides, task)
	}
	return slides
}

// reading returns the excerpts as slides, as many on each as can be seen at
// once.
func (p Part) reading() []Slide {
	var slides []Slide
	for _, t := range p.Texts {
		next := Slide{Texts: []Text{t}}
		if len(p.Items) == 1 {
			next.Title = p.Items[0].title()
		}
		if n := len(slides); n > 0 {
			both := slides[n-1]
			if both.Texts = append(both.Texts[:len(both.Texts):len(both.Texts)], t); both.fits() {
				slides[n-1] = both
				continue
			}
		}
		next.Small = !next.fits()
		slides = append(slides, next)
	}
	return slides
}

// title returns the heading of an exercise.
func (x *Item) title() string { return strconv.Itoa(x.Number) + " · " + x.Name }

// fits reports whether all of a slide can be seen at once: its headings,
// excerpts, question and answers.
func (s *Slide) fits() bool {
	n := 0
	if s.Title != "" {
		n += 2
	}
	for _, t := range s.Texts {
		n += 1 + linesOf(t.Words)
	}
	if x := s.Task; x != nil {
		n += linesOf(x.Prompt)
		for _, o := range x.Options {
			n += linesOf(o.Words)
		}
		for _, r := range x.Rows {
			n += linesOf(r.Words)
		}
	}
	return n <= slideLines
}

// linesOf returns how many lines words take.
func linesOf(words string) int {
	return 1 + utf8.RuneCountInString(words)/slideLetters
}
