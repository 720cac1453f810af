package review

import (
	"slices"

	"parallax/generator/framing"
	"parallax/generator/message"
)

// hideFinding takes a finding away, and the passages that are set side by side for it.
func (a *applying) hideFinding(t *target) (change, bool) {
	f := a.made.Finding(t.finding)
	if f == nil {
		return change{}, false
	}
	c := change{machine: f.Says.Key}
	a.made.Findings = slices.DeleteFunc(a.made.Findings, func(f framing.Finding) bool { return f.ID == t.finding })
	return c, true
}

// rewordFinding says a finding in the editor's words.
func (a *applying) rewordFinding(t *target) (change, bool) {
	f := a.made.Finding(t.finding)
	if f == nil {
		return change{}, false
	}
	c := change{f.Says.Key, t.To}
	f.Says = message.New("finding.reviewed", "text", t.To)
	return c, true
}

// leadFinding puts a finding before all others.
func (a *applying) leadFinding(t *target) (change, bool) {
	at := slices.IndexFunc(a.made.Findings, func(f framing.Finding) bool { return f.ID == t.finding })
	if at < 0 {
		return change{}, false
	}
	f := a.made.Findings[at]
	if e := f.Evidence; !f.Common && (len(e) < leastSides || e[0].Article == e[1].Article) {
		a.warn(t, "finding", "choose one that sets two reports against each other", "this finding rests on one report, so it cannot stand on top of the page")
	}
	first := slices.IndexFunc(a.machine.Findings, func(g framing.Finding) bool { return g.Common == f.Common })
	c := change{a.machine.Findings[first].ID, f.ID}
	a.made.Findings = slices.Insert(slices.Delete(a.made.Findings, at, at+1), 0, f)
	return c, true
}

// confirmFinding leaves a finding as it is.
func (a *applying) confirmFinding(t *target) (change, bool) {
	f := a.made.Finding(t.finding)
	if f == nil {
		return change{}, false
	}
	return change{f.Says.Key, f.Says.Key}, true
}
