// Package cases runs tests that are kept as text, one case a line:
//
//	The pier was shut by the town. => shut by the town
//
// What stands before the arrow is given to a function, and its answer must be
// what stands after it. Lines that begin with # are comments; blank lines mean
// nothing. The file says what is asked, and one function how, so that code can
// move to another package and its cases with it.
//
// What is known to be wrong stands below the line "== failing", with the right
// answer, and above each the reason as a comment. A case that fails there fails
// no test; one that comes right does, and moves up.
//
// With PARALLAX_RECORD set the answers above that line are written anew. A
// person reads the difference before it is kept.
package cases

import (
	"os"
	"strings"
	"testing"
)

const (
	arrow   = " => "
	failing = "== failing"
)

// Run gives each case of a file to read and compares the answers.
func Run(t *testing.T, file string, read func(asked string) string) {
	t.Helper()
	source, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSuffix(string(source), "\n"), "\n")
	known, ran := false, 0
	for i, line := range lines {
		if line == failing {
			known = true
		}
		asked, want, ok := strings.Cut(line, strings.TrimRight(arrow, " "))
		if !ok || strings.HasPrefix(line, "#") {
			continue
		}
		asked, want = strings.TrimSpace(asked), strings.TrimSpace(want)
		got := read(asked)
		ran++
		if known {
			checkKnown(t, file, lines, i, got, want)
			continue
		}
		if got != want {
			t.Errorf("%s:%d: %s\n got %s\nwant %s", file, i+1, asked, got, want)
		}
		lines[i] = strings.TrimSpace(asked + arrow + got)
	}
	if ran == 0 {
		t.Errorf("%s has no cases", file)
	}
	if os.Getenv("PARALLAX_RECORD") != "" {
		if err := os.WriteFile(file, []byte(strings.Join(lines, "\n")+"\n"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// checkKnown holds the case at line i, which is known to fail, to its answer.
func checkKnown(t *testing.T, file string, lines []string, i int, got, want string) {
	t.Helper()
	if !strings.HasPrefix(lines[i-1], "#") {
		t.Errorf("%s:%d: the comment above does not say why it fails", file, i+1)
	}
	if got == want {
		t.Errorf("%s:%d: no longer failing: move it up\n%s", file, i+1, lines[i])
	}
}
