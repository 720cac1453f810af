package export

import (
	"encoding/xml"
	"strconv"

	"parallax/generator/lesson"
	"parallax/generator/message"
)

// QTI 2.1 is the format of 1EdTech for questions and tests:
// https://www.imsglobal.org/question/index.html. A package is a zip archive
// with a manifest, one test, and one file an item.

const (
	qtiNamespace   = "http://www.imsglobal.org/xsd/imsqti_v2p1"
	qtiMatch       = "http://www.imsglobal.org/question/qti_v2p1/rptemplates/match_correct"
	qtiMap         = "http://www.imsglobal.org/question/qti_v2p1/rptemplates/map_response"
	qtiTestType    = "imsqti_test_xmlv2p1"
	qtiItemType    = "imsqti_item_xmlv2p1"
	qtiPackage     = "http://www.imsglobal.org/xsd/imscp_v1p1"
	qtiSchema      = "QTIv2.1 Package"
	qtiEssayLines  = 5
	qtiAnswerChars = 40 // room that a word to be written is shown with
)

func qtiLacks(x *lesson.Item) message.Message {
	if x.Form == lesson.Order {
		seen := map[int]bool{}
		for _, o := range x.Options {
			if seen[o.Place] {
				return message.New("export.ties")
			}
			seen[o.Place] = true
		}
	}
	return message.Message{}
}

func writeQTI(m *Material) ([]byte, error) {
	manifest := qtiManifest{Xmlns: qtiPackage, ID: slugID("m", m.Event), Schema: qtiSchema, Version: "1.0.0"}
	test := qtiTest{Xmlns: qtiNamespace, ID: slugID("t", m.Event), Title: m.Title}
	test.Part.ID, test.Part.Navigation, test.Part.Submission = "part1", "nonlinear", "simultaneous"
	test.Part.Section.ID, test.Part.Section.Title, test.Part.Section.Visible = "s1", m.Title, "true"
	whole := qtiResource{ID: "r_test", Type: qtiTestType, Href: "test.xml", File: qtiHref{Href: "test.xml"}}
	parts := []part{{}, {path: "test.xml"}}
	var resources []qtiResource
	for i := range m.Items {
		x := &m.Items[i]
		file := "items/" + x.ID + ".xml"
		parts = append(parts, part{file, qtiItemOf(m, x)})
		test.Part.Section.Items = append(test.Part.Section.Items, qtiItemRef{ID: "ref_" + x.ID, Href: file})
		whole.Depends = append(whole.Depends, qtiDependency{"r_" + x.ID})
		resources = append(resources, qtiResource{ID: "r_" + x.ID, Type: qtiItemType, Href: file, File: qtiHref{Href: file}})
	}
	manifest.Resources = append([]qtiResource{whole}, resources...)
	parts[0], parts[1].data = part{"imsmanifest.xml", manifest}, test
	return archive(parts)
}

type qtiManifest struct {
	XMLName       xml.Name      `xml:"manifest"`
	Xmlns         string        `xml:"xmlns,attr"`
	ID            string        `xml:"identifier,attr"`
	Schema        string        `xml:"metadata>schema"`
	Version       string        `xml:"metadata>schemaversion"`
	Organizations struct{}      `xml:"organizations"`
	Resources     []qtiResource `xml:"resources>resource"`
}

type qtiResource struct {
	ID      string          `xml:"identifier,attr"`
	Type    string          `xml:"type,attr"`
	Href    string          `xml:"href,attr"`
	File    qtiHref         `xml:"file"`
	Depends []qtiDependency `xml:"dependency"`
}

type qtiHref struct {
	Href string `xml:"href,attr"`
}

type qtiDependency struct {
	Ref string `xml:"identifierref,attr"`
}

type qtiTest struct {
	XMLName xml.Name `xml:"assessmentTest"`
	Xmlns   string   `xml:"xmlns,attr"`
	ID      string   `xml:"identifier,attr"`
	Title   string   `xml:"title,attr"`
	Part    struct {
		ID         string `xml:"identifier,attr"`
		Navigation string `xml:"navigationMode,attr"`
		Submission string `xml:"submissionMode,attr"`
		Section    struct {
			ID      string       `xml:"identifier,attr"`
			Title   string       `xml:"title,attr"`
			Visible string       `xml:"visible,attr"`
			Items   []qtiItemRef `xml:"assessmentItemRef"`
		} `xml:"assessmentSection"`
	} `xml:"testPart"`
}

type qtiItemRef struct {
	ID   string `xml:"identifier,attr"`
	Href string `xml:"href,attr"`
}

// qtiPlace returns the identifier of the nth of something, from 0.
func qtiPlace(prefix string, n int) string { return prefix + strconv.Itoa(n+1) }
