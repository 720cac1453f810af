package review

import (
	"testing"

	"parallax/generator/framing"
	"parallax/generator/message"
)

// TestSayBy gives the new name of a speaker to the statements that this speaker says in
// every report, and none where the decision is about one report or hides the speaker.
func TestSayBy(t *testing.T) {
	for _, test := range []struct {
		name     string
		report   int
		to       string
		by, key  string
		speaking string
	}{
		{"Ida Moss", -1, "Ida Moss-Hale", "Ida Moss-Hale", "finding.coverage.sayby", "Ida Moss-Hale"},
		{"ida moss", -1, "", "", "finding.coverage.say", ""},
		{"Ida Moss", 1, "", "", "finding.coverage.say", ""},
		{"Ida Moss", 2, "", "Ida Moss", "finding.coverage.sayby", "Ida Moss"}, // does not tell it
		{"Tom Hale", -1, "Tom Hill", "Ida Moss", "finding.coverage.sayby", "Ida Moss"},
	} {
		a := &applying{made: &framing.Comparison{
			Coverage: framing.Coverage{Statements: []framing.Statement{{ID: "s1", By: "Ida Moss", Cells: []framing.Cell{{Band: "same"}, {Article: 1, Band: "same"}, {Article: 2, Band: "related"}}}}},
			Findings: []framing.Finding{{Statement: "s1", Says: message.New("finding.coverage.sayby").With("speaker", "Ida Moss")}, {Statement: "s1", Says: message.New("finding.voices.own")}},
		}}
		a.sayBy(&target{Decision: &Decision{Speaker: test.name}, report: test.report}, test.to)
		f := a.made.Findings[0].Says
		if s := a.made.Coverage.Statements[0]; s.By != test.by || f.Key != test.key || f.Args["speaker"][0] != test.speaking || a.made.Findings[1].Says.Key != "finding.voices.own" {
			t.Errorf("%+v: by %q, %v", test, s.By, f)
		}
	}
}
