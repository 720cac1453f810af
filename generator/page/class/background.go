package class

import (
	"html/template"

	"parallax/generator/text"
)

// A Background is what background.html tells a teacher before class: what
// happened, who reports it, how the reports differ, and how to talk about it.
type Background struct {
	Says    string        // the event in a sentence; may be empty
	Note    template.HTML // the editor's, at length; may be empty
	Common  string        // what the reports have in common; may be empty
	Reports []BackgroundReport
	Differ  []string // the strongest findings
}

// A BackgroundReport is one report as a class needs to place it.
type BackgroundReport struct {
	Outlet, Sort, Title, Date, Length string // Sort may be empty
}

// mostDiffer is how many findings a teacher reads beforehand; the event's page
// has them all.
const mostDiffer = 3

// background renders what a teacher reads beforehand, and a discussion.
func (b *room) background() error {
	v := b.sheet("background", backgroundFile)
	if b.Note != nil {
		v.Background.Says = b.Note.Summary
		v.Background.Note = b.Markdown(b.Note.Body, v.Path)
	}
	if common := b.Look().Common; common != nil {
		v.Background.Common = common.Text
	}
	for i := range b.Comparison.Findings {
		if says := b.Findings[b.Comparison.Findings[i].ID]; says != nil && says.Text != v.Background.Common && len(v.Background.Differ) < mostDiffer {
			v.Background.Differ = append(v.Background.Differ, says.Text)
		}
	}
	for i, a := range b.Articles {
		r := BackgroundReport{Outlet: b.Who[i].Name, Title: a.Title, Date: b.Date(a.Date).Text, Length: b.Count("lesson.length", a.Words(text.Span{End: len(a.Text)}))}
		if o := b.Corpus.Outlet(a.Outlet); o != nil {
			r.Sort = o.Kind.Value
		}
		v.Background.Reports = append(v.Background.Reports, r)
	}
	return b.Print("background", v.Path, v)
}

// answerSlides renders the exercises of the usual sheet for the wall, each with its
// excerpts at its side, its answer and the reason.
func (b *room) answerSlides(p *pack) error {
	s := p.standard()
	v := b.sheet("slides-key", slidesKeyFile)
	for _, part := range b.parts(s.quiz.Items, lineLength) {
		for i := range part.Items {
			x := &part.Items[i]
			slide := Slide{Title: x.title(), Texts: part.Texts, Task: x}
			slide.Small = !slide.fitsAnswered()
			v.Slides = append(v.Slides, slide)
		}
	}
	return b.Print("slides-key", v.Path, v)
}

// How much a slide with an answer holds on each of its two sides, in letters of 17
// points.
const (
	answeredLines   = 21
	answeredLetters = 36 // of a line
)

// fitsAnswered reports whether the excerpts, and the question with its answer, can
// be seen beside each other.
func (s *Slide) fitsAnswered() bool {
	rows := func(words string) int { return len(lines(words, answeredLetters)) }
	read, asked := 0, rows(s.Task.Prompt)+rows(s.Task.Key)+rows(s.Task.Why)+2
	for _, t := range s.Texts {
		read += 2 + rows(t.Words)
	}
	for _, o := range s.Task.Options {
		asked += rows(o.Words)
	}
	return max(read, asked) <= answeredLines
}
