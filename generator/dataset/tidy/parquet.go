package tidy

import (
	"bytes"
	"fmt"
	"math"

	"parallax/generator/dataset/columns"
)

// Parquet returns a table as Parquet.
func (f Form) Parquet(rows [][]string) ([]byte, error) {
	var b bytes.Buffer
	w := columns.NewWriter(&b, f.Name, f.typed(), math.MaxInt64)
	if err := w.Write(rows); err != nil {
		return nil, fmt.Errorf("write %s as Parquet: %w", f.Name, err)
	}
	if err := w.Close(); err != nil {
		return nil, fmt.Errorf("write %s as Parquet: %w", f.Name, err)
	}
	return b.Bytes(), nil
}
