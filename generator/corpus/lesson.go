package corpus

import (
	"fmt"

	"parallax/generator/diag"
	"parallax/generator/frontmatter"
)

// A LessonNote is what an editor did to the lesson of an event:
// content/lessons/<slug>.md. Whether its items exist is known once the lesson
// is made; Mistake then says where they are named.
type LessonNote struct {
	Slug      string
	File      string
	CheckedBy string // who read the items that are confirmed, edited and added
	CheckedOn Date
	Confirm   []string // ids of items that were found right; those only offered come onto the sheet
	Drop      []string // ids of items that are not to be used
	Only      bool     // use nothing that was not checked
	Edits     []LessonEdit
	Added     []LessonItem
	Body      string // Markdown: what was checked, for the teacher
	document  *frontmatter.Document
}

// A LessonEdit is what changes of an item. What is empty stays.
type LessonEdit struct {
	ID      string `toml:"id"`
	Prompt  string `toml:"prompt"`
	Why     string `toml:"why"`
	Minutes int    `toml:"minutes"`
	Level   int    `toml:"level"` // 6, 9 or 11
}

// A LessonItem is an item that an editor wrote.
type LessonItem struct {
	ID      string     `toml:"id"`
	Kind    string     `toml:"kind"`
	Form    string     `toml:"form"`
	Prompt  string     `toml:"prompt"`
	Texts   []string   `toml:"texts"` // to read: "article#passage" or, for a run of them, "article#first-last"
	Rows    [][]string `toml:"rows"`  // of a match: what to find an option for, and the option
	Options []string   `toml:"options"`
	Right   []string   `toml:"right"` // of the options; of a gap, what is accepted
	Models  []string   `toml:"models"`
	Why     string     `toml:"why"`
	Minutes int        `toml:"minutes"`
	Level   int        `toml:"level"`
}

// lessonMatter is the front matter of a lesson's file.
type lessonMatter struct {
	CheckedBy string       `toml:"checked_by"`
	CheckedOn Date         `toml:"checked_on"`
	Confirm   []string     `toml:"confirm"`
	Drop      []string     `toml:"drop"`
	Only      bool         `toml:"only_checked"`
	Edits     []LessonEdit `toml:"edit"`
	Added     []LessonItem `toml:"add"`
}

// Mistake returns an error about a key of the note, such as "drop.0" or
// "add.1.kind".
func (n *LessonNote) Mistake(key, mend, format string, args ...any) diag.Diagnostic {
	if n.document == nil {
		return diag.Diagnostic{File: n.File, What: fmt.Sprintf(format, args...), Mend: mend}
	}
	return n.document.Mistake(diag.Error, key, mend, format, args...)
}

// Lesson returns the note on the lesson of an event, or nil.
func (c *Corpus) Lesson(slug string) *LessonNote {
	for i := range c.Lessons {
		if c.Lessons[i].Slug == slug {
			return &c.Lessons[i]
		}
	}
	return nil
}

// lesson reads one file of content/lessons.
func (r *reader) lesson(f file) {
	var m lessonMatter
	d, body, l := readMatter(r.fsys, f.path, &m)
	n := LessonNote{
		Slug: f.id, File: f.path, CheckedBy: tidy(m.CheckedBy), CheckedOn: m.CheckedOn, Confirm: m.Confirm, Drop: m.Drop, Only: m.Only,
		Edits: m.Edits, Added: m.Added, Body: tidyMarkdown(body.Text), document: d,
	}
	if d != nil {
		c := checker{document: d, list: &l, now: r.now}
		c.past("checked_on", n.CheckedOn)
		if n.CheckedBy == "" && len(n.Confirm)+len(n.Edits)+len(n.Added) > 0 {
			c.mistake("confirm", `add checked_by = "who read them"`, "somebody must have checked what is confirmed, edited or added")
		}
	}
	r.list.Merge(l)
	r.corpus.Lessons = append(r.corpus.Lessons, n)
}
