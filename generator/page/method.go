package page

import (
	"html/template"
	"math"
	"strconv"

	"parallax/generator/address"
	"parallax/generator/figures"
	"parallax/generator/framing"
	"parallax/generator/page/frame"
)

// A Method is the data of method.html: every rule in plain words and how good
// it was measured to be.
type Method struct {
	frame.Frame
	Steps    []MethodStep
	Signals  []MethodRule
	Marks    []frame.LegendItem
	Tables   []figures.Table
	Failures []string
	Coded    []Coded       // what coders found on this site; may be empty
	Reviewed string        // says how many decisions were a person's; empty if none was
	Body     template.HTML // of content/pages/method.md; may be empty
}

// A MethodStep is one step of the pipeline.
type MethodStep struct{ Name, Does string }

// A MethodRule is what one signal does. Its ID is the fragment that every
// "why?" leads to.
type MethodRule struct {
	ID     string
	Name   string
	Rule   string
	Limits string
	Ref    string // to the literature
	Claims []MethodClaim
}

// A MethodClaim is what a signal says of articles, and how well it does: shares
// in a hundred on the data set of a command, as the tables below have them.
type MethodClaim struct {
	Name   string
	Right  string // of what is said, what is true
	Found  string // of what is true, what is said; empty where that was not measured
	Anchor string // of the table
}

// A Coded is how far coders of this site agree on one signal, and how often the program
// was right by their majority. Figures stand as they were written, with their intervals.
type Coded struct {
	Signal            string // its name; on the page what was asked
	Units, Coders     string
	Percent, AC1      string
	Alpha             string
	Verdict           string // "enough", "tentative", "notenough" or "nothing"; on the page in words
	Precision, Recall string
}

// A measured claim is where its figures stand in the table of a task of
// "parallax evaluate": in the row of what the program's pages say of events
// that its decisions were not learned from.
type measured struct {
	signal            framing.Signal
	claim             string // its name: message "method.claim…"
	task, row         string
	precision, recall string // columns; recall may be empty
}

// measuredClaims returns the claims with a measurement of their own. Rows of names
// have none: their rules were made on the events that they are measured on.
func measuredClaims() []measured {
	return []measured{
		{framing.SignalCoverage, "absent", "coverage", "pages, held out", "absence P", "said"},
		{framing.SignalCoverage, "only", "coverage", "pages, held out", "only P", ""},
		{framing.SignalCoverage, "same", "coverage", "pages, held out", "same P", "pair R"},
		{framing.SignalVoices, "voices", "voices", "rules", "P", "R"},
		{framing.SignalAgency, "agency", "agency", "rules", "P", "R"},
	}
}

// method renders the method page.
func (r *renderer) method() error {
	v := Method{Frame: r.Frame("method", address.Method, r.Text("nav.method"))}
	v.Description = r.Text("method.description")
	for _, step := range []string{"read", "group", "align", "compare", "rank", "show"} {
		v.Steps = append(v.Steps, MethodStep{Name: r.Text("method.step" + step), Does: r.Text("method.does" + step)})
	}
	quality, err := figures.Read(r.Files)
	if err != nil {
		return frame.PlacedIn(figures.File, err)
	}
	v.Tables = quality.Tables
	for _, s := range framing.Names() {
		rule := MethodRule{ID: s, Name: r.Text("signal." + s), Rule: r.Text("method.rule" + s), Limits: r.Text("method.limit" + s), Ref: r.Text("method.ref" + s)}
		for _, m := range measuredClaims() {
			if claim, ok := m.in(quality); ok && string(m.signal) == s {
				claim.Name = r.Text("method.claim" + m.claim)
				rule.Claims = append(rule.Claims, claim)
			}
		}
		v.Signals = append(v.Signals, rule)
	}
	for _, failure := range []string{"sarcasm", "names", "paraphrase", "short", "numbers"} {
		v.Failures = append(v.Failures, r.Text("method.fails"+failure))
	}
	if r.decisions > 0 {
		v.Reviewed = r.Count("method.reviewed", r.decisions, "events", r.Count("method.reviewedevents", r.reviewed))
	}
	for _, c := range r.site.Coded {
		c.Signal, c.Verdict = r.Text("method.claim"+c.Signal), r.Text("method.coded"+c.Verdict)
		v.Coded = append(v.Coded, c)
	}
	v.Marks = r.Legend("loaded", "only", "label", "verb", "hedge", "booster", "scare", "passive")
	for _, p := range r.site.Corpus.Pages {
		if p.Slug == "method" {
			v.Body = r.Markdown(p.Body, address.Method)
		}
	}
	return r.Print("method", address.Method, v)
}

// in returns the claim with its figures; ok is false where they were not measured.
func (m measured) in(f figures.Figures) (claim MethodClaim, ok bool) {
	right, table := f.Of(m.task, m.row, m.precision)
	if right == "" {
		return claim, false
	}
	found, _ := f.Of(m.task, m.row, m.recall)
	return MethodClaim{Right: percent(right), Found: percent(found), Anchor: f.Tables[table].Anchor(table)}, true
}

// percent returns a share in a hundred, "" where there is none.
func percent(figure string) string {
	share, err := strconv.ParseFloat(figure, 64)
	if err != nil {
		return ""
	}
	return strconv.Itoa(int(math.Round(100 * share)))
}
