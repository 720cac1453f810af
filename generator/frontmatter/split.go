package frontmatter

import (
	"strings"

	"parallax/generator/diag"
)

// The lines around front matter.
const (
	fenceTOML = "+++"
	fenceYAML = "---"
)

// Read reads a file of content: its front matter and its body. The document
// is nil if there is no front matter or nothing of it could be read; the list
// then says why. The body is returned either way.
func Read(file, source string) (*Document, Body, diag.List) {
	source = strings.ReplaceAll(strings.TrimPrefix(source, "\ufeff"), "\r\n", "\n")
	head, body, mistake := split(source)
	if d := Unmerged(source); d != nil {
		mistake = d
	}
	if mistake != nil {
		mistake.File, mistake.Source = file, lineOf(source, mistake.Line)
		var l diag.List
		l.Add(*mistake)
		return nil, Body{Text: source, Line: 1}, l
	}
	read := readTOML
	if strings.HasPrefix(source, fenceYAML) {
		read = readYAML
	}
	d, l := read(file, source, head)
	return d, body, l
}

// TOML reads a file that is all settings, such as config.toml. The document
// is nil if nothing of it could be read.
func TOML(file, source string) (*Document, diag.List) {
	source = strings.TrimPrefix(source, "\ufeff")
	var l diag.List
	if strings.HasPrefix(source, "\xff\xfe") || strings.HasPrefix(source, "\xfe\xff") {
		l.Errorf(file, 1, "save it as UTF-8", "the file is written in UTF-16")
		return nil, l
	}
	if d := Unmerged(source); d != nil {
		d.File, d.Source = file, lineOf(source, d.Line)
		l.Add(*d)
		return nil, l
	}
	return readTOML(file, source, source)
}

// Unmerged returns what is wrong with a file in which git left two versions of
// a place, nil if it left none. Its file is for the caller to name.
func Unmerged(source string) *diag.Diagnostic {
	number := 0
	for line := range strings.Lines(source) {
		number++
		if strings.HasPrefix(line, "<<<<<<< ") {
			return &diag.Diagnostic{
				Line: number,
				What: "a merge was begun here and not finished",
				Mend: "keep what is right of the two versions, and delete the lines of <<<<<<<, ======= and >>>>>>>",
			}
		}
	}
	return nil
}

// split cuts a file into its front matter, whose fences become empty lines so
// that line numbers stay those of the file, and its body.
func split(source string) (head string, body Body, mistake *diag.Diagnostic) {
	first, rest, _ := strings.Cut(source, "\n")
	fence := strings.TrimRight(first, " \t")
	if fence != fenceTOML && fence != fenceYAML {
		return "", Body{}, &diag.Diagnostic{
			Line: 1,
			What: "no front matter at the top of the file",
			Mend: "did you forget the line +++ before the first key?",
		}
	}
	number, offset := 1, 0
	for line := range strings.Lines(rest) {
		number++
		if strings.TrimRight(line, " \t\n") == fence {
			return "\n" + rest[:offset], Body{Text: rest[offset+len(line):], Line: number + 1}, nil
		}
		offset += len(line)
	}
	return "", Body{}, &diag.Diagnostic{
		Line: 1,
		What: "the front matter that begins here never ends",
		Mend: "did you forget the line " + fence + " after the last key?",
	}
}
