package output

import (
	"io"
	"iter"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"parallax/generator/file"
)

// long yields one file that is not held.
func long(data string) iter.Seq2[file.File, error] {
	return func(yield func(file.File, error) bool) {
		yield(file.File{Path: "data/x.bin", Long: io.NewSectionReader(strings.NewReader(data), 0, int64(len(data)))}, nil)
	}
}

// TestLongFile writes a file that is not held, keeps it as long as it is the same, and
// finds out what stands there as Compare does.
func TestLongFile(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	for _, step := range []struct {
		data          string
		written, kept int
	}{{"one", 1, 0}, {"one", 0, 1}, {"two", 1, 0}, {"three", 1, 0}} {
		report, err := Write(t.Context(), dir, long(step.data), Options{})
		if err != nil || report.Written != step.written || report.Kept != step.kept || report.Bytes != int64(len(step.data)) {
			t.Errorf("%s: %+v, %v", step.data, report, err)
		}
		if after, err := Compare(t.Context(), dir, long(step.data), Options{}); err != nil || after.Kept != 1 {
			t.Errorf("%s: %+v, %v", step.data, after, err)
		}
		if other, err := Compare(t.Context(), dir, long("other"), Options{}); err != nil || other.Kept != 0 {
			t.Errorf("another: %+v, %v", other, err)
		}
		if got, err := os.ReadFile(filepath.Join(dir, "data", "x.bin")); err != nil || string(got) != step.data {
			t.Errorf("%q, %v", got, err)
		}
	}
}
