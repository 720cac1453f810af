package page

import (
	"fmt"
	"image"
	"image/draw"
	"strings"

	"parallax/generator/file"

	"golang.org/x/image/font"
	"golang.org/x/image/font/gofont/gobold"
	"golang.org/x/image/font/gofont/goregular"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/math/fixed"
)

// A card is the picture of an event that other programs show beside a link to
// its page: the title, the sentence of the strongest contrast, and how many
// reports there are. It says nothing that the page does not say, so it carries
// no word of an article that was not counted there.
//
// It is drawn with the Go fonts, which know Latin, Greek and Cyrillic letters;
// an event with others has no card.
type card struct {
	site, title, says, counts string
}

// cardFile is the name of the card in an event's folder.
const cardFile = "card.png"

// The size that programs ask for, and the room around the text, in pixels.
const (
	cardWidth, cardHeight = 1200, 630
	cardMargin            = 72
)

// cardFonts are the fonts of cards. They are safe for use by several
// goroutines at once, unlike the faces made from them.
type cardFonts struct{ regular, bold *opentype.Font }

// newCardFonts reads the fonts, which are part of the program.
func newCardFonts() (cardFonts, error) {
	regular, err := opentype.Parse(goregular.TTF)
	if err != nil {
		return cardFonts{}, fmt.Errorf("read the font of cards: %w", err)
	}
	bold, err := opentype.Parse(gobold.TTF)
	if err != nil {
		return cardFonts{}, fmt.Errorf("read the bold font of cards: %w", err)
	}
	return cardFonts{regular, bold}, nil
}

// knows reports whether the fonts have every letter of a card.
func (f cardFonts) knows(c card) bool {
	for _, r := range c.site + c.title + c.says + c.counts {
		index, err := f.regular.GlyphIndex(nil, r)
		if err != nil || index == 0 {
			return false
		}
	}
	return true
}

// draw returns the card as a PNG.
func (f cardFonts) draw(c card) ([]byte, error) {
	canvas := image.NewGray(image.Rect(0, 0, cardWidth, cardHeight)) // black: nothing is drawn; white: ink
	y := cardMargin
	for _, part := range []struct {
		font  *opentype.Font
		size  float64
		lines int
		text  string
	}{
		{f.regular, 30, 1, c.site}, {f.bold, 62, 3, c.title}, {f.regular, 38, 4, c.says},
	} {
		var err error
		if y, err = inscribe(canvas, part.font, part.size, part.lines, y, part.text); err != nil {
			return nil, err
		}
		y += int(part.size) / 2
	}
	if _, err := inscribe(canvas, f.regular, 30, 1, cardHeight-cardMargin-30, c.counts); err != nil {
		return nil, err
	}
	return cardPicture(canvas)
}

// inscribe writes a text from y downwards on so many lines at most, and returns
// where the last one ends.
func inscribe(canvas draw.Image, f *opentype.Font, size float64, most, y int, text string) (int, error) {
	face, err := opentype.NewFace(f, &opentype.FaceOptions{Size: size, DPI: 72, Hinting: font.HintingNone})
	if err != nil {
		return 0, fmt.Errorf("set the font of a card: %w", err)
	}
	defer face.Close()
	for _, line := range wrapped(face, text, most) {
		y += int(size * 1.2)
		d := font.Drawer{Dst: canvas, Src: image.White, Face: face, Dot: fixed.P(cardMargin, y)}
		d.DrawString(line)
	}
	return y, nil
}

// wrapped breaks a text at blanks into lines that fit the card; the last of most
// lines ends in an ellipsis if there is more.
func wrapped(face font.Face, text string, most int) []string {
	room := fixed.I(cardWidth - 2*cardMargin)
	var all []string
	line := ""
	for _, word := range strings.Fields(text) {
		longer := strings.TrimSpace(line + " " + word)
		if line != "" && font.MeasureString(face, longer) > room {
			all = append(all, line)
			longer = word
		}
		line = longer
	}
	all = append(all, line)
	if len(all) <= most {
		return all
	}
	all = all[:most]
	last := all[most-1]
	for font.MeasureString(face, last+" …") > room && strings.Contains(last, " ") {
		last = last[:strings.LastIndexByte(last, ' ')]
	}
	all[most-1] = last + " …"
	return all
}

// card returns the event's card, and whether it has one.
func (b *builder) card() (card, bool) {
	c := card{site: b.site.Config.Title, title: b.event.Title, counts: b.counts()}
	if contrast := b.look().Contrast; contrast != nil {
		c.says = contrast.Text
	}
	return c, b.site.Config.Pages.Cards && b.site.Config.BaseURL != "" && b.cards.knows(c)
}

// writeCard writes the event's card, if it has one.
func (b *builder) writeCard() error {
	c, drawn := b.card()
	if !drawn {
		return nil
	}
	data, err := b.cards.draw(c)
	if err != nil {
		return fmt.Errorf("draw the card of event %s: %w", b.event.Slug, err)
	}
	return b.emit(file.File{Path: eventPath(b.event.Slug, cardFile), Data: data})
}
