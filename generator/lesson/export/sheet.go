package export

import (
	"encoding/xml"
	"fmt"
	"strconv"
)

// A sheet is a spreadsheet of one table, in as little of Office Open XML
// (ECMA-376) as programs ask for: a library would add several megabytes to the
// program for five short files.
type sheet struct {
	name  string
	rows  []xlsxRow
	words []xlsxWords
}

type xlsxRow struct {
	Number int        `xml:"r,attr"`
	Cells  []xlsxCell `xml:"c"`
}

type xlsxCell struct {
	At    string `xml:"r,attr"`
	Type  string `xml:"t,attr,omitempty"` // "s" if the value is the number of a text
	Value int    `xml:"v"`
}

type xlsxWords struct {
	Text xlsxText `xml:"t"`
}

type xlsxText struct {
	Space string `xml:"xml:space,attr"`
	Words string `xml:",chardata"`
}

// set puts a text into a cell. Rows count from 1, columns from 0; cells are set
// in their order. An empty text leaves the cell empty.
func (s *sheet) set(row, column int, words string) {
	if words == "" {
		return
	}
	s.words = append(s.words, xlsxWords{xlsxText{"preserve", words}})
	s.cell(row, xlsxCell{At: column2letter(column) + strconv.Itoa(row), Type: "s", Value: len(s.words) - 1})
}

// number puts a number into a cell.
func (s *sheet) number(row, column, n int) {
	s.cell(row, xlsxCell{At: column2letter(column) + strconv.Itoa(row), Value: n})
}

func (s *sheet) cell(row int, c xlsxCell) {
	if len(s.rows) == 0 || s.rows[len(s.rows)-1].Number != row {
		s.rows = append(s.rows, xlsxRow{Number: row})
	}
	last := &s.rows[len(s.rows)-1]
	last.Cells = append(last.Cells, c)
}

// column2letter returns the name of one of the first 26 columns.
func column2letter(column int) string { return string(rune('A' + column)) }

// workbook returns the table as an .xlsx file.
func (s *sheet) workbook() ([]byte, error) {
	const (
		main      = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
		relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
		packaged  = "http://schemas.openxmlformats.org/package/2006/"
		office    = "application/vnd.openxmlformats-officedocument.spreadsheetml."
	)
	types := fmt.Sprintf(`<Types xmlns="%[1]scontent-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>`+
		`<Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="%[2]ssheet.main+xml"/>`+
		`<Override PartName="/xl/worksheets/sheet1.xml" ContentType="%[2]sworksheet+xml"/>`+
		`<Override PartName="/xl/sharedStrings.xml" ContentType="%[2]ssharedStrings+xml"/></Types>`, packaged, office)
	root := fmt.Sprintf(`<Relationships xmlns="%srelationships"><Relationship Id="rId1" Type="%s/officeDocument" Target="xl/workbook.xml"/></Relationships>`, packaged, relations)
	book := fmt.Sprintf(`<workbook xmlns="%s" xmlns:r="%s"><sheets><sheet name="%s" sheetId="1" r:id="rId1"/></sheets></workbook>`, main, relations, s.name)
	inner := fmt.Sprintf(`<Relationships xmlns="%[1]srelationships"><Relationship Id="rId1" Type="%[2]s/worksheet" Target="worksheets/sheet1.xml"/>`+
		`<Relationship Id="rId2" Type="%[2]s/sharedStrings" Target="sharedStrings.xml"/></Relationships>`, packaged, relations)
	return archive([]part{
		{"[Content_Types].xml", []byte(xml.Header + types)},
		{"_rels/.rels", []byte(xml.Header + root)},
		{"xl/workbook.xml", []byte(xml.Header + book)},
		{"xl/_rels/workbook.xml.rels", []byte(xml.Header + inner)},
		{"xl/worksheets/sheet1.xml", xlsxTable{Xmlns: main, Rows: s.rows}},
		{"xl/sharedStrings.xml", xlsxStrings{Xmlns: main, Words: s.words}},
	})
}

type xlsxTable struct {
	XMLName xml.Name  `xml:"worksheet"`
	Xmlns   string    `xml:"xmlns,attr"`
	Rows    []xlsxRow `xml:"sheetData>row"`
}

type xlsxStrings struct {
	XMLName xml.Name    `xml:"sst"`
	Xmlns   string      `xml:"xmlns,attr"`
	Words   []xlsxWords `xml:"si"`
}
