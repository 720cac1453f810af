package desk

import (
	"errors"
	"fmt"
	"net/http"
	"slices"
	"strconv"
	"strings"

	"parallax/generator/corpus"
	"parallax/generator/entity"
	"parallax/generator/framing"
	"parallax/generator/review"
)

// What a person can decide about an event besides its claims: who is called what, who
// speaks, which words are marked, what is no part of a report, which part of the page
// was read.
type others struct {
	Names    []named
	Speakers []spoken
	Groups   []choice
	Marks    []marked
	Kinds    []string // of marks
	Reports  []report
	Parts    []choice
	Decided  []settled // what was decided about them
}

// A named is a row of names, with the labels in it.
type named struct {
	Name   string
	Labels []string
	Others []string // names of other rows
}

// A spoken is somebody who speaks in the event.
type spoken struct{ Name, Group string }

// A marked is words that are marked in a report.
type marked struct{ Article, Who, Words, Kind, Quote, Before, After string }

// A report is an article with its passages.
type report struct {
	ID, Who  string
	Passages []option
}

// A choice is something to choose, with its name.
type choice struct{ Value, Text string }

// A settled is a decision that stands in the review.
type settled struct{ Name, Says, By string }

// An otherForm is what a form about one of them begins with.
type otherForm struct{ Slug, Version, Do string }

// othersOf returns what else can be decided about an event.
func (d *Desk) othersOf(c *Compared) others {
	o := others{Kinds: []string{"loaded", "hedge", "booster", "scare"}, Names: namesOf(c.Now.Naming.Rows), Speakers: speakersOf(c.Now.Voices.Sides), Decided: d.settledOf(c)}
	for _, g := range entity.Groups() {
		o.Groups = append(o.Groups, choice{string(g), d.saying("group." + string(g))})
	}
	for _, side := range c.Now.Tone.Sides {
		for _, m := range side.Marks {
			if slices.Contains(o.Kinds, m.Kind) {
				o.Marks = append(o.Marks, markOf(c, m))
			}
		}
	}
	for i, a := range c.Articles {
		one := report{ID: a.ID, Who: c.Names[i]}
		for n, p := range a.Passages[min(1, len(a.Passages)):] {
			one.Passages = append(one.Passages, option{n + 1, short(p.Of(a.Text))})
		}
		o.Reports = append(o.Reports, one)
	}
	for _, name := range framing.Names() {
		o.Parts = append(o.Parts, choice{name, d.saying("signal." + name)})
	}
	return o
}

// namesOf returns the rows of names, each with the names of the others.
func namesOf(rows []framing.Participant) []named {
	var list []named
	for i := range rows {
		one := named{Name: rows[i].Name, Labels: labelsOf(&rows[i])}
		for k := range rows {
			if k != i {
				one.Others = append(one.Others, rows[k].Name)
			}
		}
		list = append(list, one)
	}
	return list
}

// speakersOf returns who speaks, each once.
func speakersOf(sides []framing.VoiceSide) []spoken {
	var list []spoken
	for _, side := range sides {
		for _, s := range side.Speakers {
			if one := (spoken{s.Name, string(s.Group)}); s.Name != "" && !slices.Contains(list, one) {
				list = append(list, one)
			}
		}
	}
	return list
}

// settledOf returns what was decided about anything but a claim, and what rows were
// split or made one.
func (d *Desk) settledOf(c *Compared) []settled {
	var list []settled
	for _, decision := range c.Now.Review.Decisions {
		if _, claimed := idOf(c.Machine, decision); claimed && decision.Do != "split-statement" && decision.Do != "merge-statements" {
			continue
		}
		what := decision.Machine
		if decision.Do == "check-section" {
			what = d.saying("signal." + string(decision.Signal))
		}
		list = append(list, settled{decision.ID, d.text("done"+decision.Do, "to", decision.Editor) + " " + what, decision.By})
	}
	return list
}

// labelsOf returns what a participant is called, each once.
func labelsOf(p *framing.Participant) []string {
	var list []string
	for _, s := range p.Sides {
		for _, l := range s.Labels {
			if !slices.Contains(list, l.Text) {
				list = append(list, l.Text)
			}
		}
	}
	return list
}

// markOf returns marked words with what stands around them.
func markOf(c *Compared, m framing.Mark) marked {
	const around = 6 // words
	a := c.Articles[m.Article]
	left, right := strings.Fields(a.Text[:m.Span.Start]), strings.Fields(a.Text[m.Span.End:])
	return marked{
		Article: a.ID, Who: c.Names[m.Article], Words: m.Word, Kind: m.Kind, Quote: m.Span.Of(a.Text),
		Before: strings.Join(left[max(0, len(left)-around):], " "), After: strings.Join(right[:min(around, len(right))], " "),
	}
}

// decideOther saves a decision about something else than a claim, or takes one back.
func (d *Desk) decideOther(w http.ResponseWriter, r *http.Request) {
	slug := r.PathValue("slug")
	c, data, err := d.compare(r, slug)
	if err != nil {
		d.fail(w, r, statusOf(err), err)
		return
	}
	if r.FormValue("do") == "take-back" {
		d.takeBack(w, r, slug, data, &claim{Name: r.FormValue("name")})
		return
	}
	made, says, err := d.otherDecision(r, c)
	if err != nil {
		d.fail(w, r, http.StatusBadRequest, err)
		return
	}
	back := func(source string) (string, error) { return restore(slug, source, string(data), made.ID, made.ID) }
	d.change(w, r, slug, step{slug: slug, says: says, back: back}, func(source string) (string, error) { return review.Put(slug, source, made) })
}

// otherDecision makes a decision of a form.
func (d *Desk) otherDecision(r *http.Request, c *Compared) (review.Decision, string, error) {
	field := func(name string) string { return strings.Join(strings.Fields(r.FormValue(name)), " ") }
	made := review.Decision{
		Do: r.FormValue("do"), Called: field("called"), With: field("with"), Speaker: field("speaker"), To: field("to"), Section: field("section"),
		Article: r.FormValue("article"), Quote: field("quote"), Before: field("before"), After: field("after"),
	}
	verbs := review.Verbs()
	at := slices.IndexFunc(verbs, func(v review.Verb) bool { return v.Name == made.Do })
	if at < 0 || slices.Contains([]string{review.AboutStatement, review.AboutCell, review.AboutFinding}, verbs[at].About) {
		return made, "", fmt.Errorf("%q is nothing that can be done here", made.Do)
	}
	if slices.Contains(verbs[at].Needs, "to") && made.To == "" {
		return made, "", errors.New(d.text("nowords"))
	}
	if verbs[at].About == review.AboutPassage {
		var err error
		if made.Quote, made.Before, made.After, err = d.passage(r, c, made.Article, "passage"); err != nil {
			return made, "", err
		}
	}
	if made.By = d.person(); made.By == "" {
		return made, "", errors.New(d.text("noname"))
	}
	made.On = d.house.Today()
	made.ID = review.Name(made)
	what := made.Called + made.Speaker + made.Quote
	if made.Section != "" {
		what = d.saying("signal." + made.Section)
	}
	return made, d.text("done"+made.Do, "to", made.To) + " " + what, nil
}

// passage returns the words of the passage of an article that a form names.
func (d *Desk) passage(r *http.Request, c *Compared, article, name string) (quote, before, after string, err error) {
	n, err := strconv.Atoi(r.FormValue(name))
	at := slices.IndexFunc(c.Articles, func(a *corpus.Article) bool { return a.ID == article })
	if err != nil || at < 0 || n < 0 || n >= len(c.Articles[at].Passages) {
		return "", "", "", errors.New(d.text("noclaim"))
	}
	quote, before, after = review.Quote(c.Articles[at], n)
	return quote, before, after, nil
}
