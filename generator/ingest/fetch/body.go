package fetch

import (
	"errors"
	"fmt"
	"io"
	"mime"
	"net/http"
	"slices"
	"strings"

	"parallax/generator/ingest/coding"
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
	if packing := r.Header.Get("Content-Encoding"); packing != "" && packing != "identity" {
		return unpack(packing, sent)
	}
	return sent, nil
}

var (
	errLarge = fmt.Errorf("it has more than %d MB", Largest>>20)
	errBomb  = fmt.Errorf("it unpacks to more than %d times its size", ratio)
)

// unpack unpacks an answer within the limits. Only gzip is asked for; some
// servers send others.
func unpack(packing string, sent []byte) ([]byte, error) {
	most := min(Largest, max(smallEnough, ratio*len(sent)))
	unpacked, err := coding.Unpack(packing, sent, most)
	switch {
	case errors.Is(err, coding.ErrLarge) && most == Largest:
		return nil, errLarge
	case errors.Is(err, coding.ErrLarge):
		return nil, errBomb
	case err != nil:
		return nil, fmt.Errorf("unpack the answer: %w", err)
	}
	return unpacked, nil
}
