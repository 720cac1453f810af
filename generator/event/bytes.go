package event

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math"

	"parallax/generator/corpus"
)

// Profiles and what is found of pairs travel between machines as bytes: numbers of varying
// length, small ones in one byte, and floats as their bits.

// errCut is what reading bytes ends with that break off.
var errCut = errors.New("they break off")

// AppendBinary appends a profile without its print.
func (p *Profile) AppendBinary(b []byte) ([]byte, error) {
	b = p.Facts.append(b)
	for f, v := range p.fields {
		b = binary.AppendUvarint(b, uint64(len(v)))
		last := term(0)
		for i, w := range v {
			b = binary.AppendUvarint(b, uint64(w.term-last))
			last = w.term
			b = appendFloats(b, w.weight)
			if f == inStems {
				b = append(appendFloats(b, p.marks[i].rarity), byte(p.marks[i].in))
			}
		}
	}
	b = appendFloats(b, p.room.lead, p.room.names, p.room.headNames)
	b = appendTerms(b, p.keys)
	b = binary.AppendUvarint(b, uint64(len(p.days)))
	for _, day := range p.days {
		b = binary.AppendUvarint(b, uint64(day))
	}
	return b, nil
}

// UnmarshalBinary reads a profile.
func (p *Profile) UnmarshalBinary(data []byte) error {
	r := &unpacker{data: data}
	*p = Profile{Facts: r.facts()}
	for f := range p.fields {
		n := r.length()
		v, last := make(vector, n), term(0)
		if f == inStems {
			p.marks = make([]mark, n)
		}
		for i := range v {
			last += term(r.number())
			v[i] = weighted{last, r.float()}
			if f == inStems {
				p.marks[i] = mark{r.float(), where(r.byte())}
			}
		}
		p.fields[f] = v
	}
	p.room = room{r.float(), r.float(), r.float()}
	p.keys = r.terms()
	p.days = make([]uint16, r.length())
	for i := range p.days {
		p.days[i] = uint16(r.number())
	}
	return r.end("a profile")
}

// AppendBinary appends a print.
func (p *Print) AppendBinary(b []byte) ([]byte, error) {
	sampled := byte(0)
	if p.sampled {
		sampled = 1
	}
	return appendTerms(append(b, sampled), p.shingles), nil
}

// UnmarshalBinary reads a print.
func (p *Print) UnmarshalBinary(data []byte) error {
	r := &unpacker{data: data}
	*p = Print{sampled: r.byte() == 1}
	p.shingles = r.terms()
	return r.end("a print")
}

// AppendBinary appends a likeness.
func (l *Likeness) AppendBinary(b []byte) ([]byte, error) {
	b = appendFloats(b, l.cosines[:]...)
	b = binary.AppendUvarint(b, uint64(l.rare))
	sameDay := byte(0)
	if l.sameDay {
		sameDay = 1
	}
	return append(appendFloats(b, l.lead, l.leadTold, l.namesTold, l.headNames), sameDay), nil
}

// UnmarshalBinary reads a likeness.
func (l *Likeness) UnmarshalBinary(data []byte) error {
	r := &unpacker{data: data}
	for f := range l.cosines {
		l.cosines[f] = r.float()
	}
	l.rare = int32(r.number())
	l.lead, l.leadTold, l.namesTold, l.headNames = r.float(), r.float(), r.float(), r.float()
	l.sameDay = r.byte() == 1
	return r.end("a likeness")
}

// AppendBinary appends a best.
func (b *Best) AppendBinary(data []byte) ([]byte, error) {
	return appendFloats(data, b.whole.first, b.whole.second, b.title.first, b.title.second), nil
}

// UnmarshalBinary reads a best.
func (b *Best) UnmarshalBinary(data []byte) error {
	r := &unpacker{data: data}
	b.whole, b.title = topTwo{r.float(), r.float()}, topTwo{r.float(), r.float()}
	return r.end("a best")
}

// AppendBinary appends facts.
func (f *Facts) AppendBinary(b []byte) ([]byte, error) { return f.append(b), nil }

// UnmarshalBinary reads facts.
func (f *Facts) UnmarshalBinary(data []byte) error {
	r := &unpacker{data: data}
	*f = r.facts()
	return r.end("facts")
}

func (f *Facts) append(b []byte) []byte {
	date := f.Date.String()
	b = append(binary.AppendUvarint(b, uint64(len(date))), date...)
	return binary.AppendUvarint(binary.AppendUvarint(b, uint64(f.Terms)), uint64(f.TitleTerms))
}

func appendFloats(b []byte, list ...float32) []byte {
	for _, x := range list {
		b = binary.LittleEndian.AppendUint32(b, math.Float32bits(x))
	}
	return b
}

// appendTerms appends sorted terms.
func appendTerms(b []byte, list []term) []byte {
	b = binary.AppendUvarint(b, uint64(len(list)))
	last := term(0)
	for _, t := range list {
		b = binary.AppendUvarint(b, uint64(t-last))
		last = t
	}
	return b
}

// An unpacker reads bytes from the front. What is wrong with them is told at the end.
type unpacker struct {
	data []byte
	err  error
}

// end returns what was wrong.
func (r *unpacker) end(what string) error {
	if r.err == nil && len(r.data) > 0 {
		r.err = fmt.Errorf("%d bytes are left", len(r.data))
	}
	if r.err != nil {
		return fmt.Errorf("read the bytes of %s: %w", what, r.err)
	}
	return nil
}

func (r *unpacker) take(n int) []byte {
	if len(r.data) < n {
		r.data, r.err = nil, errCut
		return make([]byte, n)
	}
	taken := r.data[:n]
	r.data = r.data[n:]
	return taken
}

func (r *unpacker) byte() byte { return r.take(1)[0] }

func (r *unpacker) float() float32 {
	return math.Float32frombits(binary.LittleEndian.Uint32(r.take(4)))
}

func (r *unpacker) number() uint64 {
	x, n := binary.Uvarint(r.data)
	if n <= 0 {
		r.data, r.err = nil, errCut
		return 0
	}
	r.data = r.data[n:]
	return x
}

// length reads how many things follow, each of a byte at least.
func (r *unpacker) length() int {
	n := r.number()
	if n > uint64(len(r.data)) {
		r.data, r.err = nil, errCut
		return 0
	}
	return int(n)
}

func (r *unpacker) terms() []term {
	list, last := make([]term, r.length()), term(0)
	for i := range list {
		last += term(r.number())
		list[i] = last
	}
	return list
}

func (r *unpacker) facts() Facts {
	var f Facts
	if date := string(r.take(r.length())); date != "" && r.err == nil {
		f.Date, r.err = corpus.ParseDate(date)
	}
	f.Terms, f.TitleTerms = int32(r.number()), int32(r.number())
	return f
}
