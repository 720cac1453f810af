package page

import (
	"testing"

	"parallax/generator/file"
)

// BenchmarkEvent renders all pages of an event of four articles.
func BenchmarkEvent(b *testing.B) {
	s := sampleSite(b)
	bytes := 0
	r, err := newRenderer(s, func(f file.File) error { bytes += len(f.Data); return nil })
	if err != nil {
		b.Fatal(err)
	}
	c, err := s.Compare(&s.Events[0])
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if err := r.event(&s.Events[0], c); err != nil {
			b.Fatal(err)
		}
	}
	b.SetBytes(int64(bytes / b.N))
}
