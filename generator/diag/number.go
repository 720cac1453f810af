package diag

import (
	"fmt"
	"strconv"
	"time"
)

// Count returns a number and its noun: "1 event", "12 events".
func Count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return Digits(n) + " " + noun + "s"
}

// Digits returns a number with commas between thousands.
func Digits(n int) string {
	s := strconv.Itoa(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

// Size returns a number of bytes in units of a thousand: "3.2 MB".
func Size(bytes int64) string {
	units := []string{"kB", "MB", "GB"}
	if bytes < 1000 {
		return Count(int(bytes), "byte")
	}
	value, unit := float64(bytes)/1000, 0
	for value >= 999.95 && unit < len(units)-1 {
		value, unit = value/1000, unit+1
	}
	return fmt.Sprintf("%.1f %s", value, units[unit])
}

// Seconds returns a duration as "0.04s", "1.4s" or "2m05s".
func Seconds(d time.Duration) string {
	switch {
	case d < 100*time.Millisecond:
		return fmt.Sprintf("%.2fs", d.Seconds())
	case d < time.Minute:
		return fmt.Sprintf("%.1fs", d.Seconds())
	}
	d = d.Round(time.Second)
	return fmt.Sprintf("%dm%02ds", int(d.Minutes()), int(d.Seconds())%60)
}
