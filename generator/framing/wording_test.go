package framing

import (
	"fmt"
	"math"
	"strings"
	"testing"

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

// padding is n sentences of words that both articles of a test share.
func padding(n int) string {
	return strings.Repeat("Rain fell on the harbour while boats waited near the quay. ", n)
}

func TestWording(t *testing.T) {
	a := "Ferry returns\n\n" + strings.Repeat("The war games near Hale island began. ", 8) + "“A circus, a circus, a circus, a circus,” he said. " + padding(36)
	b := "Ferry is back\n\n" + strings.Repeat("The exercise near Hale island began. ", 8) + padding(40)
	c := compareTexts(Settings{}, a, b)
	var got []string
	for _, term := range c.Wording.Terms {
		got = append(got, c.Articles[term.Article].Letter+" "+term.Term)
		if term.Z < c.Wording.Gate || term.Count < 2 || len(term.Evidence) != term.Count || term.Low <= 0 {
			t.Errorf("%+v", term)
		}
		for _, e := range term.Evidence {
			if e.Article != term.Article || e.Passage < 0 {
				t.Errorf("%s: evidence %+v", term.Term, e)
			}
		}
	}
	if s := strings.Join(got, ", "); s != "A war games, B exercise" {
		t.Errorf("terms: %s", s)
	}
	if c.Wording.Null.Splits != 8 || c.Wording.Gate < wordingGate {
		t.Errorf("null %+v, gate %v", c.Wording.Null, c.Wording.Gate)
	}
}

func TestWordingShort(t *testing.T) {
	c := compareTexts(Settings{}, "A\n\n"+padding(50), "B\n\n"+strings.Repeat("War games began. ", 20))
	if len(c.Wording.Short) != 1 || c.Wording.Short[0] != 1 {
		t.Errorf("short: %v", c.Wording.Short)
	}
	for _, term := range c.Wording.Terms {
		if term.Article == 1 {
			t.Errorf("a short article has %+v", term)
		}
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

// Without a list of function words, the commonest words of the event stand in.
func TestWordingWithoutPack(t *testing.T) {
	c := &comparing{comparison: &Comparison{Articles: make([]Article, 2)}, language: builtin.For("hr")}
	for i, pattern := range []string{"na modra krava x", "na y modra z"} {
		var b strings.Builder
		for n := range 60 {
			b.WriteString(strings.NewReplacer("x", fmt.Sprintf("rijec%c", 'a'+n%20), "y", fmt.Sprintf("druga%c", 'a'+n%20), "z", "jelen").Replace(pattern) + ". ")
		}
		name := string(rune('a' + i))
		c.readings = append(c.readings, read(i, newArticle(name, name, "2024-06-10", "Naslov", b.String()), c.language))
	}
	compareWording(c)
	var got []string
	for _, term := range c.comparison.Wording.Terms {
		got = append(got, term.Term)
	}
	if s := strings.Join(got, ", "); s != "krava, jelen" {
		t.Errorf("terms: %q", s)
	}
}

// In a script without blanks the terms are pairs of characters.
func TestWordingEastAsian(t *testing.T) {
	c := &comparing{comparison: &Comparison{Articles: make([]Article, 2)}, language: builtin.For("zh")}
	for i, pattern := range []string{"演习在海上开始。", "训练在海上开始。"} {
		var b strings.Builder
		for n := range 60 {
			b.WriteString(pattern + "船" + string(rune('\u4e00'+60*i+n)) + "。")
		}
		name := string(rune('a' + i))
		c.readings = append(c.readings, read(i, newArticle(name, name, "2024-06-10", "新闻", b.String()), c.language))
	}
	compareWording(c)
	var got []string
	for _, term := range c.comparison.Wording.Terms {
		got = append(got, term.Term)
	}
	if s := strings.Join(got, ", "); s != "演习, 训练" {
		t.Errorf("terms: %q", s)
	}
}
