package dataset

import (
	"bytes"
	"fmt"
	"slices"
	"strconv"

	"parallax/generator/file"

	"github.com/parquet-go/parquet-go"
)

// A siteTable collects the rows that the events have of one table, for
// researchers who want a whole site in one read: data/<name>.parquet, with the
// event's slug in the first column. Where a CSV file has an empty cell it has
// none, and its texts are as they are, since no spreadsheet runs them.
//
// Rows are encoded as they come, so that of an event its few kilobytes in the
// file stay in memory, and no more. Nothing is compressed, since some
// compressors write other bytes on another kind of processor; texts that repeat
// are stored once all the same.
type siteTable struct {
	name    string
	columns []string
	encoded *bytes.Buffer
	writer  *parquet.GenericWriter[any]
}

// rowsInGroup is how many rows are encoded at once.
const rowsInGroup = 1 << 14

// Rows are one event's part of the tables of a site.
type Rows struct {
	Slug   string
	Tables []Table
}

// SiteTables are the tables of a site, those that have rows.
type SiteTables struct{ list []*siteTable }

// Add adds the rows of an event.
func (s *SiteTables) Add(e Rows) error {
	for _, t := range e.Tables {
		if err := s.table(t).add(e.Slug, t.Rows); err != nil {
			return fmt.Errorf("write %s of event %s: %w", t.Name, e.Slug, err)
		}
	}
	return nil
}

// table returns the site's table that has the form of an event's.
func (s *SiteTables) table(t Table) *siteTable {
	i := slices.IndexFunc(s.list, func(known *siteTable) bool { return known.name == t.Name })
	if i < 0 {
		i = len(s.list)
		s.list = append(s.list, newSiteTable(t))
	}
	return s.list[i]
}

// Paths returns the addresses of the tables.
func (s *SiteTables) Paths() []string {
	var list []string
	for _, t := range s.list {
		list = append(list, t.path())
	}
	return list
}

// Files ends the tables and returns them.
func (s *SiteTables) Files() ([]file.File, error) {
	var files []file.File
	for _, t := range s.list {
		f, err := t.file()
		if err != nil {
			return nil, err
		}
		files = append(files, f)
	}
	return files, nil
}

// newSiteTable returns a table of the form of an event's.
func newSiteTable(t Table) *siteTable {
	s := &siteTable{name: t.Name, columns: append([]string{"event"}, t.Columns...), encoded: &bytes.Buffer{}}
	form := parquetForm{Group: parquet.Group{}, order: s.columns}
	for _, column := range s.columns {
		form.Group[column] = parquet.Optional(parquetNode(columnType(column)))
	}
	s.writer = parquet.NewGenericWriter[any](s.encoded, parquet.NewSchema(t.Name, form), parquet.CreatedBy("Parallax", "", ""),
		parquet.MaxRowsPerRowGroup(rowsInGroup), parquet.Compression(&parquet.Uncompressed))
	return s
}

// path returns the address of the table.
func (s *siteTable) path() string { return Folder + s.name + ".parquet" }

// add encodes rows of an event.
func (s *siteTable) add(slug string, rows [][]string) error {
	encoded := make([]parquet.Row, len(rows))
	for i, cells := range rows {
		for column, cell := range append([]string{slug}, cells...) {
			v, err := parquetValue(cell, columnType(s.columns[column]))
			if err != nil {
				return fmt.Errorf("column %s: %w", s.columns[column], err)
			}
			defined := 1
			if v.IsNull() {
				defined = 0
			}
			encoded[i] = append(encoded[i], v.Level(0, defined, column))
		}
	}
	_, err := s.writer.WriteRows(encoded)
	return err
}

// file ends the table and returns it.
func (s *siteTable) file() (file.File, error) {
	if err := s.writer.Close(); err != nil {
		return file.File{}, fmt.Errorf("write %s: %w", s.path(), err)
	}
	return file.File{Path: s.path(), Data: s.encoded.Bytes()}, nil
}

// A parquetForm is a group whose columns keep their order; that of a
// [parquet.Group] is the alphabet's.
type parquetForm struct {
	parquet.Group
	order []string
}

// Fields returns the columns in their order.
func (f parquetForm) Fields() []parquet.Field {
	fields := f.Group.Fields()
	slices.SortFunc(fields, func(x, y parquet.Field) int {
		return slices.Index(f.order, x.Name()) - slices.Index(f.order, y.Name())
	})
	return fields
}

// parquetNode returns the type that Parquet has for the type of a column.
func parquetNode(kind string) parquet.Node {
	switch kind {
	case "integer":
		return parquet.Int(64)
	case "number":
		return parquet.Leaf(parquet.DoubleType)
	case "boolean":
		return parquet.Leaf(parquet.BooleanType)
	}
	return parquet.Encoded(parquet.String(), &parquet.RLEDictionary)
}

// parquetValue returns a cell of a column of the type, null if it is empty.
func parquetValue(cell, kind string) (parquet.Value, error) {
	if cell == "" {
		return parquet.NullValue(), nil
	}
	switch kind {
	case "integer":
		n, err := strconv.ParseInt(cell, 10, 64)
		return parquet.Int64Value(n), err
	case "number":
		n, err := strconv.ParseFloat(cell, 64)
		return parquet.DoubleValue(n), err
	case "boolean":
		b, err := strconv.ParseBool(cell)
		return parquet.BooleanValue(b), err
	}
	return parquet.ByteArrayValue([]byte(cell)), nil
}
