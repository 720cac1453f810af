package table

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/parquet-go/parquet-go"
	"github.com/parquet-go/parquet-go/format"
)

// parquetMark is how a file of Parquet begins and ends.
const parquetMark = "PAR1"

// readParquet reads a file of Parquet. The reader gives up on files that others
// wrote in ways that it does not expect: that is a mistake in the file.
func readParquet(data []byte) (g *grid, err error) {
	defer func() {
		if gave := recover(); gave != nil {
			g, err = nil, fmt.Errorf("read the Parquet: %v", gave)
		}
	}()
	f, err := parquet.OpenFile(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, fmt.Errorf("read the Parquet: %w", err)
	}
	g = &grid{form: "Parquet"}
	var kinds []*format.LogicalType
	for _, path := range f.Schema().Columns() {
		g.names = append(g.names, columnName(path))
		leaf, _ := f.Schema().Lookup(path...)
		kinds = append(kinds, leaf.Node.Type().LogicalType())
	}
	if len(g.names) < 2 {
		return nil, errNoTable
	}
	for _, group := range f.RowGroups() {
		if err := g.addGroup(group, kinds); err != nil {
			return nil, fmt.Errorf("read the Parquet: %w", err)
		}
	}
	return g, nil
}

// columnName returns the name of a column by the path to it, without the levels that
// a list has: authors.list.element is authors.
func columnName(path []string) string {
	var names []string
	for i, name := range path {
		isLevel := i > 0 && (name == "list" || name == "element" || name == "array" || name == "item" || name == "bag")
		if !isLevel {
			names = append(names, name)
		}
	}
	return strings.Join(names, ".")
}

// addGroup adds the rows of a group.
func (g *grid) addGroup(group parquet.RowGroup, kinds []*format.LogicalType) error {
	rows := group.Rows()
	defer rows.Close()
	buffer := make([]parquet.Row, 64)
	for {
		n, err := rows.ReadRows(buffer)
		for _, values := range buffer[:n] {
			r := row{fmt.Sprintf("row %d", len(g.rows)+1), make([]string, len(g.names))}
			for _, v := range values {
				if cell := parquetCell(v, kinds[v.Column()]); cell != "" {
					if r.cells[v.Column()] != "" {
						cell = r.cells[v.Column()] + ", " + cell
					}
					r.cells[v.Column()] = cell
				}
			}
			g.rows = append(g.rows, r)
		}
		switch {
		case errors.Is(err, io.EOF):
			return nil
		case err != nil:
			return err
		case n == 0:
			return io.ErrNoProgress
		}
	}
}

// parquetCell returns a value as a cell: moments as RFC 3339, days as ISO 8601. A
// moment that is not said to be one of UTC is a day.
func parquetCell(v parquet.Value, kind *format.LogicalType) string {
	if v.IsNull() {
		return ""
	}
	if kind == nil {
		return v.String()
	}
	switch kind := kind.Value.(type) {
	case *format.TimestampType:
		if kind.Unit.Value == nil {
			return ""
		}
		moment := time.Unix(v.Int64()/int64(time.Second/kind.Unit.Value.Duration()), 0).UTC()
		if !kind.IsAdjustedToUTC {
			return moment.Format(time.DateOnly)
		}
		return moment.Format(time.RFC3339)
	case *format.DateType:
		return time.Unix(int64(v.Int32())*24*60*60, 0).UTC().Format(time.DateOnly)
	}
	return v.String()
}
