package corpus

import "parallax/generator/text"

// IsFurniture returns a function that reports whether a line of a web page is
// nothing but furniture in a language: a button, a heading of other articles.
func IsFurniture(l *text.Language) func(line string) bool {
	f := newFurniture(l)
	return func(line string) bool {
		name := bare(line)
		return f.ends[name] || f.isFurniture(line, name)
	}
}
