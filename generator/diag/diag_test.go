package diag

import (
	"strings"
	"testing"
)

func TestNearest(t *testing.T) {
	known := []string{"title", "outlet", "date", "url", "language", "author", "licence"}
	for word, want := range map[string]string{
		"outlt":     "outlet",
		"daet":      "date",
		"Title":     "title",
		"license":   "licence",
		"lnaguage":  "language",
		"publisher": "",
		"x":         "",
	} {
		if got := Nearest(word, known); got != want {
			t.Errorf("Nearest(%q) = %q, want %q", word, got, want)
		}
	}
}

func TestPrint(t *testing.T) {
	var l List
	l.Errorf("b.md", 4, "", "later")
	l.Add(Diagnostic{File: "a.md", Line: 3, Column: 1, What: `unknown key "outlt"`, Mend: `did you mean "outlet"?`, Source: `outlt = "x"`})
	l.Notef("a.md", 1, "", "first in the file, last in weight")
	l.Errorf("b.md", 4, "", "later")
	var b strings.Builder
	Print(&b, l.Sorted(), 20, nil)
	want := `a.md:3:1: unknown key "outlt"; did you mean "outlet"?
  outlt = "x"
  ^
b.md:4: later
a.md:1: note: first in the file, last in weight
`
	if b.String() != want {
		t.Errorf("got\n%s\nwant\n%s", b.String(), want)
	}
}

func TestPrintSaysHowManyMore(t *testing.T) {
	var l List
	for i := range 5 {
		l.Warnf("a.md", i+1, "", "again")
	}
	var b strings.Builder
	Print(&b, l.Sorted(), 2, nil)
	if !strings.HasSuffix(b.String(), "and 3 more warnings\n") {
		t.Errorf("got\n%s", b.String())
	}
}

func TestPrintable(t *testing.T) {
	if got, want := Printable("a\x1b[31m\u202eb"), `a\u001b[31m\u202eb`; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestPrintPaints(t *testing.T) {
	var l List
	l.Add(Diagnostic{Severity: Warning, File: "a.md", Line: 3, Column: 2, What: "what", Source: "x = 1"})
	var b strings.Builder
	Print(&b, l.Sorted(), 2, func(s Severity, text string) string { return "<" + s.String() + " " + text + ">" })
	if got, want := b.String(), "<warning a.md:3:2: warning: what>\n  x = 1\n   <warning ^>\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
