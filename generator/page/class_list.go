package page

// A Teachers is the data of teachers.html: all lessons of the site.
type Teachers struct {
	Frame
	Guide   Link // the editor's page for teachers; may be empty
	Lessons []TeachersLesson
}

// A TeachersLesson is one lesson with its files.
type TeachersLesson struct {
	Event   Link
	Checked string // by whom it was checked; empty if no one is named for all of it
	Groups  []TeachersGroup
}

// A TeachersGroup is files of a lesson under one heading.
type TeachersGroup struct {
	Name  string
	Files []Link
}

// teachersPath is the address of the page of all lessons; guideSlug names the
// page of content/pages that tells teachers how to use them.
const (
	teachersPath = "teachers.html"
	guideSlug    = "for-teachers"
)

// teachers renders the page of all lessons.
func (r *renderer) teachers() error {
	if !r.site.Config.Pages.Lessons {
		return nil
	}
	v := Teachers{Frame: r.frame("teachers", teachersPath, r.text("lesson.all"))}
	v.Description = r.text("lesson.description")
	for _, p := range r.site.Corpus.Pages {
		if p.Slug == guideSlug {
			v.Guide = Link{Text: p.Title, Href: guideSlug + ".html"}
		}
	}
	for _, l := range r.lessons {
		v.Lessons = append(v.Lessons, TeachersLesson{
			Event: Link{Text: l.Name, Href: eventPath(l.Slug, "index.html")}, Checked: l.Checked, Groups: r.packLinks(l.Slug, l.Sheets, false),
		})
	}
	return r.page("teachers", teachersPath, v)
}

// packLinks returns the files of a lesson: those for all, those of each level
// and those that hold answers. Beside says that they are linked from the
// event's own folder.
func (r *renderer) packLinks(slug string, sheets []classSheet, beside bool) []TeachersGroup {
	link := func(key, file string) Link {
		if !beside {
			file = eventPath(slug, file)
		}
		return Link{Text: r.text("lesson." + key), Href: file}
	}
	groups := []TeachersGroup{{Name: r.text("lesson.forclass"), Files: []Link{
		link("class", classFile), link("offline", offlineFile), link("blindreader", "blind-text.html"), link("slides", slidesFile), link("grid", gridFile), link("words", wordsFile),
	}}}
	for _, s := range sheets {
		name := r.grades(s.Level) + r.text("language.comma") + r.lessonLead(s.Exercises, s.Minutes)
		groups = append(groups, TeachersGroup{Name: name, Files: []Link{
			link("sheeta", sheetName(s.Level, versionA)), link("sheetb", sheetName(s.Level, versionB)), link("sheetlarge", sheetName(s.Level, large)),
		}})
	}
	return append(groups, TeachersGroup{Name: r.text("lesson.onlyteacher"), Files: []Link{
		link("plan", teacherFile), link("key", keyFile), link("sources", sourcesFile), link("pack", packFile),
	}})
}
