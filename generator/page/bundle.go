package page

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"parallax/generator/event"
	"parallax/generator/file"
	"parallax/generator/lesson"
	"parallax/generator/lesson/export"
)

// A Bundle is the pack of one lesson as files: what a teacher takes along, each
// a file that needs neither the site nor a network.
//
// Files in pupils/ can be handed out: they hold no answer and name no outlet.
// Those in teacher/ hold answers. offline.html is for practice: exercises whose
// answers open, the reports and the comparison, on one page.
type Bundle struct {
	Event   string // slug
	Title   string
	Level   lesson.Level // of the exercises in exports
	Items   int          // exercises in the lesson in words that is exported
	Minutes int
	Exports []BundleExport
	Files   []file.File // in the order of their paths, which begin in the pack

	checked string // who checked the exercises
}

// A BundleExport is a lesson in one format.
type BundleExport struct {
	Format  export.Format
	LeftOut []export.LeftOut
}

// A BundleWish says what to take along. The zero value asks for the sheets of
// all levels and versions, and for the exercises of the usual sheet in every
// format.
type BundleWish struct {
	Level   lesson.Level // or 0
	Version string       // "a" or "b", or empty
	Formats []string     // names, or none
}

// Folders and files of a pack.
const (
	packFile    = "pack.zip"
	offlineFile = "offline.html"
	pupilsDir   = "pupils/"
	teacherDir  = "teacher/"
)

// MakeBundle returns the pack of one event of the site; with the zero wish, the
// same that Render puts into the event's pack.zip. It returns nil if the event
// has no lesson, and an error if the lesson has no sheet of the level.
func MakeBundle(s Site, slug string, wish BundleWish) (*Bundle, error) {
	r, err := newRenderer(s, func(file.File) error { return nil })
	if err != nil {
		return nil, err
	}
	i := slices.IndexFunc(s.Events, func(e event.Event) bool { return e.Slug == slug })
	if i < 0 {
		return nil, fmt.Errorf("no event %q", slug)
	}
	c, err := s.Compare(&s.Events[i])
	if err != nil {
		return nil, err
	}
	b, err := r.builder(&s.Events[i], c)
	if err != nil || !s.Config.Pages.Blind {
		return nil, err
	}
	h, err := b.twin()
	if err != nil {
		return nil, err
	}
	return b.classroom(h, wish)
}

// twin returns the blind twin of an event, and finds the event's lesson.
func (b *builder) twin() (*builder, error) {
	h := b.hidden()
	var err error
	b.class, err = b.lesson(h)
	h.class = b.class
	return h, err
}

// classroom renders the blind twin and, if the event has a lesson, its pages
// and its pack, which it returns.
func (b *builder) classroom(h *builder, wish BundleWish) (*Bundle, error) {
	files, err := b.gather(h.eventPage, h.texts, func() error { return b.lessonPages(h) })
	if err != nil || b.class == nil {
		return nil, err
	}
	p := h.newPack(b.class)
	if len(p.sheets) == 0 {
		return nil, nil
	}
	quiz, err := p.wished(wish)
	if err != nil {
		return nil, err
	}
	unwanted := p.unwanted(wish)
	files = slices.DeleteFunc(files, func(f file.File) bool { return slices.Contains(unwanted, path.Base(f.Path)) })
	return b.bundle(files, quiz, wish)
}

// wished returns the lesson in words that is exported.
func (p *pack) wished(wish BundleWish) (packSheet, error) {
	s := p.standard()
	if wish.Level != 0 {
		i := slices.IndexFunc(p.sheets, func(s packSheet) bool { return s.level == wish.Level })
		if i < 0 {
			var there []string
			for _, s := range p.sheets {
				there = append(there, s.level.String())
			}
			return s, fmt.Errorf("the lesson of %s has no sheet of level %s; there is %s", p.Event, wish.Level, strings.Join(there, ", "))
		}
		s = p.sheets[i]
	}
	if wish.Version == versionB {
		s.quiz = s.quiz.Turned()
	}
	return s, nil
}

// unwanted returns the worksheets that a wish leaves out.
func (p *pack) unwanted(wish BundleWish) []string {
	var files []string
	for _, s := range p.sheets {
		for _, way := range []string{versionA, versionB, large} {
			version := versionA // of the large sheet as well
			if way == versionB {
				version = versionB
			}
			if wish.Level != 0 && s.level != wish.Level || wish.Version != "" && version != wish.Version {
				files = append(files, sheetName(s.level, way))
			}
		}
	}
	return files
}

// gather takes steps and returns the files that they emit.
func (r *renderer) gather(steps ...func() error) ([]file.File, error) {
	var files []file.File
	emit := r.emit
	defer func() { r.emit = emit }()
	r.emit = func(f file.File) error {
		files = append(files, f)
		return emit(f)
	}
	for _, step := range steps {
		if err := step(); err != nil {
			return nil, err
		}
	}
	return files, nil
}
