package desk

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"net/http"
	"slices"
	"strconv"
	"strings"

	"parallax/generator/corpus"
	"parallax/generator/framing"
	"parallax/generator/review"
)

// A step is something that was done to the file of an event, and how it is taken back.
type step struct {
	slug   string
	says   string
	back   func(source string) (string, error)
	undone bool

	changes []Change // of files that are no review, with which slug and back are empty
	found   []Found  // what was forgotten, of a step that changed no file
	next    string   // the page where it was done
}

// to returns the page where a step was done.
func (s step) to() string {
	if s.next != "" {
		return s.next
	}
	return back(s.slug, "")
}

// version names the bytes of a file.
func version(data []byte) string {
	if data == nil {
		return "none"
	}
	sum := sha256.Sum256(data)
	const length = 8 // bytes; whoever edits a file does not look for another with the same hash
	return hex.EncodeToString(sum[:length])
}

// summary returns who checked an event and how many decisions there are about it.
func summary(slug string, data []byte) (checked string, decisions int, err error) {
	r, l := review.Parse(slug, data)
	if l.Failed() || r == nil {
		return "", 0, errors.New(l.Sorted()[0].String())
	}
	return r.CheckedBy, len(r.Decisions), nil
}

// decide saves a decision about a claim.
func (d *Desk) decide(w http.ResponseWriter, r *http.Request) {
	slug := r.PathValue("slug")
	c, data, err := d.compare(r, slug)
	if err != nil {
		d.fail(w, r, statusOf(err), err)
		return
	}
	list := d.claims(c)
	at := slices.IndexFunc(list, func(one *claim) bool { return one.ID == r.FormValue("claim") })
	if at < 0 {
		d.fail(w, r, http.StatusNotFound, errors.New(d.text("noclaim")))
		return
	}
	one := list[at]
	if r.FormValue("do") == "take-back" {
		d.takeBack(w, r, slug, data, one)
		return
	}
	decision, err := d.decision(r, c, one)
	if err != nil {
		d.fail(w, r, http.StatusBadRequest, err)
		return
	}
	says := d.text("done"+decision.Do, "to", decision.To) + " " + one.Says
	back := func(source string) (string, error) { return review.Remove(slug, source, decision.ID) }
	if one.Name != "" { // another decision about the same claim makes place for this one
		old := one.Name
		back = func(source string) (string, error) { return restore(slug, source, string(data), old, decision.ID) }
	}
	d.change(w, r, slug, step{slug: slug, says: says, back: back}, func(source string) (string, error) {
		if one.Name != "" && one.Name != decision.ID {
			var err error
			if source, err = review.Remove(slug, source, one.Name); err != nil {
				return source, err
			}
		}
		return review.Put(slug, source, decision)
	})
}

// restore puts a decision of an earlier text of a file back in place of another.
func restore(slug, source, earlier, name, instead string) (string, error) {
	r, _ := review.Parse(slug, []byte(earlier))
	if r == nil {
		return source, fmt.Errorf("the earlier %s cannot be read", review.File(slug))
	}
	source, err := review.Remove(slug, source, instead)
	if err != nil {
		return source, err
	}
	if old, found := r.Decision(name); found {
		return review.Put(slug, source, old)
	}
	return source, nil
}

// takeBack removes the decision about a claim.
func (d *Desk) takeBack(w http.ResponseWriter, r *http.Request, slug string, data []byte, one *claim) {
	old, _ := review.Parse(slug, data)
	if old == nil {
		old = &review.Review{}
	}
	decision, found := old.Decision(one.Name)
	if !found {
		d.fail(w, r, http.StatusNotFound, errors.New(d.text("noclaim")))
		return
	}
	back := func(source string) (string, error) { return review.Put(slug, source, decision) }
	says := d.text("donetake-back") + " " + one.Says
	d.change(w, r, slug, step{slug: slug, says: says, back: back}, func(source string) (string, error) {
		return review.Remove(slug, source, one.Name)
	})
}

// decision makes a decision of a form.
func (d *Desk) decision(r *http.Request, c *Compared, one *claim) (review.Decision, error) {
	made := one.decision
	made.Do, made.To = r.FormValue("do"), strings.TrimSpace(strings.ReplaceAll(r.FormValue("to"), "\r\n", "\n"))
	switch made.Do {
	case "right":
		made.Do = "confirm-" + one.Kind
	case "wrong":
		made.Do = one.Wrong
	}
	verbs := review.Verbs()
	at := slices.IndexFunc(verbs, func(v review.Verb) bool { return v.Name == made.Do })
	if at < 0 || verbs[at].About != one.Kind {
		return made, fmt.Errorf("%q is nothing that can be done about a %s", made.Do, one.Kind)
	}
	if needs := verbs[at].Needs; !slices.Contains(needs, "to") {
		made.To = ""
	} else if made.To == "" {
		return made, errors.New(d.text("nowords"))
	}
	if n, err := strconv.Atoi(r.FormValue("passage")); made.Do == "tells" && err == nil {
		article := slices.IndexFunc(c.Articles, func(a *corpus.Article) bool { return a.ID == made.Report })
		if n < 0 || n >= len(c.Articles[article].Passages) {
			return made, errors.New(d.text("noclaim"))
		}
		made.Passage, _, _ = review.Quote(c.Articles[article], n)
	}
	if err := d.second(r, c, &made); err != nil {
		return made, err
	}
	if made.By = d.person(); made.By == "" {
		return made, errors.New(d.text("noname"))
	}
	made.On, made.Machine = d.house.Today(), machineOf(c.Machine, one)
	made.ID = review.Name(made)
	return made, nil
}

// second fills in what a decision about a row names besides it: its place, another row
// or a passage.
func (d *Desk) second(r *http.Request, c *Compared, made *review.Decision) error {
	var e framing.Evidence
	switch made.Do {
	case "move-statement":
		n, err := strconv.Atoi(r.FormValue("place"))
		if err != nil || n < 1 {
			return errors.New(d.text("nowords"))
		}
		made.Place = n
		return nil
	case "merge-statements":
		s := c.Machine.Statement(r.FormValue("row"))
		if s == nil {
			return errors.New(d.text("noclaim"))
		}
		made.AndStatement = s.Heading
		e = s.Cells[0].Evidence[0]
	case "split-statement":
		if _, err := fmt.Sscanf(r.FormValue("part"), "%d %d", &e.Article, &e.Passage); err != nil {
			return errors.New(d.text("noclaim"))
		}
	default:
		return nil
	}
	if e.Article < 0 || e.Article >= len(c.Articles) || e.Passage < 0 || e.Passage >= len(c.Articles[e.Article].Passages) {
		return errors.New(d.text("noclaim"))
	}
	made.AndArticle = c.Articles[e.Article].ID
	made.AndQuote, _, _ = review.Quote(c.Articles[e.Article], e.Passage)
	return nil
}

// machineOf returns what the program says of a claim.
func machineOf(c *framing.Comparison, one *claim) string {
	if f := c.Finding(one.ID); f != nil {
		return review.Kind(f)
	}
	if s := c.Statement(one.ID); s != nil {
		return s.Heading
	}
	for i := range c.Coverage.Statements {
		s := &c.Coverage.Statements[i]
		for article := range c.Articles {
			if one.ID == s.ID+"-"+c.Articles[article].Letter {
				return string(s.Answer(article))
			}
		}
	}
	return ""
}

// change changes the file of an event, unless it is not the one that the page was made
// from any more.
func (d *Desk) change(w http.ResponseWriter, r *http.Request, slug string, s step, edit func(source string) (string, error)) {
	d.saving.Lock()
	defer d.saving.Unlock()
	data, err := d.house.Read(slug)
	if err != nil {
		d.fail(w, r, http.StatusInternalServerError, err)
		return
	}
	if r.FormValue("version") != version(data) {
		d.conflict(w, r, slug, data)
		return
	}
	made, err := edit(string(data))
	if err == nil {
		err = d.house.Write(slug, []byte(made))
	}
	if err != nil {
		d.fail(w, r, http.StatusInternalServerError, err)
		return
	}
	d.mu.Lock()
	d.steps, d.latest = append(d.steps, s), s.says
	d.mu.Unlock()
	http.Redirect(w, r, back(slug, r.FormValue("later")), http.StatusSeeOther)
}

// back returns the address of the room of an event.
func back(slug, later string) string {
	if later == "" {
		return "/review/" + slug
	}
	return "/review/" + slug + "?later=" + later
}

// conflict shows a file that changed under the desk, and what was about to be done.
func (d *Desk) conflict(w http.ResponseWriter, r *http.Request, slug string, data []byte) {
	v := struct {
		frame
		Slug    string
		Action  string
		File    string
		Text    string
		Version string
		Fields  map[string]string
	}{d.frame(r, d.text("conflict")), slug, r.URL.Path, review.File(slug), string(data), version(data), map[string]string{}}
	for name, values := range r.PostForm {
		if name != "version" {
			v.Fields[name] = values[0]
		}
	}
	d.show(w, http.StatusConflict, "conflict.html", v)
}

// check says that the person at the desk checked an event, or takes it back.
func (d *Desk) check(w http.ResponseWriter, r *http.Request) {
	slug := r.PathValue("slug")
	data, err := d.house.Read(slug)
	if err != nil {
		d.fail(w, r, statusOf(err), err)
		return
	}
	was, l := review.Parse(slug, data)
	if was == nil || l.Failed() {
		d.fail(w, r, http.StatusConflict, errors.New(l.Sorted()[0].String()))
		return
	}
	name := d.person()
	says, on := d.text("donecheck"), d.house.Today()
	switch {
	case r.FormValue("checked") == "no":
		name, on, says = "", corpus.Date{}, d.text("doneuncheck")
	case name == "":
		d.fail(w, r, http.StatusBadRequest, errors.New(d.text("noname")))
		return
	}
	back := func(source string) (string, error) { return review.Check(slug, source, was.CheckedBy, was.CheckedOn) }
	d.change(w, r, slug, step{slug: slug, says: says, back: back}, func(source string) (string, error) {
		return review.Check(slug, source, name, on)
	})
}

// undo takes a step back. What was done since stays.
func (d *Desk) undo(w http.ResponseWriter, r *http.Request) {
	d.saving.Lock()
	defer d.saving.Unlock()
	n, err := strconv.Atoi(r.FormValue("step"))
	d.mu.Lock()
	if err != nil || n < 1 || n > len(d.steps) || d.steps[n-1].undone {
		d.mu.Unlock()
		d.fail(w, r, http.StatusNotFound, errors.New(d.text("nostep")))
		return
	}
	s := d.steps[n-1]
	d.mu.Unlock()
	switch {
	case s.changes != nil:
		d.undoFiles(w, r, n-1, s)
		return
	case s.found != nil:
		d.undoClear(w, r, n-1, s)
		return
	}
	data, err := d.house.Read(s.slug)
	made := ""
	if err == nil {
		made, err = s.back(string(data))
	}
	if err == nil {
		err = d.house.Write(s.slug, []byte(made))
	}
	if err != nil {
		d.fail(w, r, http.StatusConflict, fmt.Errorf("%s: %w", d.text("noundo"), err))
		return
	}
	d.mu.Lock()
	d.steps[n-1].undone = true
	before := string(data)
	again := func(source string) (string, error) {
		if source != made {
			return "", errors.New(d.text("moved"))
		}
		return before, nil
	}
	d.steps = append(d.steps, step{slug: s.slug, says: d.text("doneundo", "what", s.says), back: again})
	d.latest = d.text("doneundo", "what", s.says)
	d.mu.Unlock()
	http.Redirect(w, r, back(s.slug, ""), http.StatusSeeOther)
}

// person returns who is at the desk, "" if nobody has said it.
func (d *Desk) person() string {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.name
}

// rename says who is at the desk.
func (d *Desk) rename(w http.ResponseWriter, r *http.Request) {
	d.mu.Lock()
	d.name = strings.Join(strings.Fields(r.FormValue("name")), " ")
	d.mu.Unlock()
	to := r.FormValue("next")
	if !strings.HasPrefix(to, "/") || strings.HasPrefix(to, "//") || strings.Contains(to, `\`) {
		to = "/"
	}
	http.Redirect(w, r, to, http.StatusSeeOther)
}
