// Package collection reads files that hold many articles, whatever their form.
// [Read] is its entry point, and [Is] tells whether a file is one at all.
//
// A form is told by the bytes of a file and never by its name: archives call RTF
// .DOC, and pages say that they are in an encoding that they are not in. Which form
// was told is said first of all, so that who sees nonsense knows why.
package collection

import (
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"

	"parallax/generator/ingest/entry"
	"parallax/generator/ingest/letters"
	"parallax/generator/ingest/reference"
	"parallax/generator/ingest/table"
)

// Largest is the most bytes that a collection may have once unpacked: a hundred
// thousand articles.
const Largest = 512 << 20

// Options are what whoever reads a collection says of it.
type Options = table.Options

// A form is one that collections have.
type form struct {
	is   func(begin string) bool
	read func(data []byte, options Options) (*entry.Collection, error)
}

// looked is how many bytes of a file are looked at to tell its form.
const looked = 256 << 10

// forms returns the forms that a file shows by what is in it, in the order in which
// they are looked for.
func forms() []form {
	return append(exports(), []form{
		{reference.IsRIS, lines(func(s string, o Options) (*entry.Collection, error) { return reference.RIS(s, o.Months), nil })},
		{reference.IsBibTeX, lines(func(s string, o Options) (*entry.Collection, error) { return reference.BibTeX(s, o.Months), nil })},
		{reference.IsCSL, lines(func(s string, o Options) (*entry.Collection, error) { return reference.CSL(s, o.Months) })},
	}...)
}

// lines decodes a file for a reader of texts.
func lines(read func(string, Options) (*entry.Collection, error)) func([]byte, Options) (*entry.Collection, error) {
	return func(data []byte, options Options) (*entry.Collection, error) {
		s, encoding, err := letters.Decode(data, hint(data, options))
		if err != nil {
			return nil, err
		}
		c, err := read(s, options)
		if err == nil {
			c.Form += ", " + encoding
		}
		return c, err
	}
}

// formOf returns the form of a file, nil if it shows none.
func formOf(data []byte) *form {
	begin, _, err := letters.Decode(data[:min(len(data), looked)], letters.Hint{})
	if err != nil {
		return nil
	}
	for _, f := range forms() {
		if f.is(begin) {
			return &f
		}
	}
	return nil
}

// Is reports whether a file shows by what is in it that it holds many articles. One
// that does not may be a table.
func Is(data []byte) bool {
	if bytes.HasPrefix(data, []byte(packedMark)) {
		return isPacked(data)
	}
	return formOf(data) != nil
}

// Read reads a collection.
func Read(data []byte, options Options) (*entry.Collection, error) {
	data, err := unpacked(data)
	if err != nil {
		return nil, err
	}
	if bytes.HasPrefix(data, []byte(packedMark)) {
		return readPacked(data, options)
	}
	if f := formOf(data); f != nil {
		return f.read(data, options)
	}
	return table.Read(data, options)
}

// unpacked returns a file without gzip.
func unpacked(data []byte) ([]byte, error) {
	if bytes.HasPrefix(data, []byte{0x1f, 0x8b}) {
		packed, err := gzip.NewReader(bytes.NewReader(data))
		if err == nil {
			data, err = io.ReadAll(io.LimitReader(packed, Largest+1))
		}
		if err != nil {
			return nil, fmt.Errorf("unpack the file: %w", err)
		}
	}
	if len(data) > Largest {
		return nil, fmt.Errorf("it has more than %d MB", Largest>>20)
	}
	if len(bytes.TrimSpace(data)) == 0 {
		return nil, errors.New("it is empty")
	}
	return data, nil
}
