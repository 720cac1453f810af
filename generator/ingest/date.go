package ingest

import (
	"strings"
	"time"

	"parallax/generator/corpus"
)

// readDate reads a date as pages write it, unknown if it is none. A time
// without a zone says only the day.
func readDate(s string) corpus.Date {
	s = strings.TrimSpace(s)
	for _, layout := range []string{
		time.RFC3339, "2006-01-02T15:04:05-0700", "2006-01-02T15:04Z07:00", "2006-01-02T15:04-0700",
		"2006-01-02 15:04:05Z07:00", "2006-01-02 15:04:05 -0700", "2006-01-02 15:04:05-0700", time.RFC1123Z,
	} {
		if t, err := time.Parse(layout, s); err == nil {
			return plausible(corpus.Moment(t.Truncate(time.Second)))
		}
	}
	if len(s) >= len(time.DateOnly) {
		if t, err := time.Parse(time.DateOnly, s[:len(time.DateOnly)]); err == nil {
			return plausible(corpus.Day(t.Date()))
		}
	}
	return corpus.Date{}
}

// plausible returns a date that an article on the web can have, else none.
func plausible(d corpus.Date) corpus.Date {
	if year := d.Time().Year(); year < 1800 || year > 9998 {
		return corpus.Date{}
	}
	return d
}
