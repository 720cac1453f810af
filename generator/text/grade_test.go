package text

import (
	"math"
	"testing"
)

func TestGrade(t *testing.T) {
	en := Builtin().For("en")
	for _, c := range []struct {
		text  string
		words int
		grade float64
	}{
		{"The cat sat on the mat.", 6, 0.39*6 + 11.8*1 - 15.59},
		{"The mayor closed the fair. Nobody was hurt.", 8, 0.39*4 + 11.8*11/8 - 15.59},
		{"It cost 2,400,000 pounds.", 4, 0.39*4 + 11.8*4/4 - 15.59},
		{"", 0, 0},
	} {
		grade, words := en.Grade(c.text, Span{End: len(c.text)}, nil)
		if words != c.words || math.Abs(grade-c.grade) > 0.01 {
			t.Errorf("%q: %d words, grade %.2f, want %d and %.2f", c.text, words, grade, c.words, c.grade)
		}
	}
}

func TestGradeWithoutQuotations(t *testing.T) {
	const said = `"An extraordinarily incomprehensible administration," he said.`
	if _, words := Builtin().For("en").Grade(said, Span{End: len(said)}, []Span{{Start: 0, End: 51}}); words != 2 {
		t.Errorf("%d words, want 2", words)
	}
}

func TestGradeOfAnotherLanguage(t *testing.T) {
	const said = "Der Rat sagt nein."
	if grade, words := Builtin().For("de").Grade(said, Span{End: len(said)}, nil); grade != 0 || words != 4 {
		t.Errorf("%d words, grade %.2f, want 4 and none", words, grade)
	}
}
