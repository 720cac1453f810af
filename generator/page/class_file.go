package page

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"strconv"
	"strings"

	"parallax/generator/lesson"
)

// giftEscapes escapes what GIFT gives a meaning to.
var giftEscapes = strings.NewReplacer(`\`, `\\`, "~", `\~`, "=", `\=`, "#", `\#`, "{", `\{`, "}", `\}`, ":", `\:`, "\r", "", "\n", `\n`)

// gift returns the items to choose in as a quiz in GIFT, the format of Moodle
// that other platforms read as well. It holds the answers, but no outlet's name.
func gift(q lesson.Quiz) []byte {
	var b bytes.Buffer
	fmt.Fprintf(&b, "$CATEGORY: parallax/%s\n", q.Event)
	for i := range q.Items {
		x := &q.Items[i]
		if x.Form != lesson.Choice && x.Form != lesson.Choices {
			continue
		}
		fmt.Fprintf(&b, "\n::%s::%s{\n", giftEscapes.Replace(x.ID), giftEscapes.Replace(plainQuestion(x)))
		right := 0
		for _, o := range x.Options {
			if o.Right {
				right++
			}
		}
		for _, o := range x.Options {
			fmt.Fprintf(&b, "%s%s\n", giftSign(o.Right, x.Form == lesson.Choices, right), giftEscapes.Replace(o.Words))
		}
		fmt.Fprintf(&b, "####%s\n}\n", giftEscapes.Replace(x.Why))
	}
	return b.Bytes()
}

// giftSign returns what stands before an option: where several are right, each
// carries its share of the mark and a wrong one takes the whole mark away.
func giftSign(right, several bool, of int) string {
	switch {
	case several && right:
		share := strings.TrimSuffix(strings.TrimRight(strconv.FormatFloat(100/float64(of), 'f', 5, 64), "0"), ".")
		return "~%" + share + "%"
	case several:
		return "~%-100%"
	case right:
		return "="
	}
	return "~"
}

// items returns the exercises of a lesson as a table with a byte order mark,
// which spreadsheets need to read it as UTF-8.
func items(q lesson.Quiz) ([]byte, error) {
	buffer := bytes.NewBufferString("\uFEFF")
	w := csv.NewWriter(buffer)
	w.UseCRLF = true
	rows := [][]string{{"id", "kind", "minutes", "question", "options", "answer", "why"}}
	for i := range q.Items {
		x := &q.Items[i]
		var options []string
		for _, o := range x.Options {
			options = append(options, o.Words)
		}
		rows = append(rows, []string{x.ID, string(x.Kind), strconv.Itoa(x.Minutes), plainQuestion(x), strings.Join(options, "\n"), x.Key, x.Why})
	}
	for _, row := range rows {
		for i := range row {
			row[i] = harmless(row[i])
		}
	}
	if err := w.WriteAll(rows); err != nil {
		return nil, fmt.Errorf("write the exercises of %s: %w", q.Event, err)
	}
	return buffer.Bytes(), nil
}

// harmless returns a cell that no spreadsheet takes for a formula.
func harmless(cell string) string {
	if cell != "" && strings.ContainsRune("=+-@\t\r", rune(cell[0])) {
		return "'" + cell
	}
	return cell
}

// plainQuestion returns the excerpts and the question of an item as text.
func plainQuestion(x *lesson.Item) string {
	var b strings.Builder
	b.WriteString(x.Prompt)
	for _, e := range x.Excerpts {
		b.WriteString("\n" + e.Label + ": " + e.Words)
	}
	return b.String()
}
