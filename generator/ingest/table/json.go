package table

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"

	"parallax/generator/ingest/entry"
)

// readJSON reads a list of objects, or the longest such list inside an object, at
// most two objects deep: {"response": {"results": [...]}}.
func readJSON(s string) (*grid, error) {
	raw, path, err := listIn(json.RawMessage(s), 2)
	if err != nil {
		return nil, err
	}
	g := &grid{form: "JSON, a list of objects"}
	if path != "" {
		g.form = fmt.Sprintf("JSON, the list %q", path)
	}
	b := newBuilder(g)
	in := json.NewDecoder(bytes.NewReader(raw))
	if _, err := in.Token(); err != nil { // the bracket
		return nil, fmt.Errorf("read the JSON: %w", err)
	}
	for n := 1; in.More(); n++ {
		place := fmt.Sprintf("row %d", n)
		var object json.RawMessage
		if err := in.Decode(&object); err != nil {
			b.fail(place, fmt.Errorf("it and all that follows cannot be read: %w", err))
			break
		}
		b.add(place, object)
	}
	return b.grid()
}

// readLines reads an object a line.
func readLines(s string) (*grid, error) {
	b := newBuilder(&grid{form: "JSON, an object a line"})
	n := 0
	for line := range strings.Lines(s) {
		if n++; strings.TrimSpace(line) != "" {
			b.add(fmt.Sprintf("line %d", n), json.RawMessage(line))
		}
	}
	return b.grid()
}

// listIn returns the longest list of objects in a value, and the names that lead to
// it.
func listIn(raw json.RawMessage, depth int) (list json.RawMessage, path string, err error) {
	raw = bytes.TrimSpace(raw)
	switch {
	case len(raw) > 0 && raw[0] == '[':
		return raw, "", nil
	case len(raw) == 0 || raw[0] != '{' || depth == 0:
		return nil, "", errNoTable
	}
	var object map[string]json.RawMessage
	if err := json.Unmarshal(raw, &object); err != nil {
		return nil, "", fmt.Errorf("read the JSON: %w", err)
	}
	for name, value := range object {
		inner, rest, err := listIn(value, depth-1)
		begin := bytes.TrimSpace(bytes.TrimPrefix(inner, []byte("[")))
		if err != nil || len(begin) == 0 || begin[0] != '{' {
			continue
		}
		if name = strings.TrimSuffix(name+"."+rest, "."); len(inner) > len(list) || len(inner) == len(list) && name < path {
			list, path = inner, name
		}
	}
	if list == nil {
		return nil, "", errNoTable
	}
	return list, path, nil
}

// A builder makes a grid of objects, whose names are found as they come.
type builder struct {
	made *grid
	at   map[string]int
}

func newBuilder(g *grid) *builder { return &builder{g, map[string]int{}} }

func (b *builder) fail(place string, err error) {
	b.made.unread = append(b.made.unread, entry.Unread{Place: place, Why: err})
}

// add makes a row of an object.
func (b *builder) add(place string, object json.RawMessage) {
	r := row{place: place, cells: make([]string, len(b.made.names))}
	err := eachMember(object, "", func(name, value string) {
		i, known := b.at[name]
		if !known {
			i = len(b.made.names)
			b.at[name] = i
			b.made.names = append(b.made.names, name)
		}
		for len(r.cells) <= i {
			r.cells = append(r.cells, "")
		}
		r.cells[i] = value
	})
	if err != nil {
		b.fail(place, err)
		return
	}
	b.made.rows = append(b.made.rows, r)
}

// grid returns the grid with as many cells in each row as there are names.
func (b *builder) grid() (*grid, error) {
	if len(b.made.names) < 2 {
		return nil, errNoTable
	}
	for i := range b.made.rows {
		r := &b.made.rows[i]
		r.cells = append(r.cells, make([]string, len(b.made.names)-len(r.cells))...)
	}
	return b.made, nil
}

// eachMember calls a function with every member of an object in its order; those of
// objects inside have a dotted name.
func eachMember(object json.RawMessage, prefix string, each func(name, value string)) error {
	in := json.NewDecoder(bytes.NewReader(object))
	in.UseNumber()
	if token, err := in.Token(); err != nil || token != json.Delim('{') {
		return errors.New("it is no object of JSON")
	}
	for in.More() {
		name, err := in.Token()
		if err != nil {
			return brokenJSON(err)
		}
		var value json.RawMessage
		if err := in.Decode(&value); err != nil {
			return brokenJSON(err)
		}
		full := prefix + fmt.Sprint(name)
		if value[0] == '{' {
			if err := eachMember(value, full+".", each); err != nil {
				return err
			}
			continue
		}
		each(full, cellOf(value))
	}
	if _, err := in.Token(); err != nil {
		return brokenJSON(err)
	}
	if _, err := in.Token(); prefix == "" && !errors.Is(err, io.EOF) {
		return errors.New("something stands behind the object")
	}
	return nil
}

func brokenJSON(err error) error {
	if errors.Is(err, io.EOF) {
		err = io.ErrUnexpectedEOF
	}
	return fmt.Errorf("read the JSON: %w", err)
}

// cellOf returns a value that is no object as a cell: a list of texts with commas
// between, of objects by their names.
func cellOf(value json.RawMessage) string {
	var s string
	var list []json.RawMessage
	switch {
	case json.Unmarshal(value, &s) == nil:
		return s
	case json.Unmarshal(value, &list) == nil:
		var parts []string
		for _, item := range list {
			var named struct {
				Name string `json:"name"`
			}
			if json.Unmarshal(item, &named) == nil && named.Name != "" {
				parts = append(parts, named.Name)
			} else if part := cellOf(item); part != "" {
				parts = append(parts, part)
			}
		}
		return strings.Join(parts, ", ")
	case string(value) == "null":
		return ""
	}
	return string(value)
}
