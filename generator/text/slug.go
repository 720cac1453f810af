package text

import (
	"strings"

	"github.com/gosimple/unidecode"
)

// LongestSlug is the most bytes of a slug that is a part of an address.
const LongestSlug = 80

// Slug returns s in a to z, 0 to 9 and single hyphens, in at most so many bytes:
// "Côte d’Ivoire" becomes "cote-d-ivoire". Other scripts are written in Latin
// letters, "北京" as "bei-jing". It is cut between words, the first one where it
// must be; it is empty if s holds neither letters nor digits.
func Slug(s string, most int) string {
	words := strings.FieldsFunc(strings.ToLower(unidecode.Unidecode(s)), func(r rune) bool { return (r < 'a' || r > 'z') && (r < '0' || r > '9') })
	if len(words) == 0 {
		return ""
	}
	slug := words[0][:min(len(words[0]), most)]
	for _, word := range words[1:] {
		if len(slug)+1+len(word) > most {
			break
		}
		slug += "-" + word
	}
	return slug
}
