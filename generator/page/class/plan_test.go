package class

import (
	"testing"

	"github.com/BurntSushi/toml"

	"parallax/templates"
)

func TestSensitiveWords(t *testing.T) {
	var settings Standards
	if _, err := toml.DecodeFS(templates.Files, "standards.toml", &settings); err != nil {
		t.Fatal(err)
	}
	for word, want := range map[string]bool{
		"bomb": true, "Bombing": true, "bombshell": false,
		"dead": true, "deadly": true, "deadline": false,
		"died": true, "diesel": false, "bridge": false,
	} {
		if got := settings.Sensitive[0].finds(word); got != want {
			t.Errorf("%q is found: %v, want %v", word, got, want)
		}
	}
}
