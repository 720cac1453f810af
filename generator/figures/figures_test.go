package figures_test

import (
	"testing"
	"testing/fstest"

	"parallax/generator/figures"
)

func TestOf(t *testing.T) {
	f, err := figures.Read(fstest.MapFS{"figures.toml": {Data: []byte(`
[[table]]
command = "parallax evaluate voices x.jsonl"
columns = ["measured", "P"]
rows = [["rules", "0.1"], ["short"]]
[[table]]
command = "parallax evaluate coverage x.jsonl"
columns = ["measured", "P", "R"]
rows = [["pages", "0.5", "0.6"], ["held out", "0.946", "–"]]
[[table]]
command = "nothing"
`)}})
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		task, row, column, want string
		table                   int
	}{
		{"coverage", "held out", "P", "0.946", 1}, {"coverage", "held out", "R", "", 0}, {"coverage", "pages", "R", "0.6", 1}, {"voices", "rules", "P", "0.1", 0},
		{"coverage", "nothing", "P", "", 0}, {"tone", "pages", "P", "", 0}, {"coverage", "pages", "F1", "", 0}, {"voices", "short", "P", "", 0},
	} {
		if got, table := f.Of(c.task, c.row, c.column); got != c.want || table != c.table {
			t.Errorf("%+v: %q in table %d", c, got, table)
		}
	}
	if f.Tables[1].Anchor(1) != "table-2" {
		t.Error(f.Tables[1].Anchor(1))
	}
	if _, err := figures.Read(fstest.MapFS{"figures.toml": {Data: []byte("[[table]\n")}}); err == nil {
		t.Error("what is no TOML is read")
	}
}
