package dataset

import (
	"bytes"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/parquet-go/parquet-go"

	"parallax/generator/corpus"
	"parallax/generator/dataset/columns"
	"parallax/generator/event"
	"parallax/generator/file"
	"parallax/generator/framing"
	"parallax/generator/rights"
	"parallax/generator/sample"
	"parallax/generator/site"
)

// readParquet returns a table as rows of texts; the first has the names of
// the columns.
func readParquet(t *testing.T, data string) [][]string {
	t.Helper()
	f, err := parquet.OpenFile(strings.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, column := range f.Schema().Fields() {
		names = append(names, column.Name())
	}
	table := [][]string{names}
	r := parquet.NewReader(f)
	defer r.Close()
	rows := make([]parquet.Row, 7)
	for {
		n, err := r.ReadRows(rows)
		for _, row := range rows[:n] {
			table = append(table, texts(row))
		}
		if err == io.EOF {
			return table
		}
		if err != nil {
			t.Fatal(err)
		}
	}
}

// texts returns the values of a row as they stand in CSV.
func texts(row parquet.Row) []string {
	var cells []string
	for _, v := range row {
		switch {
		case v.IsNull():
			cells = append(cells, "")
		case v.Kind() == parquet.Double:
			cells = append(cells, decimal(v.Double()))
		default:
			cells = append(cells, v.String())
		}
	}
	return cells
}

// packed returns rows of a table as Parquet.
func packed(table Table, rows [][]string) ([]byte, error) {
	var b bytes.Buffer
	w := columns.NewWriter(&b, table.Name, typed(table.Columns), 1<<14)
	if err := w.Write(rows); err != nil {
		return nil, err
	}
	err := w.Close()
	return b.Bytes(), err
}

// TestParquetTypes demands that numbers are numbers, that what is unknown is
// null, and that no quote is put before a text.
func TestParquetTypes(t *testing.T) {
	c := &framing.Comparison{Articles: []framing.Article{{Letter: "A", Title: "=1", Words: 40}}}
	table := headlineTable(c, nil)
	if _, err := packed(table, [][]string{{"A", "", "", "", "", "", "", "many", "", ""}}); err == nil || !strings.Contains(err.Error(), "words") {
		t.Errorf("a text is taken for a number: %v", err)
	}
	data, err := packed(table, table.Rows)
	if err != nil {
		t.Fatal(err)
	}
	file, err := parquet.OpenFile(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	if form := file.Schema().String(); !strings.Contains(form, "optional int64 words") || !strings.Contains(form, "optional binary headline (STRING)") {
		t.Errorf("got %s", form)
	}
	row := readParquet(t, string(data))[1]
	if row[4] != "" || row[5] != "=1" || row[7] != "40" {
		t.Errorf("got %q", row)
	}
}

// TestAuditReadsParquet demands that the words of an article are found in a
// table, be it of hundreds of rows or of an event of the same name.
func TestAuditReadsParquet(t *testing.T) {
	shut := corpus.Article{ID: "shut", File: "content/articles/shut.md", Title: "Headline of six words in all", Language: "en"}
	var body strings.Builder
	for sentence, words := range []int{20, 30, 20, 200, 4, 120} {
		for word := range words {
			fmt.Fprintf(&body, "w%dx%d ", sentence, word)
		}
		body.WriteString(".\n")
	}
	sample.LayOut(&shut, body.String())
	c := &corpus.Corpus{Articles: []corpus.Article{shut}}
	e := event.Event{Members: []event.Member{{Article: "shut"}}}
	for _, slug := range []string{"ev", "headlines"} {
		e.Slug = slug
		comparison := &framing.Comparison{}
		for range 300 {
			comparison.Articles = append(comparison.Articles, framing.Article{Letter: "A", Title: "Other"})
		}
		comparison.Articles = append(comparison.Articles, framing.Article{Letter: "B", Title: shut.Text})
		table := headlineTable(comparison, nil)
		whole, err := packed(table, table.Rows)
		if err != nil {
			t.Fatal(err)
		}
		for _, data := range [][]byte{whole, whole[:len(whole)-1]} { // whole, and damaged
			audit := rights.NewAudit(site.Quotation{Share: 0.10, Page: 150, Passage: 50}, c, []event.Event{e})
			audit.Add(file.File{Path: "data/headlines.parquet", Data: data})
			if l := audit.Report(); len(l.Sorted()) != 4 { // total, page, and two long passages
				t.Errorf("%s: got %v", slug, l.Sorted())
			}
		}
	}
}
