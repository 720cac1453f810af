package page

import (
	"testing"

	"parallax/generator/figures"
	"parallax/generator/framing"
	"parallax/templates"
)

// Every claim has its figures in those that the program brings, so that none is
// left out of the page by a renamed column.
func TestClaimsAreMeasured(t *testing.T) {
	quality, err := figures.Read(templates.Files)
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range measuredClaims() {
		claim, ok := m.in(quality)
		if !ok || (claim.Found == "") != (m.recall == "") {
			t.Errorf("%s: %+v, %v", m.claim, claim, ok)
		}
	}
}

func TestMeasuredIn(t *testing.T) {
	quality := figures.Figures{Tables: []figures.Table{
		{Command: "parallax evaluate voices x.jsonl", Columns: []string{"measured", "P"}, Rows: [][]string{{"rules", "0.1"}}},
		{Command: "parallax evaluate coverage x.jsonl", Columns: []string{"measured", "P", "R"}, Rows: [][]string{{"pages", "0.5", "0.6"}, {"held out", "0.946", "–"}}},
	}}
	for _, c := range []struct {
		m    measured
		want MethodClaim
	}{
		{measured{framing.SignalCoverage, "", "coverage", "held out", "P", "R"}, MethodClaim{Right: "95", Anchor: "table-2"}},
		{measured{framing.SignalCoverage, "", "coverage", "pages", "P", "R"}, MethodClaim{Right: "50", Found: "60", Anchor: "table-2"}},
		{measured{framing.SignalCoverage, "", "coverage", "nothing", "P", "R"}, MethodClaim{}},
		{measured{framing.SignalCoverage, "", "tone", "pages", "P", "R"}, MethodClaim{}},
		{measured{framing.SignalCoverage, "", "coverage", "pages", "F1", ""}, MethodClaim{}},
	} {
		got, ok := c.m.in(quality)
		if got != c.want || ok != (c.want.Right != "") {
			t.Errorf("%+v: %+v, %v", c.m, got, ok)
		}
	}
}
