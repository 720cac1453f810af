package page

import (
	"strconv"
	"strings"
	"time"

	"golang.org/x/text/language"

	"parallax/generator/corpus"
)

// date returns a date as the page shows it, moments in the site's time zone.
func (r *renderer) date(d corpus.Date) Dated {
	if !d.Known() {
		return Dated{Text: r.text("date.unknown")}
	}
	if !d.Timed() {
		return Dated{Text: r.day(d.Time()), Machine: d.String()}
	}
	t := d.Time()
	if r.site.Config.Zone != nil {
		t = t.In(r.site.Config.Zone)
	}
	return Dated{Text: r.text("date.moment", "day", r.day(t), "time", t.Format("15:04")), Machine: d.String()}
}

// day says a calendar day.
func (r *renderer) day(t time.Time) string {
	return r.text("date.day", "day", strconv.Itoa(t.Day()), "month", r.month(t), "year", strconv.Itoa(t.Year()))
}

// month says the name of a month.
func (r *renderer) month(t time.Time) string {
	return r.text("date.month" + strconv.Itoa(int(t.Month())))
}

// span says the days from one date to another.
func (r *renderer) span(from, to corpus.Date) string {
	if !from.Known() {
		return r.text("date.unknown")
	}
	first, last := r.inZone(from), r.inZone(to)
	switch {
	case first.Year() != last.Year():
		return r.text("date.span", "from", r.day(first), "to", r.day(last))
	case first.Month() != last.Month():
		return r.text("date.span", "from", r.text("date.daymonth", "day", strconv.Itoa(first.Day()), "month", r.month(first)), "to", r.day(last))
	case first.Day() != last.Day():
		return r.text("date.days", "from", strconv.Itoa(first.Day()), "to", r.day(last))
	}
	return r.day(first)
}

// inZone returns a date as a time whose calendar day is the one to show.
func (r *renderer) inZone(d corpus.Date) time.Time {
	if d.Timed() && r.site.Config.Zone != nil {
		return d.Time().In(r.site.Config.Zone)
	}
	return d.Time()
}

// direction returns the direction in which a language is written.
func direction(tag string) string {
	script, _ := language.Make(tag).Script()
	switch script.String() {
	case "Arab", "Hebr", "Thaa", "Syrc", "Nkoo", "Adlm":
		return "rtl"
	}
	return "ltr"
}

// language returns the language of a text where it has to be said: "" if it is
// that of the interface.
func (r *renderer) language(tag string) string {
	own, _, _ := strings.Cut(r.site.Messages.Tag, "-")
	if primary, _, _ := strings.Cut(tag, "-"); primary == own {
		return ""
	}
	return tag
}

// direction returns the direction of a text where it has to be said.
func (r *renderer) direction(tag string) string {
	if d := direction(tag); d != r.site.Messages.Dir {
		return d
	}
	return ""
}
