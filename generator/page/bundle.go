package page

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"fmt"
	"path"
	"slices"
	"strings"
	"time"

	"parallax/generator/event"
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
	Files   []File // in the order of their paths, which begin in the pack

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
	r, err := newRenderer(s, func(File) error { return nil })
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
	files = slices.DeleteFunc(files, func(f File) bool { return slices.Contains(unwanted, path.Base(f.Path)) })
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
func (r *renderer) gather(steps ...func() error) ([]File, error) {
	var files []File
	emit := r.emit
	defer func() { r.emit = emit }()
	r.emit = func(f File) error {
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

// bundle makes the pack from the pages of the lesson.
func (b *builder) bundle(pages []File, s packSheet, wish BundleWish) (*Bundle, error) {
	p := &Bundle{Event: b.event.Slug, Title: b.event.Title, Level: s.level, Items: len(s.quiz.Items), Minutes: s.quiz.Minutes(), checked: b.checked(s.quiz.Items)}
	places := map[string]string{classFile: offlineFile, offlineFile: offlineFile}
	for _, f := range pages {
		if place := bundlePlace(path.Base(f.Path)); place != "" {
			places[path.Base(f.Path)] = place
		}
	}
	for _, f := range pages {
		place := places[path.Base(f.Path)]
		if place == "" || place == offlineFile {
			continue
		}
		data, err := b.alone(f, place, places)
		if err != nil {
			return nil, err
		}
		p.Files = append(p.Files, File{place, data})
	}
	offline, err := b.offline(pages)
	if err != nil {
		return nil, err
	}
	p.Files = append(p.Files, File{offlineFile, offline})
	if err := b.addExports(p, s.quiz, wish); err != nil {
		return nil, err
	}
	p.Files = append(p.Files, File{"readme.txt", b.bundleReadme(p)})
	slices.SortFunc(p.Files, byPath)
	p.Files = append(p.Files, File{"sha256sums.txt", checksums(p.Files)})
	slices.SortFunc(p.Files, byPath)
	return p, nil
}

func byPath(x, y File) int { return strings.Compare(x.Path, y.Path) }

// bundlePlace returns where a page of the lesson stands in the pack, or "" if
// it does not. What is not known to be for pupils is the teacher's: the
// comparison shows which report tells what, and so answers.
func bundlePlace(file string) string {
	switch {
	case path.Ext(file) != ".html" || file == classFile:
		return ""
	case strings.HasPrefix(file, "worksheet") || slices.Contains([]string{slidesFile, gridFile, wordsFile, "blind-text.html"}, file):
		return pupilsDir + file
	}
	return teacherDir + file
}

// addExports adds a lesson in the formats wished.
func (b *builder) addExports(p *Bundle, quiz lesson.Quiz, wish BundleWish) error {
	m := &export.Material{Quiz: quiz}
	for _, t := range b.site.Corpus.Glossary {
		m.Terms = append(m.Terms, export.Term{Words: t.Title, Meaning: t.Meaning})
	}
	for _, f := range export.Formats() {
		if len(wish.Formats) > 0 && !slices.Contains(wish.Formats, f.Name) {
			continue
		}
		data, out, err := f.Export(m)
		if err != nil {
			return err
		}
		p.Exports = append(p.Exports, BundleExport{f, out})
		p.Files = append(p.Files, File{teacherDir + f.File, data})
	}
	return nil
}

// emitBundle emits the event's pack, if it has one, and its page for use without
// a network.
func (b *builder) emitBundle(p *Bundle, err error) error {
	if p == nil {
		return err
	}
	i := slices.IndexFunc(p.Files, func(f File) bool { return f.Path == offlineFile })
	if err := b.emit(File{eventPath(p.Event, offlineFile), p.Files[i].Data}); err != nil {
		return err
	}
	data, err := p.Zip()
	if err != nil {
		return fmt.Errorf("write the pack of %s: %w", p.Event, err)
	}
	return b.emit(File{eventPath(p.Event, packFile), data})
}

// Zip returns the pack as an archive. Every file has the first time that an
// archive can name, so that the same files make the same bytes.
func (p *Bundle) Zip() ([]byte, error) {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, f := range p.Files {
		w, err := z.CreateHeader(&zip.FileHeader{Name: p.Event + "/" + f.Path, Method: zip.Deflate, Modified: time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)})
		if err == nil {
			_, err = w.Write(f.Data)
		}
		if err != nil {
			return nil, err
		}
	}
	err := z.Close()
	return b.Bytes(), err
}

// checksums returns the list that sha256sum checks.
func checksums(files []File) []byte {
	var b bytes.Buffer
	for _, f := range files {
		fmt.Fprintf(&b, "%x  %s\n", sha256.Sum256(f.Data), f.Path)
	}
	return b.Bytes()
}
