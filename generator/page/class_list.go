package page

// A Teachers is the data of teachers.html: all lessons of the site.
type Teachers struct {
	Frame
	Guide   Link // the editor's page for teachers; may be empty
	Lessons []TeachersLesson
}

// A TeachersLesson is one lesson with its files.
type TeachersLesson struct {
	Event Link
	Lead  string // "6 exercises, 17 minutes"
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
		t := TeachersLesson{Event: Link{Text: l.name, Href: eventPath(l.slug, "index.html")}, Lead: r.lessonLead(l.exercise, l.minutes)}
		for _, f := range []struct{ key, file string }{
			{"class", classFile}, {"worksheet", sheetFile}, {"key", keyFile}, {"gift", giftFile}, {"items", itemsFile},
		} {
			t.Files = append(t.Files, Link{Text: r.text("lesson." + f.key), Href: eventPath(l.slug, f.file)})
		}
		v.Lessons = append(v.Lessons, t)
	}
	return r.page("teachers", teachersPath, v)
}
