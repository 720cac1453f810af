package frontmatter

import "testing"

// TestQuote writes texts as TOML and reads them again.
func TestQuote(t *testing.T) {
	for text, want := range map[string]string{
		"":                            `""`,
		`a "b" \ c`:                   `"a \"b\" \\ c"`,
		"two\nlines\tand\r":           `"two\U0000000Alines\U00000009and\U0000000D"`,
		"a\u00a0b é 橋 \u202eevil":     `"a` + "\u00a0" + `b é 橋 \U0000202Eevil"`,
		"\x00\x7f\u0085 😀 \u200c end": `"\U00000000\U0000007F\U00000085 😀 \U0000200C end"`,
	} {
		got := Quote(text)
		var back struct {
			Key string `toml:"key"`
		}
		d, l := TOML("x", "key = "+got+"\n")
		if d == nil || l.Failed() {
			t.Errorf("%q: %s is no TOML: %v", text, got, l.Sorted())
			continue
		}
		if d.Bind(&back); got != want || back.Key != text {
			t.Errorf("%q: got %s, which reads %q", text, got, back.Key)
		}
	}
}
