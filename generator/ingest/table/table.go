// Package table reads articles out of tables: CSV and what is like it, JSON, JSON a
// line (JSONL) and Parquet. [Read] is its entry point.
//
// # Which cell is what
//
// Columns are known by the names that published corpora, archives and tools give
// them, without regard to case, blanks, hyphens, points and underscores; the best
// known name wins, and the others are told. A name that means several things
// (article, content, story) is taken for the text only if its cells are long. Dots
// reach into objects of JSON: source.name. Whoever reads the table can name a column
// himself ([Options]), and the order of day and month with it.
//
// # What is wrong with a row
//
// CSV is read strictly within quotation marks: a reader that forgives loses the
// rest of a file at one mark that is never closed, without a word. At a mistake one
// line is listed, and reading goes on behind it. A row with too many or too few
// cells is listed, as is one that has no title. The head again in the middle of a
// table, as Media Cloud writes it, is counted.
//
// # What is wrong with a text
//
// A spreadsheet cuts a cell at 32,767 characters, and NewsAPI gives 200 characters
// and how many there were: both are told, and the second is a beginning and no
// article. A text that is HTML stays so; who takes it extracts the article.
package table

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"

	"parallax/generator/diag"
	"parallax/generator/ingest/dating"
	"parallax/generator/ingest/entry"
	"parallax/generator/ingest/letters"
)

// Options are what whoever reads a table says of it.
type Options struct {
	Columns  map[string]string // column by what it is: title=headline, date=published:dmy
	Encoding string            // empty to be told by the bytes
	Months   []string          // names of months, as package dating has them
}

// A grid is a table as it stands in its file.
type grid struct {
	form   string
	names  []string
	rows   []row
	unread []entry.Unread
	again  int // rows that are the head again
}

// A row has as many cells as the grid has names.
type row struct {
	place string
	cells []string
}

// errNoTable says that a file is no table.
var errNoTable = errors.New("it is no table of several columns")

// Read reads a table of any form.
func Read(data []byte, options Options) (*entry.Collection, error) {
	g, err := read(data, options)
	if err != nil {
		return nil, err
	}
	return g.collection(options)
}

// looked is how many bytes of a file are looked at to tell whether it is a table.
const looked = 64 << 10

// Is reports whether a text is a table whose columns are known, by how it begins.
func Is(data []byte) bool {
	s, encoding, err := letters.Decode(data[:min(len(data), looked)], letters.Hint{})
	if err != nil {
		return false
	}
	g, err := readSeparated(s, encoding)
	if err != nil {
		return false
	}
	_, err = g.columns(Options{})
	return err == nil
}

// read finds the form of a table by its first bytes.
func read(data []byte, options Options) (*grid, error) {
	if strings.HasPrefix(string(data[:min(len(data), 4)]), parquetMark) {
		return readParquet(data)
	}
	s, encoding, err := letters.Decode(data, letters.Hint{Named: options.Encoding})
	if err != nil {
		return nil, err
	}
	switch begin := strings.TrimSpace(s[:min(len(s), 4096)]); {
	case strings.HasPrefix(begin, "["):
		return readJSON(s)
	case strings.HasPrefix(begin, "{"):
		if whole, err := readJSON(s); err == nil {
			return whole, nil
		}
		return readLines(s)
	}
	return readSeparated(s, encoding)
}

// collection makes entries of the rows.
func (g *grid) collection(options Options) (*entry.Collection, error) {
	columns, err := g.columns(options)
	if err != nil {
		return nil, err
	}
	c := &entry.Collection{Form: g.form + ", " + diag.Count(len(g.rows)+len(g.unread), "row"), Unread: g.unread}
	c.Remark(columns.String())
	if others := columns.others(g.names); others != "" {
		c.Remark("not read: " + others)
	}
	if g.again > 0 {
		c.Remark(fmt.Sprintf("the names of the columns come %s more, which are no rows", times(g.again)))
	}
	dates, err := columns.dates(g.rows, options.Months)
	if err != nil {
		return nil, err
	}
	if dates.Strange > 0 {
		c.Remark(fmt.Sprintf("%s of column %q cannot be read, such as %q", diag.Count(dates.Strange, "date"), columns.name("date"), dates.Example))
	}
	counts := counter{}
	for i, r := range g.rows {
		e := columns.entry(r)
		e.Date = dates.Dates[i]
		if e.Title == "" {
			c.Fail(r.place, errNoTitle)
			continue
		}
		counts.look(&e)
		c.Entries = append(c.Entries, e)
	}
	counts.tell(c)
	if missing := c.Missing(); missing != "" {
		c.Remark(missing)
	}
	return c, nil
}

var errNoTitle = errors.New("it has no title")

// times says how often.
func times(n int) string {
	if n == 1 {
		return "once"
	}
	return diag.Digits(n) + " times"
}

// dates reads the dates of all rows, since their order is decided over all.
func (c columns) dates(rows []row, months []string) (dating.Read, error) {
	values := make([]string, len(rows))
	for i, r := range rows {
		values[i] = c.date(r)
	}
	read := dating.Column(values, c.order, months)
	name := c.name("date")
	if ask := read.Ask(name, fmt.Sprintf("--map date=%s:dmy if the day stands first, or --map date=%s:mdy", name, name)); ask != "" {
		return read, errors.New(ask)
	}
	return read, nil
}

// entry makes an entry of a row.
func (c columns) entry(r row) entry.Entry {
	e := entry.Entry{
		Place: r.place, ID: c.cell(r, "id"), Title: line(c.cell(r, "title")), Text: strings.TrimSpace(c.cell(r, "text")),
		Author: authors(c.cell(r, "author")), Outlet: line(c.cell(r, "outlet")), URL: address(c.cell(r, "url")), Language: language(c.cell(r, "language")),
	}
	if e.Text == "" {
		if lead := strings.TrimSpace(c.cell(r, "lead")); lead != "" {
			e.Text, e.Part = lead, true
		}
	}
	if e.Title == "" {
		e.Title = line(pageTitle(c.cell(r, "extras")))
	}
	return e
}

// name returns the name of the column that a field is read from.
func (c columns) name(field string) string {
	return cmp.Or(c.names[field], field)
}

// line returns a cell on one line.
func line(cell string) string { return strings.Join(strings.Fields(cell), " ") }

// others names the columns that nothing is read from, at most a few.
func (c columns) others(names []string) string {
	const most = 12
	var list []string
	for i, name := range names {
		if !slices.Contains(c.used, i) && name != "" {
			list = append(list, fmt.Sprintf("%q", name))
		}
	}
	if len(list) > most {
		list = append(list[:most], fmt.Sprintf("and %d more", len(list)-most))
	}
	return strings.Join(list, ", ")
}

// Names returns the names that a table gives to others: columns "given" and "name".
func Names(data []byte, encoding string) (map[string]string, error) {
	g, err := read(data, Options{Encoding: encoding})
	if err != nil {
		return nil, err
	}
	given := slices.IndexFunc(g.names, func(name string) bool { return key(name) == "given" })
	name := slices.IndexFunc(g.names, func(name string) bool { return key(name) == "name" })
	switch {
	case given < 0 || name < 0:
		return nil, fmt.Errorf(`it needs the columns "given" and "name"; there are %s`, quoted(g.names))
	case len(g.unread) > 0:
		return nil, fmt.Errorf("%s: %w", g.unread[0].Place, g.unread[0].Why)
	}
	names := map[string]string{}
	for _, r := range g.rows {
		before, is := names[line(r.cells[given])]
		if is && before != line(r.cells[name]) {
			return nil, fmt.Errorf("%s: %q is %q and %q", r.place, line(r.cells[given]), before, line(r.cells[name]))
		}
		names[line(r.cells[given])] = line(r.cells[name])
	}
	return names, nil
}

// Grid returns the columns and rows of a table as they stand in it, and what of it
// could not be read.
func Grid(data []byte, encoding string) (names []string, rows [][]string, unread []entry.Unread, err error) {
	g, err := read(data, Options{Encoding: encoding})
	if err != nil {
		return nil, nil, nil, err
	}
	for _, r := range g.rows {
		rows = append(rows, r.cells)
	}
	return g.names, rows, g.unread, nil
}
