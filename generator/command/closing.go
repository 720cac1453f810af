package command

import (
	"fmt"
	"time"

	"parallax/generator/diag"
	"parallax/generator/output"
	"parallax/generator/stages"
)

// closing returns the line that ends a build: what the site has, what changed
// and what it cost.
func closing(w *stages.Work, r output.Report, took time.Duration) string {
	return fmt.Sprintf("%s; %s written, %s kept, %s removed; %s in %s",
		contents(w, r), diag.Digits(r.Written), diag.Digits(r.Kept), diag.Digits(r.Removed), diag.Size(r.Bytes), diag.Seconds(took))
}

// contents says what a site has.
func contents(w *stages.Work, r output.Report) string {
	return fmt.Sprintf("%s, %s, %s, %s in %s",
		diag.Count(len(w.Grouping.Events), "event"), diag.Count(len(w.Corpus.Articles), "article"),
		diag.Count(len(w.Corpus.Outlets), "outlet"), diag.Count(r.Pages, "page"), diag.Count(r.Files, "file"))
}
