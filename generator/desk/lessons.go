package desk

import (
	"errors"
	"fmt"
	"net/http"
	"slices"
	"strconv"
	"strings"

	"parallax/generator/corpus"
	"parallax/generator/frontmatter"
)

// A Lesson is what the desk shows of the lesson of an event.
type Lesson struct {
	Title string
	Why   string // why there is none; empty if there is one
	Items []Item
	Note  *corpus.LessonNote // what an editor did; nil if nothing
}

// An Item is an exercise.
type Item struct {
	ID      string
	Kind    string // in words
	Prompt  string
	Why     string
	Texts   []string // to read, each with its outlet
	Rows    []string // for which an answer is to be found
	Options []Option // that can be chosen
	Models  []string // of an open question
	Checked string   // who found it right; empty if nobody did
	Offered bool     // it is on no sheet before somebody has found it right
}

// An Option is an answer to an exercise.
type Option struct {
	Text  string
	Right bool
}

// lessonFile returns the file of the lesson of an event.
func lessonFile(slug string) string { return "content/lessons/" + slug + ".md" }

// lessons lists the events.
func (d *Desk) lessons(w http.ResponseWriter, r *http.Request) {
	v := struct {
		frame
		Events []Event
	}{frame: d.frame(r, d.text("lessons"))}
	var err error
	if v.Events, err = d.house.Events(r.Context()); err != nil {
		d.fail(w, r, statusOf(err), err)
		return
	}
	v.Events = slices.DeleteFunc(v.Events, func(e Event) bool { return len(e.Members) < 2 })
	d.show(w, http.StatusOK, "lessons.html", v)
}

// lesson shows the exercises on an event.
func (d *Desk) lesson(w http.ResponseWriter, r *http.Request) {
	slug := r.PathValue("slug")
	data, err := d.house.File(lessonFile(slug))
	var l *Lesson
	if err == nil {
		l, err = d.house.Lesson(r.Context(), slug)
	}
	if err != nil {
		d.fail(w, r, statusOf(err), err)
		return
	}
	v := struct {
		frame
		Lesson        *Lesson
		Slug, Version string
		Dropped       []string
	}{frame: d.frame(r, l.Title), Lesson: l, Slug: slug, Version: version(data)}
	if l.Note != nil {
		v.Dropped = l.Note.Drop
	}
	d.show(w, http.StatusOK, "lesson.html", v)
}

// pack hands out the lesson, ready for print.
func (d *Desk) pack(w http.ResponseWriter, r *http.Request) {
	data, err := d.house.Pack(r.Context(), r.PathValue("slug"))
	if err != nil {
		d.fail(w, r, statusOf(err), err)
		return
	}
	handOut(w, r.PathValue("slug")+".zip", data)
}

// teach changes the lesson of an event: an exercise is confirmed, dropped, brought
// back, worded anew or added.
func (d *Desk) teach(w http.ResponseWriter, r *http.Request) {
	slug := r.PathValue("slug")
	l, err := d.house.Lesson(r.Context(), slug)
	var data []byte
	if err == nil {
		data, err = d.house.File(lessonFile(slug))
	}
	if err == nil && r.FormValue("version") != version(data) {
		err = moved{lessonFile(slug)}
	}
	if err == nil && d.person() == "" {
		err = errors.New(d.text("noname"))
	}
	made := ""
	if err == nil {
		note := l.Note
		if note == nil {
			note = &corpus.LessonNote{}
		}
		made, err = d.taught(r, string(data), note)
	}
	if err != nil {
		d.failed(w, r, err)
		return
	}
	d.commit(w, r, d.text("lesson"+r.FormValue("do"))+" "+l.Title, "/lesson/"+slug, []Change{{lessonFile(slug), data, []byte(made)}})
}

// taught returns the text of a lesson's file after one act.
func (d *Desk) taught(r *http.Request, source string, note *corpus.LessonNote) (string, error) {
	id, field := r.FormValue("item"), func(name string) string { return strings.Join(strings.Fields(r.FormValue(name)), " ") }
	without := func(list []string) []string {
		return slices.DeleteFunc(slices.Clone(list), func(s string) bool { return s == id })
	}
	var err error
	set := func(key, value string) {
		if err == nil {
			source, err = frontmatter.Set(source, key, value)
		}
	}
	switch r.FormValue("do") {
	case "confirm":
		set("confirm", list(append(without(note.Confirm), id)))
	case "drop":
		set("drop", list(append(without(note.Drop), id)))
		set("confirm", list(without(note.Confirm)))
	case "bring":
		set("drop", list(without(note.Drop)))
	case "edit":
		if field("prompt") == "" {
			return "", errors.New(d.text("nowords"))
		}
		if slices.ContainsFunc(note.Edits, func(e corpus.LessonEdit) bool { return e.ID == id }) {
			if source, err = frontmatter.Without(source, "edit", "id", id); err != nil {
				return "", err
			}
		}
		source, err = frontmatter.Append(source, "[[edit]]\nid = "+frontmatter.Quote(id)+"\nprompt = "+frontmatter.Quote(field("prompt"))+"\nwhy = "+frontmatter.Quote(field("why")))
	case "new":
		if field("prompt") == "" || field("model") == "" {
			return "", errors.New(d.text("nowords"))
		}
		name := "own" + strconv.Itoa(len(note.Added)+1)
		source, err = frontmatter.Append(source, fmt.Sprintf("[[add]]\nid = %s\nkind = \"rewrite\"\nform = \"open\"\nprompt = %s\nmodels = [%s]\nwhy = %s\nminutes = 5", frontmatter.Quote(name), frontmatter.Quote(field("prompt")), frontmatter.Quote(field("model")), frontmatter.Quote(field("why"))))
	default:
		return "", fmt.Errorf("%q is nothing that can be done about a lesson", r.FormValue("do"))
	}
	set("checked_by", frontmatter.Quote(d.person()))
	set("checked_on", d.house.Today().String())
	return source, err
}

// list returns texts as TOML; none is no value.
func list(texts []string) string {
	var quoted []string
	for _, s := range texts {
		quoted = append(quoted, frontmatter.Quote(s))
	}
	if len(quoted) == 0 {
		return ""
	}
	return "[" + strings.Join(quoted, ", ") + "]"
}
