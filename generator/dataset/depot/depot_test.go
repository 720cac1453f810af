package depot_test

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"strings"
	"testing"

	"parallax/generator/dataset/depot"
	"parallax/generator/dataset/tidy"
	"parallax/generator/figures"
	"parallax/generator/file"
)

// made returns the files that a depot makes of rows that come in turns, by path.
func made(t *testing.T) map[string][]byte {
	t.Helper()
	dir := t.TempDir()
	d, err := depot.New(dir, figures.Figures{})
	if err != nil {
		t.Fatal(err)
	}
	defer d.Close()
	for _, rows := range []tidy.Rows{
		{"outlets": {{"echo", "Echo", "", "", "", "en"}}},
		{"events": {{"b", "B", "en", "", "", "1"}}, "reviews": {{"b/1", "b", "", "hide", "tone", "=x", "y", "", "2031-03-05"}}},
		{"events": {{"a", "A", "en", "2031-03-05", "", "2"}}},
	} {
		if err := d.Add(rows); err != nil {
			t.Fatal(err)
		}
	}
	if d.Count("events") != 2 || d.Count("tone") != 0 || d.All() != 4 {
		t.Errorf("%d events of %d rows", d.Count("events"), d.All())
	}
	files, err := d.Files(t.Context(), tidy.Work{Title: "X", Day: "2031-03-05", Program: "parallax", Version: "1"})
	if err != nil {
		t.Fatal(err)
	}
	all := map[string][]byte{}
	for _, f := range files {
		data, err := io.ReadAll(f.Reader())
		if err != nil || int64(len(data)) != f.Size() {
			t.Errorf("%s: %d bytes of %d, %v", f.Path, len(data), f.Size(), err)
		}
		all[f.Path] = data
	}
	return all
}

// TestFiles demands every table, in the order in which its rows came, and the same bytes
// again.
func TestFiles(t *testing.T) {
	one, two := made(t), made(t)
	if got, want := string(one["events.csv"]), "event_id,title,language,first_day,last_day,articles\nb,B,en,,,1\na,A,en,2031-03-05,,2\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if !strings.Contains(string(one["reviews.csv"]), ",'=x,") || !bytes.HasPrefix(one["tone.parquet"], []byte("PAR1")) || !bytes.HasPrefix(one[depot.Database], []byte("SQLite format 3\x00")) {
		t.Error("a file is not what it is called")
	}
	for path, data := range one {
		if !bytes.Equal(data, two[path]) {
			t.Errorf("%s differs the second time", path)
		}
	}
	for _, path := range []string{"schemas/tone.json", "datapackage.json", "codebook.csv", "codebook.html", "CITATION.cff", "ro-crate-metadata.json", "parallax.lock"} {
		if len(one[path]) == 0 {
			t.Errorf("%s is missing", path)
		}
	}
}

// TestFolder says which folder cannot be written.
func TestFolder(t *testing.T) {
	dir := t.TempDir() + "/none"
	d, err := depot.New(dir, figures.Figures{})
	if err == nil {
		err = d.Add(tidy.Rows{"events": {{"b"}}})
	}
	if !errors.Is(err, fs.ErrNotExist) || !strings.Contains(err.Error(), "hold the table events") {
		t.Errorf("%v", err)
	}
}

// TestCells demands that cells stand apart, so that words of two are no quotation.
func TestCells(t *testing.T) {
	d, err := depot.New(t.TempDir(), figures.Figures{})
	if err != nil {
		t.Fatal(err)
	}
	var f file.File
	err = d.AddEvent("e", tidy.Rows{"events": {{"e", "one, two"}}, "outlets": {{"three"}}}, func(cells file.File) { f = cells })
	if want := `["three","e","one, two"]`; err != nil || string(f.Data) != want || f.Path != "tables/e.json" {
		t.Errorf("%s: %s, %v", f.Path, f.Data, err)
	}
}
