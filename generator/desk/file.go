package desk

import (
	"bytes"
	"errors"
	"fmt"
	"net/http"
)

// A Change is what becomes of a file; nil bytes are no file.
type Change struct {
	Name          string // slash-separated path from the site's folder
	Before, After []byte
}

// moved says that a file is not as it was when the desk read it.
type moved struct{ name string }

func (m moved) Error() string { return m.name }

// write saves changes, unless one of the files is not what it was: then none is saved.
func (d *Desk) write(changes []Change) error {
	for _, c := range changes {
		now, err := d.house.File(c.Name)
		if err != nil {
			return err
		}
		if !bytes.Equal(now, c.Before) || (now == nil) != (c.Before == nil) {
			return moved{c.Name}
		}
	}
	for _, c := range changes {
		if err := d.house.Save(c.Name, c.After); err != nil {
			return err
		}
	}
	return nil
}

// commit saves changes as a step that can be undone, and goes on to a page.
func (d *Desk) commit(w http.ResponseWriter, r *http.Request, says, next string, changes []Change) {
	d.saving.Lock()
	defer d.saving.Unlock()
	if err := d.write(changes); err != nil {
		d.failed(w, r, err)
		return
	}
	d.note(step{next: next, says: says, changes: changes})
	http.Redirect(w, r, next, http.StatusSeeOther)
}

// failed tells an error; of a file that has changed what stands in it now.
func (d *Desk) failed(w http.ResponseWriter, r *http.Request, err error) {
	var m moved
	if !errors.As(err, &m) {
		d.fail(w, r, statusOf(err), err)
		return
	}
	now, _ := d.house.File(m.name)
	v := struct {
		frame
		File, Text string
	}{d.frame(r, d.text("conflict")), m.name, string(now)}
	d.show(w, http.StatusConflict, "moved.html", v)
}

// note adds a step to what was done.
func (d *Desk) note(s step) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.steps, d.latest = append(d.steps, s), s.says
}

// undoFiles takes back what a step did to files.
func (d *Desk) undoFiles(w http.ResponseWriter, r *http.Request, n int, s step) {
	var back []Change
	for _, c := range s.changes {
		back = append(back, Change{c.Name, c.After, c.Before})
	}
	if err := d.write(back); err != nil {
		var m moved
		if errors.As(err, &m) {
			err = fmt.Errorf("%s: %s: %s", d.text("noundo"), m.name, d.text("moved"))
		}
		d.fail(w, r, http.StatusConflict, err)
		return
	}
	d.mu.Lock()
	d.steps[n].undone = true
	d.mu.Unlock()
	d.note(step{next: s.next, says: d.text("doneundo", "what", s.says), changes: back})
	http.Redirect(w, r, s.next, http.StatusSeeOther)
}
