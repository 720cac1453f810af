package frontmatter

import (
	"errors"
	"fmt"
	"slices"
	"strings"
)

// errUnusual is told of front matter that cannot be changed without reading it as a
// program does.
var errUnusual = errors.New("its front matter is too unusual to be changed here; change it in the file")

// Set returns the text of a file whose front matter, in TOML, gives a plain key a
// value, which is written as TOML; an empty one takes the key out. Nothing else of the
// text changes. A file without front matter gets some.
func Set(source, key, value string) (string, error) {
	if strings.TrimSpace(source) == "" {
		source = "+++\n+++\n"
	}
	lines := strings.SplitAfter(source, "\n")
	end, tables, err := edges(lines)
	if err != nil {
		return "", err
	}
	at := slices.IndexFunc(lines[:tables], func(line string) bool {
		name, _, is := strings.Cut(line, "=")
		return is && strings.TrimSpace(name) == key
	})
	till := at + 1
	switch {
	case at < 0:
		at, till = tables, tables
	default: // a list may have several lines
		for open := brackets(lines[at]); open > 0 && till < end; till++ {
			open += brackets(lines[till])
		}
	}
	var line []string
	if value != "" {
		line = []string{key + " = " + value + ending(lines[0])}
	}
	return checked(source, strings.Join(slices.Concat(lines[:at], line, lines[till:]), ""))
}

// Append returns the text of a file with a table of an array behind all that is in its
// front matter. The table is written as TOML, from its head on.
func Append(source, table string) (string, error) {
	if strings.TrimSpace(source) == "" {
		source = "+++\n+++\n"
	}
	lines := strings.SplitAfter(source, "\n")
	end, _, err := edges(lines)
	if err != nil {
		return "", err
	}
	return checked(source, strings.Join(slices.Concat(lines[:end], []string{"\n" + strings.TrimSpace(table) + "\n"}, lines[end:]), ""))
}

// Without returns the text of a file without the tables of an array that have a text for
// a key.
func Without(source, array, key, text string) (string, error) {
	lines := strings.SplitAfter(source, "\n")
	end, tables, err := edges(lines)
	if err != nil {
		return "", err
	}
	var kept []string
	for at := tables; at < end; {
		till := at + 1
		for till < end && !strings.HasPrefix(strings.TrimSpace(lines[till]), "[") {
			till++
		}
		meant := strings.TrimSpace(lines[at]) == "[["+array+"]]" && slices.ContainsFunc(lines[at:till], func(line string) bool {
			name, value, _ := strings.Cut(line, "=")
			return strings.TrimSpace(name) == key && strings.TrimSpace(value) == Quote(text)
		})
		if !meant {
			kept = append(kept, lines[at:till]...)
		}
		at = till
	}
	return checked(source, strings.Join(slices.Concat(lines[:tables], kept, lines[end:]), ""))
}

// edges returns the number of the line that ends the front matter, and that of the line
// where its first table begins or else the same.
func edges(lines []string) (end, tables int, err error) {
	if strings.TrimSpace(strings.TrimPrefix(lines[0], "\ufeff")) != "+++" {
		return 0, 0, errUnusual
	}
	for n, line := range lines[1:] {
		switch line = strings.TrimSpace(line); {
		case line == "+++" && tables == 0:
			return n + 1, n + 1, nil
		case line == "+++":
			return n + 1, tables, nil
		case tables == 0 && strings.HasPrefix(line, "["):
			tables = n + 1
		}
	}
	return 0, 0, errUnusual
}

// brackets returns how many more brackets a line opens than it closes.
func brackets(line string) int { return strings.Count(line, "[") - strings.Count(line, "]") }

// ending returns how a line ends.
func ending(line string) string {
	if strings.HasSuffix(line, "\r\n") {
		return "\r\n"
	}
	return "\n"
}

// checked makes sure that a text can still be read if it could before.
func checked(before, after string) (string, error) {
	if _, _, l := Read("", before); l.Failed() {
		return "", fmt.Errorf("it has a mistake, which must be mended first: %v", l.Sorted()[0])
	}
	if _, _, l := Read("", after); l.Failed() {
		return "", errUnusual
	}
	return after, nil
}
