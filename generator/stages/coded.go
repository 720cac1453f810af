package stages

import (
	"fmt"
	"io/fs"
	"path"
	"strings"

	"parallax/generator/coding"
	"parallax/generator/page"
)

// CodedFolder holds what coders found of the program's findings on this site, a table a
// task, for the page of method.
const CodedFolder = "content/coding"

// readCoded reads what coders found.
func (w *Work) readCoded(fsys fs.FS) {
	names, _ := fs.Glob(fsys, CodedFolder+"/*") // the pattern is a good one
	for _, name := range names {
		if strings.HasPrefix(path.Base(name), ".") {
			continue
		}
		if path.Ext(name) != ".csv" {
			w.Problems.Warnf(name, 0, "move it elsewhere", "only tables that parallax coding import writes are read here; this file is passed over")
			continue
		}
		data, err := fs.ReadFile(fsys, name)
		var lines []coding.Line
		if err == nil {
			lines, err = coding.ReadTable(data)
		}
		if err != nil {
			w.Problems.Errorf(name, 0, "write it anew: parallax coding import --site", "this is no table of what coders found: %v", err)
			continue
		}
		for _, l := range lines {
			w.coded = append(w.coded, coded(l))
		}
	}
}

// coded returns what coders found of one signal as the page of method shows it.
func coded(l coding.Line) page.Coded {
	between := func(figure, low, high string) string {
		if figure == "" || low == "" || high == "" {
			return figure
		}
		return fmt.Sprintf("%s (%s–%s)", figure, low, high)
	}
	c := page.Coded{
		Signal: l.Signal, Units: l.Units, Coders: l.Coders, Percent: l.Percent, AC1: l.AC1, Alpha: between(l.Alpha, l.AlphaLow, l.AlphaHigh),
		Precision: between(l.Precision, l.PrecisionLow, l.PrecisionTo), Recall: between(l.Recall, l.RecallLow, l.RecallTo),
	}
	switch l.Verdict {
	case coding.Enough:
		c.Verdict = "enough"
	case coding.Tentative:
		c.Verdict = "tentative"
	case coding.NotEnough:
		c.Verdict = "notenough"
	default:
		c.Verdict = "nothing"
	}
	return c
}
