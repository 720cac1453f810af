package command

import (
	"bufio"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"parallax/generator/site"
)

// readList returns the sources that a file names, one in a line. What follows
// a blank and # is a remark.
func readList(name string) ([]string, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, fmt.Errorf("read the list: %w", err)
	}
	defer f.Close()
	var sources []string
	lines := bufio.NewScanner(f)
	for lines.Scan() {
		line, _, _ := strings.Cut(" "+lines.Text(), " #")
		if line = strings.TrimSpace(line); line != "" {
			sources = append(sources, line)
		}
	}
	if err := lines.Err(); err != nil {
		return nil, fmt.Errorf("read the list %s: %w", name, err)
	}
	return sources, nil
}

// A sourceKind is what a source is, told by its name.
type sourceKind int

const (
	kindUnknown sourceKind = iota
	kindAddress
	kindPage
	kindText
	kindWord
	kindPDF
	kindMail
	kindSaved   // a page with its parts
	kindArchive // a web archive
	kindTable   // many articles in one file
	kindInput   // standard input
)

// kindOf returns the kind of a source that is no folder.
func kindOf(source string) sourceKind {
	if source == "-" {
		return kindInput
	}
	if strings.Contains(source, "://") && site.IsWeb(source) {
		return kindAddress
	}
	switch filepath.Ext(strings.TrimSuffix(strings.ToLower(source), ".gz")) {
	case ".html", ".htm", ".xhtml":
		return kindPage
	case ".txt", ".md":
		return kindText
	case ".docx":
		return kindWord
	case ".pdf":
		return kindPDF
	case ".eml":
		return kindMail
	case ".mhtml", ".mht":
		return kindSaved
	case ".warc":
		return kindArchive
	case ".csv", ".tsv", ".tab", ".json", ".jsonl", ".ndjson", ".parquet", ".ris", ".enw", ".bib", ".rtf", ".doc", ".zip", ".xlsx":
		return kindTable
	}
	return kindUnknown
}

// isOther reports whether a file of a name is often something else than articles,
// so that it is read only if somebody names it.
func isOther(name string) bool {
	switch strings.ToLower(filepath.Ext(name)) {
	case ".doc", ".json", ".xlsx", ".zip":
		return true
	}
	return false
}

// expand returns the sources with the files of folders in their place, in
// order of their names, each source once. Links are not followed, and hidden
// files, those of other kinds and those that are often something else are passed
// over.
func expand(sources []string) ([]string, error) {
	var all []string
	seen := map[string]bool{}
	add := func(source string) {
		if !seen[source] {
			seen[source] = true
			all = append(all, source)
		}
	}
	for _, source := range sources {
		info, err := os.Stat(source)
		if err != nil || !info.IsDir() {
			add(source)
			continue
		}
		err = filepath.WalkDir(source, func(name string, d fs.DirEntry, err error) error {
			hidden := strings.HasPrefix(d.Name(), ".") && name != source
			switch {
			case err != nil:
				return err
			case d.IsDir() && hidden:
				return fs.SkipDir
			case d.Type().IsRegular() && !hidden && kindOf(name) != kindUnknown && !isOther(name):
				add(name)
			}
			return nil
		})
		if err != nil {
			return nil, fmt.Errorf("read the folder %s: %w", source, err)
		}
	}
	return all, nil
}
