package office_test

import (
	"strings"
	"testing"

	"parallax/generator/ingest/office"
)

// TestRTF reads what writers of RTF write, and what breaks it.
func TestRTF(t *testing.T) {
	for _, test := range []struct{ name, rtf, want string }{
		{"paragraphs", `{\rtf1\ansi One.\par Two\line three.\par}`, "One.\nTwo\nthree.\n"},
		{"a page", `{\rtf1 a\page b}`, "a\n\f\nb"},
		{"fonts and styles", `{\rtf1{\fonttbl{\f0\fnil Arial;}}{\stylesheet{\s0 Normal;}}{\*\generator X;}{\info{\title T}}Body}`, "Body"},
		{"a code page", `{\rtf1\ansicpg1252 caf\'e9 \'93so\'94}`, "café “so”"},
		{"a font of another", `{\rtf1\ansicpg1252{\fonttbl{\f1\fcharset238 A;}}{\f1 \'b9} \'b9}`, "ą ¹"},
		{"signs by number", `{\rtf1\uc1 \u8220?so\u8221? {\uc0 \u8211}\u-3906 ?}`, "“so” –\uf0be"},
		{"a sign of two halves", `{\rtf1\uc0 \u55357\u56832 .}`, "😀."},
		{"signs by name", `{\rtf1 a\emdash b\~c\_d \{e\}\\}`, "a—b\u00a0c-d {e}\\"},
		{"a link", `{\rtf1 see {\field{\*\fldinst HYPERLINK "https://x.example"}{\fldrslt this}}}`, "see this"},
		{"hidden words", `{\rtf1 a{\v no}b}`, "ab"},
		{"broken", `{\rtf1 a\'zz\u\bin99999 b`, "azz"},
		{"too many braces", `{\rtf1 a}}}} b`, "a b"},
	} {
		got, err := office.RTF([]byte(test.rtf))
		if err != nil || got != test.want {
			t.Errorf("%s: got %q, %v; want %q", test.name, got, err, test.want)
		}
	}
	if _, err := office.RTF([]byte("plain")); err == nil {
		t.Error("a plain text is RTF")
	}
	if got, err := office.RTF([]byte(`{\rtf1 ` + strings.Repeat("{", 50_000) + "a")); err != nil || got != "a" {
		t.Errorf("deep: %q, %v", got, err)
	}
}
