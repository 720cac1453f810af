package table_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/parquet-go/parquet-go"

	"parallax/generator/ingest/dating"
	"parallax/generator/ingest/entry"
	"parallax/generator/ingest/table"
	"parallax/generator/text"
)

// told returns what was read of a table as a person would note it: an entry a line
// with / between what it says, then what could not be read, behind !.
func told(c *entry.Collection) string {
	var lines []string
	for _, e := range c.Entries {
		lines = append(lines, e.Place+": "+strings.TrimRight(strings.Join([]string{e.Title, e.Text, e.Outlet, e.Date.String(), e.URL, e.Author, e.Language}, "/"), "/"))
	}
	for _, u := range c.Unread {
		lines = append(lines, "! "+u.Place+": "+u.Why.Error())
	}
	return strings.Join(lines, "\n")
}

func options() table.Options { return table.Options{Months: dating.Names(text.Builtin())} }

// TestRead reads tables in every form.
func TestRead(t *testing.T) {
	o := options()
	long := strings.Repeat("word ", 60)
	for _, test := range []struct{ name, data, want string }{
		{"commas", "title,text,publication,date\nBath closed,\"It is, they say, closed.\nFor good.\",Courier,2024-05-31\n", "line 2: Bath closed/It is, they say, closed.\nFor good./Courier/2024-05-31"},
		{"semicolons of windows-1252", "Titel;Text;Publication\nCaf\xe9 zu;Es ist zu.;Bote\n", "line 2: Café zu/Es ist zu./Bote"},
		{"Excel's own line", "sep=;\ntitle;text\na,b;c,d\n", "line 3: a,b/c,d"},
		{"tabs of UTF-16", "\xff\xfet\x00i\x00t\x00l\x00e\x00\t\x00t\x00e\x00x\x00t\x00\n\x00a\x00\t\x00b\x00", "line 2: a/b"},
		{"bars", "headline|body\na|b\n", "line 2: a/b"},
		{"line breaks of an old Mac", "title,text\ra,b\rc,d", "line 2: a/b\nline 3: c/d"},
		{"a zero byte", "title,text\na\x00b,c\n", "line 2: a\x00b/c"},
		{"a mark inside a cell", "title,text\nHe said \"no\",b\n", "line 2: He said \"no\"/b"},
		{"doubled marks", "title,text\n\"He said \"\"no\"\"\",b\r\n\"c\",\"d\"\r\n", "line 2: He said \"no\"/b\nline 3: c/d"},
		{"backslashes before marks", "title,text\n\"He said \\\"no\\\"\",\"b\"\n\"c\",\"d\"\n", "line 2: He said \"no\"/b\nline 3: c/d"},
		{"a mark that is never closed", "title,text\na,b\nc,\"d\ne,f\ng,h\n", "line 2: a/b\nline 4: e/f\nline 5: g/h\n! line 3: a quotation mark opens a cell and is never closed"},
		{"a mark that a later row closes", "title,text\na,\"b\nc,\"d\"\ne,f\n", "line 3: c/d\nline 4: e/f\n! line 2: something stands behind the quotation mark that closes a cell"},
		{"rows of other widths", "title,text\na,b,c\nd\n\ne,f\n", "line 5: e/f\n! line 2: it has 3 cells, and the first row has 2\n! line 3: it has 1 cell, and the first row has 2"},
		{"the head again", "title,url\na,https://a.example/1\ntitle,url\nb,https://a.example/2\n", "line 2: a////https://a.example/1\nline 4: b////https://a.example/2"},
		{"no title", "title,text\n,b\n", "! line 2: it has no title"},
		{"GDELT's knowledge graph", graph("20240531120000", "a.example", "https://a.example/1", "<PAGE_TITLE>Bath &amp; bridge</PAGE_TITLE>"), "line 1: Bath & bridge//a.example/2024-05-31T12:00:00Z/https://a.example/1"},
		{"JSON", `[{"title":"a","content":"` + long + `","source":{"id":null,"name":"Courier"},"author":["Ida Moor","Bo Lind"]}]`, "row 1: a/" + strings.TrimSpace(long) + "/Courier///Ida Moor, Bo Lind"},
		{"JSON inside", `{"status":"ok","response":{"n":1,"results":[{"webTitle":"a","webUrl":"https://a.example/1","webPublicationDate":"2024-05-31T12:00:00Z"}]}}`, "row 1: a///2024-05-31T12:00:00Z/https://a.example/1"},
		{"GDELT's documents", `{"articles":[{"url":"https://a.example/1","url_mobile":"","title":"a","seendate":"20240531T120000Z","domain":"a.example","language":"German","sourcecountry":"CH"}]}`, "row 1: a//a.example/2024-05-31T12:00:00Z/https://a.example/1//de"},
		{"JSON a line, one broken", "{\"title\":\"a\",\"text\":\"b\"}\n{\"title\":\"c\",\n\n{\"title\":\"d\",\"text\":\"e\",\"lang\":\"fr\"}\n", "line 1: a/b\nline 4: d/e/////fr\n! line 2: read the JSON: unexpected EOF"},
		{"JSON that breaks off", `[{"title":"a","text":"b"},{"title":"c"`, "row 1: a/b\n! row 2: it and all that follows cannot be read: unexpected EOF"},
		{"names in another spelling", "Article Title,Full-Text\na,b\n", "line 2: a/b"},
		{"a short article is a number", "title,article,body\na,17,b\n", "line 2: a/b"},
		{"year, month and day", "title,text,year,month,day\na,b,2016.0,12,3\n", "line 2: a/b//2016-12-03"},
		{"authors as a list of Python", "title,text,authors\na,b,\"['Ida Moor', \"\"Bo O'Lind\"\"]\"\n", "line 2: a/b////Ida Moor, Bo O'Lind"},
		{"only a lead", "title,url,description\na,https://a.example/1,b\n", "line 2: a/b///https://a.example/1"},
		{"a beginning", "title,text\na,The bath is… [+1234 chars]\n", "line 2: a/The bath is"},
		{"figures of a day", "title,text,date\na,b,05/06/2024\nc,d,25/06/2024\n", "line 2: a/b//2024-06-05\nline 3: c/d//2024-06-25"},
	} {
		c, err := table.Read([]byte(test.data), o)
		if err != nil {
			t.Errorf("%s: %v", test.name, err)
		} else if got := told(c); got != test.want {
			t.Errorf("%s:\n%s\nwant\n%s", test.name, got, test.want)
		}
	}
}

// graph returns a line of GDELT's Global Knowledge Graph.
func graph(moment, domain, address, extras string) string {
	cells := make([]string, 27)
	cells[0], cells[1], cells[3], cells[4], cells[15], cells[26] = "20240531120000-1", moment, domain, address, "-3.1,1,2", extras
	return strings.Join(cells, "\t") + "\n"
}

// TestRemarks demands that what is left out is told.
func TestRemarks(t *testing.T) {
	data := "id,title,text,date,tags,summary\n1,a," + strings.Repeat("x", 32767) + ",soon,t,s\n2,b,short… [+9 chars],,t,s\nid,title,text,date,tags,summary\n"
	c, err := table.Read([]byte(data), options())
	if err != nil {
		t.Fatal(err)
	}
	got := c.Form + "\n" + strings.Join(c.Remarks, "\n")
	want := `a table with commas between cells, UTF-8, 2 rows
title from "title", text from "text", date from "date", id from "id", lead from "summary"
not read: "tags"
the names of the columns come once more, which are no rows
1 date of column "date" cannot be read, such as "soon"
1 text are beginnings alone (NewsAPI)
1 text of 32767 characters: a spreadsheet cut what was longer
2 without date, 2 without outlet`
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if !c.Entries[1].Part || c.Entries[0].Part || c.Entries[0].ID != "1" {
		t.Errorf("%+v", c.Entries)
	}
}

// TestNamedColumns reads what somebody named, and says what is wrong with it.
func TestNamedColumns(t *testing.T) {
	const data = "kop,tekst,krant,dag\na,b,Bode,05/06/2024\n"
	o := options()
	o.Columns = map[string]string{"title": "kop", "text": "Tekst", "outlet": "krant", "date": "dag:mdy"}
	c, err := table.Read([]byte(data), o)
	if err != nil || told(c) != "line 2: a/b/Bode/2024-05-06" {
		t.Errorf("%v", err)
	}
	for _, test := range []struct {
		columns map[string]string
		want    string
	}{
		{nil, `no column is known as the title; name it with --map title=COLUMN; there are "kop", "tekst", "krant", "dag"`},
		{map[string]string{"title": "kop"}, "no column is known as the text or as the address"},
		{map[string]string{"titel": "kop"}, `nothing is called "titel"; did you mean "title"?`},
		{map[string]string{"title": "kopp"}, `no column is called "kopp"; did you mean "kop"?`},
		{map[string]string{"title": "kop", "text": "tekst", "date": "dag"}, `1 dates of "dag", such as 05/06/2024, can be read in two ways, and no other tells which: --map date=dag:dmy if the day stands first, or --map date=dag:mdy`},
	} {
		o.Columns = test.columns
		if _, err := table.Read([]byte(data), o); err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%v: %v, want %s", test.columns, err, test.want)
		}
	}
	o.Columns = nil
	for _, data := range []string{"", "one column\nof words\n", "{", "[1,2]", "{\"a\":1}", "PAR1PAR1"} {
		if c, err := table.Read([]byte(data), o); err == nil {
			t.Errorf("%q is a table: %s", data, told(c))
		}
	}
}

// TestParquet reads lists, structs, moments and what is null.
func TestParquet(t *testing.T) {
	type source struct {
		Name string `parquet:"name"`
	}
	type article struct {
		Title     string    `parquet:"title"`
		Text      *string   `parquet:"text,optional"`
		Authors   []string  `parquet:"authors,list"`
		Source    source    `parquet:"source"`
		Published time.Time `parquet:"published,timestamp(microsecond)"`
	}
	body := "It is closed."
	rows := []article{{"a", &body, []string{"Ida Moor", "Bo Lind"}, source{"Courier"}, time.Date(2024, 5, 31, 12, 0, 0, 0, time.UTC)}}
	for i := range 100 {
		rows = append(rows, article{Title: fmt.Sprint("t", i), Source: source{"Echo"}, Published: rows[0].Published})
	}
	var b bytes.Buffer
	if err := parquet.Write(&b, rows); err != nil {
		t.Fatal(err)
	}
	o := options()
	c, err := table.Read(b.Bytes(), o)
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(told(c), "\n")
	if len(lines) != 101 || lines[0] != "row 1: a/It is closed./Courier/2024-05-31T12:00:00Z//Ida Moor, Bo Lind" || lines[100] != "row 101: t99//Echo/2024-05-31T12:00:00Z" {
		t.Errorf("%d lines: %s … %s", len(lines), lines[0], lines[len(lines)-1])
	}
	for i := 0; i < b.Len(); i += 37 {
		broken := bytes.Clone(b.Bytes())
		broken[i] ^= 0x55
		_, _ = table.Read(broken, o) // must not panic
	}
}
