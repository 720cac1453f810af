package framing

import (
	"fmt"
	"strings"
	"testing"

	"parallax/generator/framing/odds"
)

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
	if c.Wording.Null.Splits != 8 || c.Wording.Gate < odds.Gate {
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

// TestWordingLeaves lists no names, titles and verbs of saying, nor how a word is
// spelt.
func TestWordingLeaves(t *testing.T) {
	a := "Ferry returns\n\n" + strings.Repeat("The drills near Hale island began. Then Senator Okafor Renn insisted on e-mails. ", 9) + padding(36)
	b := "Ferry is back\n\n" + strings.Repeat("The exercise near Hale island began. ", 9) + padding(40)
	var got []string
	c := compareTexts(Settings{}, a, b)
	for _, term := range c.Wording.Terms {
		got = append(got, c.Articles[term.Article].Letter+" "+term.Term)
	}
	if s := strings.Join(got, ", "); s != "A drills, B exercise" {
		t.Errorf("terms: %s", s)
	}
}
