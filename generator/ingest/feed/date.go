package feed

import (
	"regexp"
	"strconv"
	"strings"
	"time"
)

// A moment is when something was published. Without a zone that is known it is
// only a day.
type moment struct {
	at  time.Time
	day bool
}

// earliest is the first year of which a date in a feed is believed: the web
// began in it, and programs without a date write 1970.
const earliest = 1990

// clock is the time of day that a date may end with.
const clock = `(?:(?:\s+at)?[,t\s]+(\d{1,2}):?(\d\d)(?::?(\d\d)(?:[.,]\d+)?)?\s*([ap]m)?\s*\(?(z|[+-]\d\d:?\d\d|[+-]\d\d|[a-z]{2,5})?\b.*)?`

// Forms of dates: of ISO 8601 and W3C, of mail (RFC 822 and what is written for
// it), with the month first, and in figures alone.
var (
	isoForm    = regexp.MustCompile(`^(\d{4})-?(\d\d)-?(\d\d)` + clock + `$`)
	mailForm   = regexp.MustCompile(`^(?:\pL+\.?,?\s+)?(\d{1,2})(?:st|nd|rd|th)?[\s-]+(\pL+)\.?[\s,-]+(\d{4}|\d\d)` + clock + `$`)
	monthFirst = regexp.MustCompile(`^(?:\pL+\.?,?\s+)?(\pL{3,})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})` + clock + `$`)
	asctime    = regexp.MustCompile(`^(?:\pL+\s+)?(\pL+)\s+(\d{1,2})\s+(\d{1,2}):(\d\d):(\d\d)\s*([a-z]{1,5})?\s*(\d{4})$`)
	figures    = regexp.MustCompile(`^(\d{1,2})([/.])(\d{1,2})[/.](\d{4})` + clock + `$`)
)

// readMoment reads a date of a feed; zero if it is none, if its figures can be
// read in two ways, or if it is older than the web.
func readMoment(s string) moment {
	s = strings.ToLower(strings.Join(strings.Fields(s), " "))
	if m := isoForm.FindStringSubmatch(s); m != nil {
		return momentOf(m[1], m[2], m[3], m[4:])
	}
	if m := mailForm.FindStringSubmatch(s); m != nil {
		return momentOf(m[3], monthOf(m[2]), m[1], m[4:])
	}
	if m := monthFirst.FindStringSubmatch(s); m != nil {
		return momentOf(m[3], monthOf(m[1]), m[2], m[4:])
	}
	if m := asctime.FindStringSubmatch(s); m != nil {
		return momentOf(m[7], monthOf(m[1]), m[2], []string{m[3], m[4], m[5], "", m[6]})
	}
	if m := figures.FindStringSubmatch(s); m != nil {
		day, month := m[1], m[3]
		first, _ := strconv.Atoi(day)
		second, _ := strconv.Atoi(month)
		switch {
		case second > 12:
			day, month = month, day
		case m[2] == "/" && first <= 12 && first != second:
			return moment{}
		}
		return momentOf(m[4], month, day, m[5:])
	}
	return moment{}
}

// monthOf returns the number of a month by its English name or the beginning of
// it; "" if it is none.
func monthOf(name string) string {
	for month := time.January; month <= time.December; month++ {
		if len(name) >= 3 && strings.HasPrefix(strings.ToLower(month.String()), name) {
			return strconv.Itoa(int(month))
		}
	}
	return ""
}

// momentOf puts a moment together from figures: hour, minute, second, half of
// the day and zone.
func momentOf(year, month, day string, clock []string) moment {
	var n [6]int
	for i, s := range []string{year, month, day, clock[0], clock[1], clock[2]} {
		n[i], _ = strconv.Atoi(s) // digits only, or empty
	}
	if len(year) == 2 {
		n[0] += 1900
		if n[0] < earliest {
			n[0] += 100
		}
	}
	if clock[3] == "pm" && n[3] < 12 {
		n[3] += 12
	}
	date := time.Date(n[0], time.Month(n[1]), n[2], 0, 0, 0, 0, time.UTC)
	if n[0] < earliest || date.Day() != n[2] || int(date.Month()) != n[1] {
		return moment{}
	}
	offset, known := zone(clock[4])
	if clock[0] == "" || !known || n[3] > 23 || n[4] > 59 || n[5] > 60 {
		return moment{date, true}
	}
	return moment{time.Date(n[0], time.Month(n[1]), n[2], n[3], n[4], n[5], 0, time.FixedZone("", offset)), false}
}

// zone returns the seconds that a zone is ahead of UTC, and whether it is known:
// figures, and the names that RFC 822 gives. Other names mean several zones.
func zone(name string) (offset int, known bool) {
	switch name {
	case "":
		return 0, false
	case "z", "gmt", "utc", "ut":
		return 0, true
	}
	if hours, found := map[string]int{"est": -5, "edt": -4, "cst": -6, "cdt": -5, "mst": -7, "mdt": -6, "pst": -8, "pdt": -7}[name]; found {
		return hours * 3600, true
	}
	digits := strings.ReplaceAll(name[1:], ":", "")
	hours, err := strconv.Atoi(digits[:min(2, len(digits))])
	if err != nil || hours > 14 {
		return 0, false
	}
	minutes := 0
	if len(digits) == 4 {
		minutes, _ = strconv.Atoi(digits[2:]) // digits only
	}
	if offset = hours*3600 + minutes*60; name[0] == '-' {
		offset = -offset
	}
	return offset, true
}
