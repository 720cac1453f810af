package export

import (
	"encoding/xml"
	"fmt"
	"strings"

	"parallax/generator/file"
	"parallax/generator/lesson"
)

// document returns an XML document.
func document(v any) ([]byte, error) {
	data, err := xml.MarshalIndent(v, "", " ")
	return append(append([]byte(xml.Header), data...), '\n'), err
}

// A part is a file in an archive. Its data is bytes, or a value to be written
// as an XML document.
type part struct {
	path string
	data any
}

// archive returns a zip archive of parts, in their order.
func archive(parts []part) ([]byte, error) {
	files := make([]file.File, len(parts))
	for i, p := range parts {
		data, ready := p.data.([]byte)
		if !ready {
			var err error
			if data, err = document(p.data); err != nil {
				return nil, fmt.Errorf("%s: %w", p.path, err)
			}
		}
		files[i] = file.File{Path: p.path, Data: data}
	}
	return file.Zip(files)
}

// slugID returns an event's slug as an identifier that XML allows.
func slugID(prefix, slug string) string { return prefix + "_" + strings.ReplaceAll(slug, "-", "_") }

// models returns the good answers of an open item and what makes them good.
func models(x *lesson.Item) string {
	return strings.Join(append(append([]string{}, x.Models...), x.Why), "\n")
}
