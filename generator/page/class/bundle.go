package class

import (
	"fmt"
	"slices"
	"strings"

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
	Exports []Export
	Files   []file.File // in the order of their paths, which begin in the pack

	checked string // who checked the exercises
}

// An Export is a lesson in one format.
type Export struct {
	Format  export.Format
	LeftOut []export.LeftOut
}

// A Wish says what to take along. The zero value asks for the sheets of
// all levels and versions, and for the exercises of the usual sheet in every
// format.
type Wish struct {
	Level   lesson.Level // or 0
	Version string       // "a" or "b", or empty
	Formats []string     // names, or none
	Beside  bool         // only what does not stand beside the pack, as on the site: the page for practice and the quizzes
}

// Folders and files of a pack.
const (
	packFile    = "pack.zip"
	offlineFile = "offline.html"
	pupilsDir   = "pupils/"
	teacherDir  = "teacher/"
)

// wished returns the lesson in words that is exported.
func (p *pack) wished(wish Wish) (packSheet, error) {
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
func (p *pack) unwanted(wish Wish) []string {
	var files []string
	for _, s := range p.sheets {
		for _, way := range []string{versionA, versionB, large} {
			version := versionA // of the large sheet as well
			if way == versionB {
				version = versionB
			}
			if wish.Level != 0 && s.level != wish.Level || wish.Version != "" && version != wish.Version {
				files = append(files, sheetName(s.level, way))
				if way == versionA {
					files = append(files, wordName(s.level))
				}
			}
		}
	}
	return files
}
