package page

import "html/template"

// A Pair is the data of pair.html: two articles side by side, passages on the
// same statement in one row.
type Pair struct {
	Frame
	Event  Link
	First  PairSide
	Second PairSide
	Legend []LegendItem
	Runs   []PairRun
}

// A PairSide is one of the two articles.
type PairSide struct {
	Who        Who
	Headline   template.HTML
	Language   string
	Dir        string
	Paraphrase bool
}

// A PairRun is rows of one kind: word for word the same in both, or not.
type PairRun struct {
	Same  bool
	Count int
	Rows  []PairRow
}

// A PairRow is two passages on the same statement, or passages that the other
// article has no match for.
type PairRow struct {
	First  []PairCell
	Second []PairCell
}

// A PairCell is one passage.
type PairCell struct {
	Words template.HTML
	Href  string
	Place string
	Moved string // "stands elsewhere: ¶9"; may be empty
}

// pairs returns the pairs of articles that get a page of their own: those of
// the strongest findings, as many as the site's settings allow.
func (b *builder) pairs() [][2]int {
	var pairs [][2]int
	seen := map[[2]int]bool{}
	for i := range b.comparison.Findings {
		f := &b.comparison.Findings[i]
		if f.Common || !facing(f) || len(pairs) >= b.site.Config.Pages.Pairs {
			continue
		}
		x, y := f.Evidence[0].Article, f.Evidence[1].Article
		pair := [2]int{min(x, y), max(x, y)}
		if !seen[pair] {
			seen[pair] = true
			pairs = append(pairs, pair)
		}
	}
	return pairs
}

// pairPages renders the pair pages.
func (b *builder) pairPages() error {
	for _, p := range b.pairs() {
		x, y := b.who[p[0]], b.who[p[1]]
		path := eventPath(b.event.Slug, pairFile(x.Letter, y.Letter))
		a := newAligner(b, p[0], p[1])
		v := Pair{
			Frame: b.frame("pair", path, b.text("pair.title", "first", x.Name, "second", y.Name)+": "+b.event.Title),
			Event: Link{Text: b.event.Title, Href: "index.html"}, First: a.side(0), Second: a.side(1),
			Legend: b.legend("loaded", "label", "only"), Runs: a.runs(),
		}
		v.Description = b.text("pair.description", "event", b.event.Title)
		if err := b.page("pair", path, v); err != nil {
			return err
		}
	}
	return nil
}

// An aligner sets the passages of two articles side by side.
type aligner struct {
	*builder
	article [2]int
	writer  [2]*markWriter
	match   map[int]int // passage of the first article to one of the second
	taken   map[int]bool
}

// newAligner aligns two articles by the statements that both carry.
func newAligner(b *builder, first, second int) *aligner {
	a := &aligner{builder: b, article: [2]int{first, second}, match: map[int]int{}, taken: map[int]bool{}}
	for i, article := range a.article {
		a.writer[i] = b.writer(article, b.pairMarks(article))
	}
	for i := range b.comparison.Coverage.Statements {
		s := &b.comparison.Coverage.Statements[i]
		x, y := cellOf(s, first), cellOf(s, second)
		if x == nil || y == nil || len(x.Evidence) == 0 || len(y.Evidence) == 0 {
			continue
		}
		from, to := x.Evidence[0].Passage, y.Evidence[0].Passage
		if _, matched := a.match[from]; !matched && !a.taken[to] && from > 0 && to > 0 {
			a.match[from] = to
			a.taken[to] = true
		}
	}
	return a
}

// pairMarks returns the marks of an article that stand in the event's
// contrasts, and its loaded words.
func (b *builder) pairMarks(article int) []mark {
	var marks []mark
	for _, side := range b.comparison.Tone.Sides {
		for _, m := range side.Marks {
			if kind := contrastKinds[m.Kind]; kind != "" && m.Article == article {
				marks = append(marks, mark{Span: m.Span, kind: kind})
			}
		}
	}
	for _, c := range b.comparison.Passages.Contrasts {
		for _, side := range c.Sides {
			if side.Article == article {
				marks = append(marks, b.contrastMarks(side)...)
			}
		}
	}
	return marks
}

// side returns one article's head.
func (a *aligner) side(i int) PairSide {
	article := a.articles[a.article[i]]
	return PairSide{
		Who: a.who[a.article[i]], Headline: a.written(a.writer[i], a.article[i], article.Passages[0].Span),
		Language: article.Language, Dir: direction(article.Language), Paraphrase: article.Paraphrase,
	}
}

// runs returns the rows in the order of the first article; what only the
// second has stands before the row that follows it there.
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
			if !a.taken[next] {
				add(PairRow{Second: []PairCell{a.cell(1, next)}}, false)
			}
		}
	}
	for from := 1; from < len(a.articles[a.article[0]].Passages); from++ {
		to, matched := a.match[from]
		if !matched {
			add(PairRow{First: []PairCell{a.cell(0, from)}}, false)
			continue
		}
		second := a.cell(1, to)
		if to < next {
			second.Moved = a.text("pair.moved", "place", second.Place)
		}
		alone(to)
		add(PairRow{First: []PairCell{a.cell(0, from)}, Second: []PairCell{second}}, a.same(from, to))
	}
	alone(len(a.articles[a.article[1]].Passages))
	return runs
}

// add adds a row; passages without a match that follow each other share one.
func (r *PairRun) add(row PairRow) {
	r.Count++
	if n := len(r.Rows); n > 0 {
		last := &r.Rows[n-1]
		switch {
		case len(row.Second) == 0 && len(last.Second) == 0:
			last.First = append(last.First, row.First...)
			return
		case len(row.First) == 0 && len(last.First) == 0:
			last.Second = append(last.Second, row.Second...)
			return
		}
	}
	r.Rows = append(r.Rows, row)
}

// cell returns one passage.
func (a *aligner) cell(i, passage int) PairCell {
	article := a.article[i]
	return PairCell{
		Words: a.written(a.writer[i], article, a.articles[article].Passages[passage].Span),
		Href:  a.passageHref(article, passage), Place: a.place(article, passage),
	}
}

// same reports whether two passages are the same words.
func (a *aligner) same(from, to int) bool {
	x, y := a.articles[a.article[0]], a.articles[a.article[1]]
	return x.Passages[from].Of(x.Text) == y.Passages[to].Of(y.Text)
}
