package page

import (
	"bytes"
	"flag"
	"os"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"
)

var update = flag.Bool("update", false, "record the pages of the sample site anew")

// The pages that are compared byte for byte, one of each kind that shows
// articles, without what stands around their content. Their diff is to be read
// when they are recorded anew.
var goldenPages = []string{
	"index.html", "e/alder-queen/index.html", "e/alder-queen/read-c.html", "e/alder-queen/a-b.html",
	"e/alder-queen/blind-text.html", "o/harbour-office.html",
}

func TestGolden(t *testing.T) {
	golden(t, "testdata/site.txtar", render(t, sampleSite(t)), goldenPages)
}

// golden compares pages with those recorded in an archive.
func golden(t *testing.T, archived string, files map[string]string, pages []string) {
	t.Helper()
	archive := &txtar.Archive{Comment: []byte("Pages of the sample site. Record them anew with: go test ./generator/page -update\n")}
	for _, p := range pages {
		data := files[p]
		if strings.HasSuffix(p, ".html") {
			data = content(data)
		}
		archive.Files = append(archive.Files, txtar.File{Name: p, Data: []byte(data)})
	}
	got := txtar.Format(archive)
	if *update {
		if err := os.WriteFile(archived, got, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(archived)
	if err != nil {
		t.Fatal(err)
	}
	if bytes.Equal(got, want) {
		return
	}
	had := txtar.Parse(want)
	for i, f := range archive.Files {
		if i >= len(had.Files) || !bytes.Equal(bytes.TrimSpace(f.Data), bytes.TrimSpace(had.Files[i].Data)) {
			t.Errorf("%s has changed%s", f.Name, firstDifference(f.Data, had.Files[min(i, len(had.Files)-1)].Data))
		}
	}
}

// content returns what stands between the tags of a page's main element.
func content(page string) string {
	_, after, _ := strings.Cut(page, "<main id=\"main\">\n")
	inside, _, _ := strings.Cut(after, "</main>")
	return strings.TrimSpace(inside) + "\n"
}

// firstDifference shows where two pages part.
func firstDifference(got, want []byte) string {
	x, y := bytes.Split(got, []byte("\n")), bytes.Split(want, []byte("\n"))
	for i := range min(len(x), len(y)) {
		if !bytes.Equal(x[i], y[i]) {
			return "\n got: " + string(x[i]) + "\nwant: " + string(y[i])
		}
	}
	return " at its end"
}
