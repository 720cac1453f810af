package review

import (
	"cmp"
	"slices"
	"strings"

	"parallax/generator/diag"
	"parallax/generator/entity"
	"parallax/generator/framing"
)

// aimSpeaker looks whether somebody of that name speaks in the event, or in the report
// of the decision if it names one.
func (a *applying) aimSpeaker(t *target) bool {
	if t.Report != "" {
		var ok bool
		if t.report, ok = a.article(t, "report", t.Report); !ok {
			return false
		}
	}
	var known []string
	for _, side := range a.made.Voices.Sides {
		for _, s := range side.Speakers {
			if a.speaks(t, side.Article, s.Name) {
				return true
			}
			known = append(known, s.Name)
		}
	}
	slices.Sort(known)
	a.warn(t, "speaker", diag.DidYouMean(t.Speaker, slices.Compact(known)), "nobody speaks by the name of %q, so the decision is not applied", t.Speaker)
	return false
}

// speaks reports whether a decision is about somebody who speaks in an article.
func (a *applying) speaks(t *target, article int, name string) bool {
	return strings.EqualFold(name, t.Speaker) && (t.report < 0 || t.report == article)
}

// hideSpeaker says nothing of what somebody said.
func (a *applying) hideSpeaker(t *target) (change, bool) {
	a.sayBy(t, "")
	v := &a.made.Voices
	v.Attributions = slices.DeleteFunc(v.Attributions, func(x framing.Attribution) bool { return a.speaks(t, x.Article, x.Speaker) })
	for i := range v.Sides {
		side := &v.Sides[i]
		side.Speakers = slices.DeleteFunc(side.Speakers, func(s framing.Speaker) bool {
			is := a.speaks(t, side.Article, s.Name)
			if is {
				side.Words -= s.Words
			}
			return is
		})
	}
	a.made.Findings = slices.DeleteFunc(a.made.Findings, func(f framing.Finding) bool { return a.says(t, &f) })
	return change{machine: t.Speaker}, true
}

// sayBy names who says the statements that the speaker of a decision says in every
// report that tells them; nobody if no name is given.
func (a *applying) sayBy(t *target, name string) {
	unnamed := map[string]string{
		"finding.coverage.sayby": "finding.coverage.say", "finding.coverage.mostsayby": "finding.coverage.mostsay", "finding.coverage.onlysaysby": "finding.coverage.onlysays",
		"finding.coverage.unsaidby": "finding.coverage.unsaid",
	}
	for i := range a.made.Coverage.Statements {
		s := &a.made.Coverage.Statements[i]
		if s.By == "" || !slices.ContainsFunc(s.Cells, func(c framing.Cell) bool { return c.Told() && a.speaks(t, c.Article, s.By) }) {
			continue
		}
		s.By = name
		for k := range a.made.Findings {
			if f := &a.made.Findings[k]; f.Statement == s.ID && strings.HasPrefix(f.Says.Key, "finding.coverage.") {
				f.Says = f.Says.With("speaker", name)
				if key, named := unnamed[f.Says.Key]; named && name == "" {
					f.Says.Key = key
				}
			}
		}
	}
}

// says reports whether a finding names the speaker of a decision.
func (a *applying) says(t *target, f *framing.Finding) bool {
	return slices.ContainsFunc(f.Says.Args["speaker"], func(name string) bool {
		return slices.ContainsFunc(f.Evidence, func(e framing.Evidence) bool { return a.speaks(t, e.Article, name) })
	})
}

// renameSpeaker calls somebody by another name. If that is somebody's who speaks in
// the report already, the two are one.
func (a *applying) renameSpeaker(t *target) (change, bool) {
	to := t.To
	if t.report >= 0 {
		to = "" // another than who says it in the other reports
	}
	a.sayBy(t, to)
	v := &a.made.Voices
	for i := range a.made.Findings {
		if f := &a.made.Findings[i]; a.says(t, f) {
			f.Says = f.Says.With("speaker", t.To)
		}
	}
	for i := range v.Attributions {
		if x := &v.Attributions[i]; a.speaks(t, x.Article, x.Speaker) {
			x.Speaker = t.To
		}
	}
	for i := range v.Sides {
		side := &v.Sides[i]
		at := slices.IndexFunc(side.Speakers, func(s framing.Speaker) bool { return a.speaks(t, side.Article, s.Name) })
		if at < 0 {
			continue
		}
		other := slices.IndexFunc(side.Speakers, func(s framing.Speaker) bool { return s.Name == t.To })
		if side.Speakers[at].Name = t.To; other < 0 || other == at {
			continue
		}
		side.Speakers[other] = joinSpeakers(side.Speakers[other], side.Speakers[at])
		side.Speakers = slices.Delete(side.Speakers, at, at+1)
		slices.SortStableFunc(side.Speakers, func(x, y framing.Speaker) int { return cmp.Compare(y.Words, x.Words) })
	}
	return change{t.Speaker, t.To}, true
}

// joinSpeakers makes one of two.
func joinSpeakers(s, other framing.Speaker) framing.Speaker {
	s.Words, s.Direct = s.Words+other.Words, s.Direct+other.Direct
	for _, verb := range other.Verbs {
		if !slices.Contains(s.Verbs, verb) {
			s.Verbs = append(s.Verbs, verb)
		}
	}
	s.Evidence = append(s.Evidence, other.Evidence...)
	if s.Group == entity.Unknown {
		s.Group = other.Group
	}
	return s
}

// groupSpeaker puts somebody among another kind of speakers.
func (a *applying) groupSpeaker(t *target) (change, bool) {
	group := entity.Group(t.To)
	if !slices.Contains(entity.Groups(), group) {
		var known []string
		for _, g := range entity.Groups() {
			known = append(known, string(g))
		}
		a.warn(t, "to", diag.DidYouMean(t.To, known), "there is no kind of speakers %q, so the decision is not applied", t.To)
		return change{}, false
	}
	v, old := &a.made.Voices, entity.Group("")
	for i := range v.Attributions {
		if x := &v.Attributions[i]; a.speaks(t, x.Article, x.Speaker) {
			x.Group = group
		}
	}
	for i := range v.Sides {
		for k := range v.Sides[i].Speakers {
			if s := &v.Sides[i].Speakers[k]; a.speaks(t, v.Sides[i].Article, s.Name) {
				old, s.Group = s.Group, group
			}
		}
	}
	return change{string(old), t.To}, true
}
