package corpus

import (
	"fmt"

	"parallax/generator/diag"
	"parallax/generator/frontmatter"
)

// A StandardSet is what a lesson serves, as the body that sets it calls it:
// content/standards/<id>.md. A set with the id of one that the program has takes
// its place.
type StandardSet struct {
	ID       string
	File     string
	Name     string   // "C3 Framework (US)"
	Language string   // BCP 47, of its words; empty if it is the site's
	Says     []string // the statements, each after its number
	LeaveOut bool     // the set of this id is not to be shown
	document *frontmatter.Document
}

// standardMatter is the front matter of a set of standards.
type standardMatter struct {
	Name     string   `toml:"name"`
	Language string   `toml:"language"`
	Says     []string `toml:"says"`
	LeaveOut bool     `toml:"leave_out"`
}

// Mistake returns an error about a key of the set.
func (s *StandardSet) Mistake(key, mend, format string, args ...any) diag.Diagnostic {
	if s.document == nil {
		return diag.Diagnostic{File: s.File, What: fmt.Sprintf(format, args...), Mend: mend}
	}
	return s.document.Mistake(diag.Error, key, mend, format, args...)
}

// standard reads one file of content/standards.
func (r *reader) standard(f file) {
	var m standardMatter
	d, _, l := readMatter(r.fsys, f.path, &m)
	s := StandardSet{ID: f.id, File: f.path, Name: tidy(m.Name), Language: m.Language, LeaveOut: m.LeaveOut, document: d}
	for _, says := range m.Says {
		if says = tidy(says); says != "" {
			s.Says = append(s.Says, says)
		}
	}
	if d != nil && !s.LeaveOut {
		c := checker{document: d, list: &l}
		c.language("language", m.Language)
		if s.Name == "" {
			c.missing("name")
		}
		if len(s.Says) == 0 && !d.Broken("says") {
			c.mistake("says", `write says = ["RI.7.9: how authors emphasize different evidence"]`, "there is no statement")
		}
	}
	r.list.Merge(l)
	if d != nil {
		r.corpus.Standards = append(r.corpus.Standards, s)
	}
}
