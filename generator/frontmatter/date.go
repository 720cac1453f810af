package frontmatter

import (
	"fmt"
	"regexp"
	"strconv"
	"time"
)

// day finds what is meant as a calendar day.
var day = regexp.MustCompile(`^(\d{4})-(\d{1,2})-(\d{1,2})\b`)

// ImpossibleDay says what is wrong with a text that begins like a day but is
// none: "no month 13 (want 2024-05-31)". It returns "" for a day that exists
// and for a text that does not look like a day at all.
func ImpossibleDay(s string) string {
	parts := day.FindStringSubmatch(s)
	if parts == nil {
		return ""
	}
	year, _ := strconv.Atoi(parts[1])
	month, _ := strconv.Atoi(parts[2])
	number, _ := strconv.Atoi(parts[3])
	const want = " (want 2024-05-31)"
	if month < 1 || month > 12 {
		return fmt.Sprintf("no month %d", month) + want
	}
	days := time.Date(year, time.Month(month)+1, 0, 0, 0, 0, 0, time.UTC).Day()
	if number < 1 || number > days {
		return fmt.Sprintf("no day %d in %s %d", number, time.Month(month), year) + want
	}
	if len(parts[2]) < 2 || len(parts[3]) < 2 {
		return fmt.Sprintf("month and day have two digits (want %04d-%02d-%02d)", year, month, number)
	}
	return ""
}
