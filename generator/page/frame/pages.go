package frame

import (
	"strconv"
	"strings"
)

// PageOf returns the path of the page with the index in a list; path is that of
// the first without ".html".
func PageOf(path string, index int) string {
	if index == 0 {
		return path + ".html"
	}
	return path + "-" + strconv.Itoa(index+1) + ".html"
}

// Pages returns links to the pages of a list, at most nine around the current
// one; none if there is only one.
func (s *Style) Pages(path string, current, n int) []Link {
	if n < 2 {
		return nil
	}
	var links []Link
	file := path[strings.LastIndexByte(path, '/')+1:]
	for i := range n {
		if i == 0 || i == n-1 || i >= current-3 && i <= current+3 {
			links = append(links, Link{Text: s.Text("list.page", "n", strconv.Itoa(i+1)), Href: PageOf(file, i), Current: i == current})
		}
	}
	return links
}
