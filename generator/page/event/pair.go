package event

import (
	"html/template"

	"parallax/generator/address"
	"parallax/generator/page/frame"
)

// A Pair is the data of pair.html: two articles side by side, passages on the
// same statement in one row.
type Pair struct {
	frame.Frame
	Event  frame.Link
	First  PairSide
	Second PairSide
	Legend []frame.LegendItem
	Runs   []PairRun
}

// A PairSide is one of the two articles.
type PairSide struct {
	Who        frame.Who
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
	Rest   string // link to the first passage of the stretch that is not shown; may be empty

	others int // passages of the stretch after the first
}

// Left returns how many passages of the stretch are not shown.
func (r PairRow) Left() int { return r.others + 1 - aloneShown }

// Alone reports whether only one of the articles has something in the row.
func (r PairRow) Alone() bool { return len(r.First) == 0 || len(r.Second) == 0 }

// A PairCell is one passage, or several of one paragraph that follow each
// other and have no match.
type PairCell struct {
	Letter string        // of the article
	Words  template.HTML // empty if they may not be shown
	Href   string
	Place  string
	Moved  string // "stands elsewhere: paragraph 9"; may be empty
}

// pairs returns the pairs of articles that get a page of their own: those of
// the strongest findings, as many as the site's settings allow.
func (b *Builder) pairs() [][2]int {
	var pairs [][2]int
	seen := map[[2]int]bool{}
	for i := range b.Comparison.Findings {
		f := &b.Comparison.Findings[i]
		if len(pairs) >= b.Config.Pages.Pairs || b.face(f) == nil {
			continue
		}
		x, y := f.Evidence[0].Article, f.Evidence[1].Article
		pair := [2]int{min(x, y), max(x, y)}
		if seen[pair] {
			continue
		}
		seen[pair] = true
		if b.alongside(pair[0], pair[1]) {
			pairs = append(pairs, pair)
		}
	}
	return pairs
}

// alongside reports whether two articles have so much that may be shown that a
// page can set them side by side: all, or a row of passages at least.
func (b *Builder) alongside(x, y int) bool {
	if b.Allowance.Whole(b.Articles[x]) && b.Allowance.Whole(b.Articles[y]) {
		return true
	}
	a := newAligner(b, x, y)
	for from, to := range a.match {
		if a.shows(0, from) && a.shows(1, to) {
			return true
		}
	}
	return false
}

// WritePairs renders the pair pages.
func (b *Builder) WritePairs() error {
	for _, p := range b.pairs() {
		x, y := b.Who[p[0]], b.Who[p[1]]
		path := address.Event(b.Event.Slug, address.PairFile(b.Comparison.Articles[p[0]].Letter, b.Comparison.Articles[p[1]].Letter))
		a := newAligner(b, p[0], p[1])
		v := Pair{
			Frame: b.Frame("pair", path, b.Text("pair.title", "first", x.Name, "second", y.Name)+": "+b.Event.Title),
			Event: frame.Link{Text: b.Event.Title, Href: "index.html"}, First: a.side(0), Second: a.side(1),
			Legend: b.Legend("loaded", "label", "only"), Runs: a.runs(),
		}
		v.Legend[2].Meaning = b.Text("pair.onlymeans")
		v.Description = b.Text("pair.description", "event", b.Event.Title)
		if err := b.Print("pair", path, v); err != nil {
			return err
		}
	}
	return nil
}
