package columns

import (
	"fmt"
	"io"
	"slices"
	"strconv"

	"github.com/parquet-go/parquet-go"
)

// A Writer writes a table as Parquet: numbers and truths as such, days and texts as
// texts that are as they are, since no spreadsheet runs them, and no value where a
// cell is empty. Nothing is compressed, since some compressors write other bytes on
// another kind of processor; texts that repeat are stored once all the same.
type Writer struct {
	columns []Column
	encoded *parquet.GenericWriter[any]
}

// NewWriter returns a writer of a table, which encodes as many rows at once as group.
func NewWriter(out io.Writer, table string, list []Column, group int64) *Writer {
	form := ordered{Group: parquet.Group{}, names: names(list)}
	for _, c := range list {
		form.Group[c.Name] = parquet.Optional(leaf(c.Type))
	}
	return &Writer{list, parquet.NewGenericWriter[any](out, parquet.NewSchema(table, form), parquet.CreatedBy("Parallax", "", ""),
		parquet.MaxRowsPerRowGroup(group), parquet.Compression(&parquet.Uncompressed))}
}

// Write encodes rows. A cell that is not of its column's type is an error that names
// the column.
func (w *Writer) Write(rows [][]string) error {
	encoded := make([]parquet.Row, len(rows))
	for i, cells := range rows {
		for column, cell := range cells {
			v, err := typed(cell, w.columns[column].Type)
			if err != nil {
				return fmt.Errorf("column %s: %w", w.columns[column].Name, err)
			}
			defined := 1
			if v.IsNull() {
				defined = 0
			}
			encoded[i] = append(encoded[i], v.Level(0, defined, column))
		}
	}
	_, err := w.encoded.WriteRows(encoded)
	return err
}

// Close ends the table.
func (w *Writer) Close() error { return w.encoded.Close() }

// An ordered group keeps the order of its columns; that of a [parquet.Group] is the
// alphabet's.
type ordered struct {
	parquet.Group
	names []string
}

// Fields returns the columns in their order.
func (o ordered) Fields() []parquet.Field {
	fields := o.Group.Fields()
	slices.SortFunc(fields, func(x, y parquet.Field) int {
		return slices.Index(o.names, x.Name()) - slices.Index(o.names, y.Name())
	})
	return fields
}

// leaf returns the type that Parquet has for the type of a column.
func leaf(kind string) parquet.Node {
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

// typed returns a cell as a value of its type.
func typed(cell, kind string) (parquet.Value, error) {
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
