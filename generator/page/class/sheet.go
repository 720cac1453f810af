package class

import (
	"slices"
	"strings"

	"parallax/generator/address"
	"parallax/generator/framing"
	"parallax/generator/lesson"
	"parallax/generator/page/frame"
)

// A Sheet is the data of the pages that are printed for a lesson:
// worksheet.html, slides.html, empty-grid.html, lesson-words.html, slides-key.html,
// teacher.html, background.html and sources.html. They stand in base-sheet.html,
// which links to nothing: what pupils get must not lead to the key. Only the last
// three name outlets.
type Sheet struct {
	frame.Frame
	Name       string // of the event
	Summary    string // "grades 9 and 10, 7 exercises, 28 minutes"
	Sort       string // "Version A", "Large print"; or empty
	Large      bool
	Parts      []Part
	Slides     []Slide
	Grid       SheetGrid
	Terms      []frame.GlossaryTerm
	Plan       Plan
	Background Background
	Sources    []SheetSource
	Used       string // how many words the lesson uses, in all
}

// A SheetGrid is a coverage grid to fill in.
type SheetGrid struct {
	Rows, Columns []string
}

// A Plan is what the teacher's page says.
type Plan struct {
	Checked   string
	Levels    []PlanLevel
	Standards []StandardSet
	Notes     []string // on what the texts speak of
	Files     []TeachersGroup
}

// A PlanLevel is the order of one level's sheet.
type PlanLevel struct {
	Grades, Summary string
	Steps           []PlanStep
}

// A PlanStep is one exercise, at the standard level with a likely answer.
type PlanStep struct{ Name, Length, Key string }

// A SheetSource is an article that words of the lesson are from.
type SheetSource struct {
	Outlet, Title, URL, Date, Licence, Used string
}

// The files of a lesson that are printed, besides the worksheets.
const (
	slidesFile     = "slides.html"
	slidesKeyFile  = "slides-key.html"
	backgroundFile = "background.html"
	gridFile       = "empty-grid.html"
	wordsFile      = "lesson-words.html"
	teacherFile    = "teacher.html"
	sourcesFile    = "sources.html"
)

// sheet returns what all sheets have in common.
func (b *room) sheet(kind, file string) Sheet {
	name := b.Clean(b.Event.Title)
	v := Sheet{Frame: b.Frame(kind, address.Event(b.Event.Slug, file), b.Text("lesson."+strings.ReplaceAll(kind, "-", "")+"title", "event", name)), Name: name}
	v.Canonical = ""
	return v
}

// worksheets renders the sheets for pupils, at each level in versions A and B
// and in large print.
func (b *room) worksheets(p *pack) error {
	for _, s := range p.sheets {
		for _, way := range []string{versionA, versionB, large} {
			v := b.sheet("worksheet", sheetName(s.level, way))
			q, length := s.quiz, lineLength
			switch way {
			case versionB:
				q = q.Turned()
			case large:
				length, v.Large = largeLength, true
			}
			v.Sort = b.Text("lesson.sort" + way)
			v.Summary = grades(b.Style, s.level) + b.Text("language.comma") + lessonLead(b.Style, len(q.Items), q.Minutes())
			v.Parts = b.parts(unanswered(q.Items), length)
			if err := b.Print("worksheet", v.Path, v); err != nil {
				return err
			}
			if way != versionA {
				continue
			}
			if err := b.wordSheet(&v, s.level); err != nil {
				return err
			}
		}
	}
	return nil
}

// unanswered returns items as a pupil may see them: nothing in the data tells
// an answer.
func unanswered(items []lesson.Item) []lesson.Item {
	list := make([]lesson.Item, len(items))
	for i, x := range items {
		x.Key, x.Why, x.Models, x.Evidence, x.Checked, x.Confidence = "", "", nil, nil, "", 0
		options, rows := x.Options, x.Rows
		x.Options, x.Rows = nil, nil
		if x.Form != lesson.Gap {
			for _, o := range options {
				x.Options = append(x.Options, lesson.Answer{Words: o.Words})
			}
		}
		for _, r := range rows {
			x.Rows = append(x.Rows, lesson.Row{Words: r.Words})
		}
		list[i] = x
	}
	return list
}

// mostRows is how many statements the empty grid has.
const mostRows = 12

// gridStatements returns the statements that stand in the empty grid: those
// that name no outlet.
func (b *room) gridStatements(p *pack) []*framing.Statement {
	var list []*framing.Statement
	for i := range p.Statements {
		if s := &p.Statements[i]; b.Clean(s.Heading) == s.Heading && len(list) < mostRows {
			list = append(list, s)
		}
	}
	return list
}

// emptyGrid renders a coverage grid for groups to fill in.
func (b *room) emptyGrid(p *pack) error {
	v := b.sheet("empty-grid", gridFile)
	for _, s := range b.gridStatements(p) {
		v.Grid.Rows = append(v.Grid.Rows, s.Heading)
	}
	for _, a := range b.Comparison.Articles {
		v.Grid.Columns = append(v.Grid.Columns, a.Letter)
	}
	return b.Print("empty-grid", v.Path, v)
}

// termsOf are the entries of the glossary that a kind of exercise needs.
func termsOf(k lesson.Kind) []string {
	switch k {
	case lesson.Loaded, lesson.Rewrite, lesson.Judging:
		return []string{"loaded-word"}
	case lesson.Verb, lesson.Claim, lesson.Saying:
		return []string{"reporting-verb", "attribution"}
	case lesson.Agency:
		return []string{"agent", "passive"}
	case lesson.Marks, lesson.Teller, lesson.Heard:
		return []string{"quotation", "attribution", "source"}
	case lesson.Naming, lesson.Called:
		return []string{"naming"}
	case lesson.Quoted:
		return []string{"quotation", "source"}
	case lesson.Lead, lesson.Headline, lesson.Timeline, lesson.Outlet, lesson.Shared, lesson.Own, lesson.Figure:
		return []string{"headline", "lead", "outlet"}
	case lesson.Emphasis, lesson.Place:
		return []string{"emphasis"}
	case lesson.Coverage, lesson.Core, lesson.Blind, lesson.Numbers:
		return []string{"not-found-here", "framing"}
	}
	return nil
}

// glossarySheet renders the words of the craft that the lesson needs, with
// room for each in another language.
func (b *room) glossarySheet(p *pack) error {
	v := b.sheet("lesson-words", wordsFile)
	var wanted []string
	for i := range p.whole.Items {
		wanted = append(wanted, termsOf(p.whole.Items[i].Kind)...)
	}
	for _, t := range b.Corpus.Glossary {
		if slices.Contains(wanted, t.Slug) {
			v.Terms = append(v.Terms, frame.GlossaryTerm{ID: t.Slug, Title: t.Title, Meaning: b.Clean(t.Meaning)})
		}
	}
	return b.Print("lesson-words", v.Path, v)
}
