package page

import (
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
	if err != nil || config.Width != 1200 || config.Height != 630 {
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
