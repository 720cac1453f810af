package coding

import (
	"bytes"
	"compress/flate"
	"compress/gzip"
	"compress/zlib"
	"errors"
	"io"
	"testing"

	"github.com/andybalholm/brotli"
	"github.com/klauspost/compress/zstd"
)

// packed returns data as a writer packs it.
func packed(t *testing.T, data []byte, pack func(io.Writer) (io.WriteCloser, error)) []byte {
	t.Helper()
	var b bytes.Buffer
	w, err := pack(&b)
	if err != nil {
		t.Fatal(err)
	}
	w.Write(data)
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestUnpack(t *testing.T) {
	data := bytes.Repeat([]byte("The council met on Monday. "), 100)
	gz := packed(t, data, func(w io.Writer) (io.WriteCloser, error) { return gzip.NewWriter(w), nil })
	for coding, sent := range map[string][]byte{
		"": data, "identity": data, "gzip": gz, "X-GZIP": gz,
		"deflate":  packed(t, data, func(w io.Writer) (io.WriteCloser, error) { return zlib.NewWriter(w), nil }),
		"br":       packed(t, data, func(w io.Writer) (io.WriteCloser, error) { return brotli.NewWriter(w), nil }),
		"zstd":     packed(t, data, func(w io.Writer) (io.WriteCloser, error) { return zstd.NewWriter(w) }),
		"gzip, br": packed(t, gz, func(w io.Writer) (io.WriteCloser, error) { return brotli.NewWriter(w), nil }),
	} {
		if got, err := Unpack(coding, sent, len(data)); err != nil || !bytes.Equal(got, data) {
			t.Errorf("%q: %v", coding, err)
		}
		if _, err := Unpack(coding, sent, len(data)-1); !errors.Is(err, ErrLarge) {
			t.Errorf("%q: %v", coding, err)
		}
	}
	bare := packed(t, data, func(w io.Writer) (io.WriteCloser, error) { return flate.NewWriter(w, 6) })
	if got, err := Unpack("deflate", bare, len(data)); err != nil || !bytes.Equal(got, data) {
		t.Error(err)
	}
	for _, coding := range []string{"gzip", "br", "zstd", "deflate", "compress"} {
		if _, err := Unpack(coding, []byte("<p>not packed</p>"), 1000); err == nil {
			t.Errorf("%s: no error", coding)
		}
	}
}
