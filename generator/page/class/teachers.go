package class

import (
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
}

// A TeachersLesson is one lesson with its files.
type TeachersLesson struct {
	Event   frame.Link
	Checked string // by whom it was checked; empty if no one is named for all of it
	Groups  []TeachersGroup
}

// A TeachersGroup is files of a lesson under one heading.
type TeachersGroup struct {
	Name  string
	Files []frame.Link
}

// guideSlug names the page of content/pages that tells teachers how to use the
// lessons.
const guideSlug = "for-teachers"

// WriteTeachers renders the page of all lessons; pages are the editor's, of which
// one may be a guide for teachers.
func WriteTeachers(r *frame.Press, lessons []Listed, pages []corpus.Page) error {
	if !r.Config.Pages.Lessons {
		return nil
	}
	v := Teachers{Frame: r.Frame("teachers", address.Teachers, r.Text("lesson.all"))}
	v.Description = r.Text("lesson.description")
	for _, p := range pages {
		if p.Slug == guideSlug {
			v.Guide = frame.Link{Text: p.Title, Href: guideSlug + ".html"}
		}
	}
	for _, l := range lessons {
		v.Lessons = append(v.Lessons, TeachersLesson{
			Event: frame.Link{Text: l.Name, Href: address.Event(l.Slug, "index.html")}, Checked: l.Checked, Groups: packLinks(r.Style, l.Slug, l.Sheets, false),
		})
	}
	return r.Print("teachers", address.Teachers, v)
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
		link("class", event.ClassFile), link("offline", offlineFile), link("blindreader", "blind-text.html"), link("slides", slidesFile), link("grid", gridFile), link("words", wordsFile),
	}}}
	for _, s := range sheets {
		name := grades(r, s.Level) + r.Text("language.comma") + lessonLead(r, s.Exercises, s.Minutes)
		groups = append(groups, TeachersGroup{Name: name, Files: []frame.Link{
			link("sheeta", sheetName(s.Level, versionA)), link("sheetb", sheetName(s.Level, versionB)), link("sheetlarge", sheetName(s.Level, large)),
		}})
	}
	return append(groups, TeachersGroup{Name: r.Text("lesson.onlyteacher"), Files: []frame.Link{
		link("plan", teacherFile), link("key", keyFile), link("sources", sourcesFile), link("pack", packFile),
	}})
}
