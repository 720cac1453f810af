// Package letters turns the bytes of a file into text. [Decode] is its entry point.
//
// In this order: the encoding that somebody names; a byte order mark; UTF-8, if
// the whole file is valid; UTF-16 by where its zero bytes stand; the encoding that
// the file itself declares, which lies often, so that it comes late; and one byte
// a letter, windows-1251 where most letters lie beyond ASCII, as in Cyrillic, else
// windows-1252, which every byte but five is valid in. Which one it was is said,
// so that who sees wrong letters can name another.
package letters

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"parallax/generator/text"
)

// A Hint is what is known of a file's encoding besides its bytes.
type Hint struct {
	Named    string // by whoever reads it, which decides
	Declared string // by the file
}

// Decode returns the text of a file and the name of its encoding.
func Decode(data []byte, hint Hint) (s, name string, err error) {
	e, name, err := encodingOf(data, hint)
	if err != nil {
		return "", "", err
	}
	if e != nil {
		if data, err = e.NewDecoder().Bytes(data); err != nil {
			return "", "", fmt.Errorf("decode as %s: %w", name, err)
		}
	}
	return strings.TrimPrefix(strings.ToValidUTF8(string(data), "\ufffd"), "\ufeff"), name, nil
}

// utf8Name is how UTF-8 is called in what is said.
const utf8Name = "UTF-8"

// encodingOf returns the encoding of a file; nil for UTF-8.
func encodingOf(data []byte, hint Hint) (encoding.Encoding, string, error) {
	if hint.Named != "" {
		e, name := charset.Lookup(hint.Named)
		if e == nil {
			return nil, "", fmt.Errorf("there is no encoding %q; it is a name such as windows-1250 or utf-16le", hint.Named)
		}
		if name == "utf-8" {
			return nil, utf8Name, nil
		}
		return e, name, nil
	}
	if e, name := wide(data); e != nil {
		return e, name, nil
	}
	if utf8.Valid(data) {
		return nil, utf8Name, nil
	}
	e, name := charset.Lookup(hint.Declared)
	switch {
	case e != nil && name != "utf-8":
		return e, name, nil
	case e != nil && text.HasUTF8(data):
		return nil, utf8Name + " with broken letters", nil
	case mostlyBeyond(data):
		return charmap.Windows1251, "windows-1251", nil
	}
	return charmap.Windows1252, "windows-1252", nil
}

// wide returns the encoding of two bytes a letter that a file is in, nil if it is
// in none.
func wide(data []byte) (encoding.Encoding, string) {
	little, big := unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)
	switch {
	case bytes.HasPrefix(data, []byte{0xff, 0xfe}):
		return little, "UTF-16"
	case bytes.HasPrefix(data, []byte{0xfe, 0xff}):
		return big, "UTF-16"
	}
	begin := data[:min(len(data), 4096)]
	var zeros [2]int
	for i, b := range begin {
		if b == 0 {
			zeros[i%2]++
		}
	}
	many := len(begin) / 4 // half of the bytes are zero where most letters are ASCII
	switch {
	case zeros[1] > many && 8*zeros[0] < zeros[1]:
		return little, "UTF-16"
	case zeros[0] > many && 8*zeros[1] < zeros[0]:
		return big, "UTF-16"
	}
	return nil, ""
}

// mostlyBeyond reports whether most letters of a file lie beyond ASCII.
func mostlyBeyond(data []byte) bool {
	ascii, beyond := 0, 0
	for _, b := range data {
		switch {
		case b >= 0xc0:
			beyond++
		case 'a' <= b && b <= 'z', 'A' <= b && b <= 'Z':
			ascii++
		}
	}
	return beyond > ascii
}
