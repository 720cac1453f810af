package tidy

import (
	"bytes"
	_ "embed"
	"fmt"
	"html/template"
	"strconv"
	"strings"

	"parallax/generator/dataset/frictionless"
	"parallax/generator/file"
)

// A Work is what is said of the tables as a whole, by those who cite and keep them.
type Work struct {
	Title   string
	Day     string // of the newest article, as in "2026-06-27"; may be empty
	Licence string // of the tables, an SPDX identifier; may be empty
	Address string // of the site; may be empty
	Program string // such as "parallax"
	Version string // of the program
	Lock    Lock
}

// About returns what describes the tables for people and for archives: the codebook as
// a page, how to cite them (Citation File Format 1.2.0, citation-file-format.github.io),
// and what lies in the folder (RO-Crate 1.1, w3id.org/ro/crate), of whose files the
// paths are given.
func (b Book) About(w Work, paths []string) ([]file.File, error) {
	page, err := b.page(w)
	if err != nil {
		return nil, err
	}
	own := []file.File{{Path: "codebook.html", Data: page}, {Path: "CITATION.cff", Data: w.citation()}}
	for _, f := range own {
		paths = append(paths, f.Path)
	}
	crate, err := frictionless.Written("ro-crate-metadata.json", w.crate(paths))
	return append(own, crate), err
}

// citation says how the tables are cited.
func (w Work) citation() []byte {
	var s strings.Builder
	line := func(key, value string) {
		if value != "" {
			fmt.Fprintf(&s, "%s: %s\n", key, strconv.Quote(value))
		}
	}
	s.WriteString("cff-version: 1.2.0\ntype: dataset\n")
	line("message", "Cite these tables with the day of their newest article, and the program that made them.")
	line("title", w.Title)
	fmt.Fprintf(&s, "authors:\n  - name: %s\n", strconv.Quote(w.Title))
	line("version", w.Day)
	line("date-released", w.Day)
	line("license", w.Licence)
	line("url", w.Address)
	fmt.Fprintf(&s, "references:\n  - type: software\n    title: %[1]q\n    version: %[2]q\n    authors:\n      - name: %[1]q\n", w.Program, w.Version)
	return []byte(s.String())
}

// A crate describes a folder: RO-Crate 1.1.
type crate struct {
	Context string           `json:"@context"`
	Graph   []map[string]any `json:"@graph"`
}

// crate says what lies in the folder of the tables.
func (w Work) crate(paths []string) crate {
	id := func(of string) map[string]any { return map[string]any{"@id": of} }
	root := map[string]any{
		"@id": "./", "@type": "Dataset", "name": w.Title, "description": "Comparisons of reports of the same events, as tables.",
		"creator": id("#program"),
	}
	if w.Day != "" {
		root["datePublished"] = w.Day
	}
	if w.Licence != "" {
		root["license"] = id("https://spdx.org/licenses/" + w.Licence)
	}
	graph := []map[string]any{
		{"@id": "ro-crate-metadata.json", "@type": "CreativeWork", "conformsTo": id("https://w3id.org/ro/crate/1.1"), "about": id("./")},
		root,
		{"@id": "#program", "@type": "SoftwareApplication", "name": w.Program, "softwareVersion": w.Version},
	}
	var parts []map[string]any
	for _, path := range paths {
		parts = append(parts, id(path))
		graph = append(graph, map[string]any{"@id": path, "@type": "File", "name": path, "encodingFormat": mediaOf(path)})
	}
	root["hasPart"] = parts
	return crate{Context: "https://w3id.org/ro/crate/1.1/context", Graph: graph}
}

// mediaOf returns the media type of a file by its ending.
func mediaOf(path string) string {
	switch path[strings.LastIndexByte(path, '.')+1:] {
	case "csv":
		return "text/csv"
	case "parquet":
		return "application/vnd.apache.parquet"
	case "sqlite":
		return "application/vnd.sqlite3"
	case "json":
		return "application/json"
	case "html":
		return "text/html"
	}
	return "text/plain"
}

//go:embed codebook.html
var codebookPage string

// page returns the codebook as a page that needs nothing else.
func (b Book) page(w Work) ([]byte, error) {
	t, err := template.New("codebook.html").Parse(codebookPage)
	if err != nil {
		return nil, fmt.Errorf("read the page of the codebook: %w", err)
	}
	var made bytes.Buffer
	if err := t.Execute(&made, struct {
		Work
		Tables Book
	}{w, b}); err != nil {
		return nil, fmt.Errorf("make codebook.html: %w", err)
	}
	return made.Bytes(), nil
}
