// Package frontmatter reads what people write by hand, config.toml and the
// head of every file in content/, and says exactly where a slip is. [Read]
// and [TOML] are its entry points.
//
// # A file of content
//
// A file begins with its front matter: TOML between two lines +++, or YAML
// between two lines ---. The keys are the same in both. The rest is the body.
//
// # Strict, and everything at once
//
// A [Document] is read into a struct by [Document.Bind], whose fields carry
// the key as `toml:"name"`. A key that no field has, a value of the wrong
// type and text that a field's UnmarshalText refuses are diagnostics with
// file, line, column, the line itself and what was probably meant. Reading
// goes on after each, and after a line that is no TOML, so that one run
// reports them all.
//
// # Dates
//
// A date is handed to UnmarshalText as it was written, so that the computer's
// own time zone cannot move a day without a time.
package frontmatter

import (
	"fmt"
	"strings"

	"parallax/generator/diag"
)

// A Document is the settings of one file with the place of every key.
type Document struct {
	file   string
	source string // the whole file
	assign string // between key and value: " = " or ": "
	root   value
	broken map[string]bool // top-level keys whose value could not be read
}

// A Body is what follows the front matter.
type Body struct {
	Text string
	Line int // of its first line in the file, 1-based
}

// Has reports whether a top-level key was written, even if its value could
// not be read.
func (d *Document) Has(key string) bool {
	return d.broken[key] || d.root.find([]string{key}) != nil
}

// Line returns the line of the file that a top-level key stands in, 0 if it
// was not written.
func (d *Document) Line(key string) int {
	if v := d.root.find([]string{key}); v != nil {
		return v.line
	}
	return 0
}

// Broken reports whether a top-level key was written and could not be read,
// which a diagnostic has said.
func (d *Document) Broken(key string) bool { return d.broken[key] }

// Example returns a line that sets a key, in the format of the file.
func (d *Document) Example(key, value string) string {
	return key[strings.LastIndexByte(key, '.')+1:] + d.assign + value
}

// Mistake returns a diagnostic about the value of a key such as "title",
// "quotation.share" or, for the third item of a list, "outlets.2". It points
// at the nearest key around it that was written, or else at the first line.
func (d *Document) Mistake(severity diag.Severity, key, mend, format string, args ...any) diag.Diagnostic {
	what := fmt.Sprintf(format, args...)
	path := strings.Split(key, ".")
	for n := len(path); n > 0; n-- {
		if v := d.root.find(path[:n]); v != nil {
			return d.at(severity, v.line, v.column, mend, what)
		}
	}
	return d.at(severity, 1, 0, mend, what)
}

// at returns a diagnostic about a place of the file.
func (d *Document) at(severity diag.Severity, line, column int, mend, what string) diag.Diagnostic {
	return diag.Diagnostic{
		Severity: severity, File: d.file, Line: line, Column: column,
		What: what, Mend: mend, Source: lineOf(d.source, line),
	}
}

// lineOf returns the line of that 1-based number, or "".
func lineOf(source string, number int) string {
	for line := range strings.Lines(source) {
		if number--; number == 0 {
			return strings.TrimRight(line, "\r\n")
		}
	}
	return ""
}
