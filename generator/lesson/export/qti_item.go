package export

import (
	"encoding/xml"
	"strings"

	"parallax/generator/lesson"
)

// A qtiItem is one item of QTI 2.1. Its body holds the excerpts and one
// interaction.
type qtiItem struct {
	XMLName       xml.Name       `xml:"assessmentItem"`
	Xmlns         string         `xml:"xmlns,attr"`
	ID            string         `xml:"identifier,attr"`
	Title         string         `xml:"title,attr"`
	Adaptive      string         `xml:"adaptive,attr"`
	TimeDependent string         `xml:"timeDependent,attr"`
	Language      string         `xml:"xml:lang,attr,omitempty"`
	Response      qtiResponse    `xml:"responseDeclaration"`
	Outcome       qtiOutcome     `xml:"outcomeDeclaration"`
	Body          qtiBody        `xml:"itemBody"`
	Processing    *qtiProcessing `xml:"responseProcessing"`
}

type qtiResponse struct {
	ID          string      `xml:"identifier,attr"`
	Cardinality string      `xml:"cardinality,attr"`
	Base        string      `xml:"baseType,attr"`
	Correct     *qtiCorrect `xml:"correctResponse"`
	Mapping     *qtiMapping `xml:"mapping"`
}

type qtiCorrect struct {
	Values []string `xml:"value"`
}

type qtiMapping struct {
	Default string     `xml:"defaultValue,attr"`
	Entries []qtiEntry `xml:"mapEntry"`
}

type qtiEntry struct {
	Key   string `xml:"mapKey,attr"`
	Value string `xml:"mappedValue,attr"`
}

type qtiOutcome struct {
	ID          string `xml:"identifier,attr"`
	Cardinality string `xml:"cardinality,attr"`
	Base        string `xml:"baseType,attr"`
}

type qtiProcessing struct {
	Template string `xml:"template,attr"`
}

// A qtiBody holds at most one interaction, and for the teacher the reason.
type qtiBody struct {
	Paragraphs []string        `xml:"p"`
	Choice     *qtiInteraction `xml:"choiceInteraction"`
	Order      *qtiInteraction `xml:"orderInteraction"`
	Match      *qtiInteraction `xml:"matchInteraction"`
	Mark       *qtiInteraction `xml:"hottextInteraction"`
	Entry      *qtiEntryBlock  `xml:"div"`
	Open       *qtiInteraction `xml:"extendedTextInteraction"`
	Rubric     *qtiRubric      `xml:"rubricBlock"`
}

type qtiInteraction struct {
	Response     string      `xml:"responseIdentifier,attr"`
	Shuffle      string      `xml:"shuffle,attr,omitempty"`
	Most         *int        `xml:"maxChoices,attr"`
	Associations *int        `xml:"maxAssociations,attr"`
	Lines        int         `xml:"expectedLines,attr,omitempty"`
	Prompt       string      `xml:"prompt"`
	Choices      []qtiChoice `xml:"simpleChoice"`
	Sets         []qtiSet    `xml:"simpleMatchSet"`
	Text         *qtiHottext `xml:"p"`
}

type qtiChoice struct {
	ID   string `xml:"identifier,attr"`
	Most *int   `xml:"matchMax,attr"`
	Text string `xml:",chardata"`
}

type qtiSet struct {
	Choices []qtiChoice `xml:"simpleAssociableChoice"`
}

// A qtiEntryBlock is a question with a line to write on.
type qtiEntryBlock struct {
	Entry struct {
		Response string `xml:"responseIdentifier,attr"`
		Length   int    `xml:"expectedLength,attr"`
	} `xml:"p>textEntryInteraction"`
}

type qtiRubric struct {
	View string   `xml:"view,attr"`
	Text []string `xml:"p"`
}

// A qtiHottext is a text of which some words can be chosen, as XML: indenting
// would put blanks between words and what follows them.
type qtiHottext struct {
	XML string `xml:",innerxml"`
}

// qtiItemOf returns an item of a lesson.
func qtiItemOf(m *Material, x *lesson.Item) qtiItem {
	item := qtiItem{
		Xmlns: qtiNamespace, ID: x.ID, Title: line(x.Name), Adaptive: "false", TimeDependent: "false", Language: m.Language,
		Response:   qtiResponse{ID: "RESPONSE", Cardinality: "single", Base: "identifier"},
		Outcome:    qtiOutcome{ID: "SCORE", Cardinality: "single", Base: "float"},
		Processing: &qtiProcessing{Template: qtiMatch},
	}
	for i, e := range x.Excerpts {
		if i > 0 || x.Form != lesson.Mark {
			item.Body.Paragraphs = append(item.Body.Paragraphs, paragraphs(e.Label+": "+e.Words)...)
		}
	}
	qtiInteract(&item, x)
	if x.Why != "" {
		item.Body.Rubric = &qtiRubric{View: "scorer", Text: paragraphs(models(x))}
	}
	return item
}

// qtiInteract fills in how an item is answered and what is right.
func qtiInteract(item *qtiItem, x *lesson.Item) {
	r, b := &item.Response, &item.Body
	in := &qtiInteraction{Response: r.ID, Shuffle: "false", Prompt: line(x.Prompt)}
	switch x.Form {
	case lesson.Choice, lesson.Choices:
		b.Choice = in
		in.Choices, in.Most = qtiChoices(x), qtiMost(x)
		qtiRight(r, x)
	case lesson.Mark:
		b.Mark, in.Shuffle = in, ""
		in.Text, in.Most = qtiHottexts(x), qtiMost(x)
		qtiRight(r, x)
	case lesson.Match:
		b.Match = in
		qtiPairs(r, in, x)
	case lesson.Order:
		b.Order, r.Cardinality, r.Correct = in, "ordered", &qtiCorrect{}
		in.Choices = qtiChoices(x)
		for _, n := range sorted(x) {
			r.Correct.Values = append(r.Correct.Values, qtiPlace("c", n))
		}
	case lesson.Gap:
		b.Paragraphs = append(b.Paragraphs, paragraphs(x.Prompt)...)
		b.Entry = &qtiEntryBlock{}
		b.Entry.Entry.Response, b.Entry.Entry.Length = r.ID, qtiAnswerChars
		item.Processing.Template = qtiMap
		qtiAccepted(r, x)
	case lesson.Open:
		b.Open, in.Shuffle, in.Lines = in, "", qtiEssayLines
		r.Base, item.Processing = "string", nil
	}
}

// qtiMost returns how many options may be chosen: one, or any number.
func qtiMost(x *lesson.Item) *int {
	most := 1
	if several(x) {
		most = 0
	}
	return &most
}

func qtiChoices(x *lesson.Item) []qtiChoice {
	var list []qtiChoice
	for i, o := range x.Options {
		list = append(list, qtiChoice{ID: qtiPlace("c", i), Text: o.Words})
	}
	return list
}

// qtiRight declares the right options.
func qtiRight(r *qtiResponse, x *lesson.Item) {
	if several(x) {
		r.Cardinality = "multiple"
	}
	r.Correct = &qtiCorrect{}
	for i, o := range x.Options {
		if o.Right {
			r.Correct.Values = append(r.Correct.Values, qtiPlace("c", i))
		}
	}
}

// qtiPairs declares the right pairs. An option may be chosen for any number of
// rows, a row has one.
func qtiPairs(r *qtiResponse, in *qtiInteraction, x *lesson.Item) {
	r.Cardinality, r.Base, r.Correct = "multiple", "directedPair", &qtiCorrect{}
	one, any, rows := 1, 0, len(x.Rows)
	in.Associations = &rows
	in.Sets = make([]qtiSet, 2)
	for i, row := range x.Rows {
		in.Sets[0].Choices = append(in.Sets[0].Choices, qtiChoice{ID: qtiPlace("r", i), Most: &one, Text: row.Words})
		r.Correct.Values = append(r.Correct.Values, qtiPlace("r", i)+" "+qtiPlace("c", row.Option))
	}
	in.Sets[1].Choices = qtiChoices(x)
	for i := range in.Sets[1].Choices {
		in.Sets[1].Choices[i].Most = &any
	}
}

// qtiAccepted declares the words that are accepted, the first as the right ones.
func qtiAccepted(r *qtiResponse, x *lesson.Item) {
	r.Base, r.Correct, r.Mapping = "string", &qtiCorrect{}, &qtiMapping{Default: "0"}
	for i, o := range x.Options {
		if i == 0 {
			r.Correct.Values = []string{o.Words}
		}
		r.Mapping.Entries = append(r.Mapping.Entries, qtiEntry{Key: o.Words, Value: "1"})
	}
}

// qtiHottexts returns the first excerpt of an item with its options as words to
// choose.
func qtiHottexts(x *lesson.Item) *qtiHottext {
	var b strings.Builder
	words := x.Excerpts[0].Words
	at := 0
	for i, o := range x.Options {
		escapeXML(&b, words[at:o.Start])
		b.WriteString(`<hottext identifier="` + qtiPlace("c", i) + `">`)
		escapeXML(&b, o.Words)
		b.WriteString("</hottext>")
		at = o.Start + len(o.Words)
	}
	escapeXML(&b, words[at:])
	return &qtiHottext{b.String()}
}

// escapeXML writes a text as XML.
func escapeXML(b *strings.Builder, s string) {
	_ = xml.EscapeText(b, []byte(s)) // a builder never fails
}

// paragraphs returns the lines of a text that are not empty.
func paragraphs(s string) []string {
	return strings.FieldsFunc(s, func(r rune) bool { return r == '\n' })
}
