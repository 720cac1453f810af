// Package card draws the picture of an event that other programs show beside a
// link to its page.
package card

import (
	"compress/zlib"
	"fmt"
	"image"
	"image/draw"
	"strings"
	"sync"

	"golang.org/x/image/font"
	"golang.org/x/image/font/gofont/gobold"
	"golang.org/x/image/font/gofont/goregular"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/math/fixed"
)

// A Card is the picture of an event that other programs show beside a link to
// its page: the title, the sentence of the strongest contrast, and how many
// reports there are. It says nothing that the page does not say, so it carries
// no word of an article that was not counted there.
//
// It is drawn with the Go fonts, which know Latin, Greek and Cyrillic letters;
// an event with others has no card.
type Card struct {
	Site, Title, Says, Counts string
}

// The size that programs ask for, and the room around the text, in pixels.
const (
	width, height = 1200, 630
	margin        = 72
)

// Fonts are the fonts of cards, and the desks at which cards are drawn. They are safe
// for use by several goroutines at once, unlike the faces made from them.
type Fonts struct {
	regular, bold *opentype.Font
	desks         *sync.Pool
}

// A desk is what drawing a card takes: two megabytes, which the next card needs too.
type desk struct {
	canvas     *image.Gray // black: nothing is drawn; white: ink
	compressor *zlib.Writer
}

// newDesk returns a desk.
func newDesk() any {
	z, err := zlib.NewWriterLevel(nil, compression)
	if err != nil {
		panic(err) // the level is one
	}
	return &desk{image.NewGray(image.Rect(0, 0, width, height)), z}
}

// ReadFonts reads the fonts, which are part of the program.
func ReadFonts() (Fonts, error) {
	regular, err := opentype.Parse(goregular.TTF)
	if err != nil {
		return Fonts{}, fmt.Errorf("read the font of cards: %w", err)
	}
	bold, err := opentype.Parse(gobold.TTF)
	if err != nil {
		return Fonts{}, fmt.Errorf("read the bold font of cards: %w", err)
	}
	return Fonts{regular, bold, &sync.Pool{New: newDesk}}, nil
}

// Knows reports whether the fonts have every letter of a card.
func (f Fonts) Knows(c Card) bool {
	for _, r := range c.Site + c.Title + c.Says + c.Counts {
		index, err := f.regular.GlyphIndex(nil, r)
		if err != nil || index == 0 {
			return false
		}
	}
	return true
}

// Draw returns the card as a PNG.
func (f Fonts) Draw(c Card) ([]byte, error) {
	at := f.desks.Get().(*desk)
	defer f.desks.Put(at)
	clear(at.canvas.Pix)
	y := margin
	for _, part := range []struct {
		font  *opentype.Font
		size  float64
		lines int
		text  string
	}{
		{f.regular, 30, 1, c.Site}, {f.bold, 62, 3, c.Title}, {f.regular, 38, 4, c.Says},
	} {
		var err error
		if y, err = inscribe(at.canvas, part.font, part.size, part.lines, y, part.text); err != nil {
			return nil, err
		}
		y += int(part.size) / 2
	}
	if _, err := inscribe(at.canvas, f.regular, 30, 1, height-margin-30, c.Counts); err != nil {
		return nil, err
	}
	return at.picture()
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
		d := font.Drawer{Dst: canvas, Src: image.White, Face: face, Dot: fixed.P(margin, y)}
		d.DrawString(line)
	}
	return y, nil
}

// wrapped breaks a text at blanks into lines that fit the card; the last of most
// lines ends in an ellipsis if there is more.
func wrapped(face font.Face, text string, most int) []string {
	room := fixed.I(width - 2*margin)
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
