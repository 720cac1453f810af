package text

import "testing"

func TestSlug(t *testing.T) {
	for s, want := range map[string]string{
		"Côte d’Ivoire": "cote-d-ivoire", "Größe und Maß": "grosse-und-mass", "Łódź": "lodz", "Smørrebrød, Ærø": "smorrebrod-aero",
		"ISTANBUL ışık": "istanbul-isik", "  --a--  b": "a-b", "北京": "bei-jing", "Москва": "moskva", "ﬁn": "fin", "…": "", "": "",
		"the closing of North Bridge": "the-closing-of-north", "Donaudampfschifffahrtsgesellschaft": "donaudampfschifffahr",
	} {
		if got := Slug(s, 20); got != want {
			t.Errorf("%q is %q, not %q", s, got, want)
		}
	}
}
