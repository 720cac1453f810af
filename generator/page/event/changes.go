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
	if len(a.Earlier) == 0 {
		return nil
	}
	before := a.Earlier[len(a.Earlier)-1]
	r := revision.Revise(before, a)
	if len(r.Edits) == 0 {
		return nil
	}
	c := &Changes{
		Figures: b.Count("changes.figures", len(r.Edits), "out", strconv.Itoa(r.Out), "in", strconv.Itoa(r.In)),
		Before:  b.Date(before.Date),
	}
	if before.Retrieved.Known() {
		c.Before = b.Date(before.Retrieved)
	}
	if b.Allowance.Whole(a) && (before.Licence.Open() || b.Config.Quotation.Class) && !b.blind {
		c.Edits = r.Edits
	}
	return c
}
