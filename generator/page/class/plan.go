package class

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/BurntSushi/toml"

	"parallax/generator/address"
	"parallax/generator/lesson"
	"parallax/generator/page/frame"
	"parallax/generator/text"
)

// Standards is the file standards.toml of the templates: what a lesson says it
// serves, and words that a teacher wants to know of beforehand.
type Standards struct {
	Standards []string        `toml:"standards"`
	Sensitive []SensitiveWord `toml:"sensitive"`
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
	v.Plan = Plan{Checked: b.checked(p.whole.Items), Standards: settings.Standards, Notes: b.sensitive(p, settings.Sensitive)}
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
		s := SheetSource{Outlet: b.Who[i].Name, Title: a.Title, URL: address.Web(a.URL), Licence: string(a.Licence), Date: b.Date(a.Date).Text}
		if s.Licence == "" {
			s.Licence = b.Text("lesson.reserved")
		}
		s.Used = b.Text("lesson.used", "used", strconv.Itoa(used), "of", strconv.Itoa(a.Words(text.Span{End: len(a.Text)})))
		v.Sources = append(v.Sources, s)
	}
	return b.Print("sources", v.Path, v)
}
