package command

import (
	"fmt"
	"strconv"
	"time"

	"parallax/generator/output"
)

// closing returns the line that ends a build: what the site has, what changed
// and what it cost.
func closing(w *work, r output.Report, took time.Duration) string {
	return fmt.Sprintf("%s; %s written, %s kept, %s removed; %s in %s",
		contents(w, r), digits(r.Written), digits(r.Kept), digits(r.Removed), size(r.Bytes), seconds(took))
}

// contents says what a site has.
func contents(w *work, r output.Report) string {
	return fmt.Sprintf("%s, %s, %s, %s in %s",
		count(len(w.grouping.Events), "event"), count(len(w.corpus.Articles), "article"),
		count(len(w.corpus.Outlets), "outlet"), count(r.Pages, "page"), count(r.Files, "file"))
}

// count returns a number and its noun: "1 event", "12 events".
func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return digits(n) + " " + noun + "s"
}

// digits returns a number with commas between thousands.
func digits(n int) string {
	s := strconv.Itoa(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

// size returns a number of bytes in units of a thousand: "3.2 MB".
func size(bytes int64) string {
	units := []string{"kB", "MB", "GB"}
	if bytes < 1000 {
		return count(int(bytes), "byte")
	}
	value, unit := float64(bytes)/1000, 0
	for value >= 999.95 && unit < len(units)-1 {
		value, unit = value/1000, unit+1
	}
	return fmt.Sprintf("%.1f %s", value, units[unit])
}

// seconds returns a duration as "0.04s", "1.4s" or "2m05s".
func seconds(d time.Duration) string {
	switch {
	case d < 100*time.Millisecond:
		return fmt.Sprintf("%.2fs", d.Seconds())
	case d < time.Minute:
		return fmt.Sprintf("%.1fs", d.Seconds())
	}
	d = d.Round(time.Second)
	return fmt.Sprintf("%dm%02ds", int(d.Minutes()), int(d.Seconds())%60)
}
