package letters_test

import (
	"strings"
	"testing"

	"parallax/generator/ingest/letters"
)

// TestDecode reads files in each encoding, also those that lie about it.
func TestDecode(t *testing.T) {
	for _, test := range []struct {
		name, data string
		hint       letters.Hint
		want, as   string
	}{
		{"UTF-8", "café", letters.Hint{}, "café", "UTF-8"},
		{"a mark before it", "\ufeffcafé", letters.Hint{}, "café", "UTF-8"},
		{"declares another", "café", letters.Hint{Declared: "iso-8859-1"}, "café", "UTF-8"},
		{"one byte a letter", "caf\xe9 \x93so\x94", letters.Hint{}, "café “so”", "windows-1252"},
		{"declares UTF-8 and is not", "caf\xe9", letters.Hint{Declared: "utf-8"}, "café", "windows-1252"},
		{"declared", "\xb9\xea za\xbf\xf3\xb3\xe6", letters.Hint{Declared: "windows-1250"}, "ąę zażółć", "windows-1250"},
		{"named against what it declares", "\xb1", letters.Hint{Named: "iso-8859-2", Declared: "windows-1250"}, "ą", "iso-8859-2"},
		{"Cyrillic", "\xcc\xee\xf1\xea\xe2\xe0", letters.Hint{}, "Москва", "windows-1251"},
		{"UTF-16 with a mark", "\xff\xfec\x00a\x00f\x00\xe9\x00", letters.Hint{}, "café", "UTF-16"},
		{"UTF-16 of the other end", "\xfe\xff\x00c\x00\xe9", letters.Hint{}, "cé", "UTF-16"},
		{"UTF-16 without a mark", "c\x00a\x00f\x00\xe9\x00", letters.Hint{}, "café", "UTF-16"},
		{"a zero byte makes no UTF-16", "title,text\na\x00b,c", letters.Hint{}, "title,text\na\x00b,c", "UTF-8"},
		{"a letter broken off in UTF-8", strings.Repeat("é", 40) + "\xc3", letters.Hint{Declared: "utf-8"}, strings.Repeat("é", 40) + "\ufffd", "UTF-8 with broken letters"},
	} {
		got, as, err := letters.Decode([]byte(test.data), test.hint)
		if err != nil || got != test.want || as != test.as {
			t.Errorf("%s: got %q as %s, %v; want %q as %s", test.name, got, as, err, test.want, test.as)
		}
	}
	if _, _, err := letters.Decode(nil, letters.Hint{Named: "latin-none"}); err == nil || !strings.Contains(err.Error(), `no encoding "latin-none"`) {
		t.Errorf("an unknown encoding: %v", err)
	}
}
