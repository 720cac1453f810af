package text

import "testing"

func TestInflection(t *testing.T) {
	en := Builtin().For("en")
	tests := []struct {
		word, verb string
		forms      VerbForm
	}{
		{"says", "say", Third},
		{"said", "say", Past | Participle},
		{"denied", "deny", Past | Participle},
		{"planning", "plan", Gerund},
		{"admitting", "admit", Gerund},
		{"written", "write", Participle},
		{"cut", "cut", Base | Past | Participle},
		{"dying", "die", Gerund},
		{"accuses", "accuse", Third},
		{"classified", "classify", Past | Participle},
	}
	for _, test := range tests {
		i, ok := en.Inflection(test.word)
		if !ok || i.Verb != test.verb || i.Forms != test.forms {
			t.Errorf("%s: got %+v, want %s %d", test.word, i, test.verb, test.forms)
		}
	}
	if i, ok := en.Inflection("harbour-side"); ok {
		t.Errorf("no verb: got %+v", i)
	}
}

func TestRole(t *testing.T) {
	en := Builtin().For("en")
	if r := en.Role("that"); !r.Is(Complementiser) || !r.Is(Relative) || r.Is(Be) {
		t.Errorf("that: %b", r)
	}
	for _, name := range roleLists() {
		if len(en.List(name)) == 0 {
			t.Errorf("the list %s is empty", name)
		}
	}
}
