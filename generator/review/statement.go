package review

import (
	"slices"
	"strconv"

	"parallax/generator/framing"
)

// hideStatement takes a statement away, and with it all that rests on it.
func (a *applying) hideStatement(t *target) (change, bool) {
	s := a.made.Statement(t.statement)
	if s == nil {
		return change{}, false
	}
	c := change{machine: s.Heading}
	a.made.Coverage.Statements = slices.DeleteFunc(a.made.Coverage.Statements, func(s framing.Statement) bool { return s.ID == t.statement })
	return c, true
}

// renameStatement gives a statement another heading.
func (a *applying) renameStatement(t *target) (change, bool) {
	s := a.made.Statement(t.statement)
	if s == nil {
		return change{}, false
	}
	c := change{s.Heading, t.To}
	if s.Heading != t.To {
		for i := range a.made.Findings {
			if f := &a.made.Findings[i]; f.Statement == s.ID && slices.Equal(f.Says.Args["statement"], []string{s.Heading}) {
				f.Says = f.Says.With("statement", t.To)
			}
		}
		reheaded(s, t.To)
	}
	return c, true
}

// moveStatement gives a statement another place.
func (a *applying) moveStatement(t *target) (change, bool) {
	list := a.made.Coverage.Statements
	at := placeOf(list, t.statement)
	if at < 0 {
		return change{}, false
	}
	s := list[at]
	list = slices.Delete(list, at, at+1)
	a.made.Coverage.Statements = slices.Insert(list, min(max(t.Place, 1), len(list)+1)-1, s)
	return change{strconv.Itoa(placeOf(a.machine.Coverage.Statements, t.statement) + 1), strconv.Itoa(t.Place)}, true
}

// placeOf returns the index of the statement with an id, -1 if there is none.
func placeOf(list []framing.Statement, id string) int {
	return slices.IndexFunc(list, func(s framing.Statement) bool { return s.ID == id })
}

// confirmStatement leaves a statement as it is.
func (a *applying) confirmStatement(t *target) (change, bool) {
	s := a.made.Statement(t.statement)
	if s == nil {
		return change{}, false
	}
	return change{s.Heading, s.Heading}, true
}
