package across

import (
	"fmt"
	"maps"
	"slices"

	"parallax/generator/ratio"
)

// A Point is what one outlet has of a part of a matter in a month or a quarter.
type Point struct {
	About, What string
	Outlet      string
	Span        string // "2026-05" or "2026-Q2"
	Events      int
	Share       float64 // mean over the events
	Low, High   float64 // 95 in 100
}

// points returns the points of a matter, in the order of time for each outlet and part.
func (m matter) points(seed uint64) []Point {
	var list []Point
	span := m.span()
	for _, outlet := range m.outlets {
		if len(m.of[outlet]) < LeastEvents {
			continue
		}
		spans := m.spans(outlet, span)
		for _, part := range m.parts {
			for _, name := range slices.Sorted(maps.Keys(spans)) {
				if len(spans[name]) >= leastInSpan {
					list = append(list, m.point(outlet, part, name, spans[name], seed))
				}
			}
		}
	}
	return list
}

// point counts one outlet in one span.
func (m matter) point(outlet, part, span string, events []string, seed uint64) Point {
	p := Point{About: m.about, What: part, Outlet: outlet, Span: span, Events: len(events)}
	var shares []float64
	whole := true
	for _, event := range events {
		share := m.of[outlet][event][part]
		shares = append(shares, share)
		whole = whole && (share == 0 || share == 1)
	}
	p.Share = mean(shares)
	if whole {
		p.Low, p.High = ratio.Wilson(sum(shares), float64(len(shares)))
	} else {
		p.Low, p.High = between(shares, seed)
	}
	return p
}

// span returns what the span of a month is called: itself, or its quarter if most
// events are in months in which their outlet has too few.
func (m matter) span() func(month string) string {
	dated, counted := 0, 0
	itself := func(month string) string { return month }
	for _, outlet := range m.outlets {
		for _, events := range m.spans(outlet, itself) {
			dated += len(events)
			if len(events) >= leastInSpan {
				counted += len(events)
			}
		}
	}
	if 2*counted < dated {
		return quarter
	}
	return itself
}

// spans returns the events of an outlet by span.
func (m matter) spans(outlet string, span func(month string) string) map[string][]string {
	spans := map[string][]string{}
	for _, event := range slices.Sorted(maps.Keys(m.of[outlet])) {
		if month := m.months[event]; month != "" {
			spans[span(month)] = append(spans[span(month)], event)
		}
	}
	return spans
}

// quarter returns the quarter of a month: "2026-Q2" of "2026-05".
func quarter(month string) string {
	var year, number int
	if _, err := fmt.Sscanf(month, "%d-%d", &year, &number); err != nil {
		return month
	}
	return fmt.Sprintf("%04d-Q%d", year, (number+2)/3)
}
