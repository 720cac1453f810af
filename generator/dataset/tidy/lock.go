package tidy

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
)

// LockFile is the name of the file that says what tables were made of.
const LockFile = "parallax.lock"

// A Lock says what tables were made of besides articles: the same program, lists and
// settings make the same tables of the same articles, on any computer.
type Lock struct {
	Lists    map[string]string // by language, the sum of its lists
	Settings []Setting         // of config.toml that figures depend on
}

// A Setting is a key of config.toml with its value in TOML.
type Setting struct{ Key, Value string }

// TOML returns the lock as a file, with how many rows there are and the sum of all. It
// holds no time and nothing of the computer.
func (l Lock) TOML(w Work, rows int, sum string) []byte {
	var b strings.Builder
	b.WriteString("# What the tables were made of. The same program, lists and settings make the same\n# tables of the same articles, on any computer.\n")
	fmt.Fprintf(&b, "program = %s\nversion = %s\nrows = %d\nsum = %s\n\n[lists]\n", strconv.Quote(w.Program), strconv.Quote(w.Version), rows, strconv.Quote(sum))
	for _, language := range slices.Sorted(maps.Keys(l.Lists)) {
		fmt.Fprintf(&b, "%s = %s\n", language, strconv.Quote(l.Lists[language]))
	}
	b.WriteString("\n[settings]\n")
	for _, s := range l.Settings {
		fmt.Fprintf(&b, "%s = %s\n", strconv.Quote(s.Key), s.Value)
	}
	return []byte(b.String())
}
