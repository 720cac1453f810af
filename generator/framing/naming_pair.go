package framing

import (
	"cmp"
	"slices"
	"strings"

	"parallax/generator/entity"
	"parallax/generator/text"
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
	label    Label
	articles []int
	uses     int
	own      bool       // some article uses it outside quotations
	evidence []Evidence // in order of the articles
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

// labelUses returns the labels of a participant, the most used first.
func labelUses(p Participant) []labelUse {
	var uses []labelUse
	for _, s := range p.Sides {
		for _, l := range s.Labels {
			i := slices.IndexFunc(uses, func(u labelUse) bool { return u.label.Head == l.Head })
			if i < 0 {
				i = len(uses)
				uses = append(uses, labelUse{label: l})
			}
			uses[i].articles = append(uses[i].articles, s.Article)
			uses[i].uses += l.uses()
			uses[i].own = uses[i].own || l.Count > 0
			uses[i].evidence = append(uses[i].evidence, l.Evidence...)
		}
	}
	slices.SortStableFunc(uses, func(a, b labelUse) int { return cmp.Or(b.uses-a.uses, strings.Compare(a.label.Head, b.label.Head)) })
	return uses
}

// labelPair says that some articles use one label and others another. Articles
// that use both are left out of either side; both sides need one.
func (c *comparing) labelPair(p Participant, a, b labelUse) (Finding, bool) {
	onlyA := slices.DeleteFunc(slices.Clone(a.articles), func(x int) bool { return slices.Contains(b.articles, x) })
	onlyB := slices.DeleteFunc(slices.Clone(b.articles), func(x int) bool { return b.own && slices.Contains(a.articles, x) })
	if len(onlyA) == 0 || len(onlyB) == 0 || !p.opposes(a.label, b.label) {
		return Finding{}, false
	}
	f := Finding{Signal: SignalNaming, Participant: p.ID, Contrast: 0.4 + 0.4*p.Contrast, Overlap: 0.5}
	if single(a) || single(b) {
		f.Contrast *= 0.7 // once may be chance
	}
	paired := c.pairLabels(&f, ofArticles(a.evidence, onlyA), ofArticles(b.evidence, onlyB))
	listed := strings.Contains(a.label.Head, " ") || strings.Contains(b.label.Head, " ")
	if !a.own || f.Statement == "" && b.own && !listed && !isNameLabel(a.label) {
		return f, false // two common nouns that no two passages exchange may mean two things
	}
	key := string(p.Kind)
	if !b.own {
		key = "quoted"
	}
	f.Says = c.facing("finding.naming."+key, onlyA, onlyB).With("label", a.label.Text).With("other", b.label.Text)
	return f, paired
}

// opposes reports whether two labels of a participant are different words for
// it, not forms of one or of a name, nor names of two.
func (p Participant) opposes(a, b Label) bool {
	switch {
	case isNameLabel(a) != isNameLabel(b), isNameLabel(a) && (p.Kind == entity.Person || p.Kind == entity.Thing):
		return false
	case sharesWord(a.Head, b.Head), spelled(a.Head, b.Head), sameInitials(a.Text, b.Text):
		return false
	}
	return !oneName(p, a, b)
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

// spelled reports whether two labels differ in one letter: "protester" and
// "protestor".
func spelled(a, b string) bool {
	if len(a) != len(b) || len(a) < 6 {
		return false
	}
	differ := 0
	for i := range len(a) {
		if a[i] != b[i] {
			differ++
		}
	}
	return differ < 2
}

// oneName reports whether two labels are parts of one that the participant has
// as well: "Merrow" and "Athletic" of "Merrow Athletic".
func oneName(p Participant, a, b Label) bool {
	for _, s := range p.Sides {
		for _, l := range s.Labels {
			if sharesWord(l.Head, a.Head) && sharesWord(l.Head, b.Head) {
				return true
			}
		}
	}
	return false
}

// isNameLabel reports whether a label is a name. That one article gives a name
// and another a description says little of either.
func isNameLabel(l Label) bool { return l.Text != strings.ToLower(l.Text) }

// sameInitials reports whether one label is made of the other's initials, or
// both of the same letters: "US" and "United States".
func sameInitials(a, b string) bool {
	short := func(s string) string {
		s = strings.ToLower(strings.ReplaceAll(s, ".", ""))
		if words := strings.Fields(s); len(words) > 1 {
			return text.Initials(words)
		}
		return s
	}
	p, q := short(a), short(b)
	return strings.HasPrefix(p, q) && len(q) > 1 || strings.HasPrefix(q, p) && len(p) > 1
}

// single reports whether a label is used once only, by one article.
func single(u labelUse) bool { return u.uses == 1 }

func ofArticles(list []Evidence, articles []int) []Evidence {
	var kept []Evidence
	for _, e := range list {
		if slices.Contains(articles, e.Article) {
			kept = append(kept, e)
		}
	}
	return kept
}

// sharesWord reports whether two labels have a word in common: "exercise" and
// "military exercise" are no two names.
func sharesWord(a, b string) bool {
	for w := range strings.FieldsSeq(a) {
		if slices.ContainsFunc(strings.Fields(b), func(v string) bool { return sameWord(v, w) }) {
			return true
		}
	}
	return false
}
