package export

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strconv"
	"strings"

	"parallax/generator/lesson"
	"parallax/generator/message"
)

// Google Forms imports no file. The script makes a form when a teacher runs it
// in Apps Script, with the teacher's rights: so it is short, it asks nothing of
// the network, and every text in it is a JSON string. A match is one list a
// row. Words to be written and free text are for the teacher to mark.

func formsLacks(x *lesson.Item) message.Message {
	return first(lacksForm(x, lesson.Choice, lesson.Choices, lesson.Match, lesson.Gap, lesson.Mark, lesson.Open), lacksSame(x))
}

// A formsItem is an item as the script has it.
type formsItem struct {
	Kind    string   `json:"kind"` // name of the method that adds it
	Title   string   `json:"title"`
	Options []string `json:"options,omitempty"`
	Right   []int    `json:"right,omitempty"` // numbers of options, from 0
	Why     string   `json:"why"`
}

// formsScript makes a form of the items before it.
const formsScript = `
function makeForm() {
  var form = FormApp.create(title);
  form.setIsQuiz(true);
  items.forEach(function (item) {
    var question = form[item.kind]();
    question.setTitle(item.title);
    if (item.options) {
      question.setChoices(item.options.map(function (words, number) {
        return question.createChoice(words, item.right.indexOf(number) >= 0);
      }));
      question.setPoints(1);
      question.setFeedbackForCorrect(FormApp.createFeedback().setText(item.why).build());
      question.setFeedbackForIncorrect(FormApp.createFeedback().setText(item.why).build());
    } else {
      question.setGeneralFeedback(FormApp.createFeedback().setText(item.why).build());
    }
  });
  Logger.log(form.getEditUrl());
}
`

func writeForms(m *Material) ([]byte, error) {
	var items []formsItem
	for i := range m.Items {
		items = append(items, formsItems(&m.Items[i])...)
	}
	title, err := scriptText(m.Title)
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	fmt.Fprintf(&b, "// Paste this into a new project at https://script.google.com and run makeForm.\n// It makes a form with %s; it holds the answers.\n\n", strconv.Itoa(len(items))+" questions")
	fmt.Fprintf(&b, "var title = %s;\n\nvar items = [\n", title)
	for _, item := range items {
		text, err := scriptText(item)
		if err != nil {
			return nil, err
		}
		fmt.Fprintf(&b, "  %s,\n", text)
	}
	b.WriteString("];\n" + formsScript)
	return b.Bytes(), nil
}

// scriptText returns a value as JSON. Signs of HTML stand as they are: the
// script is no page.
func scriptText(v any) (string, error) {
	var b strings.Builder
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	err := e.Encode(v)
	return strings.TrimSuffix(b.String(), "\n"), err
}

// formsItems returns an item as the questions that it makes in a form.
func formsItems(x *lesson.Item) []formsItem {
	item := formsItem{Title: question(x), Why: x.Why}
	for i, o := range x.Options {
		item.Options = append(item.Options, o.Words)
		if o.Right {
			item.Right = append(item.Right, i)
		}
	}
	switch x.Form {
	case lesson.Match:
		var list []formsItem
		for _, r := range x.Rows {
			row := item
			row.Kind, row.Title, row.Right = "addListItem", item.Title+"\n"+r.Words, []int{r.Option}
			list = append(list, row)
		}
		return list
	case lesson.Gap:
		item.Kind, item.Why = "addTextItem", strings.TrimSpace(x.Key+"\n"+x.Why)
	case lesson.Open:
		item.Kind, item.Why = "addParagraphTextItem", models(x)
	default:
		item.Kind = "addMultipleChoiceItem"
		if several(x) {
			item.Kind = "addCheckboxItem"
		}
		return []formsItem{item}
	}
	item.Options, item.Right = nil, nil
	return []formsItem{item}
}
