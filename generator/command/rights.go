package command

import (
	"iter"

	"parallax/generator/diag"
	"parallax/generator/page"
)

// audited yields the files of a site and then, if they carry more of an
// article than its owner allows, errProblems, so that nothing is published.
func audited(w *work, s *stopwatch, files iter.Seq2[page.File, error]) iter.Seq2[page.File, error] {
	return func(yield func(page.File, error) bool) {
		audit := page.NewAudit(w.config.Quotation, w.corpus, w.grouping.Events)
		for f, err := range files {
			if err == nil {
				s.inside("render", "audit", func() { audit.Add(f) })
			}
			if !yield(f, err) {
				return
			}
		}
		var found diag.List
		s.inside("render", "audit", func() { found = audit.Report() })
		w.problems.Merge(found)
		if found.Failed() {
			yield(page.File{}, errProblems)
		}
	}
}
