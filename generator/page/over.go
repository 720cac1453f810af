package page

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"parallax/generator/across"
	"parallax/generator/address"
	"parallax/generator/dataset/profile"
	"parallax/generator/page/frame"
)

// An Over is the data of over.html: questions over many events, from ten on. It holds
// no score, and no row for an outlet as a whole.
type Over struct {
	frame.Frame
	Events    int
	Questions []OverQuestion
}

// An OverQuestion is one question with what can be said.
type OverQuestion struct {
	ID       string // "voices", "naming"
	Name     string
	LookFor  string
	Told     []OverContrast
	Compared int // pairs and parts, of which those told are some
	Matters  []OverMatter
}

// An OverContrast is how two outlets differ in the events that both report.
type OverContrast struct {
	About      string // the entity; may be empty
	Part       string // the group, or the label
	One, Other string // names of the outlets
	First      string // "34 %"
	Second     string
	Between    string // where the difference lies, in points of a hundred
	Events     int
}

// An OverMatter is one thing over time: the speakers, or an entity.
type OverMatter struct {
	Name   string // of the entity; empty for the speakers
	Charts []OverChart
}

// An OverChart is one group or label over time: a strip for each outlet, one below the
// other over the same months, and the same as a table.
type OverChart struct {
	Name          string
	Width, Height int // of the drawing
	Left, Right   int // where the strips begin and end
	Spans         []OverTick
	Lines         []OverLine
}

// An OverTick is a mark of an axis.
type OverTick struct {
	At   int
	Text string
}

// An OverLine is the strip of an outlet on a chart.
type OverLine struct {
	Outlet string
	Top    int        // where its name stands
	Grid   []OverTick // its shares of none and all
	Parts  []string   // points of lines between neighbours in time
	Dots   []OverDot
	last   int // number of the last dot's span
}

// An OverDot is a month or a quarter of an outlet.
type OverDot struct {
	X, Y, Low, High int    // places
	Span            string // "May 2026"
	Share           string // "34 %"
	Between         string // "20 % – 51 %"
	Events          int
}

// What is shown at most.
const (
	overLines  = 4 // outlets on a chart
	overCharts = 4 // of a matter
	overTold   = 40
)

// over renders the page of questions over many events, if there is one.
func (r *renderer) over() error {
	v := Over{Frame: r.Frame("over", address.Over, r.Text("over.title"))}
	v.Description = r.Text("over.description")
	r.answers = r.profiles.Ask()
	for _, a := range r.answers {
		if len(a.Contrasts)+len(a.Points) == 0 {
			continue
		}
		v.Events = max(v.Events, a.Events)
		v.Questions = append(v.Questions, r.question(a))
	}
	if len(v.Questions) == 0 {
		return nil
	}
	r.overPage = true
	return r.Print("over", address.Over, v)
}

// question returns what the page shows of a question.
func (r *renderer) question(a profile.Answered) OverQuestion {
	id := string(a.Question)
	q := OverQuestion{ID: id, Name: r.Text("over." + id), LookFor: r.Text("over." + id + "means"), Compared: len(a.Contrasts)}
	for _, c := range a.Contrasts {
		if c.Told && len(q.Told) < overTold {
			q.Told = append(q.Told, OverContrast{
				About: c.About, Part: r.part(a.Question, c.What), One: r.outletName(c.One), Other: r.outletName(c.Other),
				First: r.Percent(c.First), Second: r.Percent(c.Second), Between: r.Text("over.range", "from", points(c.Low), "to", points(c.High)), Events: c.Events,
			})
		}
	}
	for i := 0; i < len(a.Points); {
		j := i
		for j < len(a.Points) && a.Points[j].About == a.Points[i].About {
			j++
		}
		q.Matters = append(q.Matters, r.overMatter(a.Question, a.Points[i:j]))
		i = j
	}
	return q
}

// points says a difference of shares in points of a hundred, with the sign for minus.
func points(difference float64) string {
	return strings.Replace(frame.Number(math.Round(100*difference)+0, 0), "-", "−", 1)
}

// part returns what a part of a matter is called.
func (r *renderer) part(q profile.Question, what string) string {
	if q == profile.AskVoices {
		return r.Text("group." + what)
	}
	return what
}

// outletName returns the name of an outlet.
func (r *renderer) outletName(id string) string {
	if o := r.site.Corpus.Outlet(id); o != nil {
		return o.Name
	}
	return id
}

// overMatter draws one thing over time.
func (r *renderer) overMatter(q profile.Question, points []across.Point) OverMatter {
	m := OverMatter{Name: points[0].About}
	var parts []string
	for _, p := range points {
		if !slices.Contains(parts, p.What) && len(parts) < overCharts {
			parts = append(parts, p.What)
		}
	}
	for _, part := range parts {
		of := slices.DeleteFunc(slices.Clone(points), func(p across.Point) bool { return p.What != part })
		chart := r.chart(of)
		chart.Name = r.part(q, part)
		m.Charts = append(m.Charts, chart)
	}
	return m
}

// The drawing of a chart, in its own units.
const (
	chartWidth            = 640
	chartLeft, chartRight = 48, 620
	stripHeight           = 72 // of an outlet
	stripTop, stripBottom = 22, 62
	chartFoot             = 24 // for the names of months
	chartTicks            = 5  // such names at most
)

// chart draws the points of one part of a matter.
func (r *renderer) chart(points []across.Point) OverChart {
	v := OverChart{Width: chartWidth, Left: chartLeft, Right: chartRight}
	first, last := ordinal(points[0].Span), ordinal(points[0].Span)
	for _, p := range points {
		first, last = min(first, ordinal(p.Span)), max(last, ordinal(p.Span))
	}
	along := func(span string) int {
		if first == last {
			return (chartLeft + chartRight) / 2
		}
		return chartLeft + (chartRight-chartLeft)*(ordinal(span)-first)/(last-first)
	}
	up := func(top int, share float64) int {
		return top + stripBottom - int(float64(stripBottom-stripTop)*min(1, max(0, share))+0.5)
	}
	named := map[int]bool{}
	for _, p := range points {
		n := len(v.Lines)
		if n == 0 || v.Lines[n-1].Outlet != r.outletName(p.Outlet) {
			if n == overLines {
				break
			}
			top := n * stripHeight
			v.Lines = append(v.Lines, OverLine{Outlet: r.outletName(p.Outlet), Top: top + chartFoot/2, Grid: []OverTick{{up(top, 0), r.Percent(0)}, {up(top, 1), r.Percent(1)}}})
			n++
		}
		at, name, top := along(p.Span), r.spanName(p.Span), (n-1)*stripHeight
		if at := ordinal(p.Span); !named[at] {
			named[at] = true
			v.Spans = append(v.Spans, OverTick{along(p.Span), name})
		}
		v.Lines[n-1].add(OverDot{
			X: at, Y: up(top, p.Share), Low: up(top, p.Low), High: up(top, p.High), Span: name, Events: p.Events,
			Share: r.Percent(p.Share), Between: r.Text("date.days", "from", r.Percent(p.Low), "to", r.Percent(p.High)),
		}, ordinal(p.Span))
	}
	v.Height = len(v.Lines)*stripHeight + chartFoot
	v.Spans = spaced(v.Spans)
	return v
}

// spaced returns the first of the names of months, and those far enough behind the one
// before to be read beside it.
func spaced(spans []OverTick) []OverTick {
	slices.SortFunc(spans, func(a, b OverTick) int { return a.At - b.At })
	var kept []OverTick
	for _, span := range spans {
		if n := len(kept); n == 0 || span.At-kept[n-1].At >= (chartRight-chartLeft)/chartTicks {
			kept = append(kept, span)
		}
	}
	return kept
}

// add adds a dot, and a line to it from the one before if that is its neighbour in time.
func (l *OverLine) add(d OverDot, at int) {
	if n := len(l.Dots); n > 0 && at == l.last+1 {
		place := func(d OverDot) string { return strconv.Itoa(d.X) + "," + strconv.Itoa(d.Y) }
		if n := len(l.Parts); n > 0 && strings.HasSuffix(l.Parts[n-1], " "+place(l.Dots[len(l.Dots)-1])) {
			l.Parts[n-1] += " " + place(d)
		} else {
			l.Parts = append(l.Parts, place(l.Dots[len(l.Dots)-1])+" "+place(d))
		}
	}
	l.Dots, l.last = append(l.Dots, d), at
}

// ordinal returns the number of a month or quarter, by which neighbours are told.
func ordinal(span string) int {
	var year, part int
	if _, err := fmt.Sscanf(span, "%d-Q%d", &year, &part); err == nil {
		return 4*year + part
	}
	if _, err := fmt.Sscanf(span, "%d-%d", &year, &part); err != nil {
		return 0
	}
	return 12*year + part
}

// spanName returns what a month or quarter is called.
func (r *renderer) spanName(span string) string {
	if year, part, is := strings.Cut(span, "-Q"); is {
		return r.Text("over.quarter", "n", part, "year", year)
	}
	return r.monthName(span)
}
