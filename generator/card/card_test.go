package card

import (
	"bytes"
	"image/png"
	"strings"
	"testing"
)

// TestCardsKnowTheirLetters demands no card rather than one with empty boxes.
func TestCardsKnowTheirLetters(t *testing.T) {
	f, err := ReadFonts()
	if err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string]bool{"Fähre “Königin” – 1,2 €": true, "Мост закрыт": true, "橋が閉鎖": false, "أغلق الجسر": false} {
		if got := f.Knows(Card{Title: text}); got != want {
			t.Errorf("%s: got %t", text, got)
		}
	}
}

// TestLongCards demands that a long text ends in an ellipsis within the card.
func TestLongCards(t *testing.T) {
	f, err := ReadFonts()
	if err != nil {
		t.Fatal(err)
	}
	long := strings.Repeat("Engineers warned of cracks in the bridge ", 20)
	data, err := f.Draw(Card{Site: long, Title: long, Says: long + strings.Repeat("x", 200), Counts: long})
	if err != nil {
		t.Fatal(err)
	}
	img, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	paper := img.At(width-1, 0)
	for y := range height {
		for x := width - margin/2; x < width; x++ {
			if img.At(x, y) != paper {
				t.Fatalf("something is drawn at %d, %d", x, y)
			}
		}
	}
}

func BenchmarkCard(b *testing.B) {
	f, err := ReadFonts()
	if err != nil {
		b.Fatal(err)
	}
	c := Card{"Parallax", "The closing of North Bridge", "The Quayside Mail writes “shut”, Port Merrow Council writes “close for essential safety repairs”.", "5 reports"}
	for b.Loop() {
		if _, err := f.Draw(c); err != nil {
			b.Fatal(err)
		}
	}
}
