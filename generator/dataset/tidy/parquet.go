package tidy

import (
	"fmt"
	"io"
	"iter"

	"parallax/generator/dataset/columns"
)

// rowsInGroup is how many rows of Parquet are held at a time before they are written:
// some ten megabytes of the widest tables. Readers load a group at once; the format's
// own advice, a million, is for files that do not fit a computer.
const rowsInGroup = 1 << 16

// WriteParquet writes a table as Parquet.
func (f Form) WriteParquet(out io.Writer, rows iter.Seq2[[]string, error]) error {
	w := columns.NewWriter(out, f.Name, f.typed(), rowsInGroup)
	for row, err := range rows {
		if err == nil {
			err = w.Write([][]string{row})
		}
		if err != nil {
			return fmt.Errorf("write %s as Parquet: %w", f.Name, err)
		}
	}
	if err := w.Close(); err != nil {
		return fmt.Errorf("write %s as Parquet: %w", f.Name, err)
	}
	return nil
}
