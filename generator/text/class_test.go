package text

import (
	"testing"
	"testing/fstest"
)

func TestClasses(t *testing.T) {
	en := Builtin().For("en")
	tests := map[string]string{"drill": "v", "gunman": "n", "warned": "v", "joint": "a"}
	for word, class := range tests {
		if !en.CanBe(word, class[0]) {
			t.Errorf("%s: got %q, want %s among them", word, en.Classes(word), class)
		}
	}
	if got := Builtin().For("xx").Classes("gunman"); got != "" {
		t.Errorf("unknown language: got %q", got)
	}
}

func TestClassesWithoutTab(t *testing.T) {
	packs := fstest.MapFS{"en/classes.tsv": {Data: []byte("# note\nword n\n")}}
	if _, err := readClasses(packs, "en"); err == nil {
		t.Error("a line without a tab was read")
	}
}
