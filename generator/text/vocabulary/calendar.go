package vocabulary

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"parallax/generator/text"
)

// A Day is a day of the year.
type Day struct {
	Month time.Month
	Day   int
}

// Known reports whether it is a day at all.
func (d Day) Known() bool { return d.Day > 0 }

// String returns the day as month and day of the month, such as "06-27".
func (d Day) String() string { return fmt.Sprintf("%02d-%02d", d.Month, d.Day) }

// A Calendar reads the days that a text names: "June 27", "27 June", "June 27
// to 29", and "Saturday", which is the last one up to the day of publication.
type Calendar struct {
	months   map[string]time.Month
	weekdays map[string]time.Weekday
	rules    text.Rules
}

// NewCalendar reads the calendar of a language from its lists.
func NewCalendar(l *text.Language) Calendar {
	c := Calendar{months: map[string]time.Month{}, weekdays: map[string]time.Weekday{}, rules: l.Rules()}
	for i, line := range l.List("months") {
		for name := range strings.FieldsSeq(line) {
			c.months[name] = time.Month(i + 1)
		}
	}
	for i, line := range l.List("weekdays") {
		for name := range strings.FieldsSeq(line) {
			c.weekdays[name] = time.Weekday(i)
		}
	}
	return c
}

// Mark makes days of the terms that name one. A weekday stays a word if the
// day of publication is unknown, which is the zero time.
func (c Calendar) Mark(source string, terms []Term, published time.Time) {
	const leastWeekday = 4 // letters: "Sun" and "Sat" may be something else
	for i, t := range terms {
		lower := strings.ToLower(t.Of(source))
		if month, ok := c.months[lower]; ok && t.Of(source) != lower {
			c.markDays(source, terms, i, month)
			continue
		}
		weekday, ok := c.weekdays[lower]
		if ok && len(lower) >= leastWeekday && !published.IsZero() {
			day := published
			for day.Weekday() != weekday {
				day = day.AddDate(0, 0, -1)
			}
			terms[i].set(Day{day.Month(), day.Day()})
		}
	}
}

// Stamped reports whether terms are little but a date and an hour, as above
// articles: "Published: March 13, 2013, 4:05 pm".
func (c Calendar) Stamped(source string, terms []Term) bool {
	const (
		least      = 3
		leastShare = 0.6
	)
	n := 0
	for _, t := range terms {
		lower := strings.ToLower(t.Of(source))
		_, month := c.months[lower]
		if _, weekday := c.weekdays[lower]; t.Digit || month || weekday {
			n++
		}
	}
	return n >= least && float64(n) >= leastShare*float64(len(terms))
}

// markDays marks the days beside a month: the one before it, or those after
// it, joined by a dash or a short word.
func (c Calendar) markDays(source string, terms []Term, at int, month time.Month) {
	if at+1 < len(terms) {
		if day := c.dayOf(terms[at+1].Of(source)); day > 0 {
			terms[at+1].set(Day{month, day})
			terms[at+1].Date.Start = terms[at].Start
			c.markEnd(source, terms, at+1, Day{month, day})
			return
		}
	}
	const farthest = 3 // terms before the month
	for before := at - 1; before >= max(0, at-farthest); before-- {
		if day := c.dayOf(terms[before].Of(source)); day > 0 {
			terms[before].set(Day{month, day})
			if before == at-1 {
				terms[before].Date.End = terms[at].End
			}
		} else if !terms[before].Stop {
			return
		}
	}
}

// markEnd marks the day after the first of a stretch of days.
func (c Calendar) markEnd(source string, terms []Term, first int, from Day) {
	next := first + 1
	if next < len(terms) && terms[next].Stop {
		next++
	}
	if next >= len(terms) || strings.ContainsAny(source[terms[first].End:terms[next].Start], ".;(") {
		return
	}
	if end := c.dayOf(terms[next].Of(source)); end > from.Day {
		terms[next].set(Day{from.Month, end})
	}
}

// dayOf returns the day of a month that a word is, or 0.
func (c Calendar) dayOf(word string) int {
	word = c.rules.Cardinal(word)
	if day, err := strconv.Atoi(word); err == nil && day <= 31 && len(word) <= 2 {
		return day
	}
	return 0
}

// set makes a day of a term.
func (t *Term) set(d Day) {
	t.Key, t.Day, t.Date, t.Digit, t.Stop = d.String(), d, t.Span, true, false
}
