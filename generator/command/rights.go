package command

import (
	"iter"

	"parallax/generator/diag"
	"parallax/generator/file"
	"parallax/generator/rights"
	"parallax/generator/stages"
)

// audit returns the audit of what the site's files carry of articles.
func audit(w *stages.Work) *rights.Audit {
	return rights.NewAudit(w.Config.Quotation, w.Corpus, w.Grouping.Events)
}

// audited yields the files of a site and then, if they carry more of an
// article than its owner allows, errProblems, so that nothing is published.
func audited(w *stages.Work, s *stopwatch, audit *rights.Audit, files iter.Seq2[file.File, error]) iter.Seq2[file.File, error] {
	return func(yield func(file.File, error) bool) {
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
		w.Problems.Merge(found)
		if found.Failed() {
			yield(file.File{}, errProblems)
		}
	}
}
