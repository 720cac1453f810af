// Package export writes lessons in the formats of learning platforms and quiz
// makers. [Formats] lists them; [Format.Export] is the entry point.
//
// # Material
//
// Every export is written from one [Material]: the lesson in words, which
// sheet and key are written from as well, and the terms of the site's glossary.
// It names no outlet, and its words of articles are those that the site may
// carry; nothing is added here. Exports hold answers: they are the teacher's.
//
// # What a format cannot hold
//
// A format says of each item whether it can hold it. An item is never cut or
// bent to fit: it is left out, and [Format.Export] returns it with the reason.
// A form that a platform lacks is put in another only if the question and its
// answer stay the same: marked words become a choice of those words, and a
// match becomes one choice a row.
//
// # Text
//
// Words are plain text everywhere. Before writing, control characters that XML
// forbids are dropped, line ends become line feeds and tabs blanks; every
// format then escapes what it gives a meaning to, so that the text read back is
// the text written.
//
// # Bytes
//
// The same material gives the same bytes: archives list their files in a fixed
// order, each of one time, and nothing here asks for the date.
package export

import (
	"fmt"
	"slices"

	"parallax/generator/lesson"
	"parallax/generator/message"
)

// A Material is what exports are written from.
type Material struct {
	lesson.Quiz
	Terms []Term // of the glossary, for cards

	numbers map[string]int // of items on the worksheet, by id
}

// A Term is a word of the glossary with its meaning.
type Term struct{ Words, Meaning string }

// A Format is one way to write a lesson.
type Format struct {
	Name  string // what the command line calls it
	File  string // name of the file
	Title string // what the platform or its makers call it

	lacks func(x *lesson.Item) message.Message // why an item cannot be held; without a key if it can
	write func(m *Material) ([]byte, error)    // of items that can be held
}

// A LeftOut is an item that a format cannot hold.
type LeftOut struct {
	ID     string
	Number int    // of the item in the lesson, from 1
	Name   string // of its kind
	Reason message.Message
}

// Formats returns all formats, the most useful first.
func Formats() []Format {
	return []Format{
		{"csv", "items.csv", "CSV", holdsAll, writeCSV},
		{"gift", "quiz.gift.txt", "GIFT", giftLacks, writeGIFT},
		{"cartridge", "quiz.imscc", "Common Cartridge 1.1 (QTI 1.2)", cartridgeLacks, writeCartridge},
		{"qti", "quiz-qti21.zip", "QTI 2.1", qtiLacks, writeQTI},
		{"moodle", "quiz.moodle.xml", "Moodle XML", moodleLacks, writeMoodle},
		{"anki", "anki.txt", "Anki", holdsAll, writeAnki},
		{"quizlet", "quizlet.txt", "Quizlet", quizletLacks, writeQuizlet},
		{"kahoot", "kahoot.xlsx", "Kahoot!", kahootLacks, writeKahoot},
		{"forms", "forms.gs", "Google Forms (Apps Script)", formsLacks, writeForms},
	}
}

// Export writes the items that the format can hold and returns the others.
func (f Format) Export(m *Material) ([]byte, []LeftOut, error) {
	held := tidied(m)
	held.numbers = map[string]int{}
	for i := range m.Items {
		held.numbers[m.Items[i].ID] = i + 1
	}
	var out []LeftOut
	held.Items = slices.DeleteFunc(held.Items, func(x lesson.Item) bool {
		reason := f.lacks(&x)
		if reason.Key == "" {
			return false
		}
		out = append(out, LeftOut{ID: x.ID, Number: held.numbers[x.ID], Name: x.Name, Reason: reason})
		return true
	})
	data, err := f.write(held)
	if err != nil {
		return nil, nil, fmt.Errorf("write %s of %s: %w", f.File, m.Event, err)
	}
	return data, out, nil
}
