package export

import (
	"encoding/xml"

	"parallax/generator/lesson"
)

// Moodle XML is what Moodle itself exports:
// https://docs.moodle.org/en/Moodle_XML_format. It has no schema; elements and
// their order are those of the fixtures in Moodle's own tests. Texts are marked
// as plain, so that nothing in them is markup.

type moodleQuiz struct {
	XMLName   xml.Name         `xml:"quiz"`
	Questions []moodleQuestion `xml:"question"`
}

type moodleQuestion struct {
	Type            string         `xml:"type,attr"`
	Category        *moodleText    `xml:"category"`
	Name            *moodleText    `xml:"name"`
	Question        *moodleText    `xml:"questiontext"`
	GeneralFeedback *moodleText    `xml:"generalfeedback"`
	Grade           string         `xml:"defaultgrade,omitempty"`
	Penalty         string         `xml:"penalty,omitempty"`
	Hidden          string         `xml:"hidden,omitempty"`
	UseCase         string         `xml:"usecase,omitempty"`
	Single          string         `xml:"single,omitempty"`
	Shuffle         string         `xml:"shuffleanswers,omitempty"`
	Numbering       string         `xml:"answernumbering,omitempty"`
	Correct         *moodleText    `xml:"correctfeedback"`
	Partly          *moodleText    `xml:"partiallycorrectfeedback"`
	Incorrect       *moodleText    `xml:"incorrectfeedback"`
	Response        string         `xml:"responseformat,omitempty"` // of an essay, as what follows
	Lines           string         `xml:"responsefieldlines,omitempty"`
	Attachments     string         `xml:"attachments,omitempty"`
	Grader          *moodleText    `xml:"graderinfo"`
	Answers         []moodleAnswer `xml:"answer"`
	Pairs           []moodlePair   `xml:"subquestion"`
}

type moodleText struct {
	Format string `xml:"format,attr,omitempty"`
	Text   string `xml:"text"`
}

type moodleAnswer struct {
	Fraction string      `xml:"fraction,attr"`
	Format   string      `xml:"format,attr"`
	Text     string      `xml:"text"`
	Feedback *moodleText `xml:"feedback"`
}

type moodlePair struct {
	Format string     `xml:"format,attr"`
	Text   string     `xml:"text"`
	Answer moodleText `xml:"answer"`
}

// moodlePlain names plain text.
const moodlePlain = "plain_text"

func writeMoodle(m *Material) ([]byte, error) {
	quiz := moodleQuiz{Questions: []moodleQuestion{{Type: "category", Category: &moodleText{Text: "$course$/Parallax/" + m.Event}}}}
	for i := range m.Items {
		quiz.Questions = append(quiz.Questions, moodleItem(&m.Items[i]))
	}
	return document(quiz)
}

// moodleItem returns an item as a question, with what all kinds of question
// have.
func moodleItem(x *lesson.Item) moodleQuestion {
	q := moodleQuestion{
		Name:            &moodleText{Text: x.ID + " " + line(x.Name)},
		Question:        moodleWords(question(x)),
		GeneralFeedback: moodleWords(x.Why),
		Grade:           "1", Penalty: "0", Hidden: "0",
	}
	switch x.Form {
	case lesson.Open:
		q.Type, q.Response, q.Lines, q.Attachments, q.Penalty = "essay", "editor", "5", "0", "0"
		q.Grader = moodleWords(models(x))
		q.Answers = []moodleAnswer{{Fraction: "0", Format: moodlePlain}}
		return q
	case lesson.Gap:
		q.Type, q.UseCase = "shortanswer", "0"
	case lesson.Match:
		q.Type, q.Shuffle = "matching", "true"
		q.Pairs = moodlePairs(x)
	default:
		q.Type, q.Shuffle, q.Numbering = "multichoice", "false", "abc"
		q.Single = "true"
		if several(x) {
			q.Single = "false"
		}
	}
	if q.Type != "shortanswer" {
		q.Correct, q.Partly, q.Incorrect = moodleWords(""), moodleWords(""), moodleWords("")
	}
	if q.Type != "matching" {
		q.Answers = moodleAnswers(x)
	}
	return q
}

func moodleWords(s string) *moodleText { return &moodleText{Format: moodlePlain, Text: s} }

// moodleAnswers returns the options of an item with the share of the mark that
// each is worth.
func moodleAnswers(x *lesson.Item) []moodleAnswer {
	var list []moodleAnswer
	for _, o := range x.Options {
		a := moodleAnswer{Fraction: "0", Format: moodlePlain, Text: o.Words, Feedback: moodleWords("")}
		switch {
		case x.Form == lesson.Gap:
			a.Fraction, a.Format, a.Text = "100", "moodle_auto_format", noWildcard(o.Words)
		case several(x) && o.Right:
			a.Fraction = share(rights(x))
		case several(x):
			a.Fraction = "-100"
		case o.Right:
			a.Fraction = "100"
		}
		list = append(list, a)
	}
	return list
}

// moodlePairs returns the rows of a match, and the options of no row with an
// empty one.
func moodlePairs(x *lesson.Item) []moodlePair {
	var list []moodlePair
	pair := func(row, option string) {
		list = append(list, moodlePair{Format: moodlePlain, Text: row, Answer: moodleText{Text: option}})
	}
	for _, r := range x.Rows {
		pair(r.Words, x.Options[r.Option].Words)
	}
	for i, used := range used(x) {
		if !used {
			pair("", x.Options[i].Words)
		}
	}
	return list
}
