package export

import (
	"bytes"
	"encoding/csv"
	"strconv"
	"strings"

	"parallax/generator/lesson"
)

// writeCSV writes one row an item after RFC 4180, with the byte order mark that
// spreadsheets need to read UTF-8. Lists stand one a line in their cell.
func writeCSV(m *Material) ([]byte, error) {
	rows := [][]string{{"id", "kind", "form", "level", "minutes", "question", "rows", "options", "answer", "why", "evidence", "confidence", "checked"}}
	for i := range m.Items {
		x := &m.Items[i]
		row := []string{
			x.ID, string(x.Kind), string(x.Form), x.Level.String(), strconv.Itoa(x.Minutes), question(x), "", "", x.Key, x.Why,
			strings.Join(x.Evidence, "\n"), strconv.FormatFloat(x.Confidence, 'f', 2, 64), x.Checked,
		}
		row[6], row[7] = rowLines(x), optionLines(x)
		for n := range row {
			row[n] = harmless(row[n])
		}
		rows = append(rows, row)
	}
	b := bytes.NewBufferString("\uFEFF")
	w := csv.NewWriter(b)
	w.UseCRLF = true
	err := w.WriteAll(rows)
	return b.Bytes(), err
}

func rowLines(x *lesson.Item) string {
	var lines []string
	for _, r := range x.Rows {
		lines = append(lines, r.Words)
	}
	return strings.Join(lines, "\n")
}

func optionLines(x *lesson.Item) string {
	var lines []string
	for _, o := range x.Options {
		lines = append(lines, o.Words)
	}
	return strings.Join(lines, "\n")
}

// harmless returns a cell that no spreadsheet takes for a formula.
func harmless(cell string) string {
	if cell != "" && strings.ContainsRune("=+-@\t\r", rune(cell[0])) {
		return "'" + cell
	}
	return cell
}
