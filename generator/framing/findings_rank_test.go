package framing

import "testing"

// TestApart asks how far two words that a list gives for one deed lie apart.
func TestApart(t *testing.T) {
	v := newVocabulary(builtin.For("en"), nil)
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
		if got := v.apart(v.language.Stem(test.a), v.language.Stem(test.b), test.valence); got != test.want {
			t.Errorf("%s and %s: got %v, want %v", test.a, test.b, got, test.want)
		}
	}
}

// TestPlaceComesAfterNames keeps the place of a statement behind a label and a
// headline that differ as much.
func TestPlaceComesAfterNames(t *testing.T) {
	if place := contrastOfPlace * reliability(SignalEmphasis); place >= 0.65*reliability(SignalHeadline) || place >= 0.4*1.4*reliability(SignalNaming) {
		t.Errorf("the place of a statement has %v", place)
	}
}

// TestCommonFindings ranks what is shared by how many share it, and then by how
// much is said.
func TestCommonFindings(t *testing.T) {
	clause, phrase, name := title{words: "Bridge is shut", clause: true}, title{words: "old bridge"}, title{words: "Ida Moss", named: true}
	c := &comparing{readings: make([]*member, 5), comparison: &Comparison{}}
	for range 5 {
		c.comparison.Articles = append(c.comparison.Articles, Article{Letter: "A"})
	}
	contrast := func(cells int, held title) float64 {
		return c.commonFinding(Statement{Cells: make([]Cell, cells), held: held}).Contrast
	}
	order := []float64{contrast(5, clause), contrast(4, clause), contrast(5, phrase), contrast(3, clause), contrast(4, phrase), contrast(5, name)}
	for i := range order[1:] {
		if order[i] <= order[i+1] {
			t.Errorf("the contrasts are %v", order)
		}
	}
	all := Statement{ID: "s1", Cells: make([]Cell, 5), held: name, named: true}
	c.comparison.Coverage.Statements = []Statement{all, {ID: "s2", Cells: make([]Cell, 5)}}
	if !c.namesOnly(all) {
		t.Error("a name is said to be in common beside a statement that as many report")
	}
	c.comparison.Coverage.Statements[1].Cells = nil
	if c.namesOnly(all) {
		t.Error("a name that most report is left out though nothing else is in common")
	}
}

// TestNothingInCommon says of three reports what most of them have, since
// nothing is in all, and says nothing of the kind where something is.
func TestNothingInCommon(t *testing.T) {
	cat := catalogue(t, "en")
	const bridge, bakers, ferry = "The old footbridge of Anwell was closed on Monday.", "Bakers in Tarn gave away their bread.", "A ferry to Moss sailed at noon."
	tests := []struct {
		name  string
		texts []string
		want  string
	}{
		{"two of three", []string{bridge + " " + bakers, bridge, ferry}, "2 of the 3 articles carry “Old footbridge of Anwell was closed on Monday”. No statement was found in all of them."},
		{"all", []string{bridge, bridge + " " + ferry, bridge + " " + bakers}, ""},
		{"none", []string{bridge, ferry, bakers}, ""},
	}
	for _, test := range tests {
		var texts []string
		for i, body := range test.texts {
			texts = append(texts, []string{"One headline", "Another title", "Third report"}[i]+"\n\n"+body)
		}
		got := ""
		for _, f := range compareTexts(Settings{}, texts...).Findings {
			if f.Says.Key == "finding.coverage.none" {
				got += cat.Say(f.Says)
			}
		}
		if got != test.want {
			t.Errorf("%s: got %q, want %q", test.name, got, test.want)
		}
	}
}
