package frontmatter

import (
	"fmt"
	"strings"
	"unicode"
)

// Quote returns a text as TOML has it, in one line. What cannot be seen is written as
// its number, so that a file full of names from elsewhere can be looked at.
func Quote(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case unicode.IsGraphic(r):
			b.WriteRune(r)
		default:
			fmt.Fprintf(&b, `\U%08X`, r)
		}
	}
	b.WriteByte('"')
	return b.String()
}
