package frame

import (
	"strconv"
	"strings"
	"time"

	"golang.org/x/text/language"

	"parallax/generator/corpus"
)

// Date returns a date as the page shows it, moments in the site's time zone.
func (s *Style) Date(d corpus.Date) Dated {
	if !d.Known() {
		return Dated{Text: s.Text("date.unknown")}
	}
	if !d.Timed() {
		return Dated{Text: s.day(d.Time()), Machine: d.String()}
	}
	t := d.Time()
	if s.Config.Zone != nil {
		t = t.In(s.Config.Zone)
	}
	return Dated{Text: s.Text("date.moment", "day", s.day(t), "time", t.Format("15:04")), Machine: d.String()}
}

// day says a calendar day.
func (s *Style) day(t time.Time) string {
	return s.Text("date.day", "day", strconv.Itoa(t.Day()), "month", s.Month(t), "year", strconv.Itoa(t.Year()))
}

// Day says a date without year and time, for a page that states the year.
func (s *Style) Day(d corpus.Date) string {
	if !d.Known() {
		return s.Text("date.unknown")
	}
	t := s.InZone(d)
	return s.Text("date.daymonth", "day", strconv.Itoa(t.Day()), "month", s.Month(t))
}

// Month says the name of a month.
func (s *Style) Month(t time.Time) string {
	return s.Text("date.month" + strconv.Itoa(int(t.Month())))
}

// Span says the days from one date to another.
func (s *Style) Span(from, to corpus.Date) string {
	if !from.Known() {
		return s.Text("date.unknown")
	}
	first, last := s.InZone(from), s.InZone(to)
	switch {
	case first.Year() != last.Year():
		return s.Text("date.span", "from", s.day(first), "to", s.day(last))
	case first.Month() != last.Month():
		return s.Text("date.span", "from", s.Day(from), "to", s.day(last))
	case first.Day() != last.Day():
		return s.Text("date.days", "from", strconv.Itoa(first.Day()), "to", s.day(last))
	}
	return s.day(first)
}

// InZone returns a date as a time whose calendar day is the one to show.
func (s *Style) InZone(d corpus.Date) time.Time {
	if d.Timed() && s.Config.Zone != nil {
		return d.Time().In(s.Config.Zone)
	}
	return d.Time()
}

// Direction returns the direction in which a language is written.
func Direction(tag string) string {
	script, _ := language.Make(tag).Script()
	switch script.String() {
	case "Arab", "Hebr", "Thaa", "Syrc", "Nkoo", "Adlm":
		return "rtl"
	}
	return "ltr"
}

// Language returns the language of a text where it has to be said: "" if it is
// that of the interface.
func (s *Style) Language(tag string) string {
	own, _, _ := strings.Cut(s.Messages.Tag, "-")
	if primary, _, _ := strings.Cut(tag, "-"); primary == own {
		return ""
	}
	return tag
}

// Direction returns the direction of a text where it has to be said.
func (s *Style) Direction(tag string) string {
	if d := Direction(tag); d != s.Messages.Dir {
		return d
	}
	return ""
}
