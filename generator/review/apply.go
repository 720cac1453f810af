package review

import (
	"encoding/json"
	"fmt"

	"parallax/generator/corpus"
	"parallax/generator/diag"
	"parallax/generator/framing"
	"parallax/generator/text"
)

// applying is one run of Apply.
type applying struct {
	review   *Review
	machine  *framing.Comparison // as the program made it
	made     *framing.Comparison
	articles []*corpus.Article // in the order of the comparison
	finder   finder
	list     diag.List

	touched map[string]bool   // statements of which cells were changed, by id
	found   marked            // cells by a passage that a person found
	removed marked            // cells that are no more
	merged  map[string]string // statements that are part of another, by id
	parted  map[string]string // ids of statements that were parted from another, by its id and their heading
}

// A marked is articles by the id of a statement.
type marked map[string]map[int]bool

// add marks an article.
func (m marked) add(statement string, article int) {
	if m[statement] == nil {
		m[statement] = map[int]bool{}
	}
	m[statement][article] = true
}

// Apply applies a review to the comparison of an event, which stays as it is. The
// articles are those of the event in any order; what could not be applied is in the
// list.
func Apply(c *framing.Comparison, articles []*corpus.Article, languages *text.Languages, r *Review) (*framing.Comparison, diag.List, error) {
	made, err := clone(c)
	if err != nil {
		return nil, diag.List{}, fmt.Errorf("apply %s: %w", r.File, err)
	}
	a := &applying{
		review: r, machine: c, made: made, finder: finder{languages, map[string][]text.Word{}},
		touched: map[string]bool{}, found: marked{}, removed: marked{}, merged: map[string]string{}, parted: map[string]string{},
	}
	byID := map[string]*corpus.Article{}
	for _, article := range articles {
		byID[article.ID] = article
	}
	for _, of := range made.Articles {
		article := byID[of.ID]
		if article == nil {
			return nil, diag.List{}, fmt.Errorf("apply %s: the event has the article %s, which is not there", r.File, of.ID)
		}
		a.articles = append(a.articles, article)
	}
	a.apply()
	return made, a.list, nil
}

// clone returns a copy of a comparison that shares nothing with it, as it is in data
// files.
func clone(c *framing.Comparison) (*framing.Comparison, error) {
	data, err := json.Marshal(c)
	if err != nil {
		return nil, err
	}
	var made framing.Comparison
	return &made, json.Unmarshal(data, &made)
}

// apply finds what all decisions are about before the first of them is applied, so
// that none stands in the way of another.
func (a *applying) apply() {
	a.made.Review = framing.Review{CheckedBy: a.review.CheckedBy, CheckedOn: a.review.CheckedOn}
	var targets []*target
	for _, n := range a.review.inOrder() {
		if t, ok := a.aim(n); ok {
			targets = append(targets, t)
		}
	}
	for _, t := range targets {
		v, _ := verbOf(t.Do)
		t.statement, t.other = a.part(t.statement), a.part(t.other)
		c, ok := v.run(a, t)
		if !ok {
			continue // something else that was decided has taken it away
		}
		if c.machine == c.editor && !v.confirms() {
			a.list.Add(a.review.mistake(diag.Note, t.number, "do", "this decision may go", "the program says the same by now"))
		}
		a.record(t, v, c)
	}
	a.settle()
}

// part returns the id of the statement that one is part of, which is mostly itself.
func (a *applying) part(id string) string {
	for a.merged[id] != "" {
		id = a.merged[id]
	}
	return id
}

// record notes a decision in the comparison.
func (a *applying) record(t *target, v Verb, c change) {
	d := framing.Decision{
		ID: t.name(), Do: t.Do, Signal: framing.SignalCoverage, About: t.statement, Article: t.report, Machine: c.machine, Editor: c.editor, By: t.By, On: t.On,
	}
	if d.By == "" {
		d.By = a.review.CheckedBy
	}
	if !d.On.Known() {
		d.On = a.review.CheckedOn
	}
	switch v.About {
	case AboutName:
		d.Signal, d.About = framing.SignalNaming, t.Called
	case AboutSpeaker:
		d.Signal, d.About = framing.SignalVoices, t.Speaker
	case AboutWord:
		d.Signal, d.About, d.Article = framing.SignalTone, t.at.Span.Of(a.articles[t.at.Article].Text), t.at.Article
	case AboutSection:
		d.Signal, d.About = framing.Signal(t.Section), ""
	case AboutPassage:
		d.Signal, d.About, d.Article = "", c.machine, t.at.Article
	case AboutFinding:
		f := a.machine.Finding(t.finding)
		d.Signal, d.About, d.Key = f.Signal, f.ID, f.Says.Key
	}
	a.made.Review.Decisions = append(a.made.Review.Decisions, d)
}
