package ingest

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"regexp"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding/charmap"

	"parallax/generator/text"
)

// Largest is the most bytes that a page may have once unpacked.
const Largest = 10 << 20

// Unpack returns a page without gzip. A page that is too large is refused
// without being unpacked whole.
func Unpack(page []byte) ([]byte, error) {
	if isGzip(page) {
		packed, err := gzip.NewReader(bytes.NewReader(page))
		if err != nil {
			return nil, fmt.Errorf("unpack the page: %w", err)
		}
		if page, err = io.ReadAll(io.LimitReader(packed, Largest+1)); err != nil {
			return nil, fmt.Errorf("unpack the page: %w", err)
		}
	}
	if len(page) > Largest {
		return nil, fmt.Errorf("the page has more than %d MB", Largest>>20)
	}
	return page, nil
}

// decode returns a page as UTF-8. The type is what its sender states. Pages
// lie about their encoding, most of all when they were saved: what is valid
// UTF-8 is taken for it, unless it has signs of an encoding whose bytes are
// valid UTF-8 too, and what says it is UTF-8 and has not one character of it
// beyond ASCII is taken for what browsers take such pages for.
func decode(page []byte, stated string) (string, error) {
	if utf8.Valid(page) && !isDisguised(page) {
		return strings.TrimPrefix(string(page), "\ufeff"), nil
	}
	encoding, name, certain := charset.DetermineEncoding(page, stated)
	if late, label := charset.Lookup(lateCharset(page)); !certain && late != nil && label != "utf-8" {
		encoding, name = late, label
	}
	if name == "utf-8" && !text.HasUTF8(page) {
		encoding = charmap.Windows1252
	}
	decoded, err := io.ReadAll(io.LimitReader(encoding.NewDecoder().Reader(bytes.NewReader(page)), 3*Largest))
	if err != nil {
		return "", fmt.Errorf("decode the page: %w", err)
	}
	return strings.TrimPrefix(strings.ToValidUTF8(string(decoded), "\ufffd"), "\ufeff"), nil
}

// charsetWithin is how many bytes of a page are searched for its charset: the
// standard has 1,024, and pages with long scripts above it state it later.
const charsetWithin = 64 << 10

// charsetStated is a meta element that states a charset.
var charsetStated = regexp.MustCompile(`(?i)<meta\s[^>]*charset\s*=\s*["']?\s*([\w.:-]+)`)

// lateCharset returns the charset that a meta element of the page states, after
// the bytes in which the standard looks for it too; "" if none does.
func lateCharset(page []byte) string {
	m := charsetStated.FindSubmatch(page[:min(len(page), charsetWithin)])
	if m == nil {
		return ""
	}
	return string(m[1])
}

// isDisguised reports whether bytes that are valid UTF-8 are likely something
// else: two bytes a character (UTF-16), or shifts between sets of characters
// (ISO 2022).
func isDisguised(page []byte) bool {
	return bytes.IndexByte(page, 0) >= 0 || bytes.Contains(page, []byte("\x1b$")) || bytes.Contains(page, []byte("\x1b("))
}
