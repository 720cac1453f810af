package event

import (
	"cmp"
	"maps"
	"slices"

	"parallax/generator/keep"
	"parallax/generator/page/frame"
	"parallax/generator/text"
)

// An aligner sets the passages of two articles side by side.
type aligner struct {
	*Builder
	article [2]int
	writer  [2]*markWriter
	match   map[int]int // passage of the first article to one of the second
	taken   map[int]bool
	own     [2][]mark // words that the passage beside does not have
}

// newAligner aligns two articles by the statements that both tell: what one of them
// tells a part of, or something near to, stands beside nothing.
func newAligner(b *Builder, first, second int) *aligner {
	a := &aligner{Builder: b, article: [2]int{first, second}, match: map[int]int{}, taken: map[int]bool{}}
	for i := range b.Comparison.Coverage.Statements {
		s := &b.Comparison.Coverage.Statements[i]
		x, y := cellOf(s, first), cellOf(s, second)
		if x == nil || y == nil || !x.Told() || !y.Told() || len(x.Evidence) == 0 || len(y.Evidence) == 0 {
			continue
		}
		from, to := x.Evidence[0].Passage, y.Evidence[0].Passage
		if _, matched := a.match[from]; !matched && !a.taken[to] && from > 0 && to > 0 {
			a.match[from] = to
			a.taken[to] = true
		}
	}
	marks := [2][]mark{flatten(b.pairMarks(first)), flatten(b.pairMarks(second))}
	a.own = a.ownWords(marks)
	for i, own := range a.own {
		a.writer[i] = b.writer(a.article[i], append(marks[i], own...))
	}
	return a
}

// PairsToKeep returns what is found by reading the texts of two articles whole, for
// all that get a page side by side.
func (b *Builder) PairsToKeep() []keep.Pair {
	var list []keep.Pair
	for _, p := range b.pairs() {
		a := newAligner(b, p[0], p[1])
		pair := keep.Pair{First: p[0], Second: p[1]}
		for i, own := range a.own {
			for _, m := range own {
				pair.Own[i] = append(pair.Own[i], m.Span)
			}
			slices.SortFunc(pair.Own[i], func(x, y text.Span) int { return cmp.Compare(x.Start, y.Start) })
		}
		for _, from := range slices.Sorted(maps.Keys(a.match)) {
			if a.same(from, a.match[from]) {
				pair.Same = append(pair.Same, from)
			}
		}
		list = append(list, pair)
	}
	return list
}

// pairMarks returns the loaded words of an article, and the names that the
// event's contrasts mark in it.
func (b *Builder) pairMarks(article int) []mark {
	var marks []mark
	for _, side := range b.Comparison.Tone.Sides {
		for _, m := range side.Marks {
			if kind := contrastKinds[m.Kind]; kind != "" && m.Article == article {
				marks = append(marks, mark{Span: m.Span, kind: kind})
			}
		}
	}
	for _, c := range b.Comparison.Passages.Contrasts {
		for _, side := range c.Sides {
			if side.Article == article {
				marks = append(marks, b.signalMarks(side)...)
			}
		}
	}
	return marks
}

// side returns one article's head.
func (a *aligner) side(i int) PairSide {
	article := a.Articles[a.article[i]]
	return PairSide{
		Who: a.Who[a.article[i]], Headline: a.written(a.writer[i], a.article[i], article.Passages[0].Span),
		Language: article.Language, Dir: frame.Direction(article.Language), Paraphrase: article.Paraphrase,
	}
}

// runs returns the rows in the order of the first article; what only the
// second has stands before the row that follows it there. Rows of which nothing
// may be shown are left out.
func (a *aligner) runs() []PairRun {
	var runs []PairRun
	add := func(row PairRow, same bool) {
		if n := len(runs); n == 0 || runs[n-1].Same != same {
			runs = append(runs, PairRun{Same: same})
		}
		runs[len(runs)-1].add(row)
	}
	next := 1
	alone := func(before int) {
		for ; next < before; next++ {
			if !a.taken[next] && a.shows(1, next) {
				add(PairRow{Second: []PairCell{a.cell(1, next)}}, false)
			}
		}
	}
	for from := 1; from < len(a.Articles[a.article[0]].Passages); from++ {
		to, matched := a.match[from]
		if !matched && !a.shows(0, from) {
			continue
		}
		if !matched {
			add(PairRow{First: []PairCell{a.cell(0, from)}}, false)
			continue
		}
		if !a.shows(0, from) && !a.shows(1, to) {
			continue
		}
		second := a.cell(1, to)
		if to < next {
			second.Moved = a.Text("pair.moved", "place", second.Place)
		}
		alone(to)
		add(PairRow{First: []PairCell{a.cell(0, from)}, Second: []PairCell{second}}, a.same(from, to))
	}
	alone(len(a.Articles[a.article[1]].Passages))
	return runs
}

// aloneShown is how many sentences of a stretch without a match are shown; the
// report itself, one step away, has the others.
const aloneShown = 1

// add adds a row; passages without a match that follow each other share one.
func (r *PairRun) add(row PairRow) {
	r.Count++
	if n := len(r.Rows); n > 0 && row.Alone() && r.Rows[n-1].Alone() && (len(row.First) == 0) == (len(r.Rows[n-1].First) == 0) {
		r.Rows[n-1].lengthen(row)
		return
	}
	r.Rows = append(r.Rows, row)
}

// lengthen adds a passage without a match to the row of those before it.
func (r *PairRow) lengthen(row PairRow) {
	r.others++
	switch {
	case r.others > aloneShown:
	case r.others == aloneShown:
		r.Rest = append(row.First, row.Second...)[0].Href
	default:
		r.First, r.Second = joinCells(r.First, row.First), joinCells(r.Second, row.Second)
	}
}

// joinCells adds cells to others; what goes on with the same paragraph goes on
// in its cell.
func joinCells(cells, more []PairCell) []PairCell {
	for _, c := range more {
		if n := len(cells); n > 0 && cells[n-1].Place == c.Place {
			cells[n-1].Words += " " + c.Words
			continue
		}
		cells = append(cells, c)
	}
	return cells
}

// cell returns one passage.
func (a *aligner) cell(i, passage int) PairCell {
	article := a.article[i]
	c := PairCell{Letter: a.Who[article].Letter, Href: a.passageHref(article, passage), Place: a.place(article, passage)}
	if a.shows(i, passage) {
		c.Words = a.written(a.writer[i], article, a.Articles[article].Passages[passage].Span)
	}
	return c
}

// shows reports whether the site may carry words of a passage.
func (a *aligner) shows(i, passage int) bool { return a.showsPassage(a.article[i], passage) }

// same reports whether two passages are the same words.
func (a *aligner) same(from, to int) bool {
	if kept := a.kept(); kept != nil {
		return slices.Contains(kept.Same, from)
	}
	x, y := a.Articles[a.article[0]], a.Articles[a.article[1]]
	return x.Passages[from].Of(x.Text) == y.Passages[to].Of(y.Text)
}

// kept returns what was found when both texts were at hand, nil if they are now.
func (a *aligner) kept() *keep.Pair {
	if a.Kept == nil {
		return nil
	}
	return cmp.Or(a.Kept.Pair(a.article[0], a.article[1]), &keep.Pair{})
}

// leastShared is the share of the content words of the shorter of two passages
// that the other must have for the rest to be marked. Below it nearly every
// word would be, which tells nothing.
const leastShared = 1.0 / 3

// ownWords returns, for each of the two articles, marks on the content words
// of matched passages that the passage beside does not have in any form. Words
// that are marked already and those of an editor's retelling are left out.
func (a *aligner) ownWords(marked [2][]mark) [2][]mark {
	var marks [2][]mark
	if kept := a.kept(); kept != nil {
		for i := range marks {
			for _, s := range kept.Own[i] {
				marks[i] = append(marks[i], mark{Span: s, kind: "only"})
			}
		}
		return marks
	}
	for from, to := range a.match {
		first, second := a.terms(a.article[0], from), a.terms(a.article[1], to)
		own, others := without(first, second), without(second, first)
		if shared := len(first) - len(own); float64(shared) < leastShared*float64(min(len(first), len(second))) {
			continue
		}
		for i, words := range [2][]text.Span{own, others} {
			words = slices.DeleteFunc(words, func(s text.Span) bool { return overlapsMark(marked[i], s) || a.retold(a.article[i], s) })
			for _, s := range joined(a.Articles[a.article[i]].Text, words, [2][]text.Word{first, second}[i]) {
				marks[i] = append(marks[i], mark{Span: s, kind: "only"})
			}
		}
	}
	return marks
}

// without returns the words whose stem none of the others has.
func without(words, others []text.Word) []text.Span {
	var own []text.Span
	for _, w := range words {
		if !slices.ContainsFunc(others, func(o text.Word) bool { return o.Stem == w.Stem }) {
			own = append(own, w.Span)
		}
	}
	return own
}
