package class

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"path"
	"slices"
	"strings"

	"parallax/generator/address"
	"parallax/generator/file"
	"parallax/generator/lesson"
	"parallax/generator/lesson/export"
	"parallax/generator/page/event"
)

// bundle makes the pack from the pages of the lesson.
func (b *room) bundle(pages []file.File, s packSheet, wish Wish) (*Bundle, error) {
	p := &Bundle{Event: b.Event.Slug, Title: b.Event.Title, Level: s.level, Items: len(s.quiz.Items), Minutes: s.quiz.Minutes(), checked: b.checked(s.quiz.Items)}
	if !wish.Beside {
		if err := b.addPages(p, pages); err != nil {
			return nil, err
		}
	}
	offline, err := b.offline(pages)
	if err != nil {
		return nil, err
	}
	p.Files = append(p.Files, file.File{Path: offlineFile, Data: offline})
	if err := b.addExports(p, s.quiz, wish); err != nil {
		return nil, err
	}
	p.Files = append(p.Files, file.File{Path: "readme.txt", Data: b.bundleReadme(p, wish)})
	slices.SortFunc(p.Files, inOrder)
	p.Files = append(p.Files, file.File{Path: "sha256sums.txt", Data: checksums(p.Files)})
	slices.SortFunc(p.Files, inOrder)
	return p, nil
}

// addPages adds the pages of the lesson, as they stand alone, and its files of Word.
func (b *room) addPages(p *Bundle, pages []file.File) error {
	places := map[string]string{event.ClassFile: offlineFile, offlineFile: offlineFile}
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
		data := f.Data
		if path.Ext(place) == ".html" {
			var err error
			if data, err = b.alone(f, place, places); err != nil {
				return err
			}
		}
		p.Files = append(p.Files, file.File{Path: place, Data: data})
	}
	return nil
}

func inOrder(x, y file.File) int { return strings.Compare(x.Path, y.Path) }

// bundlePlace returns where a page of the lesson stands in the pack, or "" if
// it does not. What is not known to be for pupils is the teacher's: the
// comparison shows which report tells what, and so answers.
func bundlePlace(file string) string {
	switch {
	case path.Ext(file) == ".docx":
		return pupilsDir + file
	case path.Ext(file) != ".html" || file == event.ClassFile:
		return ""
	case strings.HasPrefix(file, "worksheet") || slices.Contains([]string{slidesFile, gridFile, wordsFile, "blind-text.html"}, file):
		return pupilsDir + file
	}
	return teacherDir + file
}

// addExports adds a lesson in the formats wished.
func (b *room) addExports(p *Bundle, quiz lesson.Quiz, wish Wish) error {
	m := &export.Material{Quiz: quiz}
	for _, t := range b.Corpus.Glossary {
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
		p.Exports = append(p.Exports, Export{f, out})
		p.Files = append(p.Files, file.File{Path: teacherDir + f.File, Data: data})
	}
	return nil
}

// emitBundle emits the event's pack.
func (b *room) emitBundle(p *Bundle) error {
	data, err := p.Zip()
	if err != nil {
		return fmt.Errorf("write the pack of %s: %w", p.Event, err)
	}
	return b.Emit(file.File{Path: address.Event(p.Event, packFile), Data: data})
}

// Zip returns the pack as an archive.
func (p *Bundle) Zip() ([]byte, error) {
	files := slices.Clone(p.Files)
	for i := range files {
		files[i].Path = p.Event + "/" + files[i].Path
	}
	return file.Zip(files)
}

// checksums returns the list that sha256sum checks.
func checksums(files []file.File) []byte {
	var b bytes.Buffer
	for _, f := range files {
		fmt.Fprintf(&b, "%x  %s\n", sha256.Sum256(f.Data), f.Path)
	}
	return b.Bytes()
}
