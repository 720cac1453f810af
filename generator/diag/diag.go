// Package diag holds what Parallax tells a user about a mistake.
//
// A [Diagnostic] is a value: the file, the line and column, what is wrong and
// how to mend it. Stages collect diagnostics in a [List] and go on, so that
// one run reports everything it finds; the command prints the sorted list and
// decides what to do about it. A message has one line of the form
//
//	content/articles/a.md:3:1: unknown key "outlt"; did you mean "outlet"?
//
// followed by the source line it speaks of, when that is known.
package diag

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode"
)

// A Severity says what a diagnostic means for the run.
type Severity int

const (
	Error   Severity = iota // nothing is published
	Warning                 // published, unless --strict
	Note                    // something worth knowing: what was set aside, and why
)

// String returns "error", "warning" or "note".
func (s Severity) String() string {
	return [...]string{"error", "warning", "note"}[s]
}

// A Diagnostic is one message about one place.
type Diagnostic struct {
	Severity Severity
	File     string // slash-separated, relative to the site; empty if no file is to blame
	Line     int    // 1-based; 0 if the whole file is meant
	Column   int    // 1-based, in characters; 0 if the whole line is meant
	What     string // what is wrong, without a full stop
	Mend     string // what to do about it, without a full stop
	Source   string // the line at File:Line, without its line break; may be empty
}

// String returns the diagnostic as one line, control characters escaped so
// that a hostile title cannot write to the terminal.
func (d Diagnostic) String() string {
	var b strings.Builder
	if d.File != "" {
		b.WriteString(d.File)
		if d.Line > 0 {
			fmt.Fprintf(&b, ":%d", d.Line)
			if d.Column > 0 {
				fmt.Fprintf(&b, ":%d", d.Column)
			}
		}
		b.WriteString(": ")
	}
	if d.Severity != Error {
		b.WriteString(d.Severity.String() + ": ")
	}
	b.WriteString(d.What)
	if d.Mend != "" {
		b.WriteString("; " + d.Mend)
	}
	return Printable(b.String())
}

// Printable returns s with control and invisible direction characters
// written as Go escapes, safe to send to a terminal.
func Printable(s string) string {
	var b strings.Builder
	for _, r := range s {
		if unicode.IsPrint(r) || r == ' ' {
			b.WriteRune(r)
		} else {
			fmt.Fprintf(&b, "\\u%04x", r)
		}
	}
	return b.String()
}

// A List collects the diagnostics of a run. The zero List is ready to use.
// It is not safe for use by several goroutines at once.
type List struct {
	all []Diagnostic
}

// Add appends diagnostics.
func (l *List) Add(d ...Diagnostic) { l.all = append(l.all, d...) }

// Merge appends the diagnostics of another list.
func (l *List) Merge(other List) { l.all = append(l.all, other.all...) }

// Errorf adds an error about a line of a file.
func (l *List) Errorf(file string, line int, mend, format string, args ...any) {
	l.Add(Diagnostic{File: file, Line: line, What: fmt.Sprintf(format, args...), Mend: mend})
}

// Warnf adds a warning about a line of a file.
func (l *List) Warnf(file string, line int, mend, format string, args ...any) {
	l.Add(Diagnostic{Severity: Warning, File: file, Line: line, What: fmt.Sprintf(format, args...), Mend: mend})
}

// Notef adds a note about a line of a file.
func (l *List) Notef(file string, line int, mend, format string, args ...any) {
	l.Add(Diagnostic{Severity: Note, File: file, Line: line, What: fmt.Sprintf(format, args...), Mend: mend})
}

// Count returns how many diagnostics have the severity.
func (l *List) Count(s Severity) int {
	n := 0
	for _, d := range l.all {
		if d.Severity == s {
			n++
		}
	}
	return n
}

// Failed reports whether the list holds an error.
func (l *List) Failed() bool { return l.Count(Error) > 0 }

// Sorted returns the diagnostics by severity, file, line, column and text,
// each once.
func (l *List) Sorted() []Diagnostic {
	all := slices.Clone(l.all)
	slices.SortFunc(all, func(a, b Diagnostic) int {
		return cmp.Or(
			cmp.Compare(a.Severity, b.Severity),
			strings.Compare(a.File, b.File),
			cmp.Compare(a.Line, b.Line),
			cmp.Compare(a.Column, b.Column),
			strings.Compare(a.What, b.What),
			strings.Compare(a.Mend, b.Mend),
		)
	})
	return slices.Compact(all)
}

// A Paint colours a text for a terminal by severity.
type Paint func(s Severity, text string) string

// Print writes at most limit diagnostics of each severity in order, each with
// its source line and a caret under the column, and says how many more there
// are. Paint, which may be nil, colours the first lines and carets.
func Print(w io.Writer, diagnostics []Diagnostic, limit int, paint Paint) {
	if paint == nil {
		paint = func(_ Severity, text string) string { return text }
	}
	shown := map[Severity]int{}
	for _, d := range diagnostics {
		shown[d.Severity]++
		if shown[d.Severity] > limit {
			continue
		}
		fmt.Fprintln(w, paint(d.Severity, d.String()))
		if d.Source == "" {
			continue
		}
		source := Printable(strings.ReplaceAll(d.Source, "\t", " "))
		fmt.Fprintf(w, "  %s\n", source)
		if d.Column > 0 && d.Column <= len([]rune(source))+1 {
			fmt.Fprintf(w, "  %s%s\n", strings.Repeat(" ", d.Column-1), paint(d.Severity, "^"))
		}
	}
	for _, s := range []Severity{Error, Warning, Note} {
		if more := shown[s] - limit; more > 0 {
			fmt.Fprintf(w, "and %d more %ss\n", more, s)
		}
	}
}
