package export

import (
	"encoding/xml"
	"strings"

	"parallax/generator/lesson"
)

// The parts of QTI 1.2 that the profile of Common Cartridge allows. Rules that
// its schema cannot say, such as the names of profiles and of the one section,
// are held by tests.

type ccAssessment struct {
	XMLName    xml.Name `xml:"questestinterop"`
	Xmlns      string   `xml:"xmlns,attr"`
	Assessment struct {
		ID      string    `xml:"ident,attr"`
		Title   string    `xml:"title,attr"`
		Fields  []ccField `xml:"qtimetadata>qtimetadatafield"`
		Section struct {
			ID    string   `xml:"ident,attr"`
			Items []ccItem `xml:"item"`
		} `xml:"section"`
	} `xml:"assessment"`
}

type ccField struct {
	Label string `xml:"fieldlabel"`
	Entry string `xml:"fieldentry"`
}

type ccItem struct {
	ID         string        `xml:"ident,attr"`
	Title      string        `xml:"title,attr"`
	Profile    []ccField     `xml:"itemmetadata>qtimetadata>qtimetadatafield"`
	Question   ccText        `xml:"presentation>material>mattext"`
	Choice     *ccResponse   `xml:"presentation>response_lid"`
	Entry      *ccResponse   `xml:"presentation>response_str"`
	Processing *ccProcessing `xml:"resprocessing"`
	Feedback   *ccFeedback   `xml:"itemfeedback"`
}

type ccMaterial struct {
	Text ccText `xml:"mattext"`
}

type ccText struct {
	Type string `xml:"texttype,attr"`
	Text string `xml:",chardata"`
}

type ccResponse struct {
	ID          string    `xml:"ident,attr"`
	Cardinality string    `xml:"rcardinality,attr"`
	Choice      *ccRender `xml:"render_choice"`
	Blank       *ccBlank  `xml:"render_fib"`
}

type ccRender struct {
	Labels []ccLabel `xml:"response_label"`
}

type ccLabel struct {
	ID       string     `xml:"ident,attr"`
	Material ccMaterial `xml:"material"`
}

type ccBlank struct {
	Prompt string `xml:"prompt,attr"`
}

type ccProcessing struct {
	Outcome struct {
		Name string `xml:"varname,attr"`
		Type string `xml:"vartype,attr"`
		Min  string `xml:"minvalue,attr"`
		Max  string `xml:"maxvalue,attr"`
	} `xml:"outcomes>decvar"`
	Conditions []ccCondition `xml:"respcondition"`
}

type ccCondition struct {
	Continue string       `xml:"continue,attr"`
	Is       ccIs         `xml:"conditionvar"`
	Score    *ccScore     `xml:"setvar"`
	Feedback *ccShownThen `xml:"displayfeedback"`
}

// A ccIs is a condition: one of some values, all of some and none of others, or
// whatever the answer is.
type ccIs struct {
	Any   *struct{} `xml:"other"`
	Equal []ccEqual `xml:"varequal"`
	And   *ccAnd    `xml:"and"`
}

type ccAnd struct {
	Equal []ccEqual `xml:"varequal"`
	Not   []ccNot   `xml:"not"`
}

type ccNot struct {
	Equal ccEqual `xml:"varequal"`
}

type ccEqual struct {
	Response string `xml:"respident,attr"`
	Value    string `xml:",chardata"`
}

type ccScore struct {
	Name   string `xml:"varname,attr"`
	Action string `xml:"action,attr"`
	Value  string `xml:",chardata"`
}

type ccShownThen struct {
	Type string `xml:"feedbacktype,attr"`
	Ref  string `xml:"linkrefid,attr"`
}

type ccFeedback struct {
	ID       string      `xml:"ident,attr"`
	Material *ccMaterial `xml:"material"`
	Solution *ccSolution `xml:"solution"`
}

type ccSolution struct {
	Material ccMaterial `xml:"solutionmaterial>material"`
}

// ccStart returns an item with what all items have.
func ccStart(x *lesson.Item, id, question, profile string) ccItem {
	return ccItem{ID: id, Title: line(x.Name), Profile: []ccField{{"cc_profile", profile}}, Question: ccHTML(question)}
}

// judged returns the item with its right answer, and the reason, which is shown
// whatever was answered.
func (i ccItem) judged(x *lesson.Item, correct ccCondition) ccItem {
	i.Processing = &ccProcessing{}
	o := &i.Processing.Outcome
	o.Name, o.Type, o.Min, o.Max = "SCORE", "Decimal", "0", "100"
	if x.Why != "" {
		why := ccCondition{Continue: "Yes", Feedback: &ccShownThen{"Response", "why"}}
		why.Is.Any = &struct{}{}
		i.Processing.Conditions = append(i.Processing.Conditions, why)
		i.Feedback = &ccFeedback{ID: "why", Material: &ccMaterial{ccHTML(x.Why)}}
	}
	i.Processing.Conditions = append(i.Processing.Conditions, correct)
	return i
}

// ccEscapes escapes what HTML gives a meaning to in a text.
var ccEscapes = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;")

// ccHTML returns a text as HTML, a paragraph a line: platforms lose the line
// ends of plain text.
func ccHTML(s string) ccText {
	var b strings.Builder
	for _, p := range paragraphs(s) {
		b.WriteString("<p>" + ccEscapes.Replace(p) + "</p>")
	}
	return ccText{"text/html", b.String()}
}
