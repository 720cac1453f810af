package framing

import (
	"cmp"
	"slices"
	"strings"

	"parallax/generator/entity"
)

// namingFindings say which two labels articles give one participant, those
// that stand in passages of one statement before others.
func (c *comparing) namingFindings() []Finding {
	var list []Finding
	for _, p := range c.comparison.Naming.Participants {
		if f, ok := c.namingFinding(p); ok {
			list = append(list, f)
		}
	}
	return list
}

// A labelUse is a label with the sides that use it.
type labelUse struct {
	label    Label // with what stands before it in any article
	articles []int
	uses     int
	own      bool       // some article uses it outside quotations
	evidence []Evidence // in order of the articles
}

// labelUses returns the labels of a participant, the most used first.
func labelUses(p Participant) []labelUse {
	var uses []labelUse
	for _, s := range p.Sides {
		for _, l := range s.Labels {
			i := slices.IndexFunc(uses, func(u labelUse) bool { return u.label.Head == l.Head })
			if i < 0 {
				i = len(uses)
				uses = append(uses, labelUse{label: l})
				uses[i].label.Modifiers = nil
			}
			uses[i].label.Modifiers = append(uses[i].label.Modifiers, l.Modifiers...)
			uses[i].articles = append(uses[i].articles, s.Article)
			uses[i].uses += l.Uses()
			uses[i].own = uses[i].own || l.Count > 0
			uses[i].evidence = append(uses[i].evidence, l.Evidence...)
		}
	}
	slices.SortStableFunc(uses, func(a, b labelUse) int { return cmp.Or(b.uses-a.uses, strings.Compare(a.label.Head, b.label.Head)) })
	return uses
}

// namingFinding finds the most telling pair of labels of a participant.
func (c *comparing) namingFinding(p Participant) (Finding, bool) {
	uses := labelUses(p)
	best, found := Finding{}, false
	for i, a := range uses {
		for _, b := range uses[i+1:] {
			f, ok := c.labelPair(p, a, b)
			if ok && (!found || f.Contrast*f.Overlap > best.Contrast*best.Overlap+1e-9) {
				best, found = f, true
			}
		}
	}
	return best, found
}

// labelPair says that some articles use one label and others another. Articles
// that use both are left out of either side; both sides need one.
func (c *comparing) labelPair(p Participant, a, b labelUse) (Finding, bool) {
	onlyA := slices.DeleteFunc(slices.Clone(a.articles), func(x int) bool { return slices.Contains(b.articles, x) })
	onlyB := slices.DeleteFunc(slices.Clone(b.articles), func(x int) bool { return b.own && slices.Contains(a.articles, x) })
	if len(onlyA) == 0 || len(onlyB) == 0 || !p.Opposes(a.label, b.label) {
		return Finding{}, false
	}
	f := Finding{Signal: SignalNaming, Participant: p.ID, Contrast: 0.4 + 0.4*p.Contrast, Overlap: 0.5}
	if single(a) || single(b) {
		f.Contrast *= 0.7 // once may be chance
	}
	paired := c.pairLabels(&f, ofArticles(a.evidence, onlyA), ofArticles(b.evidence, onlyB))
	listed := strings.Contains(a.label.Head, " ") || strings.Contains(b.label.Head, " ")
	if !a.own || f.Statement == "" && b.own && !listed && !a.label.IsName() {
		return f, false // two common nouns that no two passages exchange may mean two things
	}
	key := string(p.Kind)
	if p.Kind == entity.Act {
		key = string(entity.Thing) // of many words nothing says surely that an act is meant
	}
	if !b.own {
		key = "quoted"
	}
	f.Says = c.facing("finding.naming."+key, onlyA, onlyB).With("label", a.label.Text).With("other", b.label.Text)
	return f, paired
}

// pairLabels gives a finding the evidence for two labels, a pair in passages of
// one statement before others; it reports whether there is any.
func (c *comparing) pairLabels(f *Finding, a, b []Evidence) bool {
	paired := false
	for _, e := range a {
		for _, d := range b {
			id, score := c.statementOf(e, d)
			overlap := 0.6 + 0.4*score
			if paired && (id == "" || overlap <= f.Overlap) {
				continue
			}
			f.Evidence, paired = evidencePair(e, d), true
			if id != "" {
				f.Overlap, f.Statement = overlap, id
			}
		}
	}
	return paired
}

func ofArticles(list []Evidence, articles []int) []Evidence {
	var kept []Evidence
	for _, e := range list {
		if slices.Contains(articles, e.Article) {
			kept = append(kept, e)
		}
	}
	return kept
}

// single reports whether a label is used once only, by one article.
func single(u labelUse) bool { return u.uses == 1 }
