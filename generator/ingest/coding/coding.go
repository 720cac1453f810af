// Package coding unpacks what servers pack before they send it: gzip, deflate,
// brotli (br) and zstd, one inside another too. [Unpack] is its entry point. It
// never unpacks more than it is asked for.
package coding

import (
	"bytes"
	"compress/flate"
	"compress/gzip"
	"compress/zlib"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/andybalholm/brotli"
	"github.com/klauspost/compress/zstd"
)

// ErrLarge says that data unpacks to more than was asked for.
var ErrLarge = errors.New("it unpacks to too much")

// Unpack undoes the codings of a Content-Encoding, the last one first, as long as
// the result has at most so many bytes.
func Unpack(codings string, data []byte, most int) ([]byte, error) {
	list := strings.Split(strings.ToLower(codings), ",")
	for _, coding := range slices.Backward(list) {
		coding = strings.TrimSpace(coding)
		r, err := reader(coding, data)
		if err != nil {
			return nil, err
		}
		if data, err = io.ReadAll(io.LimitReader(r, int64(most)+1)); err != nil {
			return nil, fmt.Errorf("unpack %s: %w", coding, err)
		}
		if len(data) > most {
			return nil, ErrLarge
		}
	}
	return data, nil
}

// reader returns what unpacks one coding.
func reader(coding string, data []byte) (io.Reader, error) {
	in := bytes.NewReader(data)
	switch coding {
	case "", "identity":
		return in, nil
	case "gzip", "x-gzip":
		return wrapped(coding)(gzip.NewReader(in))
	case "deflate":
		// The standard means zlib; servers send the bare stream as well.
		if r, err := zlib.NewReader(in); err == nil {
			return r, nil
		}
		return flate.NewReader(bytes.NewReader(data)), nil
	case "br":
		return brotli.NewReader(in), nil
	case "zstd":
		return wrapped(coding)(zstd.NewReader(in, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxMemory(64<<20)))
	}
	return nil, fmt.Errorf("it is packed with %s, which is not read", coding)
}

// wrapped says of an error what was being done.
func wrapped(coding string) func(r io.Reader, err error) (io.Reader, error) {
	return func(r io.Reader, err error) (io.Reader, error) {
		if err != nil {
			return nil, fmt.Errorf("unpack %s: %w", coding, err)
		}
		return r, nil
	}
}
