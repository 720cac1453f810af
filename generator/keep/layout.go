package keep

import (
	"bytes"
	"encoding/json"
	"strings"
)

// lineLength is how long a line of a kept file may be before what it holds gets lines
// of its own.
const lineLength = 120

// lay writes JSON so that versions compare well: what is short stands in a line, of
// what is not each part stands in one.
func lay(b *bytes.Buffer, data []byte, depth int) error {
	var short bytes.Buffer
	if err := json.Compact(&short, data); err != nil {
		return err
	}
	if short.Len() <= lineLength || short.Bytes()[0] != '{' && short.Bytes()[0] != '[' {
		b.Write(short.Bytes())
		return nil
	}
	d := json.NewDecoder(&short)
	opening, err := d.Token()
	if err != nil {
		return err
	}
	b.WriteString(opening.(json.Delim).String())
	for first := true; d.More(); first = false {
		if !first {
			b.WriteByte(',')
		}
		b.WriteString("\n" + strings.Repeat(" ", depth+1))
		if opening == json.Delim('{') {
			if err := layName(b, d); err != nil {
				return err
			}
		}
		var part json.RawMessage
		if err := d.Decode(&part); err != nil {
			return err
		}
		if err := lay(b, part, depth+1); err != nil {
			return err
		}
	}
	closing, err := d.Token()
	if err != nil {
		return err
	}
	b.WriteString("\n" + strings.Repeat(" ", depth) + closing.(json.Delim).String())
	return nil
}

// layName writes the name of what comes next in an object.
func layName(b *bytes.Buffer, d *json.Decoder) error {
	name, err := d.Token()
	if err != nil {
		return err
	}
	quoted, err := json.Marshal(name)
	if err != nil {
		return err
	}
	b.Write(append(quoted, ':'))
	return nil
}
