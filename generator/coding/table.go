package coding

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"parallax/generator/agreement"
)

// number returns a figure with three digits, "" if it is not known.
func number(f agreement.Figure) string {
	if !f.Known {
		return ""
	}
	return fmt.Sprintf("%.3f", f.Value)
}

// ends returns the ends of an interval, "" where it is not known.
func ends(r agreement.Range) (low, high string) {
	if !r.Known {
		return "", ""
	}
	return fmt.Sprintf("%.3f", r.Low), fmt.Sprintf("%.3f", r.High)
}

// Table returns results as CSV, a row a signal.
func Table(results []Result) []byte {
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	w.Write([]string{"signal", "units", "coders", "yes", "no", "cannot_tell", "percent", "alpha", "alpha_low", "alpha_high", "ac1", "kappa", "verdict",
		"machine_yes", "machine_right", "precision", "precision_low", "precision_high", "recall", "recall_low", "recall_high", "undecided"}) // a buffer takes everything
	for _, r := range results {
		low, high := ends(r.Between)
		recallLow, recallHigh := ends(r.Machine.RecallAt)
		precision, from, to := r.Machine.precision()
		w.Write([]string{r.Signal, fmt.Sprint(r.Units), fmt.Sprint(len(r.Coders)), fmt.Sprint(r.Given[Yes]), fmt.Sprint(r.Given[No]), fmt.Sprint(r.Given[CannotTell]),
			number(r.Percent), number(r.Alpha), low, high, number(r.AC1), number(r.Kappa), r.Verdict(),
			fmt.Sprint(r.Machine.Yes), fmt.Sprint(r.Machine.Right), precision, from, to, number(r.Machine.Recall), recallLow, recallHigh, fmt.Sprint(r.Machine.Undecided)})
	}
	w.Flush()
	return b.Bytes()
}

// precision returns the share of the program's claims that coders bear out, with its
// interval; empty if none was judged.
func (m Machine) precision() (share, low, high string) {
	if m.Yes == 0 {
		return "", "", ""
	}
	return fmt.Sprintf("%.3f", float64(m.Right)/float64(m.Yes)), fmt.Sprintf("%.3f", m.PrecisionAt[0]), fmt.Sprintf("%.3f", m.PrecisionAt[1])
}

// String says a result in lines that a person reads.
func (r Result) String() string {
	var lines []string
	add := func(format string, args ...any) { lines = append(lines, fmt.Sprintf(format, args...)) }
	add("%s: %d units, %d coders: yes %d, no %d, cannot tell %d", r.Signal, r.Units, len(r.Coders), r.Given[Yes], r.Given[No], r.Given[CannotTell])
	switch {
	case r.Units == 0:
		add("  no unit has the answers of two coders")
	case !r.Alpha.Known:
		add("  all gave the same answer to all %d units: there is no coefficient", r.Units)
	default:
		low, high := ends(r.Between)
		add("  percent %s, alpha %s (%s to %s, drawn by article), AC1 %s, kappa %s: %s", number(r.Percent), number(r.Alpha), low, high, number(r.AC1), number(r.Kappa), r.Verdict())
	}
	if share, low, high := r.Machine.precision(); share != "" {
		add("  of %d claims of the program coders bear out %d: precision %s (%s to %s)", r.Machine.Yes, r.Machine.Right, share, low, high)
	}
	if r.Machine.Recall.Known {
		low, high := ends(r.Machine.RecallAt)
		add("  of what coders see the program finds %s (%s to %s)", number(r.Machine.Recall), low, high)
	}
	if r.Machine.Undecided > 0 {
		add("  %d without a majority", r.Machine.Undecided)
	}
	for _, u := range r.Apart {
		add("  most apart: %s %q", u.ID, u.Text)
	}
	return strings.Join(lines, "\n")
}

// A Line is what a table says of a signal, as it says it; empty where it says nothing.
type Line struct {
	Signal, Units, Coders                string
	Percent, Alpha, AlphaLow, AlphaHigh  string
	AC1, Verdict                         string
	Precision, PrecisionLow, PrecisionTo string
	Recall, RecallLow, RecallTo          string
}

// ReadTable reads a table that [Table] wrote, of whose columns others may be missing.
func ReadTable(data []byte) ([]Line, error) {
	rows, err := csv.NewReader(bytes.NewReader(data)).ReadAll()
	if err != nil {
		return nil, err
	}
	if len(rows) == 0 || !slices.Contains(rows[0], "signal") || !slices.Contains(rows[0], "alpha") {
		return nil, errors.New(`it has no column "signal" or none "alpha"`)
	}
	var lines []Line
	for n, row := range rows[1:] {
		var l Line
		for column, to := range map[string]*string{
			"signal": &l.Signal, "units": &l.Units, "coders": &l.Coders, "percent": &l.Percent, "alpha": &l.Alpha, "alpha_low": &l.AlphaLow, "alpha_high": &l.AlphaHigh,
			"ac1": &l.AC1, "verdict": &l.Verdict, "precision": &l.Precision, "precision_low": &l.PrecisionLow, "precision_high": &l.PrecisionTo,
			"recall": &l.Recall, "recall_low": &l.RecallLow, "recall_high": &l.RecallTo,
		} {
			if i := slices.Index(rows[0], column); i >= 0 {
				*to = row[i]
			}
		}
		if !slices.Contains(Signals(), l.Signal) {
			return nil, fmt.Errorf("row %d: %q is no signal that is coded", n+1, l.Signal)
		}
		for _, figure := range []string{l.Units, l.Coders, l.Percent, l.Alpha, l.AlphaLow, l.AlphaHigh, l.AC1, l.Precision, l.PrecisionLow, l.PrecisionTo, l.Recall, l.RecallLow, l.RecallTo} {
			if _, err := strconv.ParseFloat(figure, 64); figure != "" && err != nil {
				return nil, fmt.Errorf("row %d: %q is no figure", n+1, figure)
			}
		}
		lines = append(lines, l)
	}
	return lines, nil
}
