package text_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"parallax/generator/text"
)

// TestSum tells lists apart by their words, and has nothing to say of a language without
// lists.
func TestSum(t *testing.T) {
	of := func(word string) string {
		sum, err := text.Packs(fstest.MapFS{"xx/words.toml": {Data: []byte(word)}}).Sum("xx")
		if err != nil {
			t.Fatal(err)
		}
		return sum
	}
	if one := of("a"); one != of("a") || one == of("b") || !strings.HasPrefix(one, "sha256:") {
		t.Errorf("got %q and %q", one, of("b"))
	}
	if sum, err := text.Builtin().Sum("yy"); sum != "" || err != nil {
		t.Errorf("%q, %v", sum, err)
	}
}
