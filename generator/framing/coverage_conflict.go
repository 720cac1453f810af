package framing

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"parallax/generator/text"
	"parallax/generator/text/vocabulary"
)

// A quantity is a number of a text with what it counts.
type quantity struct {
	span  text.Span // of the number as written
	value float64
	unit  string   // key of what is counted, or unitDate
	word  string   // the same as written
	near  []string // keys of the words of content around it: what was done, or when
}

// Least scores of two passages whose numbers are compared: of any, and of those
// that share a name and count people. Whoever counts the dead of one place counts
// the same: chosen on 75 events without labels, where three such figures differed
// between the two and all were of one thing; of nine others there one was.
const (
	conflictScore = 0.45
	peopleScore   = 0.2
)

// conflicts finds where articles that tell one statement differ: numbers and
// days, where the same thing is counted, with another value, and neither article
// gives the other's value as well; and contradictions. Which is right is not for
// a comparison to say.
func (c *comparing) conflicts() []Conflict {
	var list []Conflict
	for _, s := range c.comparison.Coverage.Statements {
		if s.Reach == "one" {
			continue
		}
		list = append(append(list, c.conflictsOf(s)...), c.contradictions(s)...)
	}
	return list
}

// conflictsOf returns the conflicts of a statement, one for each thing counted.
func (c *comparing) conflictsOf(s Statement) []Conflict {
	var list []Conflict
	for i, cell := range s.Cells {
		for _, e := range cell.Evidence {
			quantities := c.quantities(e)
			for _, q := range quantities {
				known := slices.ContainsFunc(list, func(k Conflict) bool { return k.Unit == q.word })
				if conflict := c.against(s.Cells[i:], e, q, quantities); !known && len(conflict.Sides) > 1 {
					conflict.Statement = s.ID
					list = append(list, conflict)
				}
			}
		}
	}
	return list
}

// against returns the conflict of a quantity in a passage of the first cell, whose
// quantities are beside, with what the other cells give.
func (c *comparing) against(cells []Cell, e Evidence, q quantity, beside []quantity) Conflict {
	conflict := Conflict{Unit: q.word, Sides: []ConflictSide{c.side(cells[0], q)}}
	for _, other := range cells[1:] {
		if p, ok := c.counter(e, q, beside, other); ok && !c.gives(other, q) && !c.gives(cells[0], p) {
			conflict.add(c.side(other, p))
		}
	}
	return conflict
}

// counter returns the quantity of a cell that clashes with one of another
// article's passage, whose quantities are beside.
func (c *comparing) counter(e Evidence, q quantity, beside []quantity, other Cell) (quantity, bool) {
	for _, d := range other.Evidence {
		score := c.scoreOf(e, d)
		if score < conflictScore && (score < peopleScore || !c.people(q) || !c.shareName(e, d)) || q.unit == unitDate && (score < sameScore || !c.finite(e.Article, e.Passage) || !c.finite(d.Article, d.Passage)) {
			continue
		}
		if p, ok := clash(q, beside, c.quantities(d)); ok {
			return p, true
		}
	}
	return quantity{}, false
}

// people reports whether a quantity counts people.
func (c *comparing) people(q quantity) bool {
	return slices.ContainsFunc(c.language.Rules().Singulars(q.word), c.entities.IsPerson)
}

// shareName reports whether two passages have a name in common.
func (c *comparing) shareName(e, d Evidence) bool {
	mine, theirs := c.passageTerms(e), c.passageTerms(d)
	return slices.ContainsFunc(mine, func(t vocabulary.Term) bool {
		return t.Name && !t.Stop && slices.ContainsFunc(theirs, func(u vocabulary.Term) bool { return u.Name && u.Key == t.Key })
	})
}

// gives reports whether a passage of a cell has the number of a quantity as
// well.
func (c *comparing) gives(cell Cell, q quantity) bool {
	return slices.ContainsFunc(cell.Evidence, func(e Evidence) bool {
		source, terms := c.readings[e.Article].Text(), c.passageTerms(e)
		for i, t := range terms {
			value, err := strconv.ParseFloat(strings.ReplaceAll(t.Key, ",", ""), 64)
			ofName := i > 1 && !terms[i-1].Stop && unicode.IsUpper(firstRune(terms[i-1].Of(source))) // "Gate 3"
			if t.Digit && err == nil && value == q.value && !ofName {
				return true
			}
		}
		return false
	})
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
	return p, q.unit == unitDate || math.Abs(p.value-q.value) > 0.03*max(p.value, q.value)
}

// contextOf returns the keys of the words of content near a term, names left
// out.
func contextOf(terms []vocabulary.Term, at int) []string {
	var keys []string
	for i := max(0, at-4); i < min(len(terms), at+7); i++ {
		if t := terms[i]; i != at && !t.Stop && !t.Digit && !t.Name {
			keys = append(keys, t.Key)
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
	return c.sideAt(cell.Article, q.span)
}

// quantities returns the numbers of a passage that count something.
func (c *comparing) quantities(e Evidence) []quantity {
	return quantitiesIn(c.readings[e.Article], c.termsIn(e))
}

// quantitiesIn returns those among the terms of one passage of an article.
func quantitiesIn(r *member, terms []vocabulary.Term) []quantity {
	var list []quantity
	for i, t := range terms {
		if !t.Digit {
			continue
		}
		if t.Day.Known() {
			day := float64(t.Day.Month) + float64(t.Day.Day)/100
			list = append(list, quantity{t.Date, day, unitDate, unitDate, contextOf(terms, i)})
			continue
		}
		if q, ok := counted(r, terms[i:]); ok {
			q.near = contextOf(terms, i)
			list = append(list, q)
		}
	}
	return list
}

// counted reads a number and the noun after it: the next word of content that
// is a noun, past one adjective.
func counted(r *member, terms []vocabulary.Term) (quantity, bool) {
	value, err := strconv.ParseFloat(strings.ReplaceAll(terms[0].Key, ",", ""), 64)
	if err != nil || value > 1900 && value < 2100 {
		return quantity{}, false
	}
	q := quantity{span: terms[0].Span, value: value}
	for i, t := range terms[1:min(len(terms), 4)] {
		if vocabulary.Parted(r.Text(), terms[i], t) {
			break
		}
		if by := r.Language().Multiplier(t.Key); by > 0 {
			q.value *= by
			q.span.End = t.End
			continue
		}
		word := strings.ToLower(t.Of(r.Text()))
		if t.Stop || t.Digit || t.Name {
			break
		}
		if strings.HasPrefix(r.Language().Classes(word), "n") {
			q.unit, q.word = t.Key, word
			return q, true
		}
	}
	return q, false
}

// disputed reports whether articles give different figures in a statement.
func (c *Coverage) disputed(statement string) bool {
	return slices.ContainsFunc(c.Conflicts, func(k Conflict) bool { return k.Statement == statement })
}
