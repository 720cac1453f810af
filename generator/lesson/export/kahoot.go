package export

import (
	"strconv"
	"strings"
	"unicode/utf16"

	"parallax/generator/lesson"
	"parallax/generator/message"
)

// Kahoot's template is a spreadsheet: a heading in row 8, questions below it,
// all from column B on. Its limits are short, so a question stands without the
// excerpts, with the number that it has on the worksheet before it: pupils have
// the worksheet at hand. Nothing is cut; what is too long is left out.
const (
	kahootQuestion = 120 // characters
	kahootAnswer   = 75
	kahootAnswers  = 4
	kahootHead     = 8 // row of the heading
)

// kahootColumns is the heading of the template.
func kahootColumns() []string {
	return []string{"", "Question - max 120 characters", "Answer 1 - max 75 characters", "Answer 2 - max 75 characters",
		"Answer 3 - max 75 characters", "Answer 4 - max 75 characters",
		"Time limit (sec) – 5, 10, 20, 30, 60, 90, 120, or 240 secs", "Correct answer(s) - choose at least one"}
}

// kahootTimes are the time limits in seconds that there are.
func kahootTimes() []int { return []int{5, 10, 20, 30, 60, 90, 120, 240} }

func kahootLacks(x *lesson.Item) message.Message {
	reason := first(
		lacksForm(x, lesson.Choice, lesson.Choices, lesson.Mark),
		lacksSame(x),
		lacksRoom("export.options", len(x.Options), kahootAnswers),
		lacksRoom("export.question", characters(kahootPrompt(0, x)), kahootQuestion),
	)
	for _, o := range x.Options {
		reason = first(reason, lacksRoom("export.answer", characters(line(o.Words)), kahootAnswer))
	}
	return reason
}

// characters counts a text as spreadsheets and scripts do.
func characters(s string) int { return len(utf16.Encode([]rune(s))) }

// kahootPrompt returns a question after its number, of which 0 has the room of
// the longest.
func kahootPrompt(number int, x *lesson.Item) string {
	const widest = "00"
	if number == 0 {
		return widest + ". " + line(x.Prompt)
	}
	return strconv.Itoa(number) + ". " + line(x.Prompt)
}

func writeKahoot(m *Material) ([]byte, error) {
	s := &sheet{name: "Kahoot"}
	s.set(2, 1, m.Title)
	for column, words := range kahootColumns() {
		s.set(kahootHead, column, words)
	}
	for i := range m.Items {
		x := &m.Items[i]
		row := kahootHead + 1 + i
		s.number(row, 0, i+1)
		s.set(row, 1, kahootPrompt(m.numbers[x.ID], x))
		var right []string
		for n, o := range x.Options {
			s.set(row, 2+n, line(o.Words))
			if o.Right {
				right = append(right, strconv.Itoa(n+1))
			}
		}
		s.number(row, 6, kahootTime(x.Minutes))
		s.set(row, 7, strings.Join(right, ","))
	}
	return s.workbook()
}

// kahootTime returns the shortest time limit that an item's minutes fit in, or
// the longest.
func kahootTime(minutes int) int {
	times := kahootTimes()
	for _, t := range times {
		if t >= minutes*60 {
			return t
		}
	}
	return times[len(times)-1]
}
