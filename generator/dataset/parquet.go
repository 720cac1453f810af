package dataset

import (
	"bytes"
	"fmt"
	"slices"

	"parallax/generator/file"

	"parallax/generator/dataset/columns"
)

// A siteTable collects the rows that the events have of one table, for
// researchers who want a whole site in one read: data/<name>.parquet, with the
// event's slug in the first column. Rows are encoded as they come, so that of an
// event its few kilobytes in the file stay in memory, and no more.
type siteTable struct {
	name    string
	columns []string
	encoded *bytes.Buffer
	writer  *columns.Writer
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
	s.writer = columns.NewWriter(s.encoded, t.Name, typed(s.columns), rowsInGroup)
	return s
}

// path returns the address of the table.
func (s *siteTable) path() string { return Folder + s.name + ".parquet" }

// add encodes rows of an event.
func (s *siteTable) add(slug string, rows [][]string) error {
	all := make([][]string, len(rows))
	for i, cells := range rows {
		all[i] = append([]string{slug}, cells...)
	}
	return s.writer.Write(all)
}

// file ends the table and returns it.
func (s *siteTable) file() (file.File, error) {
	if err := s.writer.Close(); err != nil {
		return file.File{}, fmt.Errorf("write %s: %w", s.path(), err)
	}
	return file.File{Path: s.path(), Data: s.encoded.Bytes()}, nil
}
