package class

import (
	"strconv"
	"strings"

	"parallax/generator/address"
	"parallax/generator/file"
	"parallax/generator/lesson"
	"parallax/generator/lesson/word"
)

// wordName returns the file of a worksheet that a teacher can change.
func wordName(level lesson.Level) string {
	return strings.TrimSuffix(sheetName(level, versionA), ".html") + ".docx"
}

// wordSheet emits a worksheet as a file of Word: what stands on the page that is
// printed, in the same order and without its numbers of lines, which would move.
func (b *room) wordSheet(v *Sheet, level lesson.Level) error {
	w := wordWriter{room: b, leftward: b.Messages.Dir == "rtl"}
	w.add(word.Title, v.Title)
	w.add(word.Body, b.Text("lesson.name")+" ______________________________  "+b.Text("lesson.date")+" ______________")
	w.add(word.Note, v.Sort+" · "+v.Summary+". "+b.Text("lesson.warning"))
	for i := range v.Parts {
		w.part(&v.Parts[i])
	}
	w.add(word.Heading, b.Text("lesson.levels"))
	for _, key := range []string{"level1", "level2", "level3", "level4"} {
		w.list(word.Numbers, b.Text("lesson."+key))
	}
	w.add(word.Note, b.Text("lesson.quoted_from"))
	d := word.Document{Title: v.Title, Language: b.Messages.Tag, Paragraphs: w.paragraphs}
	data, err := d.Write()
	if err != nil {
		return err
	}
	return b.Emit(file.File{Path: address.Event(b.Event.Slug, wordName(level)), Data: data})
}

// A wordWriter collects the paragraphs of a worksheet.
type wordWriter struct {
	*room
	leftward   bool // of the interface
	paragraphs []word.Paragraph
}

// add adds words of the interface.
func (w *wordWriter) add(style word.Style, words string) {
	w.paragraphs = append(w.paragraphs, word.Paragraph{Style: style, Words: words, Leftward: w.leftward})
}

// list adds an entry of a list.
func (w *wordWriter) list(kind word.List, words string) {
	w.paragraphs = append(w.paragraphs, word.Paragraph{Style: word.Answer, Words: words, Leftward: w.leftward, List: kind})
}

// part adds excerpts and the exercises on them: the excerpts of one exercise
// stand below its heading, those of several above all.
func (w *wordWriter) part(p *Part) {
	if len(p.Items) > 1 {
		w.add(word.Heading, w.Text("lesson.readfor", "first", strconv.Itoa(p.Items[0].Number), "last", strconv.Itoa(p.Last())))
		w.texts(p.Texts)
	}
	for i := range p.Items {
		x := &p.Items[i]
		w.add(word.Heading, x.title())
		if len(p.Items) == 1 {
			w.texts(p.Texts)
		}
		w.add(word.Question, x.Prompt)
		w.answers(x)
	}
}

// texts adds excerpts.
func (w *wordWriter) texts(list []Text) {
	for _, t := range list {
		w.add(word.Label, t.Label)
		for paragraph := range strings.SplitSeq(t.Words, "\n") {
			w.paragraphs = append(w.paragraphs, word.Paragraph{Style: word.Excerpt, Words: paragraph, Language: t.Language, Leftward: t.Dir == "rtl" || t.Dir == "" && w.leftward})
		}
	}
}

// answers adds what a pupil chooses from or writes on.
func (w *wordWriter) answers(x *Item) {
	const blank, box = "_____ ", "☐ "
	switch x.Form {
	case lesson.Match:
		for _, o := range x.Options {
			w.list(word.Letters, o.Words)
		}
		for _, r := range x.Rows {
			w.add(word.Answer, blank+r.Words)
		}
	case lesson.Order:
		for _, o := range x.Options {
			w.add(word.Answer, blank+o.Words)
		}
	case lesson.Choice, lesson.Choices:
		for _, o := range x.Options {
			w.add(word.Answer, box+o.Words)
		}
		w.add(word.Body, w.Text("lesson.quote"))
		w.add(word.Line, "")
	case lesson.Gap:
		w.add(word.Line, "")
	}
	for range x.Write {
		w.add(word.Line, "")
	}
}
