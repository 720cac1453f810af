package export

import (
	"bytes"
	"fmt"
	"html"
	"strings"

	"parallax/generator/lesson"
	"parallax/generator/message"
)

// Cards have a question on the front and its answer on the back: first the
// terms of the glossary, then the items.

// writeAnki writes a list that Anki imports, with the directives of
// https://docs.ankiweb.net/importing/text-files.html. Fields are HTML, in which
// neither a tab nor a line's first # can mean anything.
func writeAnki(m *Material) ([]byte, error) {
	b := bytes.NewBufferString("#separator:tab\n#html:true\n#notetype:Basic\n")
	fmt.Fprintf(b, "#deck:Parallax::%s\n#tags column:3\n", m.Event)
	for _, t := range m.Terms {
		fmt.Fprintf(b, "%s\t%s\tglossary\n", ankiField(t.Words), ankiField(t.Meaning))
	}
	for i := range m.Items {
		x := &m.Items[i]
		fmt.Fprintf(b, "%s\t%s\t%s\n", ankiField(front(x)), ankiField(strings.TrimSpace(x.Key+"\n"+x.Why)), x.Kind)
	}
	return b.Bytes(), nil
}

// ankiField returns a text as HTML on one line.
func ankiField(s string) string {
	s = strings.ReplaceAll(html.EscapeString(s), "\n", "<br>")
	if rest, found := strings.CutPrefix(s, "#"); found {
		return "&#35;" + rest
	}
	return s
}

// front returns a question with what there is to choose from.
func front(x *lesson.Item) string {
	lines := []string{question(x), rowLines(x)}
	if x.Form != lesson.Gap {
		for _, o := range x.Options {
			lines = append(lines, "• "+o.Words)
		}
	}
	return strings.Join(strings.FieldsFunc(strings.Join(lines, "\n"), func(r rune) bool { return r == '\n' }), "\n")
}

// quizletLacks leaves out what has no short answer to type or to match with.
func quizletLacks(x *lesson.Item) message.Message {
	return lacksForm(x, lesson.Choice, lesson.Gap)
}

// writeQuizlet writes a list to paste into Quizlet: a card a line, its sides
// parted by a tab.
func writeQuizlet(m *Material) ([]byte, error) {
	var b bytes.Buffer
	for _, t := range m.Terms {
		fmt.Fprintf(&b, "%s\t%s\n", line(t.Words), line(t.Meaning))
	}
	for i := range m.Items {
		x := &m.Items[i]
		fmt.Fprintf(&b, "%s\t%s\n", line(strings.ReplaceAll(front(x), "\n", " / ")), line(x.Key))
	}
	return b.Bytes(), nil
}
