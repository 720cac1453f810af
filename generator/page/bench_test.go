package page

import (
	"testing"

	"parallax/generator/file"
)

// BenchmarkEvent renders all pages of an event of four articles.
func BenchmarkEvent(b *testing.B) {
	s := sampleSite(b)
	bytes := 0
	p, err := newPlan(s)
	if err != nil {
		b.Fatal(err)
	}
	c, err := s.Compare(&s.Events[0])
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		event := p.share(&s.Events[0])
		pages, err := event.builder(func(f file.File) error { bytes += len(f.Data); return nil }, c)
		if err == nil {
			_, err = event.render(pages)
		}
		if err != nil {
			b.Fatal(err)
		}
	}
	b.SetBytes(int64(bytes / b.N))
}
