package text

import (
	"testing"
	"testing/fstest"
)

func TestLexicon(t *testing.T) {
	l := Builtin().For("en")
	lexicon := newLexicon(l, "phrases", []string{"so", "so-called", "so to speak", "no doubt"})
	for _, test := range []struct {
		in, want string
		n        int
	}{
		{"so-called experts", "so-called", 2},
		{"So to speak, yes", "so to speak", 3},
		{"so they left", "so", 1},
		{"no doubt", "no doubt", 2},
		{"no", "", 0},
		{"", "", 0},
	} {
		if got, n := lexicon.Match(l.Words(test.in)); got != test.want || n != test.n {
			t.Errorf("Match(%q) = %q, %d; want %q, %d", test.in, got, n, test.want, test.n)
		}
	}
	if !lexicon.Has("so") || lexicon.Has("no") {
		t.Error("Has knows a phrase by its first word, or no word")
	}
	if text, n := new(Lexicon).Match(l.Words("so")); text != "" || n != 0 {
		t.Errorf("the empty lexicon has %q", text)
	}
}

func TestReadTable(t *testing.T) {
	packs := fstest.MapFS{
		"xx/good.tsv": {Data: []byte("# Where from.\nbad\t-1.5\t2\n\nnot good\t-1\n")},
		"xx/odd.tsv":  {Data: []byte("bad\tworse\n")},
	}
	table, err := readTable(packs, "xx", "good")
	if err != nil || len(table) != 2 || table["bad"][1] != 2 || table["not good"][0] != -1 {
		t.Errorf("got %v, %v", table, err)
	}
	if table, err := readTable(packs, "xx", "none"); table != nil || err != nil {
		t.Errorf("a table that is not there: %v, %v", table, err)
	}
	_, err = readTable(packs, "xx", "odd")
	if want := `read language table xx/odd.tsv:1: strconv.ParseFloat: parsing "worse": invalid syntax`; err == nil || err.Error() != want {
		t.Errorf("got error %v, want %s", err, want)
	}
}

func TestValence(t *testing.T) {
	l := Builtin().For("en")
	for word, sign := range map[string]float64{"disgraceful": -1, "superb": 1, "table": 0, "disgracefulness": -1} {
		if v := l.Valence(word, l.Stem(word)); v*sign < 0 || (v == 0) != (sign == 0) {
			t.Errorf("valence of %q is %v", word, v)
		}
	}
	if v := Builtin().For("xx").Valence("superb", "superb"); v != 0 {
		t.Errorf("a language without a table rates %v", v)
	}
}
