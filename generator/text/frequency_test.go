package text

import "testing"

func TestShare(t *testing.T) {
	en := Builtin().For("en")
	the, ship, unknown := en.Share("the"), en.Share("ship"), en.Share("zzgrbl")
	if !(the > .03 && the < .08) || !(ship > 0 && ship < .001) || unknown != 0 {
		t.Errorf("shares: the %v, ship %v, unknown %v", the, ship, unknown)
	}
	if Builtin().For("xx").Share("the") != 0 {
		t.Error("a language without a table knows a word")
	}
}

func TestBackground(t *testing.T) {
	b := Builtin().For("en").Background()
	if w := b.Word("president"); w.Documents == 0 || w.Count < w.Documents || b.Documents < w.Documents {
		t.Errorf("president: %+v of %d texts", w, b.Documents)
	}
	if b.Stem("presid") < b.Word("president").Documents {
		t.Error("a stem is rarer than one of its words")
	}
	for word, f := range b.known {
		if f.Count < f.Documents || f.Documents < 1 || f.Documents > b.Documents {
			t.Errorf("%s: %+v", word, f)
		}
	}
}
