package corpus

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// LongestSlug is the most bytes of what Slug returns. Names that people give
// may be longer.
const (
	LongestSlug = 80
	longestName = 200
)

// spelt are letters that are no other letter with a mark, and how they are
// written in a to z.
var spelt = strings.NewReplacer(
	"ß", "ss", "ẞ", "ss", "æ", "ae", "Æ", "ae", "œ", "oe", "Œ", "oe", "ø", "o", "Ø", "o",
	"ł", "l", "Ł", "l", "đ", "d", "Đ", "d", "ð", "d", "Ð", "d", "þ", "th", "Þ", "th", "ı", "i",
)

// Slug returns what remains of s when only a to z, 0 to 9 and single hyphens
// may: "Côte d’Ivoire" becomes "cote-d-ivoire", "Łódź" becomes "lodz". It is empty if nothing does,
// and never longer than LongestSlug.
func Slug(s string) string {
	var b strings.Builder
	gap := false
	for _, r := range norm.NFKD.String(spelt.Replace(s)) {
		r = unicode.ToLower(r)
		switch {
		case unicode.Is(unicode.Mn, r):
		case r >= 'a' && r <= 'z' || r >= '0' && r <= '9':
			if gap && b.Len() > 0 {
				b.WriteByte('-')
			}
			gap = false
			b.WriteRune(r)
		default:
			gap = true
		}
	}
	slug := b.String()
	if len(slug) > LongestSlug {
		slug = strings.TrimRight(slug[:LongestSlug], "-")
	}
	return slug
}

// IsSlug reports whether s can be a part of an address on every computer.
func IsSlug(s string) bool { return whyNoSlug(s) == "" }

// reserved are names that Windows keeps for devices, and the one that web
// servers show for a folder.
var reserved = []string{"con", "prn", "aux", "nul", "index"}

// whyNoSlug says why s cannot be a part of an address, or "".
func whyNoSlug(s string) string {
	device := len(s) == 4 && (strings.HasPrefix(s, "com") || strings.HasPrefix(s, "lpt")) && s[3] >= '1' && s[3] <= '9'
	switch {
	case s == "":
		return "is empty"
	case len(s) > longestName:
		return "is longer than 200 characters"
	case device || slices.Contains(reserved, s):
		return "is reserved"
	case s[0] == '-' || s[len(s)-1] == '-':
		return "begins or ends with a hyphen"
	}
	for _, r := range s {
		if (r < 'a' || r > 'z') && (r < '0' || r > '9') && r != '-' {
			return "has other characters than a to z, 0 to 9 and hyphens"
		}
	}
	return ""
}
