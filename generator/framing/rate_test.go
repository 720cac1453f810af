package framing

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"

	"parallax/templates"
)

// The rate of coverage is what was measured: of the absences that pages claim of
// events from which nothing was learned, and of the statements that they say one
// article alone has.
func TestRateOfCoverage(t *testing.T) {
	var figures struct {
		Table []struct {
			Command string
			Columns []string
			Rows    [][]string
		}
	}
	if _, err := toml.DecodeFS(templates.Files, "figures.toml", &figures); err != nil {
		t.Fatal(err)
	}
	for _, table := range figures.Table {
		if !strings.HasPrefix(table.Command, "parallax evaluate coverage ") {
			continue
		}
		row := table.Rows[slices.IndexFunc(table.Rows, func(row []string) bool { return row[0] == "pages, held out" })]
		number := func(column string) float64 {
			f, err := strconv.ParseFloat(row[slices.Index(table.Columns, column)], 64)
			if err != nil {
				t.Fatal(err)
			}
			return f
		}
		claims := int(number("absences") + number("onlys"))
		right := int(math.Round(number("absence P")*number("absences")) + math.Round(number("only P")*number("onlys")))
		if got, want := rowOf(SignalCoverage).Rate, (Rate{right, 0, claims - right}); got != want {
			t.Errorf("the table has %+v, measured was %+v", got, want)
		}
		return
	}
	t.Error("the figures have no table on coverage")
}
