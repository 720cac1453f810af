package class

import (
	"slices"
	"strings"

	"parallax/generator/address"
	"parallax/generator/corpus"
	"parallax/generator/page/event"
	"parallax/generator/page/frame"
)

// A Teachers is the data of teachers.html: all lessons of the site.
type Teachers struct {
	frame.Frame
	Guide   frame.Link // the editor's page for teachers; may be empty
	Lessons []TeachersLesson
	Pages   []frame.Link   // of a list that goes on
	Lacking []TeachersLack // events with several reports that have no lesson; only on the last page, like what follows
	More    int            // events of the same sort that are not listed
	Alone   int            // events with one report only
}

// A TeachersLack is an event without a lesson.
type TeachersLack struct {
	Event frame.Link
	Why   string
}

// A TeachersLesson is one lesson as a card: what a teacher chooses by, one link to
// print each level, one for a platform, and all files folded.
type TeachersLesson struct {
	Event    frame.Link
	Says     string       // the event in a sentence; may be empty
	Print    []frame.Link // worksheet A of each level: "grades 9 and 10, 8 exercises, 23 minutes"
	Picture  string       // of the first page of the usual worksheet
	Platform string       // link to the pack
	Plan     string
	Checked  string // by whom it was checked; empty if no one is named for all of it
	Groups   []TeachersGroup
}

// A TeachersGroup is files of a lesson under one heading.
type TeachersGroup struct {
	Name  string
	Files []frame.Link
}

// guideSlug names the page of content/pages that tells teachers how to use the
// lessons.
const guideSlug = "for-teachers"

// How much stands on one page of the list.
const (
	teachersLessons = 40
	teachersLacks   = 100
)

// WriteTeachers renders the page of all lessons, on as many pages as it needs;
// pages are the editor's, of which one may be a guide for teachers.
func WriteTeachers(r *frame.Press, lessons []Listed, pages []corpus.Page) error {
	if !r.Config.Pages.Lessons {
		return nil
	}
	all := Teachers{}
	for _, p := range pages {
		if p.Slug == guideSlug {
			all.Guide = frame.Link{Text: p.Title, Href: guideSlug + ".html"}
		}
	}
	for _, l := range lessons {
		all.add(r.Style, l)
	}
	path := strings.TrimSuffix(address.Teachers, ".html")
	chunks := slices.Collect(slices.Chunk(all.Lessons, teachersLessons))
	if len(chunks) == 0 {
		chunks = [][]TeachersLesson{nil}
	}
	for i, chunk := range chunks {
		v := Teachers{Frame: r.Frame("teachers", frame.PageOf(path, i), r.Text("lesson.all")), Guide: all.Guide, Lessons: chunk, Pages: r.Pages(path, i, len(chunks))}
		v.Description = r.Text("lesson.description")
		if i == len(chunks)-1 {
			v.Lacking, v.Alone = all.Lacking[:min(teachersLacks, len(all.Lacking))], all.Alone
			v.More = len(all.Lacking) - len(v.Lacking)
		}
		if err := r.Print("teachers", v.Path, v); err != nil {
			return err
		}
	}
	return nil
}

// add adds an event to the list of all.
func (v *Teachers) add(r *frame.Style, l Listed) {
	event := frame.Link{Text: l.Name, Href: address.Event(l.Slug, "index.html")}
	switch {
	case l.Alone:
		v.Alone++
	case l.Why != "":
		v.Lacking = append(v.Lacking, TeachersLack{event, l.Why})
	default:
		card := TeachersLesson{
			Event: event, Says: l.Says, Checked: l.Checked, Groups: packLinks(r, l.Slug, l.Sheets, false),
			Picture: address.Event(l.Slug, pictureFile), Platform: address.Event(l.Slug, packFile), Plan: address.Event(l.Slug, teacherFile),
		}
		for _, s := range l.Sheets {
			name := grades(r, s.Level) + r.Text("language.comma") + lessonLead(r, s.Exercises, s.Minutes)
			card.Print = append(card.Print, frame.Link{Text: name, Href: address.Event(l.Slug, sheetName(s.Level, versionA))})
		}
		v.Lessons = append(v.Lessons, card)
	}
}

// packLinks returns the files of a lesson: those for all, those of each level
// and those that hold answers. Beside says that they are linked from the
// event's own folder.
func packLinks(r *frame.Style, slug string, sheets []classSheet, beside bool) []TeachersGroup {
	link := func(key, file string) frame.Link {
		if !beside {
			file = address.Event(slug, file)
		}
		return frame.Link{Text: r.Text("lesson." + key), Href: file}
	}
	groups := []TeachersGroup{{Name: r.Text("lesson.forclass"), Files: []frame.Link{
		link("class", event.ClassFile), link("blindreader", "blind-text.html"), link("slides", slidesFile), link("grid", gridFile), link("words", wordsFile),
	}}}
	for _, s := range sheets {
		name := grades(r, s.Level) + r.Text("language.comma") + lessonLead(r, s.Exercises, s.Minutes)
		groups = append(groups, TeachersGroup{Name: name, Files: []frame.Link{
			link("sheeta", sheetName(s.Level, versionA)), link("sheetb", sheetName(s.Level, versionB)), link("sheetlarge", sheetName(s.Level, large)), link("sheetword", wordName(s.Level)),
		}})
	}
	return append(groups, TeachersGroup{Name: r.Text("lesson.onlyteacher"), Files: []frame.Link{
		link("plan", teacherFile), link("background", backgroundFile), link("key", keyFile), link("slideskey", slidesKeyFile), link("sources", sourcesFile), link("pack", packFile),
	}})
}
