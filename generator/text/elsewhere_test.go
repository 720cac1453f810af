package text

import (
	"go/ast"
	"slices"
	"strings"
	"testing"
	"unicode"
)

// TestEnglishStandsInItsPlace looks for English in the program: outside package
// english no word is cut or told by a literal ending, and no string is a month, a
// day, a title or a number of the lists. What programs compare among themselves,
// such as "index.html" and "_position", holds marks or capitals and is no ending.
// The sample that tests are made from is a text itself.
func TestEnglishStandsInItsPlace(t *testing.T) {
	inPlace := func(place string) bool {
		return strings.Contains(place, "/text/english/") || strings.Contains(place, "/sample/")
	}
	eachCall(t, func(call *ast.CallExpr, place string) {
		method, s := name(call), literal(call, 1)
		cuts := slices.Contains([]string{"HasSuffix", "TrimSuffix", "CutSuffix", "TrimRight", "Trim"}, method)
		if cuts && isEnding(s) && !inPlace(place) {
			t.Errorf("%s: %s with the ending %q", place, method, s)
		}
	})
	en := Builtin().For("en")
	listed := map[string]bool{}
	for _, list := range []string{"months", "weekdays", "titles", "multipliers", "articles"} {
		for _, line := range en.List(list) {
			for word := range strings.FieldsSeq(line) {
				listed[word] = strings.IndexFunc(word, unicode.IsDigit) < 0
			}
		}
	}
	eachLiteral(t, func(s, place string) {
		if word := strings.ToLower(strings.TrimSpace(s)); listed[word] && !slices.Contains(keys(), s) && !inPlace(place) {
			t.Errorf("%s: the word %q stands in a list of English", place, s)
		}
	})
}

// keys are strings of the program that are words of the lists and mean no word
// of a text: names of fields, such as that of a number in a press archive, versions of
// a worksheet, classes of words.
func keys() []string { return []string{"a", "an", "AN", "speaker", "private"} }

// isEnding reports whether a string can be the ending of an English word.
func isEnding(s string) bool {
	letters := strings.TrimLeft(s, "'’")
	return letters != "" && len(letters) <= len("stndrh") && strings.IndexFunc(letters, func(r rune) bool { return !unicode.IsLower(r) }) < 0
}
