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
func closing(s sizes, r output.Report, took time.Duration) string {
	return fmt.Sprintf("%s; %s written, %s kept, %s removed; %s in %s",
		contents(s, r), diag.Digits(r.Written), diag.Digits(r.Kept), diag.Digits(r.Removed), diag.Size(r.Bytes), diag.Seconds(took))
}

// sizes are how many of each a site has.
type sizes struct{ Events, Articles, Outlets int }

// sizesOf returns the sizes of a site.
func sizesOf(w *stages.Work) sizes {
	return sizes{len(w.Grouping.Events), len(w.Corpus.Articles), len(w.Corpus.Outlets)}
}

// contents says what a site has.
func contents(s sizes, r output.Report) string {
	return fmt.Sprintf("%s, %s, %s, %s in %s",
		diag.Count(s.Events, "event"), diag.Count(s.Articles, "article"),
		diag.Count(s.Outlets, "outlet"), diag.Count(r.Pages, "page"), diag.Count(r.Files, "file"))
}
