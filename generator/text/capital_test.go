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

func TestCapital(t *testing.T) {
	for words, want := range map[string]string{"the ferry": "The ferry", "élodie": "Élodie", "Ferry": "Ferry", "3 boats": "3 boats", "": "", "“so”": "“so”"} {
		if got := Capital(words); got != want {
			t.Errorf("%q: %q, want %q", words, got, want)
		}
	}
}
