package framing

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"parallax/generator/corpus"
	"parallax/generator/text"
)

// A calendar reads the days that a text names: "June 27", "27 June", "June 27
// to 29", and "Saturday", which is the last one up to the day of publication.
type calendar struct {
	months   map[string]time.Month
	weekdays map[string]time.Weekday
	rules    text.Rules
}

func newCalendar(l *text.Language) calendar {
	c := calendar{months: map[string]time.Month{}, weekdays: map[string]time.Weekday{}, rules: l.Rules()}
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

// mark replaces the keys of terms that are days by "month-day" and reports
// them as figures. A weekday stays a word if the day of publication is unknown.
func (c calendar) mark(source string, terms []term, published corpus.Date) {
	for i, t := range terms {
		lower := strings.ToLower(t.Of(source))
		if month, ok := c.months[lower]; ok && t.Of(source) != lower {
			c.markDays(source, terms, i, month)
			continue
		}
		weekday, ok := c.weekdays[lower]
		if ok && len(lower) > 3 && published.Known() {
			day := published.Time()
			for day.Weekday() != weekday {
				day = day.AddDate(0, 0, -1)
			}
			setDay(&terms[i], day.Month(), day.Day())
		}
	}
}

// stamped reports whether terms are little but a date and an hour, as above
// articles: "Published: March 13, 2013, 4:05 pm".
func (c calendar) stamped(source string, terms []term) bool {
	const least = 3
	n := 0
	for _, t := range terms {
		lower := strings.ToLower(t.Of(source))
		_, month := c.months[lower]
		if _, weekday := c.weekdays[lower]; t.digit || month || weekday {
			n++
		}
	}
	return n >= least && 5*n >= 3*len(terms)
}

// markDays marks the days beside a month: the one before it, or those after
// it, joined by a dash or a short word.
func (c calendar) markDays(source string, terms []term, at int, month time.Month) {
	if at+1 < len(terms) {
		if day := c.dayOf(terms[at+1].Of(source)); day > 0 {
			setDay(&terms[at+1], month, day)
			next := at + 2
			if next < len(terms) && terms[next].stop {
				next++
			}
			if next < len(terms) && !strings.ContainsAny(source[terms[at+1].End:terms[next].Start], ".;(") {
				if end := c.dayOf(terms[next].Of(source)); end > day {
					setDay(&terms[next], month, end)
				}
			}
			return
		}
	}
	for before := at - 1; before >= max(0, at-3); before-- {
		if day := c.dayOf(terms[before].Of(source)); day > 0 {
			setDay(&terms[before], month, day)
		} else if !terms[before].stop {
			return
		}
	}
}

// dayOf returns the day of a month that a word is, or 0.
func (c calendar) dayOf(word string) int {
	word = c.rules.Cardinal(word)
	if day, err := strconv.Atoi(word); err == nil && day <= 31 && len(word) <= 2 {
		return day
	}
	return 0
}

func setDay(t *term, month time.Month, day int) {
	t.key, t.digit, t.stop = dayKey(month, day), true, false
}

// dayKey is the key of a day of the year, such as "d06-27".
func dayKey(month time.Month, day int) string {
	return time.Date(2000, month, day, 0, 0, 0, 0, time.UTC).Format("d01-02")
}

// isDay reports whether a key is a day.
func isDay(key string) bool {
	return len(key) == 6 && key[0] == 'd' && key[3] == '-' && !slices.Contains([]byte(key[1:3]), '-')
}
