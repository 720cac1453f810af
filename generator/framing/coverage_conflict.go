package framing

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"parallax/generator/text"
)

// A quantity is a number of a text with what it counts.
type quantity struct {
	span  text.Span // of the number as written
	value float64
	unit  string   // key of what is counted, or "date"
	word  string   // the same as written
	near  []string // keys of the words of content around it: what was done, or when
}

// conflictScore is the least score of two clauses whose numbers are compared.
const conflictScore = 0.45

// conflicts finds numbers and days that differ between the cells of one
// statement: the same thing counted, another value, and neither passage gives
// the other's value as well. Which is right is not for a comparison to say.
func (c *comparing) conflicts(a *alignment) []Conflict {
	var list []Conflict
	for _, s := range c.comparison.Coverage.Statements {
		if s.Reach == "one" {
			continue
		}
		list = append(list, c.conflictsOf(a, s)...)
	}
	return list
}

func (c *comparing) conflictsOf(a *alignment, s Statement) []Conflict {
	var list []Conflict
	all := make([][]quantity, len(s.Cells))
	for i, cell := range s.Cells {
		if cell.Score >= conflictScore {
			all[i] = c.quantities(a, cell)
		}
		if cell.Score < sameScore || !c.finite(cell.Article, cell.Evidence[0].Passage) {
			all[i] = slices.DeleteFunc(all[i], func(q quantity) bool { return q.unit == "date" })
		}
	}
	for i, quantities := range all {
		for _, q := range quantities {
			conflict := Conflict{Statement: s.ID, Unit: q.word, Sides: []ConflictSide{c.side(s.Cells[i], q)}}
			if slices.ContainsFunc(list, func(k Conflict) bool { return k.Unit == q.word }) {
				continue
			}
			for j := i + 1; j < len(all); j++ {
				if p, ok := clash(q, quantities, all[j]); ok && !a.gives(s.Cells[j], q) && !a.gives(s.Cells[i], p) {
					conflict.add(c.side(s.Cells[j], p))
				}
			}
			if len(conflict.Sides) > 1 {
				list = append(list, conflict)
			}
		}
	}
	return list
}

// gives reports whether the whole passage of a cell, its other clauses included,
// has the number of a quantity as well.
func (a *alignment) gives(cell Cell, q quantity) bool {
	u := a.unitAt(cell.Article, cell.Evidence[0].Passage)
	if u == nil {
		return false
	}
	source := a.readings[cell.Article].Text()
	for i, t := range u.terms {
		value, err := strconv.ParseFloat(strings.ReplaceAll(t.key, ",", ""), 64)
		ofName := i > 1 && !u.terms[i-1].stop && unicode.IsUpper(firstRune(u.terms[i-1].Of(source))) // "Gate 3"
		if t.digit && err == nil && value == q.value && !ofName {
			return true
		}
	}
	return false
}

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

// clash returns the only quantity of others that counts the same as q with
// another value; mine are the quantities that stand beside q.
func clash(q quantity, mine, others []quantity) (quantity, bool) {
	var found []quantity
	for _, p := range others {
		if p.value == q.value {
			return quantity{}, false
		}
		if p.unit == q.unit {
			found = append(found, p)
		}
	}
	if len(found) != 1 || slices.ContainsFunc(mine, func(m quantity) bool { return m.value == found[0].value || m.unit == q.unit && m.span != q.span }) {
		return quantity{}, false
	}
	p := found[0]
	if !sharesContext(q, p) {
		return quantity{}, false
	}
	return p, q.unit == "date" || math.Abs(p.value-q.value) > 0.03*max(p.value, q.value)
}

// contextOf returns the keys of the words of content near a term, names left
// out.
func contextOf(terms []term, at int) []string {
	var keys []string
	for i := max(0, at-4); i < min(len(terms), at+7); i++ {
		if t := terms[i]; i != at && !t.stop && !t.digit && !t.name {
			keys = append(keys, t.key)
		}
	}
	return keys
}

// sharesContext reports whether a word beside what is counted stands near both
// quantities: seven people killed are no other figure than fifty people hurt.
func sharesContext(q, p quantity) bool {
	return slices.ContainsFunc(q.near, func(key string) bool { return key != q.unit && slices.Contains(p.near, key) })
}

// add adds a side, to the one with the same value if there is one.
func (k *Conflict) add(s ConflictSide) {
	for i := range k.Sides {
		if k.Sides[i].Value == s.Value {
			k.Sides[i].Evidence = append(k.Sides[i].Evidence, s.Evidence...)
			return
		}
	}
	k.Sides = append(k.Sides, s)
}

func (c *comparing) side(cell Cell, q quantity) ConflictSide {
	r := c.readings[cell.Article]
	return ConflictSide{Value: q.span.Of(r.Text()), Evidence: []Evidence{r.evidence(q.span)}}
}

// quantities returns the numbers of a cell that count something.
func (c *comparing) quantities(a *alignment, cell Cell) []quantity {
	return quantitiesIn(c.readings[cell.Article], a.termsIn(cell.Article, cell.Evidence[0]))
}

// quantitiesIn returns those among the terms of one passage of an article.
func quantitiesIn(r *member, terms []term) []quantity {
	var list []quantity
	for i, t := range terms {
		if !t.digit {
			continue
		}
		if isDay(t.key) {
			day, _ := strconv.ParseFloat(strings.ReplaceAll(t.key[1:], "-", "."), 64)
			list = append(list, quantity{t.Span, day, "date", "date", contextOf(terms, i)})
			continue
		}
		if q, ok := counted(r, terms[i:]); ok {
			q.near = contextOf(terms, i)
			list = append(list, q)
		}
	}
	return list
}

// termsIn returns the terms of an evidence.
func (a *alignment) termsIn(article int, e Evidence) []term {
	u := a.unitAt(article, e.Passage)
	if u == nil {
		return nil
	}
	return slices.DeleteFunc(slices.Clone(u.terms), func(t term) bool { return !e.Span.Contains(t.Span) })
}

// counted reads a number and the noun after it: the next word of content that
// is a noun, past one adjective.
func counted(r *member, terms []term) (quantity, bool) {
	value, err := strconv.ParseFloat(strings.ReplaceAll(terms[0].key, ",", ""), 64)
	if err != nil || value > 1900 && value < 2100 {
		return quantity{}, false
	}
	q := quantity{span: terms[0].Span, value: value}
	for i, t := range terms[1:min(len(terms), 4)] {
		if breaks(r.Text(), terms[i], t) {
			break
		}
		if by := r.Language().Multiplier(t.key); by > 0 {
			q.value *= by
			q.span.End = t.End
			continue
		}
		word := strings.ToLower(t.Of(r.Text()))
		if t.stop || t.digit || t.name {
			break
		}
		if strings.HasPrefix(r.Language().Classes(word), "n") {
			q.unit, q.word = t.key, word
			return q, true
		}
	}
	return q, false
}
