package class

import (
	"fmt"
	"html"
	"strconv"
	"strings"

	"parallax/generator/address"
	"parallax/generator/file"
	"parallax/generator/lesson"
)

// pictureFile is the picture of a lesson's first sheet, by which a teacher
// chooses. It is drawn from what stands on the sheet, so it holds no answer.
const pictureFile = "sheet.svg"

// The paper of the picture, in millimetres: A4, and letters of 11 points.
const (
	paperWidth  = 210
	paperHeight = 297
	paperEdge   = 18
	letterSize  = 4.0
	lineStep    = 5.2
	askLength   = 74 // letters of a line of a question, which is bold
	nameLength  = 48 // of the title
)

// picture emits the picture of the first page of the first worksheet.
func (b *room) picture(p *pack) error {
	s := p.sheets[0]
	v := b.sheet("worksheet", sheetName(s.level, versionA))
	d := drawing{y: paperEdge, leftward: b.Messages.Dir == "rtl"}
	for _, line := range lines(v.Title, nameLength) {
		d.text(line, 0, 1.4, "b")
	}
	d.text(b.Text("lesson.name")+" ____________________________ "+b.Text("lesson.date")+" ____________", 0, 1, "")
	for _, part := range b.parts(unanswered(s.quiz.Items), lineLength) {
		d.part(b, &part)
	}
	return b.Emit(file.File{Path: address.Event(b.Event.Slug, pictureFile), Data: d.svg()})
}

// A drawing is a page of paper that is written from above until it is full.
type drawing struct {
	out      strings.Builder
	y        float64
	leftward bool // whether lines are written from right to left
}

// full reports whether there is no room for another line.
func (d *drawing) full() bool { return d.y+lineStep > paperHeight-paperEdge }

// across returns the place of something that begins so far from where lines begin.
func (d *drawing) across(from float64, leftward bool) float64 {
	if leftward {
		return paperWidth - paperEdge - from
	}
	return paperEdge + from
}

// text writes a line in a class of letters, which are so many times as large as
// those of an excerpt.
func (d *drawing) text(words string, from, large float64, class string) {
	d.line(words, from, large, class, d.leftward)
}

// line writes a line in a direction of its own.
func (d *drawing) line(words string, from, large float64, class string, leftward bool) {
	if d.full() {
		return
	}
	d.y += lineStep * large
	if class != "" {
		class = ` class="` + class + `"`
	}
	size := ""
	if large != 1 {
		size = fmt.Sprintf(` font-size="%.1f"`, letterSize*large)
	}
	if leftward {
		size += ` direction="rtl"`
	}
	fmt.Fprintf(&d.out, "<text x=\"%.0f\" y=\"%.1f\"%s%s>%s</text>\n", d.across(from, leftward), d.y, class, size, html.EscapeString(words))
}

// part draws excerpts and the questions on them.
func (d *drawing) part(b *room, p *Part) {
	one := len(p.Items) == 1
	if !one {
		d.head(b.Text("lesson.readfor", "first", strconv.Itoa(p.Items[0].Number), "last", strconv.Itoa(p.Last())))
		d.excerpts(p.Texts)
	}
	for i := range p.Items {
		x := &p.Items[i]
		d.head(x.title())
		if one {
			d.excerpts(p.Texts)
		}
		for _, line := range lines(x.Prompt, askLength) {
			d.text(line, 0, 1, "b")
		}
		d.answers(x)
	}
}

// head draws a heading.
func (d *drawing) head(words string) {
	d.y += lineStep / 2
	d.text(words, 0, 1.1, "b")
}

// excerpts draws texts, each with a bar at its side.
func (d *drawing) excerpts(texts []Text) {
	const indent = 5
	for _, t := range texts {
		leftward := t.Dir == "rtl" || t.Dir == "" && d.leftward
		top := d.y
		d.text(t.Label, indent, 1, "b")
		for _, line := range t.Lines {
			d.line(line, indent, 1, "", leftward)
		}
		if d.y > top {
			fmt.Fprintf(&d.out, "<path d=\"M%.0f %.1fV%.1f\"/>\n", d.across(1, leftward), top+1.2, d.y+1.2)
			d.y += lineStep / 3
		}
	}
}

// answers draws what a pupil chooses from or writes on.
func (d *drawing) answers(x *Item) {
	const blank, box = "____ ", "☐ "
	before := box
	switch x.Form {
	case lesson.Match:
		for i, o := range x.Options {
			d.answer(string(rune('A'+i))+". ", o.Words)
		}
		for _, r := range x.Rows {
			d.answer(blank, r.Words)
		}
		return
	case lesson.Order:
		before = blank
	}
	for _, o := range x.Options {
		d.answer(before, o.Words)
	}
	for range x.Write {
		if d.y += 2 * lineStep; !d.full() {
			fmt.Fprintf(&d.out, "<path class=\"w\" d=\"M%d %.1fH%d\"/>\n", paperEdge, d.y, paperWidth-paperEdge)
		}
	}
}

// answer draws one thing to choose or to write at.
func (d *drawing) answer(before, words string) {
	const indent = 3
	for i, line := range lines(words, askLength) {
		if i == 0 {
			line = before + line
		}
		d.text(line, indent, 1, "")
	}
}

// svg returns the picture.
func (d *drawing) svg() []byte {
	return fmt.Appendf(nil, "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"Georgia,serif\" font-size=\"%.1f\">\n"+
		"<style>.b{font-weight:bold}path{stroke:#000}.w{stroke:#555;stroke-width:.3}.p{fill:#fff;stroke:none}</style>\n<path class=\"p\" d=\"M0 0H%[1]dV%[2]dH0z\"/>\n%[4]s</svg>\n", paperWidth, paperHeight, letterSize, d.out.String())
}
