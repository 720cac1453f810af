package word

import (
	"encoding/xml"
	"fmt"
	"strings"
)

// A look is what a style says of its paragraphs and letters.
type look struct {
	style     Style
	name      string // as Word lists it; lower case for its own styles
	paragraph string
	letters   string
}

// looks returns the styles, in black on white. Sizes are half points, distances
// twentieths of a point.
func looks() []look {
	return []look{
		{Body, "Normal", `<w:spacing w:before="60" w:after="60" w:line="264" w:lineRule="auto"/>`, ``},
		{Title, "Title", `<w:keepNext/><w:spacing w:before="0" w:after="120"/>`, `<w:b/><w:bCs/><w:sz w:val="32"/><w:szCs w:val="32"/>`},
		{Heading, "heading 1", `<w:keepNext/><w:spacing w:before="240" w:after="60"/><w:outlineLvl w:val="0"/>`, `<w:b/><w:bCs/><w:sz w:val="24"/><w:szCs w:val="24"/>`},
		{Note, "Note", `<w:spacing w:before="60" w:after="60"/>`, `<w:sz w:val="19"/><w:szCs w:val="19"/>`},
		{Label, "Excerpt Label", `<w:keepNext/><w:pBdr><w:left w:val="single" w:sz="18" w:space="8" w:color="000000"/></w:pBdr><w:spacing w:before="120" w:after="0"/><w:ind w:left="227"/>`, `<w:b/><w:bCs/><w:sz w:val="19"/><w:szCs w:val="19"/>`},
		{Excerpt, "Excerpt", `<w:pBdr><w:left w:val="single" w:sz="18" w:space="8" w:color="000000"/></w:pBdr><w:spacing w:before="0" w:after="0"/><w:ind w:left="227"/>`, ``},
		{Question, "Question", `<w:keepNext/><w:spacing w:before="120" w:after="60"/>`, `<w:b/><w:bCs/>`},
		{Answer, "Answer", `<w:keepLines/><w:spacing w:before="40" w:after="40"/><w:ind w:left="227"/>`, ``},
		{Line, "Line to write on", `<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="1" w:color="555555"/><w:between w:val="single" w:sz="4" w:space="1" w:color="555555"/></w:pBdr><w:spacing w:before="0" w:after="0" w:line="460" w:lineRule="exact"/>`, ``},
	}
}

// styles returns the part of the styles.
func (d *Document) styles() []byte {
	var s strings.Builder
	fmt.Fprintf(&s, xml.Header+`<w:styles xmlns:w="%s"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Georgia" w:hAnsi="Georgia" w:cs="Times New Roman"/><w:sz w:val="22"/><w:szCs w:val="22"/>`+
		`<w:lang w:val="%[2]s" w:eastAsia="%[2]s" w:bidi="%[2]s"/></w:rPr></w:rPrDefault></w:docDefaults>`, mainNS, escaped(d.Language))
	for _, l := range looks() {
		if l.style == Body {
			fmt.Fprintf(&s, `<w:style w:type="paragraph" w:default="1" w:styleId="%s"><w:name w:val="%s"/><w:qFormat/>`, l.style, l.name)
		} else {
			fmt.Fprintf(&s, `<w:style w:type="paragraph" w:styleId="%s"><w:name w:val="%s"/><w:basedOn w:val="%s"/><w:qFormat/>`, l.style, l.name, Body)
		}
		fmt.Fprintf(&s, `<w:pPr>%s</w:pPr><w:rPr>%s</w:rPr></w:style>`, l.paragraph, l.letters)
	}
	s.WriteString(`</w:styles>`)
	return []byte(s.String())
}
