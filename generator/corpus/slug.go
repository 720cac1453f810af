package corpus

import (
	"slices"
	"strings"
)

// longestName is the most bytes of a name that people give. What [text.Slug]
// makes is shorter.
const longestName = 200

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
