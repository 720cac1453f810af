package coding

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
)

// cas reads CAS JSON: the text of a document, and features of annotations that are an
// answer. In INCEpTION's exports the file is called after the coder.
func cas(base string, data []byte) ([]judgedUnit, error) {
	var file struct {
		Structures []map[string]any `json:"%FEATURE_STRUCTURES"`
	}
	if err := json.Unmarshal(data, &file); err != nil {
		return nil, fmt.Errorf("read the CAS JSON: %w", err)
	}
	u := judgedUnit{place: base, coder: base}
	for _, s := range file.Structures {
		if s["%TYPE"] == "uima.cas.Sofa" {
			u.text = texts(s["sofaString"])
			continue
		}
		for name, value := range s {
			v := words(texts(value))
			switch {
			case name == "unit_id" || name == "documentId":
				u.id = texts(value)
			case !strings.HasPrefix(name, "%") && !strings.HasPrefix(name, "@") && slices.Contains(Answers(), v):
				u.labels = append(u.labels, v)
			}
		}
	}
	slices.Sort(u.labels)
	return []judgedUnit{u}, nil
}

// xmi reads a CAS in XML, of which UIMA and INCEpTION have one file for each text and
// coder: the text of its sofa, and what anything else is called.
func xmi(base string, data []byte) ([]judgedUnit, error) {
	u := judgedUnit{place: base, coder: base}
	d := xml.NewDecoder(bytes.NewReader(data))
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, fmt.Errorf("read the CAS XMI: %w", err)
		}
		element, is := token.(xml.StartElement)
		if !is {
			continue
		}
		for _, a := range element.Attr {
			v := words(a.Value)
			switch {
			case element.Name.Local == "Sofa":
				if a.Name.Local == "sofaString" {
					u.text = a.Value
				}
			case a.Name.Local == "unit_id" || a.Name.Local == "documentId":
				u.id = a.Value
			case slices.Contains(Answers(), v):
				u.labels = append(u.labels, v)
			}
		}
	}
	slices.Sort(u.labels)
	return []judgedUnit{u}, nil
}
