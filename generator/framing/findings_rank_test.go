package framing

import (
	"testing"

	"parallax/generator/heading"
)

// TestApart asks how far two words that a list gives for one deed lie apart.
func TestApart(t *testing.T) {
	c := &comparing{language: builtin.For("en")}
	tests := []struct {
		a, b    string
		valence float64
		want    float64
	}{
		{"condemn", "denounce", 0.1, contrastKin},
		{"claim", "insist", 0, contrastKin},
		{"say", "claim", 0, contrastKind},
		{"slam", "say", 1.6, contrastKind},
		{"arrest", "detain", 0.2, contrastTone},
		{"protest", "riot", 0.8, contrastTone},
		{"kill", "die", 1.2, contrastKind},
	}
	for _, test := range tests {
		if got := c.apart(c.language.Stem(test.a), c.language.Stem(test.b), test.valence); got != test.want {
			t.Errorf("%s and %s: got %v, want %v", test.a, test.b, got, test.want)
		}
	}
}

// TestPlaceComesAfterNames keeps the place of a statement behind a label and a
// headline that differ as much.
func TestPlaceComesAfterNames(t *testing.T) {
	reliability := func(s Signal) float64 { return rowOf(s).Rate.Reliability() }
	if place := contrastOfPlace * reliability(SignalEmphasis); place >= 0.65*reliability(SignalHeadline) || place >= 0.4*1.4*reliability(SignalNaming) {
		t.Errorf("the place of a statement has %v", place)
	}
}

// TestCommonFindings ranks what is shared by how central it is, and then by how
// much is said.
func TestCommonFindings(t *testing.T) {
	c := &comparing{readings: make([]*member, 5), comparison: &Comparison{}}
	for range 5 {
		c.comparison.Articles = append(c.comparison.Articles, Article{Letter: "A"})
	}
	said := func(told int, salience float64, s Statement) Finding {
		for range told {
			s.Cells = append(s.Cells, Cell{Band: "same", Evidence: []Evidence{{}}})
		}
		s.salience = salience
		f, _, ok := c.commonFinding(&s)
		if !ok {
			t.Errorf("nothing is said of %+v", s)
		}
		return f
	}
	clause := Statement{Heading: "Bridge is shut", Clause: true}
	phrase := Statement{Heading: "Old bridge", held: heading.Title{Words: "old bridge"}}
	name := Statement{Heading: "Ida Moss", held: heading.Title{Words: "Ida Moss", Named: true}}
	tests := []struct {
		Finding
		key string
	}{
		{said(5, 1.5, clause), "finding.coverage.tell"},
		{said(4, 1.2, clause), "finding.coverage.mosttell"},
		{said(5, 1.5, phrase), "finding.coverage.all"},
		{said(4, 1.2, phrase), "finding.coverage.most"},
		{said(5, 1.5, name), "finding.coverage.all"},
	}
	for i, test := range tests {
		if test.Says.Key != test.key {
			t.Errorf("finding %d is %s, want %s", i, test.Says.Key, test.key)
		}
		if i > 0 && test.Contrast >= tests[i-1].Contrast {
			t.Errorf("finding %d has a contrast of %v, not less than %v", i, test.Contrast, tests[i-1].Contrast)
		}
	}
	if _, _, ok := c.commonFinding(&Statement{Heading: "Old bridge", Cells: make([]Cell, 2)}); ok {
		t.Error("something is said in common of a statement that nobody tells")
	}
}
