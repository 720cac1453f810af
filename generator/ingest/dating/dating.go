// Package dating reads dates as tables and archives write them. [Column] is its
// entry point.
//
// A date is what it is taken for by its form: ISO 8601 and RFC 3339, RFC 2822, the
// figures of GDELT (20240531, 20240531T120000Z), seconds or milliseconds since
// 1970, or a day with the name of its month in any of the languages that are known.
// A time without a zone says only the day. Of a day in three figures (05/06/2024)
// the order is decided over the whole column: one value above 12 settles it. Where
// none does, or two say different things, nobody can tell, and it is asked. What
// is no date stays unknown; nothing is guessed, least of all the day of import.
package dating

import (
	"cmp"
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"
	"unicode"

	"parallax/generator/corpus"
	"parallax/generator/text"
)

// An Order is the order of day, month and year in figures. The zero Order is not
// known.
type Order string

// The orders that somebody can name. A year of four digits that stands first needs
// none.
const (
	DayFirst   Order = "dmy"
	MonthFirst Order = "mdy"
)

// Names returns the names of the months, twelve entries with those of a month.
func Names(languages *text.Languages) []string { return languages.For("en").List("page_months") }

// Read is what was read of a column.
type Read struct {
	Dates   []corpus.Date // in the order of the values; unknown where there is none
	Order   Order         // that was named or found; empty if no value needs one
	Open    int           // values that can be read in two ways
	Example string        // one of them, or a value that is no date
	Strange int           // values that are not empty and no date
}

// Column reads the dates of a column. An order that somebody names decides.
func Column(values []string, order Order, months []string) Read {
	r := Read{Dates: make([]corpus.Date, len(values)), Order: order}
	if order == "" {
		r.Order = found(values)
	}
	strange := ""
	for i, value := range values {
		date, open := one(strings.TrimSpace(value), r.Order, months)
		r.Dates[i] = date
		switch {
		case open:
			r.Open++
			r.Example = cmp.Or(r.Example, strings.TrimSpace(value))
		case !date.Known() && strings.TrimSpace(value) != "":
			r.Strange++
			strange = cmp.Or(strange, strings.TrimSpace(value))
		}
	}
	r.Example = cmp.Or(r.Example, strange)
	return r
}

// figures is a day in three figures, and the time that may follow.
var figures = regexp.MustCompile(`^(\d{1,2})([/.-])(\d{1,2})([/.-])(\d{4}|\d{2})(?:[ ,T].*)?$`)

// found returns the order that the values of a column show; empty if none does, or
// if they contradict each other.
func found(values []string) Order {
	shown := Order("")
	for _, value := range values {
		m := figures.FindStringSubmatch(strings.TrimSpace(value))
		if m == nil {
			continue
		}
		first, second := number(m[1]), number(m[3])
		order := Order("")
		switch {
		case first > 12 && second <= 12:
			order = DayFirst
		case second > 12 && first <= 12:
			order = MonthFirst
		}
		if order != "" && shown != "" && order != shown {
			return ""
		}
		shown = cmp.Or(shown, order)
	}
	return shown
}

// one reads a date. It is open if it can be read in two ways.
func one(s string, order Order, months []string) (date corpus.Date, open bool) {
	for _, read := range [...]func(string) corpus.Date{moment, compact, since} {
		if d := read(s); d.Known() {
			return plausible(d), false
		}
	}
	if m := figures.FindStringSubmatch(s); m != nil {
		return inFigures(m, order)
	}
	return plausible(spelt(s, months)), false
}

// moments are the layouts of a date with a time and a zone.
var moments = [...]string{
	time.RFC3339, "2006-01-02T15:04:05-0700", "2006-01-02T15:04Z07:00", "2006-01-02T15:04-0700",
	"2006-01-02 15:04:05Z07:00", "2006-01-02 15:04:05 -0700", "2006-01-02 15:04:05-0700", "2006-01-02 15:04:05 MST",
	time.RFC1123Z, "Mon, 2 Jan 2006 15:04:05 -0700", "2 Jan 2006 15:04:05 -0700", "Mon, 2 Jan 2006 15:04:05 GMT", "Mon Jan 2 15:04:05 -0700 2006",
}

// moment reads a date of a standard. A time without a zone is left out.
func moment(s string) corpus.Date {
	for _, layout := range moments {
		if t, err := time.Parse(layout, s); err == nil && !(strings.HasSuffix(layout, "MST") && !strings.HasSuffix(s, "UTC") && !strings.HasSuffix(s, "GMT")) {
			return corpus.Moment(t.Truncate(time.Second))
		}
	}
	for _, layout := range [...]string{time.DateOnly, "2006/01/02", "2006.01.02", "2006-1-2", "2006/1/2"} {
		begin, rest := s, ""
		if at := strings.IndexAny(s, " T,"); at > 0 {
			begin, rest = s[:at], s[at:]
		}
		if t, err := time.Parse(layout, strings.TrimRight(begin, "/")); err == nil && len(rest) < len(" 12:00:00.000000 +00:00 ") {
			return corpus.Day(t.Date())
		}
	}
	return corpus.Date{}
}

// compact reads a date that has no marks between its figures.
func compact(s string) corpus.Date {
	for _, layout := range [...]string{"20060102T150405Z", "20060102150405"} { // of GDELT, whose clock is UTC
		if t, err := time.Parse(layout, s); err == nil {
			return corpus.Moment(t)
		}
	}
	if t, err := time.Parse("20060102", s); err == nil && len(s) == len("20060102") {
		return corpus.Day(t.Date())
	}
	return corpus.Date{}
}

// Bounds of seconds since 1970 that are a date: from 1990 to 2100. Smaller numbers are
// more likely something else.
const (
	firstSecond = 631_152_000
	lastSecond  = 4_102_444_800
)

// since reads seconds or milliseconds since 1970.
func since(s string) corpus.Date {
	n, err := strconv.ParseFloat(s, 64)
	if err != nil {
		return corpus.Date{}
	}
	if n >= firstSecond*1000 && n < lastSecond*1000 {
		n /= 1000
	}
	if n < firstSecond || n >= lastSecond {
		return corpus.Date{}
	}
	return corpus.Moment(time.Unix(int64(n), 0).UTC())
}

// inFigures reads a day in three figures.
func inFigures(m []string, order Order) (date corpus.Date, open bool) {
	first, second, year := number(m[1]), number(m[3]), number(m[5])
	if m[2] != m[4] {
		return corpus.Date{}, false
	}
	if len(m[5]) == 2 { // as POSIX has it
		year += 1900
		if year <= 1968 {
			year += 100
		}
	}
	switch {
	case first == second, order == "" && second > 12 && first <= 12, order == MonthFirst:
		return calendar(year, first, second), false
	case order == DayFirst, order == "" && first > 12:
		return calendar(year, second, first), false
	}
	return corpus.Date{}, true
}

// calendar returns a day; unknown if there is no such day.
func calendar(year, month, day int) corpus.Date {
	t := time.Date(year, time.Month(month), day, 12, 0, 0, 0, time.UTC)
	if t.Year() != year || int(t.Month()) != month || t.Day() != day {
		return corpus.Date{}
	}
	return corpus.Day(year, time.Month(month), day)
}

// spelt reads a day with the name of its month: "May 31, 2014 Friday", "29 décembre
// 2011", "Friday, 5. July 2019". The figures beside the name are the day and the
// year; "May 2014" is no day.
func spelt(s string, months []string) corpus.Date {
	tokens := strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != ':' })
	year, month, day := 0, 0, 0
	for _, token := range tokens {
		digits := strings.TrimRightFunc(token, unicode.IsLetter)
		switch n := number(digits); {
		case len(token) == 4 && len(digits) == 4 && year == 0:
			year = n
		case len(digits) >= 1 && len(digits) <= 2 && !strings.Contains(token, ":") && day == 0 && (month == 0 || year == 0 || len(tokens) <= 4):
			day = n
		case digits == "" && month == 0:
			month = Month(token, months)
		}
	}
	if year == 0 || month == 0 || day == 0 {
		return corpus.Date{}
	}
	return calendar(year, month, day)
}

// Month returns the number of a month by its name or the beginning of it that is its
// short form, 0 if it is none. Each of months has the names of one.
func Month(name string, months []string) int {
	if len([]rune(name)) < 3 {
		return 0
	}
	for i, names := range months {
		for month := range strings.FieldsSeq(names) {
			if month == name || len([]rune(name)) <= 4 && strings.HasPrefix(month, name) {
				return i + 1
			}
		}
	}
	return 0
}

// number returns a number of few digits, 0 if it is none.
func number(digits string) int {
	n, err := strconv.Atoi(digits)
	if err != nil {
		return 0
	}
	return n
}

// plausible returns a date that an article can have, else none.
func plausible(d corpus.Date) corpus.Date {
	if year := d.Time().Year(); year < 1600 || year > 2200 { // the first newspapers, and what is no slip
		return corpus.Date{}
	}
	return d
}

// Ask says what is to be told of a column, empty if every date is known. The
// mend is how an order is named.
func (r Read) Ask(column, mend string) string {
	if r.Open > 0 {
		return fmt.Sprintf("%d dates of %q, such as %s, can be read in two ways, and no other tells which: %s", r.Open, column, r.Example, mend)
	}
	return ""
}

// Days in a line of other words: "mardi 14 mars 2006, p. 5", "May 31, 2014 Friday".
var (
	dayBefore = regexp.MustCompile(`(\d{1,2})(?:st|nd|rd|th|er|\.|º)?\s+(?:de\s+)?(\pL{3,})\.?,?\s+(?:de\s+)?(\d{4})`)
	dayBehind = regexp.MustCompile(`(\pL{3,})\.?\s+(\d{1,2}),?\s+(\d{4})`)
	dayISO    = regexp.MustCompile(`\d{4}-\d\d-\d\d`)
)

// Find returns the first day that a line names by its month, or as ISO 8601 has it,
// and what stands before and behind it; unknown if it names none.
func Find(line string, months []string) (day corpus.Date, before, behind string) {
	line = strings.Join(strings.Fields(line), " ")
	for _, m := range [...]*regexp.Regexp{dayISO, dayBefore, dayBehind} {
		for _, at := range m.FindAllStringIndex(line, -1) {
			if d, _ := one(line[at[0]:at[1]], "", months); d.Known() {
				return d, line[:at[0]], line[at[1]:]
			}
		}
	}
	return corpus.Date{}, line, ""
}
