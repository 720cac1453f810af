package tidy

import (
	"bytes"
	"fmt"
	"slices"
	"strconv"

	"github.com/parquet-go/parquet-go"
)

// Parquet returns a table as Parquet: numbers and truths as such, days and texts as
// texts that are as they are, and no value where a cell is empty. Nothing is
// compressed, since some compressors write other bytes on another kind of processor.
func (f Form) Parquet(rows [][]string) ([]byte, error) {
	form := ordered{Group: parquet.Group{}, names: f.Names()}
	for _, c := range f.Columns {
		form.Group[c.Name] = parquet.Optional(leaf(c.Type))
	}
	var b bytes.Buffer
	w := parquet.NewGenericWriter[any](&b, parquet.NewSchema(f.Name, form), parquet.CreatedBy("Parallax", "", ""), parquet.Compression(&parquet.Uncompressed))
	for _, cells := range rows {
		row := make(parquet.Row, len(cells))
		for i, cell := range cells {
			v, err := typed(cell, f.Columns[i].Type)
			if err != nil {
				return nil, fmt.Errorf("write %s as Parquet: column %s: %w", f.Name, f.Columns[i].Name, err)
			}
			defined := 1
			if v.IsNull() {
				defined = 0
			}
			row[i] = v.Level(0, defined, i)
		}
		if _, err := w.WriteRows([]parquet.Row{row}); err != nil {
			return nil, fmt.Errorf("write %s as Parquet: %w", f.Name, err)
		}
	}
	if err := w.Close(); err != nil {
		return nil, fmt.Errorf("write %s as Parquet: %w", f.Name, err)
	}
	return b.Bytes(), nil
}

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
