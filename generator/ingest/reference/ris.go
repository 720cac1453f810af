package reference

import (
	"fmt"
	"regexp"
	"strings"

	"parallax/generator/ingest/entry"
)

// tag is how a line of RIS begins: two signs and a hyphen, with one blank or two
// before it.
var tag = regexp.MustCompile(`^([A-Z][A-Z0-9])  ?- ?(.*)$`)

// mostBefore is how many lines may stand before the first record.
const mostBefore = 4

// IsRIS reports whether one of the first lines begins a record of RIS.
func IsRIS(s string) bool {
	n := 0
	for line := range strings.Lines(s) {
		if line = strings.TrimSpace(strings.TrimPrefix(line, "\ufeff")); line == "" {
			continue
		}
		if m := tag.FindStringSubmatch(line); m != nil && m[1] == "TY" {
			return true
		}
		if n++; n == mostBefore {
			break
		}
	}
	return false
}

// RIS reads a list of RIS. Blank lines in a record mean nothing, and a record ends
// where the next one begins, too.
func RIS(s string, months []string) *entry.Collection {
	c := &entry.Collection{}
	var fields map[string][]string
	begins, last, n := 0, "", 0
	end := func() {
		if fields != nil {
			addRIS(c, fields, fmt.Sprintf("line %d", begins), months)
		}
		fields, last = nil, ""
	}
	for line := range strings.Lines(s) {
		n++
		line = strings.TrimRight(strings.TrimPrefix(line, "\ufeff"), "\r\n ")
		m := tag.FindStringSubmatch(line)
		switch {
		case m == nil && last != "" && strings.TrimSpace(line) != "": // the value goes on
			values := fields[last]
			values[len(values)-1] += " " + strings.TrimSpace(line)
		case m == nil:
		case m[1] == "ER":
			end()
		default:
			if m[1] == "TY" || fields == nil {
				end()
				fields, begins = map[string][]string{}, n
			}
			last = m[1]
			fields[last] = append(fields[last], m[2])
		}
	}
	end()
	return finished(c, "references in RIS")
}

// addRIS adds a record.
func addRIS(c *entry.Collection, fields map[string][]string, place string, months []string) {
	first := func(tags string) string {
		for t := range strings.FieldsSeq(tags) {
			for _, value := range fields[t] {
				if strings.TrimSpace(value) != "" {
					return value
				}
			}
		}
		return ""
	}
	e := entry.Entry{
		Place: place, ID: first("ID AN"), Title: first("TI T1 CT"), Outlet: first("T2 JF JO JA PB"),
		Author: strings.Join(inOrder(append(fields["AU"], fields["A1"]...)), ", "), Language: language(first("LA")),
	}
	day, _, _ := strings.Cut(first("DA PY Y1")+"///", "///")
	add(c, e, strings.TrimRight(day, "/"), months, append(fields["UR"], fields["L1"]...)...)
}

// inOrder returns names with the given name before the family's.
func inOrder(names []string) []string {
	list := make([]string, len(names))
	for i, name := range names {
		family, given, found := strings.Cut(oneLine(name), ",")
		if list[i] = oneLine(name); found {
			list[i] = strings.TrimSpace(given) + " " + family
		}
	}
	return list
}
