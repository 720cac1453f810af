package tidy

import (
	"bufio"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"iter"
)

// A Spool holds the rows of a site in the order in which they come, table by table, on
// something that is larger than memory: rows of all tables come with each event, and a
// file is made of one table.
type Spool struct {
	open   func(table string) (Medium, error)
	tables map[string]*spooled
}

// A Medium takes bytes and gives them back, as a file does.
type Medium interface {
	io.Writer
	io.ReaderAt
}

// A spooled table: for each row how many cells it has, and for each cell how many bytes,
// with the bytes.
type spooled struct {
	medium Medium
	out    *bufio.Writer
	rows   int
	bytes  int64
	number []byte
}

// NewSpool returns a spool which opens a medium for each table that has rows.
func NewSpool(open func(table string) (Medium, error)) *Spool {
	return &Spool{open: open, tables: map[string]*spooled{}}
}

// Add adds rows.
func (s *Spool) Add(rows Rows) error {
	for table, list := range rows {
		t := s.tables[table]
		if t == nil {
			medium, err := s.open(table)
			if err != nil {
				return fmt.Errorf("hold the table %s: %w", table, err)
			}
			t = &spooled{medium: medium, out: bufio.NewWriter(medium)}
			s.tables[table] = t
		}
		for _, row := range list {
			if err := t.add(row); err != nil {
				return fmt.Errorf("hold the table %s: %w", table, err)
			}
		}
	}
	return nil
}

// add writes a row.
func (t *spooled) add(row []string) error {
	t.rows++
	if err := t.put(uint64(len(row))); err != nil {
		return err
	}
	for _, cell := range row {
		if err := t.put(uint64(len(cell))); err != nil {
			return err
		}
		n, err := t.out.WriteString(cell)
		if t.bytes += int64(n); err != nil {
			return err
		}
	}
	return nil
}

// put writes a number.
func (t *spooled) put(n uint64) error {
	t.number = binary.AppendUvarint(t.number[:0], n)
	t.bytes += int64(len(t.number))
	_, err := t.out.Write(t.number)
	return err
}

// Count returns how many rows a table has.
func (s *Spool) Count(table string) int {
	if t := s.tables[table]; t != nil {
		return t.rows
	}
	return 0
}

// Rows yields the rows of a table. A row is good until the next comes.
func (s *Spool) Rows(table string) iter.Seq2[[]string, error] {
	return func(yield func([]string, error) bool) {
		t := s.tables[table]
		if t == nil {
			return
		}
		if err := t.out.Flush(); err != nil {
			yield(nil, fmt.Errorf("hold the table %s: %w", table, err))
			return
		}
		in := bufio.NewReader(io.NewSectionReader(t.medium, 0, t.bytes))
		var row []string
		for {
			var err error
			row, err = readRow(in, row[:0])
			if errors.Is(err, io.EOF) {
				return
			}
			if err != nil {
				err = fmt.Errorf("read the table %s again: %w", table, err)
			}
			if !yield(row, err) || err != nil {
				return
			}
		}
	}
}

// readRow reads a row; it returns [io.EOF] where there is none.
func readRow(in *bufio.Reader, row []string) ([]string, error) {
	cells, err := binary.ReadUvarint(in)
	if err != nil {
		return row, err
	}
	for range cells {
		size, err := binary.ReadUvarint(in)
		cell := make([]byte, size)
		if err == nil {
			_, err = io.ReadFull(in, cell)
		}
		if errors.Is(err, io.EOF) {
			err = io.ErrUnexpectedEOF
		}
		if err != nil {
			return row, err
		}
		row = append(row, string(cell))
	}
	return row, nil
}
