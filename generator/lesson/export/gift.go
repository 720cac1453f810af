package export

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"

	"parallax/generator/lesson"
	"parallax/generator/message"
)

// GIFT is Moodle's text format, which other platforms and converters read as
// well: https://docs.moodle.org/en/GIFT_format.
//
// Every text is marked as plain, so that neither HTML nor the name of a format
// in it means anything. A match shows only options that belong to a row:
// parsers disagree on how to write others.

// giftEscapes escapes what GIFT gives a meaning to.
var giftEscapes = strings.NewReplacer(`\`, `\\`, "~", `\~`, "=", `\=`, "#", `\#`, "{", `\{`, "}", `\}`, ":", `\:`, "\n", `\n`)

const (
	leastPairs  = 3  // that a match of Moodle has
	mostRight   = 10 // whose share of the mark Moodle knows
	plainFormat = "[plain]"
)

// giftLacks says in addition to Moodle's rules that words to be written may not
// hold the arrow, which makes a match of them.
func giftLacks(x *lesson.Item) message.Message {
	if x.Form == lesson.Gap && strings.Contains(optionLines(x), "->") {
		return message.New("export.arrow")
	}
	return moodleLacks(x)
}

// moodleLacks says what Moodle asks of an item, in either of its formats.
func moodleLacks(x *lesson.Item) message.Message {
	switch x.Form {
	case lesson.Match:
		if len(x.Rows) < leastPairs {
			return message.New("export.pairs", "least", strconv.Itoa(leastPairs))
		}
	case lesson.Choices, lesson.Mark:
		return first(lacksSame(x), lacksRoom("export.right", rights(x), mostRight))
	}
	return lacksForm(x, lesson.Choice, lesson.Choices, lesson.Match, lesson.Gap, lesson.Mark, lesson.Open)
}

func writeGIFT(m *Material) ([]byte, error) {
	var b bytes.Buffer
	fmt.Fprintf(&b, "$CATEGORY: parallax/%s\n", m.Event)
	for i := range m.Items {
		x := &m.Items[i]
		fmt.Fprintf(&b, "\n::%s %s::%s{\n", x.ID, giftEscapes.Replace(line(x.Name)), giftText(question(x)))
		giftAnswers(&b, x)
		fmt.Fprintf(&b, "####%s\n}\n", giftText(x.Why))
	}
	b.WriteString("\n")
	return b.Bytes(), nil
}

func giftText(s string) string { return plainFormat + giftEscapes.Replace(s) }

// giftAnswers writes the options of an item, one a line.
func giftAnswers(b *bytes.Buffer, x *lesson.Item) {
	switch x.Form {
	case lesson.Match:
		for _, r := range x.Rows {
			fmt.Fprintf(b, "=%s -> %s\n", giftPair(r.Words), giftPair(x.Options[r.Option].Words))
		}
	case lesson.Choice, lesson.Choices, lesson.Mark:
		for _, o := range x.Options {
			fmt.Fprintf(b, "%s%s\n", giftSign(o.Right, several(x), rights(x)), giftText(o.Words))
		}
	case lesson.Gap:
		for _, o := range x.Options {
			fmt.Fprintf(b, "=%s\n", giftEscapes.Replace(noWildcard(o.Words)))
		}
	}
}

// giftPair returns a side of a pair: the two are parted at the first arrow, and
// the right one, which has no format, may not be taken to name one.
func giftPair(s string) string {
	return giftEscapes.Replace(line(strings.ReplaceAll(s, "->", "→")))
}

// noWildcard escapes the sign that stands for any words in an answer to be
// written.
func noWildcard(s string) string { return strings.ReplaceAll(s, "*", `\*`) }

// giftSign returns what stands before an option: where several are right, each
// carries its share of the mark and a wrong one takes the whole mark away.
func giftSign(right, several bool, of int) string {
	switch {
	case several && right:
		return "~%" + share(of) + "%"
	case several:
		return "~%-100%"
	case right:
		return "="
	}
	return "~"
}

// share returns what one of several right answers is worth, as Moodle writes
// it.
func share(of int) string {
	return strings.TrimSuffix(strings.TrimRight(strconv.FormatFloat(100/float64(of), 'f', 5, 64), "0"), ".")
}
