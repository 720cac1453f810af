package corpus

import (
	"fmt"
	"time"
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

// ParseDate reads a date as String writes it.
func ParseDate(s string) (Date, error) {
	if s == "" {
		return Date{}, nil
	}
	if t, err := time.Parse(time.DateOnly, s); err == nil {
		return Day(t.Date()), nil
	}
	t, err := time.Parse(time.RFC3339, s)
	if err != nil {
		return Date{}, fmt.Errorf("%q is no date such as 2024-06-30 or 2024-06-30T09:00:00+09:00", s)
	}
	return Moment(t), nil
}

// MarshalText writes the date as String does.
func (d Date) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText reads a date as ParseDate does.
func (d *Date) UnmarshalText(data []byte) (err error) {
	*d, err = ParseDate(string(data))
	return err
}
