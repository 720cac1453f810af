package command

import (
	"testing"
	"time"

	"parallax/generator/corpus"
	"parallax/generator/event"
	"parallax/generator/output"
	"parallax/generator/stages"
)

func TestClosing(t *testing.T) {
	w := &stages.Work{
		Corpus:   &corpus.Corpus{Articles: make([]corpus.Article, 1270), Outlets: make([]corpus.Outlet, 1)},
		Grouping: event.Grouping{Events: make([]event.Event, 12)},
	}
	r := output.Report{Files: 240, Pages: 230, Written: 24, Kept: 216, Removed: 2, Bytes: 3_249_000}
	want := "12 events, 1,270 articles, 1 outlet, 230 pages in 240 files; 24 written, 216 kept, 2 removed; 3.2 MB in 1.4s"
	if got := closing(sizesOf(w), r, 1430*time.Millisecond); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}
