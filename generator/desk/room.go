package desk

import (
	"errors"
	"io/fs"
	"net/http"
	"slices"
)

// A listed event is a row of the first room.
type listed struct {
	Event
	Checked   string // by whom; empty if by nobody
	Decisions int
	Problem   string // why it cannot be shown; may be empty
}

// events shows the events: those that nobody checked first, in the order of the site.
func (d *Desk) events(w http.ResponseWriter, r *http.Request) {
	events, err := d.house.Events(r.Context())
	if err != nil {
		d.fail(w, r, http.StatusInternalServerError, err)
		return
	}
	v := struct {
		frame
		Events []listed
	}{frame: d.frame(r, d.text("events"))}
	for _, e := range events {
		row := listed{Event: e}
		data, err := d.house.Read(e.Slug)
		if err == nil {
			row.Checked, row.Decisions, err = summary(e.Slug, data)
		}
		if err != nil {
			row.Problem = err.Error()
		}
		v.Events = append(v.Events, row)
	}
	slices.SortStableFunc(v.Events, func(a, b listed) int {
		switch {
		case (a.Checked == "") == (b.Checked == ""):
			return 0
		case a.Checked == "":
			return -1
		}
		return 1
	})
	d.show(w, http.StatusOK, "events.html", v)
}

// A reviewPage is the room of one event.
type reviewPage struct {
	frame
	Slug     string
	Event    string
	Version  string // of the file that the page was made from
	Checked  string
	Problems []string
	Claim    *claim // the one to be looked at; nil if all were
	Later    string // ids of claims that were put off, with this one
	Left     int    // claims that nobody decided about
	Findings []*claim
	Rows     []*claim
	Others   others
}

// review shows what the program claims of an event.
func (d *Desk) review(w http.ResponseWriter, r *http.Request) {
	slug := r.PathValue("slug")
	c, data, err := d.compare(r, slug)
	if err != nil {
		d.fail(w, r, statusOf(err), err)
		return
	}
	later := r.URL.Query().Get("later")
	v := reviewPage{frame: d.frame(r, c.Title), Slug: slug, Event: c.Title, Version: version(data), Checked: c.Now.Review.CheckedBy, Problems: c.Problems, Later: later}
	list := d.claims(c)
	v.Claim, v.Others = next(list, later), d.othersOf(c)
	for _, one := range list {
		one.Slug, one.Version = slug, v.Version
		if one.ID == r.URL.Query().Get("claim") {
			v.Claim = one
		}
		if one.Decided == "" {
			v.Left++
		}
		switch one.Kind {
		case "finding":
			v.Findings = append(v.Findings, one)
		case "statement":
			v.Rows = append(v.Rows, one)
		default:
			last := v.Rows[len(v.Rows)-1]
			last.Cells = append(last.Cells, one)
		}
	}
	if v.Claim != nil {
		v.Claim.Later = later
		v.Later = join(later, v.Claim.ID)
	}
	d.show(w, http.StatusOK, "review.html", v)
}

// join adds an id to a list.
func join(list, id string) string {
	if list == "" {
		return id
	}
	return list + "," + id
}

// compare returns an event and the bytes of its review.
func (d *Desk) compare(r *http.Request, slug string) (*Compared, []byte, error) {
	data, err := d.house.Read(slug)
	if err != nil {
		return nil, nil, err
	}
	c, err := d.house.Compare(r.Context(), slug, data)
	return c, data, err
}

// statusOf returns the status of a page that tells an error.
func statusOf(err error) int {
	if errors.Is(err, fs.ErrNotExist) {
		return http.StatusNotFound
	}
	return http.StatusInternalServerError
}

// done shows what was done here, the latest first.
func (d *Desk) done(w http.ResponseWriter, r *http.Request) {
	v := struct {
		frame
		Steps []doneStep
	}{frame: d.frame(r, d.text("done"))}
	d.mu.Lock()
	for i := len(d.steps) - 1; i >= 0; i-- {
		s := &d.steps[i]
		v.Steps = append(v.Steps, doneStep{Number: i + 1, Says: s.says, To: s.to(), Undone: s.undone})
	}
	d.mu.Unlock()
	d.show(w, http.StatusOK, "done.html", v)
}

// A doneStep is a row of what was done.
type doneStep struct {
	Number int
	Says   string
	To     string // page
	Undone bool
}
