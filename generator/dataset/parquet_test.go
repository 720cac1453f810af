package dataset

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"

	"github.com/parquet-go/parquet-go"

	"parallax/generator/corpus"
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

// TestParquetHoldsTheTables demands that the Parquet tables hold the rows of
// the CSV tables, with the event's slug before each.
func TestParquetHoldsTheTables(t *testing.T) {
	slugs := []string{"alder-queen", "zinc"}
	files := written(t, slugs...)
	for _, name := range []string{"headlines", "wording", "naming", "speakers"} {
		got := readParquet(t, files["data/"+name+".parquet"])
		var want [][]string
		for _, slug := range slugs {
			rows, err := csv.NewReader(strings.NewReader(files["data/"+slug+"/"+name+".csv"])).ReadAll()
			if err != nil {
				t.Fatal(err)
			}
			for i, row := range rows {
				if first := append([]string{slug}, row...); i > 0 {
					want = append(want, first)
				} else if len(want) == 0 {
					want = append(want, append([]string{"event"}, row...))
				}
			}
		}
		if !slices.EqualFunc(got, want, slices.Equal) {
			t.Errorf("%s: got %q, want %q", name, got, want)
		}
	}
}

// TestParquetHoldsTheStatements demands a row for each cell of the coverage
// grid that is not empty.
func TestParquetHoldsTheStatements(t *testing.T) {
	files := written(t, "alder-queen")
	grid, err := csv.NewReader(strings.NewReader(files["data/alder-queen/statements.csv"])).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var want, got []string
	for _, row := range grid[1:] {
		for i := 3; i < len(row); i += 2 {
			if row[i] != "" {
				want = append(want, strings.Join([]string{"alder-queen", row[0], row[1], row[2], grid[0][i], row[i], row[i+1]}, "|"))
			}
		}
	}
	for _, row := range readParquet(t, files["data/statements.parquet"])[1:] {
		got = append(got, strings.Join(slices.Delete(row, 5, 6), "|"))
	}
	slices.Sort(got)
	slices.Sort(want)
	if len(want) == 0 || !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

// TestParquetTypes demands that numbers are numbers, that what is unknown is
// null, and that no quote is put before a text.
func TestParquetTypes(t *testing.T) {
	c := &framing.Comparison{Articles: []framing.Article{{Letter: "A", Title: "=1", Words: 40}}}
	s := newSiteTable(headlineTable(c, nil))
	if err := s.add("e", headlineTable(c, nil).Rows); err != nil {
		t.Fatal(err)
	}
	if err := s.add("e", [][]string{{"A", "", "", "", "", "", "", "many", "", ""}}); err == nil || !strings.Contains(err.Error(), "words") {
		t.Errorf("a text is taken for a number: %v", err)
	}
	f, err := s.file()
	if err != nil {
		t.Fatal(err)
	}
	file, err := parquet.OpenFile(bytes.NewReader(f.Data), int64(len(f.Data)))
	if err != nil {
		t.Fatal(err)
	}
	if form := file.Schema().String(); !strings.Contains(form, "optional int64 words") || !strings.Contains(form, "optional binary headline (STRING)") {
		t.Errorf("got %s", form)
	}
	row := readParquet(t, string(f.Data))[1]
	if row[5] != "" || row[6] != "=1" || row[8] != "40" {
		t.Errorf("got %q", row)
	}
}

func TestParquetRepeats(t *testing.T) {
	one, two := written(t, "alder-queen"), written(t, "alder-queen")
	n := 0
	for path, data := range one {
		if strings.HasSuffix(path, ".parquet") {
			if n++; data != two[path] {
				t.Errorf("%s differs the second time", path)
			}
		}
	}
	if n != 6 {
		t.Errorf("%d tables", n)
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
		s := newSiteTable(table)
		if err := s.add("another", table.Rows); err != nil {
			t.Fatal(err)
		}
		f, err := s.file()
		if err != nil {
			t.Fatal(err)
		}
		for _, data := range [][]byte{f.Data, f.Data[:len(f.Data)-1]} { // whole, and damaged
			audit := rights.NewAudit(site.Quotation{Share: 0.10, Page: 150, Passage: 50}, c, []event.Event{e})
			audit.Add(file.File{Path: f.Path, Data: data})
			if l := audit.Report(); len(l.Sorted()) != 4 { // total, page, and two long passages
				t.Errorf("%s: got %v", slug, l.Sorted())
			}
		}
	}
}
