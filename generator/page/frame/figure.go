package frame

import (
	"math"
	"strconv"
)

// Percent says a share.
func (s *Style) Percent(share float64) string {
	return s.Text("number.percent", "n", Number(100*share, 0))
}

// Width writes a place on the chart, to a tenth of a per cent.
func Width(x float64) string {
	return strconv.FormatFloat(math.Round(10*x)/10, 'f', -1, 64) + "%"
}

// Number writes a figure with some decimals; what is no number is a dash.
func Number(x float64, decimals int) string {
	if math.IsNaN(x) || math.IsInf(x, 0) {
		return "–"
	}
	return strconv.FormatFloat(x, 'f', decimals, 64)
}
