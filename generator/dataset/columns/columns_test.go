package columns

import (
	"bytes"
	"testing"
)

func TestNoCellIsAFormula(t *testing.T) {
	for _, s := range []string{"=1", "+1", "-1", "@x", "\tx"} {
		if cell(s) != "'"+s {
			t.Errorf("%q stays %q", s, cell(s))
		}
	}
	if cell("a=1") != "a=1" || cell("") != "" {
		t.Error("a plain cell is changed")
	}
	list := []Column{{"says", "string"}, {"change", "number"}}
	if got, want := string(CSV(list, [][]string{{"-1", "-1"}})), "says,change\n'-1,-1\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// A cell that is not of its column's type is said with the column.
func TestTypes(t *testing.T) {
	w := NewWriter(&bytes.Buffer{}, "words", []Column{{"word", "string"}, {"uses", "integer"}}, 10)
	if err := w.Write([][]string{{"calm", "2"}, {"", ""}}); err != nil {
		t.Error(err)
	}
	if err := w.Write([][]string{{"calm", "two"}}); err == nil || err.Error()[:len("column uses: ")] != "column uses: " {
		t.Errorf("got %v", err)
	}
}
