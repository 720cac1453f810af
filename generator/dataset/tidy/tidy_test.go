package tidy_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/parquet-go/parquet-go"

	"parallax/generator/across"
	"parallax/generator/corpus"
	"parallax/generator/dataset/frictionless"
	"parallax/generator/dataset/profile"
	"parallax/generator/dataset/tidy"
	"parallax/generator/framing"
	"parallax/generator/message"
	"parallax/generator/rights"
	"parallax/generator/sample"
	"parallax/generator/site"
	"parallax/templates"
)

// rows returns the book and the rows of the sample.
func rows(t *testing.T) (tidy.Book, tidy.Rows, *corpus.Corpus) {
	t.Helper()
	book, err := tidy.ReadBook()
	if err != nil {
		t.Fatal(err)
	}
	english, err := message.Load(templates.Files, "en")
	if err != nil {
		t.Fatal(err)
	}
	all := sample.Corpus(t)
	var articles []*corpus.Article
	for i := range all.Articles {
		articles = append(articles, &all.Articles[i])
	}
	compared := sample.Comparison(t, all)
	compared.Review.Decisions = []framing.Decision{{ID: "not-told-1", Do: "not-told", Signal: framing.SignalCoverage, About: "s3", Article: 2, Machine: "tells", Editor: "absent", On: corpus.Day(2031, 3, 7)}}
	e := sample.Event(all)
	made := tidy.Outlets(all.Outlets)
	made.Add(tidy.Over([]profile.Answered{{Question: profile.AskNaming, Answer: across.Answer{
		Contrasts: []across.Contrast{{About: "Alder Queen", What: "the ferry", One: all.Outlets[0].ID, Other: all.Outlets[1].ID, Events: 12, First: .5, Second: .25, Difference: .25, Low: -.1, High: .6, P: .03, Corrected: .06}},
		Points:    []across.Point{{About: "Alder Queen", What: "the ferry", Outlet: all.Outlets[0].ID, Span: "2031-Q1", Events: 4, Share: .5, Low: .1, High: .9}},
	}}}))
	made.Add(tidy.Tabulate(tidy.Event{Event: &e, Articles: articles, English: english,
		Allowance: rights.Allow(compared, articles, rights.ReadHeadlines(all.Articles), site.Quotation{Share: 0.6, Page: 150, Passage: 50})}))
	return book, made, all
}

// TestRows holds every row against the book: as many cells as columns, each of its
// type and of the values that are known, keys that are unique and point somewhere.
func TestRows(t *testing.T) {
	book, made, _ := rows(t)
	keys := map[string]map[string]bool{}
	for _, form := range book {
		if len(made[form.Name]) == 0 && form.Name != "emphasis" { // which the sample has none of
			t.Errorf("%s has no row", form.Name)
		}
		keys[form.Name] = map[string]bool{}
		for _, row := range made[form.Name] {
			if len(row) != len(form.Columns) {
				t.Fatalf("%s: %d cells for %d columns: %q", form.Name, len(row), len(form.Columns), row)
			}
			var key []string
			for i, c := range form.Columns {
				if why := wrong(row[i], c); why != "" {
					t.Errorf("%s: %s is %q: %s", form.Name, c.Name, row[i], why)
				}
				if slices.Contains(form.Key, c.Name) {
					key = append(key, row[i])
				}
			}
			if k := strings.Join(key, "\n"); keys[form.Name][k] {
				t.Errorf("%s: %q is there twice", form.Name, key)
			} else {
				keys[form.Name][k] = true
			}
		}
	}
	for _, form := range book {
		for i, c := range form.Columns {
			for _, row := range made[form.Name] {
				if c.Refers != "" && row[i] != "" && !keys[c.Refers][row[i]] {
					t.Errorf("%s: %s %q is in no row of %s", form.Name, c.Name, row[i], c.Refers)
				}
			}
		}
	}
	for name := range made {
		if keys[name] == nil {
			t.Errorf("%s is in no book", name)
		}
	}
}

// wrong says what is wrong with a cell.
func wrong(cell string, c tidy.Column) string {
	if cell == "" {
		return ""
	}
	var err error
	switch c.Type {
	case "integer":
		_, err = strconv.Atoi(cell)
	case "number":
		_, err = strconv.ParseFloat(cell, 64)
	case "boolean":
		_, err = strconv.ParseBool(cell)
	case "date":
		_, err = time.Parse(time.DateOnly, cell)
	case "string":
	default:
		return "it is of no type"
	}
	if err != nil {
		return err.Error()
	}
	if len(c.Values) > 0 && !slices.Contains(c.Values, cell) {
		return "it is none of the values"
	}
	return ""
}

// TestEveryPairIsARow demands a cell for each statement and article, and a row of
// speakers for each article.
func TestEveryPairIsARow(t *testing.T) {
	_, made, all := rows(t)
	if got, want := len(made["cells"]), len(made["statements"])*len(all.Articles); got != want {
		t.Errorf("%d cells, want %d", got, want)
	}
	heard := map[string]bool{}
	for _, row := range made["speakers"] {
		heard[row[1]] = true
	}
	if len(heard) != len(all.Articles) {
		t.Errorf("speakers of %d articles", len(heard))
	}
}

// TestSpans demands that a span of code points is the words beside it, where the
// article may be shown.
func TestSpans(t *testing.T) {
	book, made, all := rows(t)
	held := 0
	for _, form := range book {
		names := form.Names()
		start, end, words, id := slices.Index(names, "start"), slices.Index(names, "end"), slices.Index(names, "text"), slices.Index(names, "article_id")
		if start < 0 {
			continue
		}
		for _, row := range made[form.Name] {
			i := slices.IndexFunc(all.Articles, func(a corpus.Article) bool { return a.ID == row[id] })
			if row[start] == "" || !all.Articles[i].Licence.Open() {
				continue
			}
			from, _ := strconv.Atoi(row[start])
			to, _ := strconv.Atoi(row[end])
			held++
			if got := string([]rune(all.Articles[i].Text)[from:to]); got != row[words] || utf8.RuneCountInString(got) == 0 {
				t.Errorf("%s of %s: %q is %q", form.Name, row[id], row[words], got)
			}
		}
	}
	if held < 5 {
		t.Errorf("only %d spans", held)
	}
}

// TestCSV demands that no cell is a formula and that numbers stay.
func TestCSV(t *testing.T) {
	f := tidy.Form{Columns: []tidy.Column{{Name: "a", Type: "string"}, {Name: "b", Type: "number"}}}
	got, err := csv.NewReader(strings.NewReader(string(f.CSV([][]string{{"=1+1", "-0.4"}, {"a=1", ""}})))).ReadAll()
	if err != nil || strings.Join(slices.Concat(got...), "|") != "a|b|'=1+1|-0.4|a=1|" {
		t.Errorf("%q, %v", got, err)
	}
}

// packed returns rows as Parquet, having laid them into a spool and taken them out.
func packed(f tidy.Form, rows [][]string) ([]byte, error) {
	spool := tidy.NewSpool(func(string) (tidy.Medium, error) { return &medium{}, nil })
	if err := spool.Add(tidy.Rows{f.Name: rows}); err != nil {
		return nil, err
	}
	var b bytes.Buffer
	err := f.WriteParquet(&b, spool.Rows(f.Name))
	return b.Bytes(), err
}

// A medium holds bytes in memory.
type medium struct{ bytes.Buffer }

func (m *medium) ReadAt(p []byte, at int64) (int, error) {
	return bytes.NewReader(m.Bytes()).ReadAt(p, at)
}

// TestSpool demands the rows that were given, in their order, and as CSV the same bytes
// as without a spool.
func TestSpool(t *testing.T) {
	f := tidy.Form{Name: "t", Columns: []tidy.Column{{Name: "a", Type: "string"}, {Name: "b", Type: "string"}}}
	media := map[string]*medium{}
	spool := tidy.NewSpool(func(table string) (tidy.Medium, error) { media[table] = &medium{}; return media[table], nil })
	all := [][]string{{"é, \"=\"\r\n", ""}, {"=1", strings.Repeat("x", 300)}, {"", "\x00"}}
	for _, row := range all {
		if err := spool.Add(tidy.Rows{"t": {row}, "u": {row[:1]}}); err != nil {
			t.Fatal(err)
		}
	}
	for range 2 {
		var got [][]string
		for row, err := range spool.Rows("t") {
			if err != nil {
				t.Fatal(err)
			}
			got = append(got, slices.Clone(row))
		}
		if fmt.Sprintf("%q", got) != fmt.Sprintf("%q", all) || spool.Count("t") != 3 || spool.Count("u") != 3 || spool.Count("v") != 0 {
			t.Errorf("%q", got)
		}
	}
	var b bytes.Buffer
	if err := f.WriteCSV(&b, spool.Rows("t")); err != nil || !bytes.Equal(b.Bytes(), f.CSV(all)) {
		t.Errorf("%q, %v", b.String(), err)
	}
	media["t"].Truncate(media["t"].Len() - 1)
	var failed error
	for _, err := range spool.Rows("t") {
		failed = err
	}
	if failed == nil || !strings.Contains(failed.Error(), "read the table t again") {
		t.Errorf("a cut table: %v", failed)
	}
}

// TestParquet demands the cells of every table in Parquet, in the order of its columns,
// with their types.
func TestParquet(t *testing.T) {
	book, made, _ := rows(t)
	for _, form := range book {
		data, err := packed(form, made[form.Name])
		if err != nil {
			t.Fatal(err)
		}
		f, err := parquet.OpenFile(bytes.NewReader(data), int64(len(data)))
		if err != nil {
			t.Fatal(err)
		}
		var names []string
		for _, column := range f.Schema().Fields() {
			names = append(names, column.Name())
		}
		if !slices.Equal(names, form.Names()) || f.NumRows() != int64(len(made[form.Name])) {
			t.Errorf("%s: %d rows of %q", form.Name, f.NumRows(), names)
		}
	}
	f := tidy.Form{Name: "t", Columns: []tidy.Column{{Name: "b", Type: "string"}, {Name: "a", Type: "integer"}, {Name: "c", Type: "boolean"}}}
	data, err := packed(f, [][]string{{"=1", "", "true"}})
	if err != nil {
		t.Fatal(err)
	}
	r := parquet.NewReader(bytes.NewReader(data))
	defer r.Close()
	read := make([]parquet.Row, 2)
	if n, _ := r.ReadRows(read); n != 1 || read[0][0].String() != "=1" || !read[0][1].IsNull() || !read[0][2].Boolean() {
		t.Errorf("%d rows: %v", n, read)
	}
	if _, err := packed(f, [][]string{{"", "many", ""}}); err == nil || !strings.Contains(err.Error(), "column a") {
		t.Errorf("a text is taken for a number: %v", err)
	}
}

// TestPackage demands one schema for each table, with the keys of its book.
func TestPackage(t *testing.T) {
	book, _, _ := rows(t)
	files, err := book.Package(frictionless.Package{Name: "x", Title: "X", Version: "2031.03.05"})
	if err != nil || len(files) != len(book)+1 {
		t.Fatalf("%d files, %v", len(files), err)
	}
	whole := 0
	for _, f := range files {
		whole += len(f.Data)
		var any map[string]any
		if err := json.Unmarshal(f.Data, &any); err != nil {
			t.Errorf("%s: %v", f.Path, err)
		}
	}
	if whole > 60_000 {
		t.Errorf("the description has %d bytes", whole)
	}
	for _, form := range book {
		for _, key := range form.Key {
			if !slices.Contains(form.Names(), key) {
				t.Errorf("%s has no column %s of its key", form.Name, key)
			}
		}
		for _, c := range form.Columns {
			if i := slices.IndexFunc(book, func(f tidy.Form) bool { return f.Name == c.Refers }); c.Means == "" || c.Refers != "" && (i < 0 || len(book[i].Key) != 1) {
				t.Errorf("%s: %s", form.Name, c.Name)
			}
		}
	}
}
