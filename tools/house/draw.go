package main

import (
	"bytes"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// Sizes of the drawing, in pixels.
const (
	width     = 900
	margin    = 20
	between   = 36 // two floors
	roomTall  = 40
	roomApart = 14
	letter    = 7.3 // of a name
	small     = 5.6 // of the names inside a room
	padding   = 12
)

// A box is where a room is drawn.
type box struct{ x, y, wide float64 }

// draw returns the house as SVG.
func (h house) draw() []byte {
	floors := h.floors()
	tall := 2*margin + (len(floors)+1)*roomTall + len(floors)*between
	boxes := map[string]box{}
	for i, rooms := range floors {
		row(boxes, rooms, float64(margin+(len(floors)-1-i)*(roomTall+between)))
	}
	var b bytes.Buffer
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" width="%d" height="%d" role="img" font-family="Verdana, DejaVu Sans, sans-serif" font-size="12">`+"\n", width, tall, width, tall)
	b.WriteString("<title>The rooms of generator/: each stands above all that it imports, and all stand on the foundation</title>\n")
	fmt.Fprintf(&b, `<rect width="%d" height="%d" fill="#fff"/>`+"\n", width, tall)
	for _, name := range slices.Sorted(maps.Keys(boxes)) {
		for _, other := range slices.Sorted(maps.Keys(h[name].imports)) {
			line(&b, boxes[name], boxes[other])
		}
	}
	for _, name := range slices.Sorted(maps.Keys(boxes)) {
		h[name].draw(&b, boxes[name])
	}
	h.drawFoundation(&b, float64(tall-margin-roomTall))
	b.WriteString("</svg>\n")
	return b.Bytes()
}

// row places the rooms of a floor beside each other, in the middle.
func row(boxes map[string]box, rooms []*room, y float64) {
	all := float64(-roomApart)
	for _, r := range rooms {
		all += r.wide() + roomApart
	}
	x := (width - all) / 2
	for _, r := range rooms {
		boxes[r.name] = box{x, y, r.wide()}
		x += r.wide() + roomApart
	}
}

// wide returns how wide a room is drawn.
func (r *room) wide() float64 {
	return max(float64(len(r.name))*letter, float64(len(r.inside()))*small) + 2*padding
}

// inside names the packages inside a room.
func (r *room) inside() string { return strings.Join(r.within, " ") }

// line draws an import from a room down to another.
func line(b *bytes.Buffer, from, to box) {
	x1, y1, x2, y2 := from.x+from.wide/2, from.y+roomTall, to.x+to.wide/2, to.y
	fmt.Fprintf(b, `<path d="M%.0f %.0fC%.0f %.0f %.0f %.0f %.0f %.0f" fill="none" stroke="#8a94a0"/>`+"\n", x1, y1, x1, y1+between, x2, y2-between, x2, y2)
}

func (r *room) draw(b *bytes.Buffer, at box) {
	fmt.Fprintf(b, `<rect x="%.0f" y="%.0f" width="%.0f" height="%d" rx="4" fill="#f3f6f9" stroke="#33485c"/>`+"\n", at.x, at.y, at.wide, roomTall)
	r.label(b, at)
}

// label writes the name of a room, and smaller what is inside it.
func (r *room) label(b *bytes.Buffer, at box) {
	y := at.y + roomTall/2 + 4
	if len(r.within) > 0 {
		y -= 7
		fmt.Fprintf(b, `<text x="%.0f" y="%.0f" text-anchor="middle" font-size="9" fill="#33485c">%s</text>`+"\n", at.x+at.wide/2, y+14, r.inside())
	}
	fmt.Fprintf(b, `<text x="%.0f" y="%.0f" text-anchor="middle" fill="#111">%s</text>`+"\n", at.x+at.wide/2, y, r.name)
}

// drawFoundation draws what all rooms stand on.
func (h house) drawFoundation(b *bytes.Buffer, y float64) {
	fmt.Fprintf(b, `<rect x="%d" y="%.0f" width="%d" height="%d" fill="#e3e8ee" stroke="#33485c"/>`+"\n", margin, y, width-2*margin, roomTall)
	var rooms []*room
	for _, name := range foundation() {
		if h[name] != nil {
			rooms = append(rooms, h[name])
		}
	}
	boxes := map[string]box{}
	row(boxes, rooms, y)
	for _, r := range rooms {
		r.label(b, boxes[r.name])
	}
}
