package tidy_test

import (
	"encoding/json"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"parallax/generator/dataset/tidy"
)

// TestAbout describes tables with a title that every format has to quote.
func TestAbout(t *testing.T) {
	book, err := tidy.ReadBook()
	if err != nil {
		t.Fatal(err)
	}
	files, err := book.About(tidy.Work{Title: `Ida's "Town" <b>: é`, Day: "2026-06-27", Licence: "CC-BY-4.0", Program: "parallax", Version: "0.1.0"}, []string{"cells.csv", "cells.parquet", "parallax.sqlite"})
	if err != nil {
		t.Fatal(err)
	}
	made := map[string]string{}
	for _, f := range files {
		made[f.Path] = string(f.Data)
	}
	for _, line := range []string{"cff-version: 1.2.0", `title: "Ida's \"Town\" <b>: é"`, `license: "CC-BY-4.0"`, `date-released: "2026-06-27"`, `    version: "0.1.0"`} {
		if !strings.Contains(made["CITATION.cff"], line+"\n") {
			t.Errorf("no line %q in\n%s", line, made["CITATION.cff"])
		}
	}
	if strings.Contains(made["CITATION.cff"], "url:") {
		t.Error("a site without an address has one")
	}
	var crate struct {
		Graph []map[string]any `json:"@graph"`
	}
	if err := json.Unmarshal([]byte(made["ro-crate-metadata.json"]), &crate); err != nil {
		t.Fatal(err)
	}
	described := map[string]any{}
	for _, e := range crate.Graph {
		described[e["@id"].(string)] = e["encodingFormat"]
	}
	for path, media := range map[string]string{"cells.csv": "text/csv", "parallax.sqlite": "application/vnd.sqlite3", "codebook.html": "text/html", "CITATION.cff": "text/plain"} {
		if described[path] != media {
			t.Errorf("%s is %v, want %s", path, described[path], media)
		}
	}
	doc, err := html.Parse(strings.NewReader(made["codebook.html"]))
	if err != nil {
		t.Fatal(err)
	}
	rows := 0
	for n := range doc.Descendants() {
		if n.Type == html.ElementNode && n.Data == "b" {
			t.Error("a title is read as markup")
		}
		if n.Type == html.ElementNode && n.Data == "tr" {
			rows++
		}
	}
	columns := 0
	for _, f := range book {
		columns += len(f.Columns) + 1
	}
	if rows != columns {
		t.Errorf("%d rows, want %d", rows, columns)
	}
}
