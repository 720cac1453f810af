package corpus

import (
	"testing"
	"time"
)

// TestDaysAfter counts days ahead, over more years than a time.Duration holds
// too.
func TestDaysAfter(t *testing.T) {
	now := time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC)
	for source, want := range map[string]int{
		"":                     0,
		"1900-01-01":           0,
		"2026-11-24":           0, // somewhere it is the 24th
		"2026-11-26":           2,
		"2026-11-23T12:00:01Z": 1,
		"2100-01-01":           26701,
		"2999-01-01":           355054,
		"9999-12-31":           2912115,
	} {
		date, err := ParseDate(source)
		if err != nil {
			t.Fatal(err)
		}
		if got := date.daysAfter(now); got != want {
			t.Errorf("%q lies %d days ahead, want %d", source, got, want)
		}
	}
}
