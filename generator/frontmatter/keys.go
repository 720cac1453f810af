package frontmatter

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// A place is where a key and its value begin; lines and columns are 1-based.
type place struct {
	line, column           int
	valueLine, valueColumn int
}

// places finds every key of a TOML text, because the decoder tells no places.
// A path is the keys and item numbers from the root, joined by pathSeparator.
// The text need not be valid: what cannot be read is passed over.
func places(text string) map[string]place { return scan(text).found }

// unclosed returns the outermost list, table or text that never ends.
func unclosed(text string) opening { return scan(text).open }

// scan walks over a whole text.
func scan(text string) *scanner {
	s := &scanner{text: text, line: 1, found: map[string]place{}, arrays: map[string]int{}}
	var table []string
	for s.blank(true); s.at < len(s.text); s.blank(true) {
		if s.text[s.at] == '[' {
			table = s.header()
		} else {
			s.pair(table)
		}
		s.restOfLine()
	}
	return s
}

const pathSeparator = "\x00"

// A scanner walks over a TOML text.
type scanner struct {
	text      string
	at        int // byte offset
	line      int
	lineStart int // byte offset of the line
	found     map[string]place
	arrays    map[string]int // tables so far of each [[array]]
	open      opening        // the last to be found without its end
}

// An opening is where something begins, and the mark that should end it.
type opening struct {
	line, column int
	mark         string // empty if there is none
}

// column returns the column of the scanner in characters.
func (s *scanner) column() int { return utf8.RuneCountInString(s.text[s.lineStart:s.at]) + 1 }

// advance moves over n bytes and counts lines.
func (s *scanner) advance(n int) {
	for end := min(s.at+n, len(s.text)); s.at < end; {
		s.at++
		if s.text[s.at-1] == '\n' {
			s.line++
			s.lineStart = s.at
		}
	}
}

// peek reports whether the text goes on with prefix.
func (s *scanner) peek(prefix string) bool { return strings.HasPrefix(s.text[s.at:], prefix) }

// blank moves over blanks and, if lines is set, over line breaks and comments.
func (s *scanner) blank(lines bool) {
	for s.at < len(s.text) {
		switch c := s.text[s.at]; {
		case c == ' ' || c == '\t':
			s.advance(1)
		case lines && (c == '\n' || c == '\r'):
			s.advance(1)
		case lines && c == '#':
			s.restOfLine()
		default:
			return
		}
	}
}

// restOfLine moves to the next line.
func (s *scanner) restOfLine() {
	n := strings.IndexByte(s.text[s.at:], '\n')
	if n < 0 {
		n = len(s.text) - s.at - 1
	}
	s.advance(n + 1)
}

// header reads [table] or [[array of tables]] and returns the table's path.
func (s *scanner) header() []string {
	start := place{s.line, s.column(), s.line, s.column()}
	array := s.peek("[[")
	s.advance(1)
	if array {
		s.advance(1)
	}
	keys := s.keys()
	var path []string
	for i, key := range keys {
		path = append(path, key)
		id := strings.Join(path, pathSeparator)
		count, known := s.arrays[id]
		if array && i == len(keys)-1 {
			s.mark(path, start)
			count, known = count+1, true
			s.arrays[id] = count
		}
		if known {
			path = append(path, strconv.Itoa(count-1))
		}
		s.mark(path, start)
	}
	return path
}

// mark records the place of a path unless it has one.
func (s *scanner) mark(path []string, p place) {
	id := strings.Join(path, pathSeparator)
	if _, known := s.found[id]; !known {
		s.found[id] = p
	}
}

// pair reads key = value in a table.
func (s *scanner) pair(table []string) {
	start := place{line: s.line, column: s.column()}
	keys := s.keys()
	if s.blank(false); !s.peek("=") {
		s.advance(1)
		return
	}
	s.advance(1)
	s.blank(false)
	start.valueLine, start.valueColumn = s.line, s.column()
	path := table[:len(table):len(table)]
	for _, key := range keys {
		path = append(path, key)
		s.mark(path, start)
	}
	s.value(path)
}

// keys reads a dotted key.
func (s *scanner) keys() []string {
	var keys []string
	for {
		s.blank(false)
		keys = append(keys, s.key())
		if s.blank(false); !s.peek(".") {
			return keys
		}
		s.advance(1)
	}
}

// key reads one part of a dotted key.
func (s *scanner) key() string {
	start := s.at
	if s.peek(`"`) || s.peek(`'`) {
		s.quoted()
		quoted := s.text[start:s.at]
		if plain, err := strconv.Unquote(quoted); err == nil && quoted[0] == '"' {
			return plain
		}
		return strings.Trim(quoted, quoted[:1])
	}
	for s.at < len(s.text) && !strings.ContainsRune(" \t\r\n.=[]{},#\"'", rune(s.text[s.at])) {
		s.at++
	}
	return s.text[start:s.at]
}
