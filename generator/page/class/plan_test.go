package class

import (
	"strings"
	"testing"

	"github.com/BurntSushi/toml"

	"parallax/generator/corpus"
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

// A site can leave out a set that there is, and no other.
func TestStandardsLeftOut(t *testing.T) {
	own := []corpus.StandardSet{{ID: "c3", LeaveOut: true}, {ID: "ours", Name: "Ours", Says: []string{"1"}}}
	if err := CheckStandards(own, templates.Files); err != nil {
		t.Error(err)
	}
	own[1] = corpus.StandardSet{ID: "nowhere", File: "content/standards/nowhere.md", LeaveOut: true}
	err := CheckStandards(own, templates.Files)
	if err == nil || !strings.Contains(err.Error(), `content/standards/nowhere.md: there is no set of standards "nowhere" to leave out; name the file after one of them: common-core, c3`) {
		t.Error(err)
	}
}
