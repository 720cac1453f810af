package page

import (
	"bytes"
	"image/png"
	"strings"
	"testing"
)

// TestCards demands that an event has a picture which its page names, and that
// the same event always has the same.
func TestCards(t *testing.T) {
	s := sampleSite(t)
	s.Config.Pages.Cards = true
	files := render(t, s)
	data := files["e/alder-queen/card.png"]
	config, err := png.DecodeConfig(strings.NewReader(data))
	if err != nil || config.Width != cardWidth || config.Height != cardHeight {
		t.Errorf("got %d by %d, %v", config.Width, config.Height, err)
	}
	if len(data) > 60_000 {
		t.Errorf("the card has %d bytes", len(data))
	}
	if render(t, s)["e/alder-queen/card.png"] != data {
		t.Error("another card of the same event")
	}
	const meta = `<meta property="og:image" content="https://papers.example/alder/e/alder-queen/card.png">`
	for path, page := range files {
		if named, wants := strings.Contains(page, meta), path == "e/alder-queen/index.html"; named != wants {
			t.Errorf("%s names the card: %t", path, named)
		}
	}
	s.Config.Pages.Cards = false
	for path, page := range render(t, s) {
		if strings.HasSuffix(path, ".png") || strings.Contains(page, "og:image") {
			t.Errorf("%s has a card that is switched off", path)
		}
	}
}

// TestCardsKnowTheirLetters demands no card rather than one with empty boxes.
func TestCardsKnowTheirLetters(t *testing.T) {
	f, err := newCardFonts()
	if err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string]bool{"Fähre “Königin” – 1,2 €": true, "Мост закрыт": true, "橋が閉鎖": false, "أغلق الجسر": false} {
		if got := f.knows(card{title: text}); got != want {
			t.Errorf("%s: got %t", text, got)
		}
	}
}

// TestLongCards demands that a long text ends in an ellipsis within the card.
func TestLongCards(t *testing.T) {
	f, err := newCardFonts()
	if err != nil {
		t.Fatal(err)
	}
	long := strings.Repeat("Engineers warned of cracks in the bridge ", 20)
	data, err := f.draw(card{site: long, title: long, says: long + strings.Repeat("x", 200), counts: long})
	if err != nil {
		t.Fatal(err)
	}
	img, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	paper := img.At(cardWidth-1, 0)
	for y := range cardHeight {
		for x := cardWidth - cardMargin/2; x < cardWidth; x++ {
			if img.At(x, y) != paper {
				t.Fatalf("something is drawn at %d, %d", x, y)
			}
		}
	}
}

func BenchmarkCard(b *testing.B) {
	f, err := newCardFonts()
	if err != nil {
		b.Fatal(err)
	}
	c := card{"Parallax", "The closing of North Bridge", "The Quayside Mail writes “shut”, Port Merrow Council writes “close for essential safety repairs”.", "5 reports"}
	for b.Loop() {
		if _, err := f.draw(c); err != nil {
			b.Fatal(err)
		}
	}
}
