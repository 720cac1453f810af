package class

import (
	"strconv"
	"strings"

	"parallax/generator/lesson"
	"parallax/generator/text"
)

// quiz says a lesson in words. Of the blind twin it names no outlet.
func (b *room) quiz(l *lesson.Lesson) lesson.Quiz {
	q := lesson.Quiz{Event: b.Event.Slug, Title: b.Clean(b.Event.Title), Language: b.Config.Language}
	for i := range l.Exercises {
		q.Items = append(q.Items, b.item(&l.Exercises[i]))
	}
	return q
}

// item says an exercise in words.
func (b *room) item(x *lesson.Exercise) lesson.Item {
	v := lesson.Item{
		ID: x.ID, Kind: x.Kind, Form: x.Form, Name: b.Text("lesson.kind" + string(x.Kind)), Prompt: b.Sentence(x.Prompt), Why: b.Sentence(x.Why),
		Level: x.Level, Minutes: x.Minutes, Confidence: x.Strength, Checked: x.Checked,
	}
	for n, e := range x.Excerpts {
		before, after := b.cut(e)
		v.Excerpts = append(v.Excerpts, lesson.Text{Label: b.Text("lesson.excerpt", "n", strconv.Itoa(n+1)), Words: before + b.Plain(e.Article, e.Span) + after, Language: b.Articles[e.Article].Language})
		if e.Point.Len() > 0 {
			v.Evidence = append(v.Evidence, b.Plain(e.Article, e.Point))
		}
	}
	for _, o := range x.Options {
		answer := lesson.Answer{Words: b.option(x, o), Right: o.Right, Place: o.Place}
		if x.Form == lesson.Mark {
			first := x.Excerpts[0]
			before, _ := b.cut(first)
			answer.Start = len(before) + len(b.Plain(first.Article, text.Span{Start: first.Span.Start, End: o.Span.Start}))
		}
		v.Options = append(v.Options, answer)
	}
	for _, r := range x.Rows {
		for n, o := range x.Options {
			if o.Place == r.Place {
				v.Rows = append(v.Rows, lesson.Row{Words: b.option(x, r), Option: n})
			}
		}
	}
	for _, m := range x.Models {
		v.Models = append(v.Models, b.Sentence(m))
	}
	v.Key = b.key(&v)
	return v
}

// cut returns what stands for the words of its passage that an excerpt lacks.
func (b *room) cut(e lesson.Excerpt) (before, after string) {
	passages := b.Articles[e.Article].Passages
	if e.Span.Start > passages[e.Passage].Start {
		before = "… "
	}
	if e.Span.End < passages[e.Passage].End {
		after = " …"
	}
	return before, after
}

// key says the right answer of an item.
func (b *room) key(x *lesson.Item) string {
	var parts []string
	switch x.Form {
	case lesson.Open:
		return strings.Join(x.Models, " / ")
	case lesson.Match:
		for _, r := range x.Rows {
			parts = append(parts, r.Words+" → "+x.Options[r.Option].Words)
		}
		return strings.Join(parts, "; ")
	case lesson.Order:
		return b.ordered(x)
	}
	for _, o := range x.Options {
		if o.Right {
			parts = append(parts, o.Words)
		}
	}
	return strings.Join(parts, b.Text("language.comma"))
}

// ordered says the options of an item in the order of their places, ties
// beside each other.
func (b *room) ordered(x *lesson.Item) string {
	var steps []string
	for place := 1; place <= len(x.Options); place++ {
		var ties []string
		for _, o := range x.Options {
			if o.Place == place {
				ties = append(ties, o.Words)
			}
		}
		if len(ties) > 0 {
			steps = append(steps, strconv.Itoa(place)+". "+strings.Join(ties, " = "))
		}
	}
	return strings.Join(steps, "; ")
}
