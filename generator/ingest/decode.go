package ingest

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
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

// decode returns a page as UTF-8. What is valid UTF-8 is taken for it,
// whatever the page says: pages lie about their encoding when they are saved.
func decode(page []byte) (string, error) {
	if utf8.Valid(page) {
		return strings.TrimPrefix(string(page), "\ufeff"), nil
	}
	r, err := charset.NewReader(bytes.NewReader(page), "")
	if err != nil {
		return "", fmt.Errorf("find the page's encoding: %w", err)
	}
	decoded, err := io.ReadAll(io.LimitReader(r, 3*Largest))
	if err != nil {
		return "", fmt.Errorf("decode the page: %w", err)
	}
	return strings.ToValidUTF8(string(decoded), "\ufffd"), nil
}
