package ingest

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"

	"parallax/generator/corpus"
	"parallax/generator/ingest/dating"
	"parallax/generator/text"
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

// dayInPath is an address with a day in its path.
var dayInPath = regexp.MustCompile(`^https?://[^/]+(?:/[^?#]*)?[/-]((?:19|20)\d\d)([/-])([01]?\d)([/-])([0-3]?\d)(?:[^\d?#][^?#]*)?(?:[?#]|$)`)

// addressDay returns the day that an address has in its path as /2026/05/20/ or
// 2026-05-20; empty if it has none.
func addressDay(address string) string {
	m := dayInPath.FindStringSubmatch(address)
	if m == nil || m[2] != m[4] {
		return ""
	}
	return dayOf(m[1], m[3], m[5])
}

// dayOf returns the day of a year, month and day in figures; empty if there is
// no such day.
func dayOf(year, month, day string) string {
	y, errYear := strconv.Atoi(year)
	m, errMonth := strconv.Atoi(month)
	d, errDay := strconv.Atoi(day)
	if errYear != nil || errMonth != nil || errDay != nil {
		return ""
	}
	date := fmt.Sprintf("%04d-%02d-%02d", y, m, d)
	if _, err := time.Parse(time.DateOnly, date); err != nil {
		return ""
	}
	return date
}

// shortLine is how many words a line has that only says when something was
// published.
const shortLine = 20

// publishedDay returns the day in a line, if the line says that something was
// published then or is known to. Figures that can be read in two ways are none.
func (f *facts) publishedDay(line string, known bool) string {
	if text.CountWords(line) >= shortLine {
		return ""
	}
	lower := strings.ToLower(line)
	says := slices.ContainsFunc(f.english.List("page_published"), func(word string) bool { return strings.HasPrefix(lower, word) })
	if !known && !says {
		return ""
	}
	tokens := strings.FieldsFunc(lower, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	for i, token := range tokens {
		if len(token) == 4 && isFigures(token) {
			if day := f.dayAt(tokens, i, lower); day != "" {
				return day
			}
		}
	}
	return ""
}

// dayAt returns the day whose year stands at a place: "20 May 2026", "May 20,
// 2026", "20 de mayo de 2026", "2026-05-20", "20.05.2026".
func (f *facts) dayAt(tokens []string, i int, line string) string {
	before := slices.DeleteFunc(slices.Clone(tokens[max(0, i-4):i]), func(word string) bool { return word == "de" || word == "del" })
	if len(before) >= 2 {
		a, b := before[len(before)-2], before[len(before)-1]
		switch {
		case f.month(b) != "" && isFigures(figures(a)):
			return dayOf(tokens[i], f.month(b), figures(a))
		case f.month(a) != "" && isFigures(figures(b)):
			return dayOf(tokens[i], f.month(a), figures(b))
		case strings.Contains(line, a+"."+b+"."+tokens[i]):
			return dayOf(tokens[i], b, a)
		case strings.Contains(line, a+"/"+b+"/"+tokens[i]) && a == b:
			return dayOf(tokens[i], b, a)
		}
	}
	if i+2 < len(tokens) && isFigures(tokens[i+1]) && isFigures(tokens[i+2]) {
		return dayOf(tokens[i], tokens[i+1], tokens[i+2])
	}
	return ""
}

// figures returns an ordinal as its figures: "20th" and "1er" as 20 and 1.
func figures(word string) string {
	digits := strings.TrimRightFunc(word, unicode.IsLetter)
	if len(digits) > 2 {
		return ""
	}
	return digits
}

// isFigures reports whether a word is made of digits.
func isFigures(word string) bool {
	return word != "" && strings.Trim(word, "0123456789") == ""
}

// month returns the number of a month by its name, empty if it is none.
func (f *facts) month(name string) string {
	if n := dating.Month(name, f.english.List("page_months")); n > 0 {
		return strconv.Itoa(n)
	}
	return ""
}
