package text

import "testing"

func TestInitials(t *testing.T) {
	if got := Initials([]string{"élodie", "ärzte", "", "ohne"}); got != "éäo" {
		t.Errorf("got %q", got)
	}
	for word, want := range map[string]bool{"US": true, "U": false, "É": false, "ÉU": true, "Us": false} {
		if got := AllCapitals(word); got != want {
			t.Errorf("%s: %t", word, got)
		}
	}
}
