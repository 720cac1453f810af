package desk

import (
	"context"
	"errors"
	"io"
	"mime/multipart"
	"net/http"
	"path"
	"slices"
	"strconv"
	"strings"
	"time"

	"parallax/generator/corpus"
)

// A Source is something that articles are looked for in: an address, or a file.
type Source struct {
	Name string // the address, or the name of the file
	Data []byte // nil for an address
}

// A Found article is one that was found in a source and is not written yet.
type Found struct {
	Key     int // by which the house knows it
	Source  string
	Title   string
	Outlet  string
	Date    string
	Author  string
	Address string
	Licence string
	Begins  string // the beginning of its text
	Words   int
	From    string // where the facts come from
	Problem string // why nothing was found; empty if it was
}

// Missing returns the facts that an article lacks and cannot be kept without.
func (f Found) Missing() []string {
	var list []string
	for _, fact := range []struct{ key, value string }{{"outlet", f.Outlet}, {"date", f.Date}} {
		if fact.value == "" {
			list = append(list, fact.key)
		}
	}
	return list
}

// A tray is what was found and is not kept yet.
type tray struct {
	found       []Found
	done, total int // sources
}

// mostSource is how large a file may be that is dropped on the desk, and all of them
// together.
const mostSource = 200 << 20

// mostInMemory is how much of a form is kept in memory; more goes to the disk meanwhile.
const mostInMemory = 32 << 20

// addPage shows what was found, and takes more.
func (d *Desk) addPage(w http.ResponseWriter, r *http.Request) {
	v := struct {
		frame
		Found       []Found
		Keepable    bool
		Done, Total int
		Outlets     []string
		Licences    []string
	}{frame: d.frame(r, d.text("add")), Licences: []string{"", "CC-BY-4.0", "CC-BY-SA-4.0", "CC0-1.0", "public-domain"}}
	d.mu.Lock()
	v.Found, v.Done, v.Total = slices.Clone(d.tray.found), d.tray.done, d.tray.total
	d.mu.Unlock()
	var err error
	if v.Outlets, err = d.house.Outlets(r.Context()); err != nil {
		d.fail(w, r, statusOf(err), err)
		return
	}
	v.Keepable = slices.ContainsFunc(v.Found, func(f Found) bool { return f.Problem == "" })
	if v.Done < v.Total {
		w.Header().Set("Refresh", "2")
	}
	d.show(w, http.StatusOK, "add.html", v)
}

// look begins to look for articles in what a form brings.
func (d *Desk) look(w http.ResponseWriter, r *http.Request) {
	sources, facts, err := sourcesOf(r)
	d.remember(func(name string) (string, bool) { value, there := facts[name]; return value, there })
	if err == nil && len(sources) == 0 {
		err = errors.New(d.text("nosource"))
	}
	if err != nil {
		d.fail(w, r, http.StatusBadRequest, err)
		return
	}
	d.mu.Lock()
	d.tray.total += len(sources)
	d.mu.Unlock()
	ready := make(chan struct{})
	go func() {
		defer close(ready)
		for _, s := range sources {
			d.lookInto(d.house.Background, s)
		}
	}()
	const patience = time.Second // after which the page shows how far it is
	select {
	case <-ready:
	case <-time.After(patience):
	}
	http.Redirect(w, r, "/add", http.StatusSeeOther)
}

// lookInto looks for articles in one source.
func (d *Desk) lookInto(ctx context.Context, s Source) {
	found, err := d.house.Look(ctx, s)
	if err != nil {
		found = []Found{{Source: s.Name, Problem: err.Error()}}
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	d.tray.found = append(d.tray.found, found...)
	d.tray.done++
}

// sourcesOf reads the sources of a form, addresses, a text, files, and its other fields.
func sourcesOf(r *http.Request) (sources []Source, facts map[string]string, err error) {
	facts = map[string]string{}
	form, err := r.MultipartReader()
	if err != nil {
		return nil, facts, err
	}
	for {
		part, err := form.NextPart()
		if errors.Is(err, io.EOF) {
			return sources, facts, nil
		}
		if err != nil {
			return nil, facts, err
		}
		data, err := io.ReadAll(part)
		if err != nil {
			return nil, facts, err
		}
		if strings.Contains(part.FormName(), "-") {
			facts[part.FormName()] = string(data)
		} else {
			sources = append(sources, partSources(part, data)...)
		}
	}
}

// remember keeps the facts that a person has typed, so that they are not lost whatever
// button is pressed.
func (d *Desk) remember(field func(name string) (string, bool)) {
	d.mu.Lock()
	defer d.mu.Unlock()
	for i := range d.tray.found {
		f := &d.tray.found[i]
		for name, fact := range map[string]*string{"title": &f.Title, "outlet": &f.Outlet, "date": &f.Date, "author": &f.Author, "address": &f.Address, "licence": &f.Licence} {
			if value, there := field(name + "-" + strconv.Itoa(f.Key)); there {
				*fact = strings.Join(strings.Fields(value), " ")
			}
		}
	}
}

// partSources reads the sources of one field.
func partSources(part *multipart.Part, data []byte) []Source {
	if len(data) == 0 {
		return nil
	}
	switch part.FormName() {
	case "addresses":
		var sources []Source
		for line := range strings.Lines(string(data)) {
			if line = strings.TrimSpace(line); strings.HasPrefix(line, "https://") || strings.HasPrefix(line, "http://") {
				sources = append(sources, Source{Name: line})
			}
		}
		return sources
	case "text":
		if words := strings.TrimSpace(strings.ReplaceAll(string(data), "\r\n", "\n")); words != "" {
			title, _, _ := strings.Cut(words, "\n")
			return []Source{{title, []byte(words + "\n")}}
		}
	case "files":
		if name := path.Base(strings.ReplaceAll(part.FileName(), `\`, "/")); name != "." {
			return []Source{{name, data}}
		}
	}
	return nil
}

// keep writes what was found into the site, with the facts as the form has them.
func (d *Desk) keep(w http.ResponseWriter, r *http.Request) {
	d.saving.Lock()
	defer d.saving.Unlock()
	if err := r.ParseMultipartForm(mostInMemory); err != nil && !errors.Is(err, http.ErrNotMultipart) {
		d.fail(w, r, http.StatusBadRequest, err)
		return
	}
	d.remember(func(name string) (string, bool) { return r.FormValue(name), r.Form.Has(name) })
	d.mu.Lock()
	found := slices.Clone(d.tray.found)
	d.mu.Unlock()
	var chosen, rest []Found
	for _, f := range found {
		if f.Problem != "" || r.FormValue("keep-"+strconv.Itoa(f.Key)) == "" {
			rest = append(rest, f)
			continue
		}
		if err := d.checkFacts(f); err != nil {
			d.fail(w, r, http.StatusBadRequest, err)
			return
		}
		chosen = append(chosen, f)
	}
	changes, remarks, err := d.house.Keep(r.Context(), chosen)
	if len(changes) > 0 {
		d.note(step{next: "/add", says: d.count("donekeep", len(chosen)) + " " + strings.Join(remarks, " "), changes: changes})
	}
	if err != nil {
		d.fail(w, r, statusOf(err), err)
		return
	}
	d.mu.Lock()
	d.tray.found = slices.DeleteFunc(rest, func(f Found) bool { return f.Problem != "" })
	if len(changes) == 0 {
		d.latest = strings.Join(remarks, " ")
	}
	d.mu.Unlock()
	http.Redirect(w, r, "/add", http.StatusSeeOther)
}

// checkFacts says what a person has to add before an article can be kept.
func (d *Desk) checkFacts(f Found) error {
	switch date, err := corpus.ParseDate(f.Date); {
	case f.Title == "":
		return errors.New(d.text("notitle"))
	case f.Outlet == "":
		return errors.New(d.text("nooutlet", "title", f.Title))
	case err != nil || !date.Known():
		return errors.New(d.text("nodate", "title", f.Title))
	}
	return nil
}

// clear forgets what was found.
func (d *Desk) clear(w http.ResponseWriter, r *http.Request) {
	d.mu.Lock()
	found := d.tray.found
	d.tray.found = nil
	d.mu.Unlock()
	if len(found) > 0 {
		d.note(step{next: "/add", says: d.text("doneclear"), found: found})
	}
	http.Redirect(w, r, "/add", http.StatusSeeOther)
}

// undoClear brings back what was forgotten.
func (d *Desk) undoClear(w http.ResponseWriter, r *http.Request, n int, s step) {
	d.mu.Lock()
	d.tray.found = append(slices.Clone(s.found), d.tray.found...)
	d.steps[n].undone, d.latest = true, ""
	d.mu.Unlock()
	http.Redirect(w, r, s.next, http.StatusSeeOther)
}
