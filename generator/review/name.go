package review

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"parallax/generator/diag"
	"parallax/generator/framing"
	"parallax/generator/text"
)

// aimName looks whether anybody or anything is called by the name of a decision.
func (a *applying) aimName(t *target) bool {
	var known []string
	for _, p := range slices.Concat(a.made.Naming.Participants, a.made.Naming.Rows) {
		if isCalled(&p, t.Called) {
			return true
		}
		known = append(known, p.Name)
	}
	slices.Sort(known)
	a.warn(t, "name", diag.DidYouMean(t.Called, slices.Compact(known)), "no row of names has %q, so the decision is not applied", t.Called)
	return false
}

// isCalled reports whether a participant has a name among its own or its labels.
func isCalled(p *framing.Participant, name string) bool {
	return strings.EqualFold(p.Name, name) || slices.ContainsFunc(p.Sides, func(s framing.NamingSide) bool {
		return slices.ContainsFunc(s.Labels, func(l framing.Label) bool { return strings.EqualFold(l.Text, name) })
	})
}

// called returns the index of the participant that has a name: as its own before one
// that has it as a label.
func called(list []framing.Participant, name string) int {
	if own := slices.IndexFunc(list, func(p framing.Participant) bool { return strings.EqualFold(p.Name, name) }); own >= 0 {
		return own
	}
	return slices.IndexFunc(list, func(p framing.Participant) bool { return isCalled(&p, name) })
}

// lists returns the two lists of participants.
func (a *applying) lists() []*[]framing.Participant {
	return []*[]framing.Participant{&a.made.Naming.Participants, &a.made.Naming.Rows}
}

// hideName takes a row of names away, with all that is said of whom it names.
func (a *applying) hideName(t *target) (change, bool) {
	gone := ""
	for n, list := range a.lists() {
		if at := called(*list, t.Called); at >= 0 {
			gone = (*list)[at].Name
			if n == 0 {
				a.dropParticipant((*list)[at].ID)
			}
			*list = slices.Delete(*list, at, at+1)
		}
	}
	return change{machine: gone}, gone != ""
}

// dropParticipant takes away what rests on a participant.
func (a *applying) dropParticipant(id string) {
	a.made.Findings = slices.DeleteFunc(a.made.Findings, func(f framing.Finding) bool { return f.Participant == id })
	a.made.Tone.Targets = slices.DeleteFunc(a.made.Tone.Targets, func(t framing.ToneTarget) bool { return t.Participant == id })
}

// renameName shows whom a row names by another name.
func (a *applying) renameName(t *target) (change, bool) {
	old := ""
	for _, list := range a.lists() {
		if at := called(*list, t.Called); at >= 0 {
			old, (*list)[at].Name = (*list)[at].Name, t.To
		}
	}
	return change{old, t.To}, old != ""
}

// joinNames makes one row of two: what each report calls either.
func (a *applying) joinNames(t *target) (change, bool) {
	old := ""
	for n, list := range a.lists() {
		at, other := called(*list, t.Called), called(*list, t.With)
		if at < 0 || other < 0 || at == other {
			continue
		}
		p, q := &(*list)[at], (*list)[other]
		old = q.Name
		for _, s := range q.Sides {
			p.Sides = joinSide(p.Sides, s)
		}
		slices.SortFunc(p.Sides, func(x, y framing.NamingSide) int { return x.Article - y.Article })
		if n == 0 {
			a.dropParticipant(q.ID)
		}
		*list = slices.Delete(*list, other, other+1)
	}
	if old == "" {
		a.warn(t, "with", "name one that has a row of its own", "there are no two rows for %q and %q, so the decision is not applied", t.Called, t.With)
	}
	return change{old, t.Called}, old != ""
}

// partNames gives a label of a row a row of its own: that of the name of the decision,
// which other labels may have been given already, or else of the label.
func (a *applying) partNames(t *target) (change, bool) {
	name, old := cmp.Or(t.To, t.With), ""
	for n, list := range a.lists() {
		at := called(*list, t.Called)
		if at < 0 || strings.EqualFold((*list)[at].Name, name) {
			continue
		}
		p := &(*list)[at]
		parted := framing.Participant{ID: a.freshName(name), Name: name, Kind: p.Kind}
		if own := slices.IndexFunc(*list, func(q framing.Participant) bool { return q.Name == name }); own >= 0 {
			parted = (*list)[own]
			*list = slices.Delete(*list, own, own+1)
			p = &(*list)[called(*list, t.Called)]
		}
		if !partLabel(p, &parted, t.With) {
			continue
		}
		old = p.Name
		if n == 0 {
			a.dropParticipant(p.ID)
		}
		at = called(*list, t.Called)
		*list = slices.Insert(*list, at+1, parted)
		*list = slices.DeleteFunc(*list, func(p framing.Participant) bool { return len(p.Sides) == 0 })
	}
	if old == "" {
		a.warn(t, "with", "name a label of the row", "no row of %q has the label %q, so the decision is not applied", t.Called, t.With)
	}
	return change{old, name}, old != ""
}

// partLabel takes a label out of a row and puts it into another; it reports whether
// there is one.
func partLabel(from, to *framing.Participant, label string) bool {
	found := false
	for i := range from.Sides {
		side := &from.Sides[i]
		kept := framing.NamingSide{Article: side.Article}
		for _, l := range side.Labels {
			if strings.EqualFold(l.Text, label) {
				found = true
				to.Sides = joinSide(to.Sides, framing.NamingSide{Article: side.Article, Labels: []framing.Label{l}})
			} else {
				kept.Labels = append(kept.Labels, l)
			}
		}
		*side = kept
	}
	from.Sides = slices.DeleteFunc(from.Sides, func(s framing.NamingSide) bool { return len(s.Labels) == 0 })
	slices.SortFunc(to.Sides, func(x, y framing.NamingSide) int { return x.Article - y.Article })
	return found
}

// freshName returns an id for a row that a person made.
func (a *applying) freshName(name string) string {
	id := "parted-" + text.Slug(name, text.LongestSlug)
	for n := 2; slices.ContainsFunc(slices.Concat(a.made.Naming.Participants, a.made.Naming.Rows), func(p framing.Participant) bool { return p.ID == id && p.Name != name }); n++ {
		id = fmt.Sprintf("parted-%s-%d", text.Slug(name, text.LongestSlug), n)
	}
	return id
}

// joinSide adds what one report calls somebody to what it calls the same otherwise.
func joinSide(sides []framing.NamingSide, s framing.NamingSide) []framing.NamingSide {
	at := slices.IndexFunc(sides, func(side framing.NamingSide) bool { return side.Article == s.Article })
	if at < 0 {
		return append(sides, s)
	}
	labels := slices.Concat(sides[at].Labels, s.Labels)
	slices.SortStableFunc(labels, func(x, y framing.Label) int { return cmp.Compare(y.Count+y.Quoted, x.Count+x.Quoted) })
	first := slices.IndexFunc(labels, func(l framing.Label) bool { return l.First })
	for i := range labels {
		labels[i].First = i == first
	}
	sides[at].Labels = labels
	return sides
}
