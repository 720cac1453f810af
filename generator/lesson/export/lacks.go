package export

import (
	"slices"
	"strconv"
	"strings"

	"parallax/generator/lesson"
	"parallax/generator/message"
)

// holdsAll is for formats that can hold every item.
func holdsAll(*lesson.Item) message.Message { return message.Message{} }

// lacksForm says that a format has no such form, unless it is one of those
// given.
func lacksForm(x *lesson.Item, has ...lesson.Form) message.Message {
	if slices.Contains(has, x.Form) {
		return message.Message{}
	}
	return message.New("export.form")
}

// lacksSame says that two options to choose from have the same words, which
// only an export that keeps their places can tell apart.
func lacksSame(x *lesson.Item) message.Message {
	seen := map[string]bool{}
	for _, o := range x.Options {
		if seen[o.Words] {
			return message.New("export.same")
		}
		seen[o.Words] = true
	}
	return message.Message{}
}

// first returns the first message that says something.
func first(reasons ...message.Message) message.Message {
	for _, m := range reasons {
		if m.Key != "" {
			return m
		}
	}
	return message.Message{}
}

// lacksRoom says that something has more than most of its units.
func lacksRoom(key string, n, most int) message.Message {
	if n <= most {
		return message.Message{}
	}
	return message.New(key, "n", strconv.Itoa(n), "most", strconv.Itoa(most))
}

// rights returns how many options are right.
func rights(x *lesson.Item) int {
	n := 0
	for _, o := range x.Options {
		if o.Right {
			n++
		}
	}
	return n
}

// several reports whether an item with options to choose from asks for any
// number of them.
func several(x *lesson.Item) bool {
	return x.Form == lesson.Choices || x.Form == lesson.Mark && rights(x) != 1
}

// sorted returns the options of Order in the right order.
func sorted(x *lesson.Item) []int {
	order := make([]int, len(x.Options))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(i, j int) int { return x.Options[i].Place - x.Options[j].Place })
	return order
}

// used returns which options of Match are right for a row.
func used(x *lesson.Item) []bool {
	list := make([]bool, len(x.Options))
	for _, r := range x.Rows {
		list[r.Option] = true
	}
	return list
}

// question returns the prompt of an item and its excerpts as text, a line each.
func question(x *lesson.Item) string {
	var b strings.Builder
	b.WriteString(x.Prompt)
	for _, e := range x.Excerpts {
		b.WriteString("\n" + e.Label + ": " + e.Words)
	}
	return b.String()
}
