package lesson

import (
	"cmp"
	"hash/fnv"
	"slices"
	"strings"
)

// How much a sheet holds. A page of A4 or Letter has room for about 46 lines;
// four pages hold the head, the exercises and the levels at the end.
const (
	mostLines   = 150
	lineLength  = 84 // bytes
	linesOfHead = 4  // of an exercise: its title and the space around it
	linesToFill = 6  // that a free answer needs
	longText    = 400
)

// most returns how many exercises a level has at most.
func (l Level) most() int {
	switch l {
	case Grade6:
		return 5
	case Grade9:
		return 7
	}
	return 9
}

// For returns the exercises of a level that fit on one sheet, one of each kind
// before a second of any. No two exercises are on one short passage, of the
// pairs of long texts there is one, what a person checked goes first, and the lowest level gets the texts that are easiest to
// read.
func (l *Lesson) For(level Level) *Lesson {
	var candidates []Exercise
	for _, x := range l.Exercises {
		if x.Level <= level {
			candidates = append(candidates, x)
		}
	}
	slices.SortStableFunc(candidates, func(x, y Exercise) int {
		better := cmp.Compare(y.Strength, x.Strength)
		if level == Grade6 {
			better = cmp.Compare(x.Grade, y.Grade)
		}
		return cmp.Or(cmp.Compare(slices.Index(Kinds(), x.Kind), slices.Index(Kinds(), y.Kind)), cmp.Compare(unchecked(&x), unchecked(&y)), better)
	})
	sheet := &Lesson{Event: l.Event}
	lines := 0
	for again := range mostOfKind {
		for _, x := range candidates {
			cost := x.lines(sheet)
			if sheet.number(x.Kind) == again && len(sheet.Exercises) < level.most() && lines+cost <= mostLines && sheet.takes(&x) {
				sheet.Exercises = append(sheet.Exercises, x)
				lines += cost
			}
		}
	}
	sheet.arrange()
	return sheet
}

// unchecked returns 0 for an exercise that a person checked and 1 for others.
func unchecked(x *Exercise) int {
	if x.Checked != "" {
		return 0
	}
	return 1
}

// number returns how many exercises of a kind there are.
func (l *Lesson) number(kind Kind) int {
	n := 0
	for i := range l.Exercises {
		if l.Exercises[i].Kind == kind {
			n++
		}
	}
	return n
}

// takes reports whether a sheet can take an exercise.
func (l *Lesson) takes(x *Exercise) bool {
	for i := range l.Exercises {
		y := &l.Exercises[i]
		same := x.reads() == y.reads()
		switch {
		case !same && x.shares(y) && !x.long() && !y.long(), !same && x.long() && y.long():
			return false
		case same && (x.Kind == Coverage && y.Kind == Core || x.Kind == Core && y.Kind == Coverage):
			return false
		}
	}
	return !slices.ContainsFunc(l.Exercises, func(y Exercise) bool { return y.ID == x.ID })
}

// long reports whether an exercise is on long texts.
func (x *Exercise) long() bool {
	return slices.ContainsFunc(x.Excerpts, func(e Excerpt) bool { return e.Span.Len() > longText })
}

// lines returns how many lines an exercise takes on a sheet. Excerpts that
// stand there already take none.
func (x *Exercise) lines(sheet *Lesson) int {
	n := linesOfHead
	if !slices.ContainsFunc(sheet.Exercises, func(y Exercise) bool { return y.reads() == x.reads() }) {
		for _, e := range x.Excerpts {
			n += 2 + e.Span.Len()/(lineLength-20)
		}
	}
	for _, o := range slices.Concat(x.Options, x.Rows) {
		n += 1 + len(o.Words)/lineLength
	}
	if x.Form == Open {
		n += linesToFill
	}
	return n + 1
}

// Minutes returns how long the items take together.
func (q *Quiz) Minutes() int {
	sum := 0
	for i := range q.Items {
		sum += q.Items[i].Minutes
	}
	return sum
}

// Turned returns the quiz as its version B: the same items in another order,
// each with its options in another order. Items on the same excerpts stay
// together, and free answers stay last.
func (q Quiz) Turned() Quiz {
	turned := q
	turned.Items = slices.Clone(q.Items)
	place := func(x *Item) string {
		texts := ""
		for _, e := range x.Excerpts {
			texts += e.Words
		}
		if texts == "" {
			texts = x.ID
		}
		last := "0"
		if x.Kind == Rewrite || x.Kind == Headline {
			last = "1"
		}
		return last + q.mix(texts, "")
	}
	slices.SortStableFunc(turned.Items, func(x, y Item) int { return strings.Compare(place(&x), place(&y)) })
	for i := range turned.Items {
		q.turn(&turned.Items[i])
	}
	return turned
}

// turn puts the options and rows of an item in another order. Options that
// have an order of their own keep it.
func (q *Quiz) turn(x *Item) {
	order := make([]int, len(x.Options))
	for i := range order {
		order[i] = i
	}
	if x.Form == Choice && len(x.Excerpts) != len(x.Options) || x.Form == Choices || x.Form == Order {
		slices.SortStableFunc(order, func(i, j int) int {
			return strings.Compare(q.mix(x.ID, x.Options[i].Words), q.mix(x.ID, x.Options[j].Words))
		})
	}
	options, rows := make([]Answer, len(x.Options)), slices.Clone(x.Rows)
	for to, from := range order {
		options[to] = x.Options[from]
	}
	slices.SortStableFunc(rows, func(r, s Row) int { return strings.Compare(q.mix(x.ID, r.Words), q.mix(x.ID, s.Words)) })
	x.Options, x.Rows = options, rows
}

// mix returns the place of something in the shuffle of version B.
func (q *Quiz) mix(id, what string) string {
	h := fnv.New64a()
	h.Write([]byte("B\x00" + q.Event + "\x00" + id + "\x00" + what)) // never fails
	return string(h.Sum(nil))
}
