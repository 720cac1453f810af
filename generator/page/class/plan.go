package class

import (
	"cmp"
	"io/fs"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/BurntSushi/toml"

	"parallax/generator/corpus"
	"parallax/generator/diag"
	"parallax/generator/lesson"
	"parallax/generator/page/frame"
	"parallax/generator/site"
	"parallax/generator/text"
)

// Standards is the file standards.toml of the templates: what a lesson says it
// serves, and words that a teacher wants to know of beforehand.
type Standards struct {
	Sets      []StandardSet   `toml:"set"`
	Sensitive []SensitiveWord `toml:"sensitive"`
}

// A StandardSet is what one body wants pupils to learn.
type StandardSet struct {
	ID       string   `toml:"id"`
	Name     string   `toml:"name"`
	Language string   `toml:"language"` // BCP 47, where it is not the interface's
	Says     []string `toml:"says"`
}

// A SensitiveWord is the beginnings of words that speak of one hard matter,
// and of those that only look like them.
type SensitiveWord struct {
	Key    string   `toml:"key"` // of the interface text lesson.sensitive<key>
	Words  []string `toml:"words"`
	Except []string `toml:"except"`
}

// finds reports whether a word may speak of the matter.
func (s *SensitiveWord) finds(word string) bool {
	return beginsWith(word, s.Words) && !beginsWith(word, s.Except)
}

// teacherPage renders the plan: aim, order, minutes, likely answers.
func (b *room) teacherPage(p *pack) error {
	v := b.sheet("teacher", teacherFile)
	var settings Standards
	if _, err := toml.DecodeFS(b.Files, "standards.toml", &settings); err != nil {
		return frame.PlacedIn("standards.toml", err)
	}
	v.Plan = Plan{Checked: b.checked(p.whole.Items), Standards: b.standards(settings.Sets), Notes: b.sensitive(p, settings.Sensitive)}
	for _, s := range p.sheets {
		level := PlanLevel{Grades: grades(b.Style, s.level), Summary: lessonLead(b.Style, len(s.quiz.Items), s.quiz.Minutes())}
		for i := range s.quiz.Items {
			x := &s.quiz.Items[i]
			step := PlanStep{Name: x.Name, Length: b.Count("lesson.minutes", x.Minutes)}
			if s.level == p.standard().level {
				step.Key = x.Key
				if x.Form == lesson.Open && len(x.Models) > 0 {
					step.Key = x.Models[0]
				}
			}
			level.Steps = append(level.Steps, step)
		}
		v.Plan.Levels = append(v.Plan.Levels, level)
	}
	v.Plan.Files = packLinks(b.Style, b.Event.Slug, p.levels(), true)
	return b.Print("teacher", v.Path, v)
}

// standards returns the sets that the plan names: the site's own, and those of the
// program of which the site has none and leaves none out.
func (b *room) standards(sets []StandardSet) []StandardSet {
	var list []StandardSet
	var known []string
	for _, s := range b.Corpus.Standards {
		known = append(known, s.ID)
		if !s.LeaveOut {
			list = append(list, StandardSet{ID: s.ID, Name: s.Name, Language: s.Language, Says: s.Says})
		}
	}
	for _, s := range sets {
		if !slices.Contains(known, s.ID) {
			list = append(list, s)
		}
	}
	for i := range list {
		list[i].Language = b.Language(cmp.Or(list[i].Language, b.Config.Language))
	}
	return list
}

// CheckStandards returns an error for sets of a site that leave out what is not
// there.
func CheckStandards(own []corpus.StandardSet, files fs.FS) error {
	var settings Standards
	if _, err := toml.DecodeFS(files, "standards.toml", &settings); err != nil {
		return frame.PlacedIn("standards.toml", err)
	}
	var ids []string
	for _, s := range settings.Sets {
		ids = append(ids, s.ID)
	}
	var list diag.List
	for i := range own {
		if s := &own[i]; s.LeaveOut && !slices.Contains(ids, s.ID) {
			list.Add(s.Mistake("leave_out", "name the file after one of them: "+strings.Join(ids, ", "), "there is no set of standards %q to leave out", s.ID))
		}
	}
	if list.Failed() {
		return mistaken(list)
	}
	return nil
}

// sensitive says which hard matters the excerpts may speak of, with the words
// that were found: “shot” may be of a gun or of a ball.
func (b *room) sensitive(p *pack, matters []SensitiveWord) []string {
	var notes []string
	for _, matter := range matters {
		var found []string
		for i := range p.whole.Items {
			for _, t := range p.whole.Items[i].Excerpts {
				for _, w := range strings.FieldsFunc(t.Words, func(r rune) bool { return !unicode.IsLetter(r) }) {
					if matter.finds(w) && !slices.Contains(found, strings.ToLower(w)) {
						found = append(found, strings.ToLower(w))
					}
				}
			}
		}
		if len(found) > 0 {
			notes = append(notes, b.Text("lesson.sensitive"+matter.Key, "words", strings.Join(found, b.Text("language.comma"))))
		}
	}
	return notes
}

// beginsWith reports whether a word begins as one of a list.
func beginsWith(word string, list []string) bool {
	return slices.ContainsFunc(list, func(w string) bool { return strings.HasPrefix(strings.ToLower(word), w) })
}

// sources renders where the words of the lesson are from, and how many of each
// report it uses.
func (b *room) sources(p *pack) error {
	v := b.sheet("sources", sourcesFile)
	spans := map[int][]text.Span{}
	for _, x := range slices.Concat(p.Exercises, p.Offered) {
		for _, e := range x.Excerpts {
			spans[e.Article] = append(spans[e.Article], e.Span)
		}
		for _, e := range x.Sources {
			spans[e.Article] = append(spans[e.Article], e.Span)
		}
	}
	for i, a := range b.Articles {
		used := 0
		for _, s := range text.Union(spans[i]) {
			used += a.Words(s)
		}
		s := SheetSource{Outlet: b.Who[i].Name, Title: a.Title, URL: site.Link(a.URL), Licence: string(a.Licence), Date: b.Date(a.Date).Text}
		if s.Licence == "" {
			s.Licence = b.Text("lesson.reserved")
		}
		s.Used = b.Text("lesson.used", "used", strconv.Itoa(used), "of", strconv.Itoa(a.Words(text.Span{End: len(a.Text)})))
		v.Sources = append(v.Sources, s)
	}
	return b.Print("sources", v.Path, v)
}
