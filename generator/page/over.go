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

// An OverChart is one group or label over time: lines of outlets, and the same as a
// table.
type OverChart struct {
	Name          string
	Width, Height int // of the drawing
	Left, Right   int // where the lines begin and end
	Grid          []OverTick
	Spans         []OverTick
	Lines         []OverLine
}

// An OverTick is a mark of an axis.
type OverTick struct {
	At   int
	Text string
}

// An OverLine is an outlet on a chart.
type OverLine struct {
	Outlet string
	Dash   string   // of the line, so that lines are told apart without colour
	Parts  []string // points of lines between neighbours in time
	Dots   []OverDot
	Name   OverTick // the name of the outlet beside its last dot
	NameX  int
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
	chartWidth, chartHeight = 640, 220
	chartLeft, chartRight   = 44, 470
	chartTop, chartBottom   = 12, 184
	chartTicks              = 5 // names of spans at most
)

// chart draws the points of one part of a matter.
func (r *renderer) chart(points []across.Point) OverChart {
	v := OverChart{Width: chartWidth, Height: chartHeight, Left: chartLeft, Right: chartRight}
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
	up := func(share float64) int {
		return chartBottom - int(float64(chartBottom-chartTop)*min(1, max(0, share))+0.5)
	}
	for _, share := range []float64{0, 0.5, 1} {
		v.Grid = append(v.Grid, OverTick{up(share), r.Percent(share)})
	}
	named := map[int]bool{}
	for _, p := range points {
		at, name := along(p.Span), r.spanName(p.Span)
		if n := ordinal(p.Span); !named[n] && (n-first)%max(1, (last-first+chartTicks)/chartTicks) == 0 {
			named[n] = true
			v.Spans = append(v.Spans, OverTick{at, name})
		}
		if n := len(v.Lines); n == 0 || v.Lines[n-1].Outlet != r.outletName(p.Outlet) {
			if n == overLines {
				break
			}
			v.Lines = append(v.Lines, OverLine{Outlet: r.outletName(p.Outlet), Dash: [overLines]string{"none", "7 4", "2 3", "9 3 2 3"}[n]})
		}
		line := &v.Lines[len(v.Lines)-1]
		line.add(OverDot{
			X: at, Y: up(p.Share), Low: up(p.Low), High: up(p.High), Span: name, Events: p.Events,
			Share: r.Percent(p.Share), Between: r.Text("date.days", "from", r.Percent(p.Low), "to", r.Percent(p.High)),
		}, ordinal(p.Span))
	}
	slices.SortFunc(v.Spans, func(a, b OverTick) int { return a.At - b.At })
	nameLines(v.Lines)
	return v
}

// nameLines finds a place for the name of each line beside its last dot, above that of
// another if need be, since many lie at the bottom.
func nameLines(lines []OverLine) {
	const apart, aside, below = 16, 9, 4
	order := make([]*OverLine, len(lines))
	for i := range lines {
		last := lines[i].Dots[len(lines[i].Dots)-1]
		lines[i].Name, lines[i].NameX = OverTick{last.Y + below, lines[i].Outlet}, last.X+aside
		order[i] = &lines[i]
	}
	slices.SortStableFunc(order, func(a, b *OverLine) int { return a.Name.At - b.Name.At })
	for i := len(order) - 2; i >= 0; i-- {
		if under := order[i+1]; order[i].NameX == under.NameX {
			order[i].Name.At = min(order[i].Name.At, under.Name.At-apart)
		}
	}
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
