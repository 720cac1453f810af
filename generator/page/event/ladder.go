package event

import (
	"html/template"

	"parallax/generator/framing"
	"parallax/generator/page/frame"
)

// A Ladder is the headlines one below the other, in order of publication.
type Ladder struct {
	Says  *Saying
	Rungs []LadderRung
}

// A LadderRung is one headline: words that at least half of the headlines
// share are quiet, words that no other has are marked.
type LadderRung struct {
	Who      frame.Who
	Date     frame.Dated
	Href     string
	Words    template.HTML
	Language string
	Dir      string
	Tags     []string // "does not say who acted"
}

// ladder returns the headline ladder, nil without headlines to compare.
func (b *Builder) ladder() *Ladder {
	if len(b.Comparison.Headline.Rungs) < 2 {
		return nil
	}
	l := &Ladder{Says: b.top(framing.SignalHeadline)}
	for _, rung := range b.Comparison.Headline.Rungs {
		l.Rungs = append(l.Rungs, b.rung(rung))
	}
	return l
}

// rung returns one headline.
func (b *Builder) rung(rung framing.Rung) LadderRung {
	var marks []mark
	for _, s := range rung.Shared {
		marks = append(marks, mark{Span: s, kind: "shared"})
	}
	for _, s := range rung.Own {
		marks = append(marks, mark{Span: s, kind: "own"})
	}
	a := b.Articles[rung.Article]
	r := LadderRung{
		Who: b.Who[rung.Article], Date: b.Date(a.Date), Href: b.passageHref(rung.Article, 0),
		Words:    b.written(b.writer(rung.Article, marks), rung.Article, a.Passages[0].Span),
		Language: b.Language(a.Language), Dir: b.Direction(a.Language),
	}
	for _, tag := range rung.Tags {
		r.Tags = append(r.Tags, b.Text("headline."+tag.Kind))
	}
	return r
}

// top returns the strongest difference that a signal found, or nil.
func (b *Builder) top(signal framing.Signal) *Saying {
	for i := range b.Comparison.Findings {
		if f := &b.Comparison.Findings[i]; f.Signal == signal && !f.Common {
			return b.Findings[f.ID]
		}
	}
	return nil
}
