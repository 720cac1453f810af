package export

import (
	"encoding/xml"
	"fmt"
	"strconv"

	"parallax/generator/lesson"
	"parallax/generator/message"
)

// Common Cartridge 1.1 is the package of 1EdTech that most platforms import:
// https://www.imsglobal.org/cc/index.html. Its one resource is an assessment in
// QTI 1.2. The profile has neither matching nor ordering; a match is one choice
// a row.

func cartridgeLacks(x *lesson.Item) message.Message {
	return first(lacksForm(x, lesson.Choice, lesson.Choices, lesson.Match, lesson.Gap, lesson.Mark, lesson.Open), lacksSame(x))
}

func writeCartridge(m *Material) ([]byte, error) {
	const file = "quiz/assessment.xml"
	manifest := ccManifest{Xmlns: "http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1", LOM: "http://ltsc.ieee.org/xsd/imsccv1p1/LOM/manifest",
		ID: slugID("m", m.Event), Schema: "IMS Common Cartridge", Version: "1.1.0", Title: ccString{m.Language, m.Title}}
	manifest.Organization.ID, manifest.Organization.Structure, manifest.Organization.Root.ID = "org", "rooted-hierarchy", "root"
	manifest.Organization.Root.Item = ccEntry{"i_quiz", "r_quiz", m.Title}
	manifest.Resource = ccResource{"r_quiz", "imsqti_xmlv1p2/imscc_xmlv1p1/assessment", qtiHref{file}}
	a := ccAssessment{Xmlns: "http://www.imsglobal.org/xsd/ims_qtiasiv1p2"}
	a.Assessment.ID, a.Assessment.Title, a.Assessment.Section.ID = slugID("a", m.Event), m.Title, "root_section"
	a.Assessment.Fields = []ccField{{"cc_profile", "cc.exam.v0p1"}, {"qmd_assessmenttype", "Examination"}, {"cc_maxattempts", "unlimited"}}
	for i := range m.Items {
		a.Assessment.Section.Items = append(a.Assessment.Section.Items, ccItems(&m.Items[i])...)
	}
	return archive([]part{{"imsmanifest.xml", manifest}, {file, a}})
}

type ccManifest struct {
	XMLName      xml.Name `xml:"manifest"`
	ID           string   `xml:"identifier,attr"`
	Xmlns        string   `xml:"xmlns,attr"`
	LOM          string   `xml:"xmlns:lomm,attr"`
	Schema       string   `xml:"metadata>schema"`
	Version      string   `xml:"metadata>schemaversion"`
	Title        ccString `xml:"metadata>lomm:lom>lomm:general>lomm:title>lomm:string"`
	Organization struct {
		ID        string `xml:"identifier,attr"`
		Structure string `xml:"structure,attr"`
		Root      struct {
			ID   string  `xml:"identifier,attr"`
			Item ccEntry `xml:"item"`
		} `xml:"item"` // which has no title
	} `xml:"organizations>organization"`
	Resource ccResource `xml:"resources>resource"`
}

type ccString struct {
	Language string `xml:"language,attr"`
	Text     string `xml:",chardata"`
}

type ccEntry struct {
	ID    string `xml:"identifier,attr"`
	Ref   string `xml:"identifierref,attr"`
	Title string `xml:"title"`
}

type ccResource struct {
	ID   string  `xml:"identifier,attr"`
	Type string  `xml:"type,attr"`
	File qtiHref `xml:"file"`
}

// ccItems returns an item as the questions of the profile that it makes.
func ccItems(x *lesson.Item) []ccItem {
	switch x.Form {
	case lesson.Match:
		var list []ccItem
		for i, r := range x.Rows {
			one := ccChoice(x, fmt.Sprintf("%s_%d", x.ID, i+1), question(x)+"\n"+r.Words, false, func(n int) bool { return n == r.Option })
			list = append(list, one)
		}
		return list
	case lesson.Gap:
		return []ccItem{ccGap(x)}
	case lesson.Open:
		return []ccItem{ccEssay(x)}
	}
	return []ccItem{ccChoice(x, x.ID, question(x), several(x), func(n int) bool { return x.Options[n].Right })}
}

// ccChoice returns a question with options.
func ccChoice(x *lesson.Item, id, question string, several bool, right func(n int) bool) ccItem {
	item := ccStart(x, id, question, "cc.multiple_choice.v0p1")
	response := &ccResponse{ID: "response", Cardinality: "Single", Choice: &ccRender{}}
	correct := ccCondition{Continue: "No", Score: &ccScore{"SCORE", "Set", "100"}}
	if several {
		item.Profile[0].Entry, response.Cardinality = "cc.multiple_response.v0p1", "Multiple"
		correct.Is.And = &ccAnd{}
	}
	for n, o := range x.Options {
		place := ccEqual{"response", "c" + strconv.Itoa(n+1)}
		response.Choice.Labels = append(response.Choice.Labels, ccLabel{place.Value, ccMaterial{ccText{"text/plain", o.Words}}})
		switch {
		case several && right(n):
			correct.Is.And.Equal = append(correct.Is.And.Equal, place)
		case several:
			correct.Is.And.Not = append(correct.Is.And.Not, ccNot{place})
		case right(n):
			correct.Is.Equal = append(correct.Is.Equal, place)
		}
	}
	item.Choice = response
	return item.judged(x, correct)
}

// ccGap returns a question with a word to write.
func ccGap(x *lesson.Item) ccItem {
	item := ccStart(x, x.ID, question(x), "cc.fib.v0p1")
	item.Entry = &ccResponse{ID: "response", Cardinality: "Single", Blank: &ccBlank{Prompt: "Dashline"}}
	correct := ccCondition{Continue: "No", Score: &ccScore{"SCORE", "Set", "100"}}
	for _, o := range x.Options {
		correct.Is.Equal = append(correct.Is.Equal, ccEqual{"response", o.Words})
	}
	return item.judged(x, correct)
}

// ccEssay returns a question that a person marks.
func ccEssay(x *lesson.Item) ccItem {
	item := ccStart(x, x.ID, question(x), "cc.essay.v0p1")
	item.Profile = append(item.Profile, ccField{"qmd_computerscored", "No"})
	item.Entry = &ccResponse{ID: "response", Cardinality: "Single", Blank: &ccBlank{Prompt: "Box"}}
	if text := models(x); text != "" {
		item.Feedback = &ccFeedback{ID: "solution", Solution: &ccSolution{ccMaterial{ccHTML(text)}}}
	}
	return item
}
