package fetch

import (
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"mime"
	"net/http"
	"slices"
	"strings"
)

// readable refuses a type of content that nobody here reads. An answer that
// states none is read, since its bytes tell.
func readable(stated string, accept []string) error {
	kind, _, err := mime.ParseMediaType(stated)
	if errors.Is(err, mime.ErrInvalidMediaParameter) {
		err = nil // the type is good, and the charset is looked for in the text
	}
	switch {
	case stated == "" || err != nil,
		strings.HasPrefix(kind, "text/"), strings.HasSuffix(kind, "+xml"), kind == "application/xml",
		slices.Contains(accept, kind):
		return nil
	}
	return fmt.Errorf("it is of the type %s, which is not read", kind)
}

// body reads and unpacks an answer.
func body(r *http.Response) ([]byte, error) {
	if r.ContentLength > Largest {
		return nil, errLarge
	}
	sent, err := io.ReadAll(io.LimitReader(r.Body, Largest+1))
	if err != nil {
		return nil, passing(fmt.Errorf("the answer was cut short: %w", err))
	}
	if len(sent) > Largest {
		return nil, errLarge
	}
	switch coding := strings.ToLower(r.Header.Get("Content-Encoding")); coding {
	case "", "identity":
		return sent, nil
	case "gzip", "x-gzip":
		return unpack(sent)
	default:
		return nil, fmt.Errorf("it is packed with %s, which was not asked for", coding)
	}
}

var (
	errLarge = fmt.Errorf("it has more than %d MB", Largest>>20)
	errBomb  = fmt.Errorf("it unpacks to more than %d times its size", ratio)
)

// unpack unpacks gzip within the limits.
func unpack(sent []byte) ([]byte, error) {
	packed, err := gzip.NewReader(bytes.NewReader(sent))
	if err != nil {
		return nil, fmt.Errorf("unpack the answer: %w", err)
	}
	most := min(Largest, max(smallEnough, ratio*len(sent)))
	unpacked, err := io.ReadAll(io.LimitReader(packed, int64(most)+1))
	switch {
	case err != nil:
		return nil, fmt.Errorf("unpack the answer: %w", err)
	case len(unpacked) > Largest:
		return nil, errLarge
	case len(unpacked) > most:
		return nil, errBomb
	}
	return unpacked, nil
}
