package page

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"parallax/generator/across"
	"parallax/generator/corpus"
)

// manyEvents returns the sample with its event so many times, three a month.
func manyEvents(t *testing.T, n int) Site {
	t.Helper()
	s := sampleSite(t)
	s.Events = slices.Repeat(s.Events, n)
	for i := range s.Events {
		s.Events[i].Slug = fmt.Sprintf("alder-queen-%d", i)
		s.Events[i].From = corpus.Day(2031, 1, 1)
		if i%2 == 0 {
			s.Events[i].From = corpus.Day(2031, 3, 1)
		}
	}
	s.Config.Pages.Blind, s.Config.Pages.Lessons, s.Config.Pages.Pairs = false, false, 0
	return s
}

// TestOver has a page of questions over many events from ten events on, which the home
// page leads to, with charts that are told in a table as well, and no line over a month
// without events.
func TestOver(t *testing.T) {
	few := render(t, manyEvents(t, 9))
	if few["over.html"] != "" || strings.Contains(few["index.html"], "over.html") {
		t.Error("nine events have a page")
	}
	files := render(t, manyEvents(t, 12))
	page := files["over.html"]
	if page == "" || !strings.Contains(files["index.html"], `href="over.html"`) {
		t.Fatal("twelve events have no page, or nothing leads to it")
	}
	for _, want := range []string{"Over 12 events", `<section id="voices">`, `<section id="naming">`, "March 2031</td>", "Differences that neither chance", "<circle "} {
		if !strings.Contains(page, want) {
			t.Errorf("the page lacks %s", want)
		}
	}
	if strings.Contains(page, "<polyline") {
		t.Error("January and March are joined")
	}
	if circles, rows := strings.Count(page, `r="4"`), strings.Count(page, " 2031</td>"); circles != rows {
		t.Errorf("%d dots and %d rows", circles, rows)
	}
}

// TestChart draws months, and joins neighbours alone.
func TestChart(t *testing.T) {
	r, err := newRenderer(sampleSite(t), nil)
	if err != nil {
		t.Fatal(err)
	}
	var points []across.Point
	for _, outlet := range []string{"a", "b", "c", "d", "e"} {
		for i, span := range []string{"2031-11", "2031-12", "2032-01", "2032-03"} {
			points = append(points, across.Point{Outlet: outlet, Span: span, Events: 3, Share: float64(i) / 3, Low: 0, High: 1})
		}
	}
	c := r.chart(points)
	if len(c.Lines) != overLines || len(c.Lines[0].Dots) != 4 || c.Lines[0].Top >= c.Lines[1].Top || c.Height < c.Lines[3].Grid[0].At {
		t.Fatalf("%+v", c.Lines)
	}
	if got, want := fmt.Sprint(c.Lines[0].Parts), "[48,62 191,49 334,35]"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if d := c.Lines[0].Dots[3]; d.X != chartRight || d.Y != stripTop || d.Low != stripBottom || d.Span != "March 2032" || d.Share != "100%" && d.Share != "100 %" {
		t.Errorf("%+v", d)
	}
	quarters := r.chart([]across.Point{{Outlet: "a", Span: "2031-Q4", Share: .5}, {Outlet: "a", Span: "2032-Q1", Share: .5}})
	if len(quarters.Lines[0].Parts) != 1 || len(quarters.Spans) != 2 || quarters.Spans[1].Text != "quarter 1 of 2032" {
		t.Errorf("%+v", quarters)
	}
}
