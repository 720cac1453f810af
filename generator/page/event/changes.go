package event

import (
	"strconv"

	"parallax/generator/corpus"
	"parallax/generator/page/frame"
	"parallax/generator/revision"
)

// Changes are the data of part-changes.html: what an outlet changed in its
// article since the version before.
type Changes struct {
	Figures string      // "2 sentences are not as they were (words taken out: 4, put in: 9)."
	Before  frame.Dated // when the earlier version was retrieved, or else published
	Edits   []revision.Edit
}

// changes returns what changed in an article, nil if nothing is known to have
// changed. The words themselves are shown where both versions may be shown
// whole; of others they are counted.
func (b *Builder) changes(a *corpus.Article) *Changes {
	if a.Withheld != nil {
		return b.changed(a.Withheld.Changes)
	}
	if len(a.Earlier) == 0 {
		return nil
	}
	before := a.Earlier[len(a.Earlier)-1]
	r := revision.Revise(before, a)
	if len(r.Edits) == 0 {
		return nil
	}
	c := b.changed(r.Figures(before))
	if b.Allowance.Whole(a) && (before.Licence.Open() || b.Config.Quotation.Class) && !b.blind {
		c.Edits = r.Edits
	}
	return c
}

// changed returns what changed in figures, nil if nothing did.
func (b *Builder) changed(f corpus.Changes) *Changes {
	if f.Sentences == 0 {
		return nil
	}
	return &Changes{
		Figures: b.Count("changes.figures", f.Sentences, "out", strconv.Itoa(f.Out), "in", strconv.Itoa(f.In)),
		Before:  b.Date(f.Since),
	}
}
