package desk

import (
	"errors"
	"fmt"
	"net/http"
	"slices"
	"strings"

	"parallax/generator/corpus"
	"parallax/generator/frontmatter"
	"parallax/generator/text"
)

// A Member is an article of an event.
type Member struct {
	ID, File, Outlet, Title string
	Close                   int  // how alike it is to the others, in percent
	Pinned                  bool // a person put it here
	CopyOf                  string
	NotEvent                []string
}

// group shows what holds an event together, and lets articles go elsewhere.
func (d *Desk) group(w http.ResponseWriter, r *http.Request) {
	events, err := d.house.Events(r.Context())
	if err != nil {
		d.fail(w, r, statusOf(err), err)
		return
	}
	v := struct {
		frame
		Event  Event
		Others []Event
	}{}
	for _, e := range events {
		if e.Slug == r.PathValue("slug") {
			v.Event = e
		} else {
			v.Others = append(v.Others, e)
		}
	}
	if v.Event.Slug == "" {
		d.fail(w, r, http.StatusNotFound, fmt.Errorf("there is no event %q", r.PathValue("slug")))
		return
	}
	v.frame = d.frame(r, v.Event.Title)
	d.show(w, http.StatusOK, "group.html", v)
}

// regroup puts articles into another event, into one of their own, or out of theirs.
func (d *Desk) regroup(w http.ResponseWriter, r *http.Request) {
	events, err := d.house.Events(r.Context())
	if err != nil {
		d.fail(w, r, statusOf(err), err)
		return
	}
	at := slices.IndexFunc(events, func(e Event) bool { return e.Slug == r.PathValue("slug") })
	if at < 0 {
		d.fail(w, r, http.StatusNotFound, errors.New(d.text("noclaim")))
		return
	}
	from, to := events[at], r.FormValue("to")
	chosen := slices.DeleteFunc(slices.Clone(from.Members), func(m Member) bool { return !slices.Contains(r.Form["article"], m.ID) })
	says := d.text("donemoved", "from", from.Title)
	switch r.FormValue("do") {
	case "join":
		chosen, says = from.Members, d.text("donejoined", "from", from.Title)
	case "part":
		name := strings.Join(strings.Fields(r.FormValue("name")), " ")
		if to = text.Slug(name, text.LongestSlug); to == "" {
			err = errors.New(d.text("noeventname"))
		}
		says = d.text("doneparted", "from", from.Title)
	case "out":
		to, says = "", d.text("doneout", "from", from.Title)
	case "move":
	default:
		err = fmt.Errorf("%q is nothing that can be done about an event", r.FormValue("do"))
	}
	if err == nil && len(chosen) == 0 {
		err = errors.New(d.text("noarticle"))
	}
	if err == nil && to != "" && !corpus.IsSlug(to) {
		err = errors.New(d.text("noeventname"))
	}
	if err != nil {
		d.fail(w, r, http.StatusBadRequest, err)
		return
	}
	var changes []Change
	for _, m := range chosen {
		c, err := d.pin(m, from.Slug, to)
		if err != nil {
			d.fail(w, r, http.StatusConflict, fmt.Errorf("%s: %w", m.File, err))
			return
		}
		changes = append(changes, c)
	}
	d.commit(w, r, says, "/", changes)
}

// pin writes into the front matter of an article that it belongs to an event, or that
// it does not belong to the one that it is in.
func (d *Desk) pin(m Member, from, to string) (Change, error) {
	before, err := d.house.File(m.File)
	if err != nil {
		return Change{}, err
	}
	not := slices.DeleteFunc(slices.Clone(m.NotEvent), func(s string) bool { return s == to })
	if to == "" && !slices.Contains(not, from) {
		not = append(not, from)
	}
	after, err := frontmatter.Set(string(before), "not_event", list(not))
	if err == nil {
		value := ""
		if to != "" {
			value = frontmatter.Quote(to)
		}
		after, err = frontmatter.Set(after, "event", value)
	}
	return Change{m.File, before, []byte(after)}, err
}
