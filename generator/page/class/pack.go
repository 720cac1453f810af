package class

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"parallax/generator/address"
	"parallax/generator/lesson"
	"parallax/generator/page/frame"
)

// A pack is the lesson of an event as its pages show it.
type pack struct {
	*lesson.Lesson
	whole  lesson.Quiz
	sheets []packSheet // one per level that has enough exercises
}

// A packSheet is the worksheet of one level.
type packSheet struct {
	level lesson.Level
	quiz  lesson.Quiz
}

// newPack says a lesson in words, at each level. The builder is the blind
// twin's.
func (b *room) newPack(l *lesson.Lesson) *pack {
	p := &pack{Lesson: l, whole: b.quiz(l)}
	for _, level := range lesson.Levels() {
		if q := b.quiz(l.For(level)); len(q.Items) >= leastExercises {
			p.sheets = append(p.sheets, packSheet{level, q})
		}
	}
	return p
}

// standard returns the sheet of the level for which files have no level in
// their names: grades 9 and 10, or the highest there is.
func (p *pack) standard() packSheet {
	for _, s := range p.sheets {
		if s.level == lesson.Grade9 {
			return s
		}
	}
	return p.sheets[len(p.sheets)-1]
}

// levels returns what the lists keep of the sheets.
func (p *pack) levels() []classSheet {
	var list []classSheet
	for _, s := range p.sheets {
		list = append(list, classSheet{s.level, s.quiz.Minutes(), len(s.quiz.Items)})
	}
	return list
}

// The ways in which a worksheet is printed.
const (
	versionA = "a"
	versionB = "b"
	large    = "large"
)

// sheetName returns the file of a worksheet.
func sheetName(level lesson.Level, way string) string {
	name := "worksheet"
	if level != lesson.Grade9 {
		name += "-" + level.String()
	}
	if way != versionA {
		name += "-" + way
	}
	return name + ".html"
}

// listed returns what the page of all lessons keeps of the lesson.
func (b *room) listed(p *pack) *Listed {
	l := &Listed{Slug: b.Event.Slug, Name: b.Event.Title, Sheets: p.levels()}
	if b.Note != nil {
		l.Says = b.Note.Summary
	}
	if !slices.ContainsFunc(p.whole.Items, func(x lesson.Item) bool { return x.Checked == "" }) {
		l.Checked = b.checked(p.whole.Items)
	}
	return l
}

// lessonPages renders the pages of the event's lesson.
func (b *room) lessonPages(h *room, p *pack) error {
	for _, step := range []func() error{
		func() error { return h.classPage(p) },
		func() error { return b.keyPage(h, p) },
		func() error { return h.worksheets(p) },
		func() error { return h.slides(p) },
		func() error { return h.emptyGrid(p) },
		func() error { return h.glossarySheet(p) },
		func() error { return h.picture(p) },
		func() error { return h.answerSlides(p) },
		func() error { return b.teacherPage(p) },
		func() error { return b.background() },
		func() error { return b.sources(p) },
	} {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}

// class returns what class.html and key.html have in common.
func (b *room) classView(kind string, p *pack) Page {
	path, name := address.Event(b.Event.Slug, kind+".html"), b.Clean(b.Event.Title)
	v := Page{Frame: b.Frame(kind, path, b.Text("lesson."+kind+"title", "event", name)), Name: name}
	v.Canonical = ""
	v.Summary = lessonLead(b.Style, len(p.whole.Items), p.whole.Minutes())
	v.Description = v.Summary
	v.All = frame.Link{Text: b.Text("lesson.all"), Href: address.Link(path, address.Teachers)}
	v.Checked = b.checked(p.whole.Items)
	return v
}

// classPage renders the exercises to try on the screen.
func (b *room) classPage(p *pack) error {
	v := b.classView("class", p)
	v.Event, v.Texts = frame.Link{Text: v.Name, Href: "blind.html"}, frame.Link{Text: b.Text("event.blindtext"), Href: "blind-text.html"}
	v.Sheet = frame.Link{Text: b.Text("lesson.worksheet"), Href: sheetName(p.standard().level, versionA)}
	v.Parts = b.parts(p.whole.Items, lineLength)
	return b.Print("class", v.Path, v)
}

// keyPage renders the answers, with the outlets' names, and what the teacher
// is to check first.
func (b *room) keyPage(h *room, p *pack) error {
	v := b.classView("key", p)
	v.Event, v.Texts = frame.Link{Text: v.Name, Href: "index.html"}, frame.Link{Text: b.Text("event.plain"), Href: "plain.html"}
	v.Parts = b.located(b.parts(p.whole.Items, lineLength), p.Exercises)
	if note := b.note; note != nil && note.Body != "" {
		v.Note = strings.Split(strings.TrimSpace(note.Body), "\n\n")
	}
	offered := h.quiz(&lesson.Lesson{Event: p.Event, Exercises: p.Offered})
	v.Offered = b.located(b.parts(offered.Items, lineLength), p.Offered)
	for i := range v.Offered {
		for n := range v.Offered[i].Items {
			v.Offered[i].Items[n].Number += len(p.whole.Items) // so that no two sections have one name
		}
	}
	for i := range v.Parts {
		for n := range v.Parts[i].Items {
			v.Parts[i].Items[n].Sheets = b.numbers(p, v.Parts[i].Items[n].ID)
		}
	}
	v.Columns = b.Who
	for _, s := range h.gridStatements(p) {
		v.Grid = append(v.Grid, b.GridRow(s))
	}
	return b.Print("key", v.Path, v)
}

// numbers says under which numbers an item stands on the sheets.
func (b *room) numbers(p *pack, id string) string {
	var list []string
	at := func(q lesson.Quiz) string {
		n := slices.IndexFunc(q.Items, func(x lesson.Item) bool { return x.ID == id })
		return strconv.Itoa(n + 1)
	}
	for _, s := range p.sheets {
		if first := at(s.quiz); first != "0" {
			list = append(list, b.Text("lesson.onsheet", "grades", grades(b.Style, s.level), "a", first, "b", at(s.quiz.Turned())))
		}
	}
	if len(list) == 0 {
		return b.Text("lesson.nosheet")
	}
	return strings.Join(list, b.Text("language.comma"))
}

// located adds to the parts of a lesson where their words are from.
func (b *room) located(parts []Part, exercises []lesson.Exercise) []Part {
	for i := range parts {
		for n := range parts[i].Items {
			x := &parts[i].Items[n]
			at := slices.IndexFunc(exercises, func(e lesson.Exercise) bool { return e.ID == x.ID })
			if at < 0 {
				continue
			}
			for t, e := range exercises[at].Excerpts {
				ref := b.Ref(e.Article, e.Passage)
				parts[i].Texts[t].Ref = &ref
			}
			for _, e := range exercises[at].Sources {
				x.Refs = append(x.Refs, b.Ref(e.Article, e.Passage))
			}
			x.Checked = b.checked([]lesson.Item{x.Item})
		}
	}
	return parts
}

// checked says who checked items.
func (b *room) checked(items []lesson.Item) string {
	var by []string
	for i := range items {
		if who := items[i].Checked; who == "" {
			return b.Text("lesson.machine")
		} else if !slices.Contains(by, who) {
			by = append(by, who)
		}
	}
	return b.Text("lesson.checked", "by", strings.Join(by, b.Text("language.comma")))
}

// parts groups items by the excerpts that they are on and cuts the excerpts
// into lines.
func (b *room) parts(items []lesson.Item, length int) []Part {
	var parts []Part
	last := ""
	for i := range items {
		x := &items[i]
		reads := x.ID
		for _, t := range x.Excerpts {
			reads = cmp.Or(t.Words, reads) // texts are one after another
		}
		if len(parts) == 0 || reads != last || len(parts[len(parts)-1].Texts) != len(x.Excerpts) {
			parts = append(parts, Part{Texts: b.classTexts(x, length)})
		}
		last = reads
		v := Item{Item: *x, Number: i + 1, Length: b.Count("lesson.minutes", x.Minutes), Grades: b.Text("lesson.fromgrade", "n", strconv.Itoa(int(x.Level)))}
		if x.Form == lesson.Open {
			v.Write = make([]int, openLines)
		}
		p := &parts[len(parts)-1]
		p.Items = append(p.Items, v)
	}
	return parts
}

// Last returns the number of the part's last exercise.
func (p Part) Last() int { return p.Items[len(p.Items)-1].Number }

// longPart is how many lines of excerpts a sheet keeps with their question at
// most. With more of them half a page would be left empty.
const longPart = 12

// Long reports whether a page may end between the part's excerpts.
func (p Part) Long() bool {
	n := 0
	for _, t := range p.Texts {
		n += len(t.Lines)
	}
	return n > longPart
}

// openLines is how many lines a free answer gets.
const openLines = 4

// classTexts returns the excerpts of an item.
func (b *room) classTexts(x *lesson.Item, length int) []Text {
	var list []Text
	for n, t := range x.Excerpts {
		v := Text{Text: t, ID: x.ID + "_t" + strconv.Itoa(n+1), Dir: b.Direction(t.Language), Lines: lines(t.Words, length)}
		v.Language = b.Language(t.Language)
		list = append(list, v)
	}
	return list
}

// grades says a level.
func grades(s *frame.Style, l lesson.Level) string { return s.Text("lesson.grades" + l.String()) }

// lessonLead says how much there is to do.
func lessonLead(s *frame.Style, exercises, minutes int) string {
	return s.Count("lesson.exercises", exercises) + s.Text("language.comma") + s.Count("lesson.minutes", minutes)
}

// Lengths of the lines of an excerpt, in letters, so that they fit A4 and
// Letter.
const (
	lineLength  = 76
	largeLength = 44
)

// lines cuts a text into lines at blanks, a paragraph into lines of its own.
func lines(s string, length int) []string {
	var list []string
	for paragraph := range strings.SplitSeq(s, "\n") {
		line := ""
		for _, word := range strings.Fields(paragraph) {
			if line != "" && len([]rune(line))+1+len([]rune(word)) > length {
				list = append(list, line)
				line = ""
			}
			line = strings.TrimPrefix(line+" "+word, " ")
		}
		if line != "" {
			list = append(list, line)
		}
	}
	return list
}

// option says an option.
func (b *room) option(x *lesson.Exercise, o lesson.Option) string {
	switch {
	case o.Words != "":
		return b.Clean(o.Words)
	case o.Says.Key != "":
		return b.Sentence(o.Says)
	case o.Excerpt > 0:
		return b.Text("lesson.excerpt", "n", strconv.Itoa(o.Excerpt))
	}
	return b.Who[o.Article].Name
}
