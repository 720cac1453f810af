package event

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"parallax/generator/framing"
	"parallax/generator/page/frame"
)

// A ToldTable says how each article is told: marked words, and what leads. Rows in which the articles differ little are quiet.
type ToldTable struct {
	Says    []*Saying // the strongest of tone, agency and emphasis
	Columns []frame.Who
	Rows    []ToldRow
	Toward  []ToldRow  // the tone toward participants: sentences against and for
	Deeds   []ToldPair // a deed told without who did it, beside a passage that says who
	Plain   []ToldPair // a loaded word, beside what another report has at the same point
}

// A ToldRow is one measure.
type ToldRow struct {
	Name  string
	Unit  string
	Quiet bool // the articles hardly differ
	Cells []ToldCell
}

// A ToldCell is one figure.
type ToldCell struct {
	Text  string // "4.1"
	Count string // "3 uses"; may be empty
	Href  string // to the first passage behind it
	Words []ToldWord
}

// A ToldWord is a marked word, with the place of the passage that it stands in.
type ToldWord struct {
	Text string
	Href string // may be empty
}

// wordsShown is how many marked words of an article a row shows.
const wordsShown = 4

// A ToldPair is the same thing as two reports tell it.
type ToldPair struct {
	One   Quote
	Other Quote
}

// How many pairs are set side by side.
const (
	deedsShown = 4
	plainShown = 4
)

// told returns the table, nil if nothing was measured.
func (b *Builder) told() *ToldTable {
	t := &ToldTable{Columns: b.Who}
	for _, signal := range framing.ShownIn("told") {
		if top := b.top(signal); top != nil {
			t.Says = append(t.Says, top)
		}
	}
	for _, kind := range []string{"loaded", "hedge", "booster", "scare"} {
		t.add(b.rates(kind))
	}
	t.add(b.shares("before", func(s framing.EmphasisSide) float64 { return s.Before }))
	t.Toward = b.toward()
	for _, a := range b.Comparison.Agency.Agentless {
		if len(t.Deeds) < deedsShown && !b.contrasted(a.Deed, a.Agent) {
			if deed, shown := b.deed(a); shown {
				t.Deeds = append(t.Deeds, deed)
			}
		}
	}
	t.Plain = b.plain()
	if len(t.Rows)+len(t.Toward)+len(t.Deeds)+len(t.Plain) == 0 {
		return nil
	}
	return t
}

func (t *ToldTable) add(row *ToldRow) {
	if row != nil {
		t.Rows = append(t.Rows, *row)
	}
}

// rates returns the uses of a kind of marked word per 1,000 words of the
// author's voice, nil if no article has one.
func (b *Builder) rates(kind string) *ToldRow {
	row := b.toldRow(kind)
	low, high, any := math.Inf(1), 0.0, false
	for _, side := range b.Comparison.Tone.Sides {
		cell, uses := &row.Cells[side.Article], 0
		for _, m := range side.Marks {
			if m.Kind == kind {
				if uses++; uses == 1 {
					cell.Href = b.passageHref(m.Article, m.Passage)
				}
				cell.name(b.Plain(m.Article, m.Span), b.passageHref(m.Article, m.Passage))
			}
		}
		any = any || uses > 0
		if uses > 0 {
			cell.Count = b.Count("told.uses", uses)
		}
		if side.TooShort || side.Own == 0 {
			cell.Text = b.Text("told.short")
			continue
		}
		rate := 1000 * float64(uses) / float64(side.Own)
		if cell.Text = "0"; uses > 0 {
			cell.Text = frame.Number(rate, 1)
		}
		low, high = min(low, rate), max(high, rate)
	}
	if !any {
		return nil
	}
	row.Quiet = high-low < 4
	return row
}

// name adds a marked word, each once.
func (c *ToldCell) name(words, href string) {
	same := func(w ToldWord) bool { return strings.EqualFold(w.Text, words) }
	if words != "" && len(c.Words) < wordsShown && !slices.ContainsFunc(c.Words, same) {
		c.Words = append(c.Words, ToldWord{words, href})
	}
}

// toldRow returns a row of a measure with empty cells.
func (b *Builder) toldRow(measure string) *ToldRow {
	row := &ToldRow{Name: b.Text("told." + measure), Unit: b.Text("told." + measure + "unit"), Cells: make([]ToldCell, len(b.Who))}
	for i := range row.Cells {
		row.Cells[i].Text = "–"
	}
	return row
}

// shares returns a share of words per article.
func (b *Builder) shares(measure string, share func(framing.EmphasisSide) float64) *ToldRow {
	row := b.toldRow(measure)
	low, high := 1.0, 0.0
	for _, s := range b.Comparison.Emphasis.Sides {
		x := share(s)
		low, high = min(low, x), max(high, x)
		row.Cells[s.Article].Text = b.Percent(x)
	}
	if high == 0 {
		return nil
	}
	row.Quiet = high-low < 0.15
	return row
}

// toward returns how many sentences on each participant are negative and
// positive, participants with such a sentence only.
func (b *Builder) toward() []ToldRow {
	var rows []ToldRow
	at := map[string]int{}
	for _, target := range b.Comparison.Tone.Targets {
		if target.Negative+target.Positive == 0 {
			continue
		}
		i, known := at[target.Participant]
		if !known {
			i = len(rows)
			at[target.Participant] = i
			row := ToldRow{Name: b.participant(target.Participant), Cells: make([]ToldCell, len(b.Who))}
			for k := range row.Cells {
				row.Cells[k].Text = "–"
			}
			rows = append(rows, row)
		}
		all := target.Negative + target.Neutral + target.Positive
		cell := ToldCell{
			Text:  b.Text("told.towards", "negative", strconv.Itoa(target.Negative), "positive", strconv.Itoa(target.Positive)),
			Count: b.Count("told.sentences", all),
		}
		if len(target.Evidence) > 0 {
			cell.Href = b.passageHref(target.Article, target.Evidence[0].Passage)
		}
		rows[i].Cells[target.Article] = cell
	}
	return rows
}

// participant returns the name of a participant.
func (b *Builder) participant(id string) string {
	for _, p := range b.Comparison.Naming.Rows {
		if p.ID == id {
			return b.Clean(p.Name)
		}
	}
	return b.Clean(id)
}

// deed returns the two passages of a deed told with and without its agent, and
// whether both may be shown.
func (b *Builder) deed(a framing.Agentless) (ToldPair, bool) {
	without, one := b.evidenceQuote(a.Deed, b.writer(a.Deed.Article, []mark{{Span: a.Deed.Span, kind: "passive"}}))
	with, other := b.evidenceQuote(a.Agent, b.writer(a.Agent.Article, []mark{{Span: a.Agent.Span, kind: "agent"}}))
	return ToldPair{One: without, Other: with}, one && other
}

// plain returns the loaded words that another report does without at the same point,
// of a report no more than half of those shown, each passage once.
func (b *Builder) plain() []ToldPair {
	var list []ToldPair
	of, told := map[int]int{}, map[[2]int]bool{}
	for _, p := range b.Comparison.Tone.Plain {
		at := [2]int{p.Word.Article, p.Word.Passage}
		if len(list) == plainShown || of[at[0]] == plainShown/2 || told[at] || b.contrasted(p.Word.Evidence, p.Beside) {
			continue
		}
		one, shown := b.evidenceQuote(p.Word.Evidence, b.writer(at[0], []mark{{Span: p.Word.Span, kind: p.Word.Kind}}))
		other, both := b.evidenceQuote(p.Beside, b.writers[p.Beside.Article])
		if shown && both {
			list = append(list, ToldPair{One: one, Other: other})
			of[at[0]]++
			told[at] = true
		}
	}
	return list
}

// contrasted reports whether a contrast sets two passages side by side already.
func (b *Builder) contrasted(one, other framing.Evidence) bool {
	shows := func(c framing.Contrast, e framing.Evidence) bool {
		return slices.ContainsFunc(b.sides(&c), func(s framing.ContrastSide) bool {
			return s.Article == e.Article && s.Passage == e.Passage
		})
	}
	return slices.ContainsFunc(b.Comparison.Passages.Contrasts, func(c framing.Contrast) bool { return shows(c, one) && shows(c, other) })
}

// evidenceQuote returns the passage around evidence, cut to a bearable length,
// and whether it may be shown.
func (b *Builder) evidenceQuote(e framing.Evidence, w *markWriter) (Quote, bool) {
	return b.quote(e, b.Articles[e.Article].Passages[e.Passage].Span, contrastWords, w)
}
