package odds

import (
	"math"
	"testing"

	"parallax/generator/cases/article"
	"parallax/generator/reading"
	"parallax/generator/text"
)

func TestLogOdds(t *testing.T) {
	e := expectation{event: tally{counts: map[string]int{"drill": 12}, words: 1200}, background: &text.Background{}}
	// The prior expects 100 · 0.8 · 12/1200 = 0.8 uses.
	odds := e.between("drill", 10, 200, 2, 1000)
	value := math.Log(10.8/(200+100-10.8)) - math.Log(2.8/(1000+100-2.8))
	if want := math.Sqrt(1/10.8 + 1/2.8); math.Abs(odds.value-value) > 1e-9 || math.Abs(odds.error-want) > 1e-9 {
		t.Errorf("got %v, want %v ± %v", odds, value, want)
	}
	if odds.low() >= odds.value || odds.high() <= odds.value || odds.z() < 1.96 != (odds.low() < 0) {
		t.Errorf("interval %v to %v of %v", odds.low(), odds.high(), odds)
	}
	if swapped := e.between("drill", 2, 1000, 10, 200); math.Abs(swapped.value+odds.value) > 1e-9 {
		t.Error("swapping the sides does not turn the sign")
	}
}

func TestOnce(t *testing.T) {
	spans := func(n int) []text.Span { return make([]text.Span, n) }
	for _, test := range []struct {
		word, pair int
		want       string
	}{{6, 6, "war game"}, {6, 3, "war game"}, {7, 3, "war"}} {
		left := once([]favoured{{key: "war", spans: spans(test.word)}, {key: "war game", spans: spans(test.pair)}})
		if len(left) != 1 || left[0].key != test.want {
			t.Errorf("%d and %d uses: %v", test.word, test.pair, left)
		}
	}
}

// TestCountsOneWord keeps words of one stem apart that are two words.
func TestCountsOneWord(t *testing.T) {
	l := text.Builtin().For("en")
	r := reading.Read(article.Of(l, "a", "Title", "The representative represents a party. Representatives spoke."), l)
	uses := usesOf(r, func(w text.Word) bool { return false })
	n := map[string]int{}
	for _, u := range uses {
		n[u.key]++
	}
	if n["repres_representative"] != 2 || n["repres_represent"] != 1 {
		t.Errorf("got %v", n)
	}
}
