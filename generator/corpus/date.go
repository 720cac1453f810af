package corpus

import (
	"errors"
	"fmt"
	"strings"
	"time"

	"parallax/generator/frontmatter"
)

// A Date is a day, or a moment of a day with its zone. The zero Date is
// unknown. A day without a time is never given a zone, so that a computer's
// own time zone changes nothing.
type Date struct {
	moment time.Time // noon UTC for a day without a time
	timed  bool
}

// Day returns the date of a calendar day.
func Day(year int, month time.Month, day int) Date {
	return Date{moment: time.Date(year, month, day, 12, 0, 0, 0, time.UTC)}
}

// Moment returns the date of a moment, keeping its zone.
func Moment(t time.Time) Date { return Date{moment: t, timed: true} }

// Known reports whether the date is known.
func (d Date) Known() bool { return !d.moment.IsZero() }

// Timed reports whether the time of day is known.
func (d Date) Timed() bool { return d.timed }

// Time returns the moment, noon UTC for a day without a time.
func (d Date) Time() time.Time { return d.moment }

// Compare orders dates by moment, unknown dates last.
func (d Date) Compare(e Date) int {
	switch {
	case d.Known() && e.Known():
		return d.moment.Compare(e.moment)
	case d.Known():
		return -1
	case e.Known():
		return 1
	}
	return 0
}

// Days returns the number of days between two known dates, never negative.
func (d Date) Days(e Date) float64 { return d.moment.Sub(e.moment).Abs().Hours() / 24 }

// String returns "2024-06-30", "2024-06-30T09:00:00+09:00" or "".
func (d Date) String() string {
	switch {
	case !d.Known():
		return ""
	case d.timed:
		return d.moment.Format(time.RFC3339)
	}
	return d.moment.Format(time.DateOnly)
}

// ParseDate reads a date as String writes it; a blank may stand for the T.
func ParseDate(s string) (Date, error) {
	if s == "" {
		return Date{}, nil
	}
	if why := frontmatter.ImpossibleDay(s); why != "" {
		return Date{}, errors.New(why)
	}
	if t, err := time.Parse(time.DateOnly, s); err == nil {
		return Day(t.Date()), nil
	}
	if t, err := time.Parse(time.RFC3339, strings.Replace(s, " ", "T", 1)); err == nil {
		return Moment(t), nil
	}
	if _, err := time.Parse("2006-01-02T15:04:05", strings.Replace(s, " ", "T", 1)); err == nil {
		return Date{}, fmt.Errorf("%q has a time but no zone (want %s+09:00, or the day alone)", s, s)
	}
	return Date{}, fmt.Errorf("%q is no date (want 2024-05-31 or 2024-05-31T09:00:00+09:00)", s)
}

// daysAfter returns how many days the date lies after a moment, 0 if it does
// not. A day without a time is after it if it has not begun anywhere on Earth.
func (d Date) daysAfter(now time.Time) int {
	if !d.Known() {
		return 0
	}
	begins := d.moment
	if !d.timed {
		begins = d.moment.Add(-12*time.Hour - 14*time.Hour) // midnight at UTC+14
	}
	const day = 24 * 60 * 60
	ahead := begins.Unix() - now.Unix() // a time.Duration ends after 292 years
	if ahead <= 0 {
		return 0
	}
	return int((ahead + day - 1) / day)
}

// MarshalText writes the date as String does.
func (d Date) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText reads a date as ParseDate does.
func (d *Date) UnmarshalText(data []byte) (err error) {
	*d, err = ParseDate(string(data))
	return err
}
