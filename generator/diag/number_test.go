package diag

import (
	"testing"
	"time"
)

func TestSize(t *testing.T) {
	for bytes, want := range map[int64]string{
		0: "0 bytes", 1: "1 byte", 999: "999 bytes", 1000: "1.0 kB", 999_949: "999.9 kB",
		999_950: "1.0 MB", 1_250_000_000: "1.2 GB", 5_000_000_000_000: "5000.0 GB",
	} {
		if got := Size(bytes); got != want {
			t.Errorf("Size(%d) = %s, want %s", bytes, got, want)
		}
	}
}

func TestSeconds(t *testing.T) {
	for d, want := range map[time.Duration]string{
		4 * time.Millisecond: "0.00s", 40 * time.Millisecond: "0.04s", 1430 * time.Millisecond: "1.4s",
		125 * time.Second: "2m05s",
	} {
		if got := Seconds(d); got != want {
			t.Errorf("Seconds(%v) = %s, want %s", d, got, want)
		}
	}
}
