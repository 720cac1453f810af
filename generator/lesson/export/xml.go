package export

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"fmt"
	"strings"
	"time"

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

// archive returns a zip archive of parts, in their order, each of the first
// time that an archive can name.
func archive(parts []part) ([]byte, error) {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, p := range parts {
		data, ready := p.data.([]byte)
		if !ready {
			var err error
			if data, err = document(p.data); err != nil {
				return nil, fmt.Errorf("%s: %w", p.path, err)
			}
		}
		w, err := z.CreateHeader(&zip.FileHeader{Name: p.path, Method: zip.Deflate, Modified: time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)})
		if err == nil {
			_, err = w.Write(data)
		}
		if err != nil {
			return nil, fmt.Errorf("%s: %w", p.path, err)
		}
	}
	err := z.Close()
	return b.Bytes(), err
}

// slugID returns an event's slug as an identifier that XML allows.
func slugID(prefix, slug string) string { return prefix + "_" + strings.ReplaceAll(slug, "-", "_") }

// models returns the good answers of an open item and what makes them good.
func models(x *lesson.Item) string {
	return strings.Join(append(append([]string{}, x.Models...), x.Why), "\n")
}
