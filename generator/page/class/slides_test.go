package class

import (
	"fmt"
	"strings"
	"testing"

	"parallax/generator/lesson"
)

// A question stands on one slide with its answers; excerpts that do not fit
// beside it come first, several to a slide where they can be seen at once.
func TestSlides(t *testing.T) {
	short, long := strings.Repeat("word ", 20), strings.Repeat("word ", 130)
	options := func(words string, n int) []lesson.Answer {
		var list []lesson.Answer
		for range n {
			list = append(list, lesson.Answer{Words: words})
		}
		return list
	}
	item := func(n int, o []lesson.Answer) Item {
		return Item{Number: n, Item: lesson.Item{Name: "Who acts?", Prompt: "Who?", Options: o}}
	}
	texts := func(words ...string) []Text {
		var list []Text
		for _, w := range words {
			list = append(list, Text{Text: lesson.Text{Words: w}})
		}
		return list
	}
	for name, c := range map[string]struct {
		part Part
		want string // of each slide: title, excerpts, answers, smaller letters
	}{
		"all at once":            {Part{Texts: texts(short, short), Items: []Item{item(1, options("yes", 3))}}, "1 2 texts 3 answers"},
		"one long excerpt":       {Part{Texts: texts(long, short), Items: []Item{item(1, options("yes", 3))}}, "1 1 texts 0 answers, 1 1 texts 0 answers, 1 0 texts 3 answers"},
		"short, but not all":     {Part{Texts: texts(short, short), Items: []Item{item(1, options(short, 4))}}, "1 2 texts 0 answers, 1 0 texts 4 answers"},
		"long answers":           {Part{Items: []Item{item(1, options(short, 9))}}, "1 0 texts 9 answers small"},
		"two on one excerpt":     {Part{Texts: texts(short), Items: []Item{item(1, options("yes", 2)), item(2, nil)}}, "- 1 texts 0 answers, 1 0 texts 2 answers, 2 0 texts 0 answers"},
		"a question and no text": {Part{Items: []Item{item(4, nil)}}, "4 0 texts 0 answers"},
	} {
		var got []string
		for _, s := range c.part.slides() {
			number, answers, small := "-", 0, ""
			if s.Title != "" {
				number, _, _ = strings.Cut(s.Title, " ·")
			}
			if s.Task != nil {
				answers = len(s.Task.Options)
			}
			if s.Small {
				small = " small"
			}
			got = append(got, fmt.Sprintf("%s %d texts %d answers%s", number, len(s.Texts), answers, small))
		}
		if strings.Join(got, ", ") != c.want {
			t.Errorf("%s: %s; want %s", name, strings.Join(got, ", "), c.want)
		}
	}
}
