package command

import (
	"testing"
	"time"

	"parallax/generator/corpus"
	"parallax/generator/event"
	"parallax/generator/output"
)

func TestClosing(t *testing.T) {
	w := &work{
		corpus:   &corpus.Corpus{Articles: make([]corpus.Article, 1270), Outlets: make([]corpus.Outlet, 1)},
		grouping: event.Grouping{Events: make([]event.Event, 12)},
	}
	r := output.Report{Files: 240, Pages: 230, Written: 24, Kept: 216, Removed: 2, Bytes: 3_249_000}
	want := "12 events, 1,270 articles, 1 outlet, 230 pages in 240 files; 24 written, 216 kept, 2 removed; 3.2 MB in 1.4s"
	if got := closing(w, r, 1430*time.Millisecond); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

func TestSize(t *testing.T) {
	for bytes, want := range map[int64]string{
		0: "0 bytes", 1: "1 byte", 999: "999 bytes", 1000: "1.0 kB", 999_949: "999.9 kB",
		999_950: "1.0 MB", 1_250_000_000: "1.2 GB", 5_000_000_000_000: "5000.0 GB",
	} {
		if got := size(bytes); got != want {
			t.Errorf("size(%d) = %s, want %s", bytes, got, want)
		}
	}
}

func TestSeconds(t *testing.T) {
	for d, want := range map[time.Duration]string{
		4 * time.Millisecond: "0.00s", 40 * time.Millisecond: "0.04s", 1430 * time.Millisecond: "1.4s",
		125 * time.Second: "2m05s",
	} {
		if got := seconds(d); got != want {
			t.Errorf("seconds(%v) = %s, want %s", d, got, want)
		}
	}
}
