package card

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
)

// shades is how many steps lie between paper and ink; two colours more are
// those of the bar at the left. A card needs four bits a pixel whether there are six
// steps or fourteen, but with six it has a fifth fewer bytes, and no eye sees it.
const shades = 6

// compression is the level at which a card is compressed: the next faster takes half
// the time and a quarter more bytes, the slower ones ten times as long for a tenth.
const compression = 5

// The colours of a card.
var (
	paper = [3]byte{0xfb, 0xfa, 0xf7}
	ink   = [3]byte{0x1d, 0x23, 0x2b}
	bar   = [2][3]byte{{0x1f, 0x5f, 0x8b}, {0xb4, 0x5a, 0x1c}}
)

// barWidth is that of the bar, in pixels.
const barWidth = 24

// picture returns a drawing in the colours of a card, as a PNG (W3C
// recommendation, third edition). Package image/png would write the same pixels
// in more than twice the time, since it asks for each through an interface.
func (d *desk) picture() ([]byte, error) {
	b := bytes.NewBufferString("\x89PNG\r\n\x1a\n")
	size := d.canvas.Bounds().Size()
	head := binary.BigEndian.AppendUint32(nil, uint32(size.X))
	head = binary.BigEndian.AppendUint32(head, uint32(size.Y))
	chunk(b, "IHDR", append(head, 4, 3, 0, 0, 0)) // four bits a pixel, from a palette
	chunk(b, "PLTE", palette())
	rows, err := d.rows()
	if err != nil {
		return nil, err
	}
	chunk(b, "IDAT", rows)
	chunk(b, "IEND", nil)
	return b.Bytes(), nil
}

// chunk writes a chunk: its length, name, content and check sum.
func chunk(b *bytes.Buffer, name string, content []byte) {
	var number [4]byte
	binary.BigEndian.PutUint32(number[:], uint32(len(content)))
	b.Write(number[:])
	start := b.Len()
	b.WriteString(name)
	b.Write(content)
	binary.BigEndian.PutUint32(number[:], crc32.ChecksumIEEE(b.Bytes()[start:]))
	b.Write(number[:])
}

// palette returns the colours.
func palette() []byte {
	var list []byte
	for i := range shades {
		for part := range paper {
			list = append(list, byte((int(paper[part])*(shades-1-i)+int(ink[part])*i)/(shades-1)))
		}
	}
	list = append(list, bar[0][:]...)
	return append(list, bar[1][:]...)
}

// rows returns the pixels, two a byte and compressed. Every row begins with
// a byte that says it stands as it is.
func (d *desk) rows() ([]byte, error) {
	var b bytes.Buffer
	d.compressor.Reset(&b)
	var level [256]byte
	for v := range level {
		level[v] = byte(v * (shades - 1) / 255)
	}
	size := d.canvas.Bounds().Size()
	row := make([]byte, 1+size.X/2)
	for y := range size.Y {
		pixels := d.canvas.Pix[y*d.canvas.Stride:][:size.X]
		for i := range row[1:] {
			row[1+i] = level[pixels[2*i]]<<4 | level[pixels[2*i+1]]
		}
		bar := byte(shades + 2*y/size.Y)
		for i := range barWidth / 2 {
			row[1+i] = bar<<4 | bar
		}
		if _, err := d.compressor.Write(row); err != nil {
			return nil, err
		}
	}
	err := d.compressor.Close()
	return b.Bytes(), err
}
