package frontmatter

import (
	"strconv"
	"strings"
)

// value moves over a value and records the places of what is in it.
func (s *scanner) value(path []string) {
	switch {
	case s.peek(`"`) || s.peek(`'`):
		s.quoted()
	case s.peek("["):
		s.array(path)
	case s.peek("{"):
		s.inline(path)
	default:
		for s.at < len(s.text) && !strings.ContainsRune(",]}\r\n#", rune(s.text[s.at])) {
			s.at++
		}
	}
}

// array moves over [ ... ].
func (s *scanner) array(path []string) {
	open := opening{s.line, s.column(), "]"}
	s.advance(1)
	for n := 0; ; n++ {
		s.blank(true)
		if s.at >= len(s.text) {
			s.open = open
			return
		}
		if s.peek("]") {
			s.advance(1)
			return
		}
		before := s.at
		item := append(path[:len(path):len(path)], strconv.Itoa(n))
		s.mark(item, place{s.line, s.column(), s.line, s.column()})
		s.value(item)
		if s.blank(true); s.peek(",") || s.at == before {
			s.advance(1)
		}
	}
}

// inline moves over { ... }.
func (s *scanner) inline(path []string) {
	open := opening{s.line, s.column(), "}"}
	s.advance(1)
	for {
		s.blank(true)
		if s.at >= len(s.text) {
			s.open = open
			return
		}
		if s.peek("}") {
			s.advance(1)
			return
		}
		before := s.at
		s.pair(path)
		if s.blank(true); s.peek(",") || s.at == before {
			s.advance(1)
		}
	}
}

// quoted moves over a text in any of the four kinds of quotation marks.
func (s *scanner) quoted() {
	mark := s.text[s.at : s.at+1]
	if long := strings.Repeat(mark, 3); s.peek(long) {
		mark = long
	}
	open := opening{s.line, s.column(), mark}
	s.advance(len(mark))
	for s.at < len(s.text) {
		switch {
		case s.peek(mark):
			s.advance(len(mark))
			for len(mark) == 3 && s.peek(mark[:1]) { // up to two marks may belong to the text
				s.advance(1)
			}
			return
		case len(mark) == 1 && s.text[s.at] == '\n':
			s.open = open
			return
		case mark[0] == '"' && s.text[s.at] == '\\':
			s.advance(2)
		default:
			s.advance(1)
		}
	}
	s.open = open
}
