package lesson

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"parallax/generator/corpus"
	"parallax/generator/framing"
)

// The packs of the demonstration site were written by hand against texts that
// somebody may change. What a pack points at still holds the words that it is
// about.
func TestPacksHold(t *testing.T) {
	checked := 0
	for _, d := range demonstration(t) {
		if d.note == nil {
			continue
		}
		checked++
		for i := range d.note.Added {
			for _, wrong := range unheld(&d, &d.note.Added[i]) {
				t.Errorf("%s: %s: %s", d.note.File, d.note.Added[i].ID, wrong)
			}
		}
		for _, wrong := range unheldRemarks(&d) {
			t.Errorf("%s: %s", d.note.File, wrong)
		}
	}
	if checked < 5 {
		t.Errorf("only %d packs", checked)
	}
}

// Every pack is for the youngest as well.
func TestPacksForAllLevels(t *testing.T) {
	for _, d := range demonstration(t) {
		if d.note == nil {
			continue
		}
		Edit(d.Lesson, &corpus.LessonNote{Only: true, Added: d.note.Added}, d.from)
		for _, level := range Levels() {
			if n := len(d.For(level).Exercises); n < 4 {
				t.Errorf("%s, grades %s: %d exercises", d.slug, level, n)
			}
		}
	}
}

// unheld returns what an item says of its texts that is not in them: options
// to be found in them, sentences that are shown as an article's, and
// quotations in the key.
func unheld(d *made, x *corpus.LessonItem) []string {
	e := &editor{maker: maker{Material: d.from}, lesson: &Lesson{}, note: d.note}
	shown := ""
	for _, part := range e.texts("texts", x.Texts) {
		shown += e.words(part.Evidence) + "\n"
	}
	held, event := fold(shown), ""
	for _, a := range d.from.Articles {
		event += fold(a.Text) + "\n"
	}
	var missing []string
	want := func(where, words string) {
		if !strings.Contains(where, fold(words)) {
			missing = append(missing, fmt.Sprintf("%q", words))
		}
	}
	switch Kind(x.Kind) {
	case Loaded, Verb, Naming, Agency:
		for _, words := range slices.Concat(x.Options, x.Right) {
			if words != "none of them" {
				want(held, words)
			}
		}
	case Lead, Claim:
		for _, row := range x.Rows {
			want(event, row[0])
		}
		for _, words := range x.Options {
			if Kind(x.Kind) == Lead {
				want(event, words)
			}
		}
	}
	given := held + fold(strings.Join(x.Options, "\n")+x.Prompt)
	for _, row := range x.Rows {
		given += fold(row[0]) + "\n"
	}
	for _, answer := range append(slices.Clone(x.Models), x.Why) {
		if Kind(x.Kind) == Headline {
			continue
		}
		for _, quoted := range quotations.FindAllStringSubmatch(answer, -1) {
			for part := range strings.SplitSeq(quoted[1], " … ") {
				want(given, part)
			}
		}
	}
	if mistakes := e.list.Sorted(); len(mistakes) > 0 {
		missing = append(missing, mistakes[0].String())
	}
	return missing
}

// quotations are words in quotation marks, and remarks point at a paragraph of
// a report with words that stand in it.
var (
	quotations = regexp.MustCompile(`“([^”]+)”`)
	remarks    = regexp.MustCompile(`\b([A-I]), ¶(\d+)(?: \(“([^”]+)”\))?`)
)

// unheldRemarks returns the remarks on the empty grid whose words do not stand
// where they point.
func unheldRemarks(d *made) []string {
	var missing []string
	for _, remark := range remarks.FindAllStringSubmatch(d.note.Body, -1) {
		at := slices.IndexFunc(d.from.Comparison.Articles, func(a framing.Article) bool { return a.Letter == remark[1] })
		paragraph, err := strconv.Atoi(remark[2])
		if err != nil || at < 0 || remark[3] == "" || paragraph >= len(d.from.Articles[at].Blocks) {
			missing = append(missing, remark[0])
			continue
		}
		if a := d.from.Articles[at]; !strings.Contains(fold(a.Blocks[paragraph].Of(a.Text)), fold(remark[3])) {
			missing = append(missing, remark[0])
		}
	}
	return missing
}

// The check itself finds what no longer holds.
func TestUnheld(t *testing.T) {
	var d *made
	for _, m := range demonstration(t) {
		if m.note != nil && strings.HasPrefix(m.note.Slug, "dock-strike") {
			d = &m
		}
	}
	if d == nil {
		t.Fatal("no pack on the strike")
	}
	for name, x := range map[string]corpus.LessonItem{
		"another passage":     {Kind: "loaded", Texts: []string{"dock-strike/quayside-mail#p2s2"}, Options: []string{"ugly", "coach"}, Right: []string{"ugly"}},
		"a passage gone":      {Kind: "coverage", Texts: []string{"dock-strike/quayside-mail#p2s99"}},
		"another headline":    {Kind: "lead", Rows: [][]string{{"Four hurt in dock gate dispute", ""}}},
		"no such sentence":    {Kind: "claim", Rows: [][]string{{"Nobody was hurt.", ""}}},
		"quoted from nowhere": {Kind: "blind", Texts: []string{"dock-strike/quayside-mail#p2s1"}, Models: []string{"It has “pretty scuffles”."}},
	} {
		if len(unheld(d, &x)) == 0 {
			t.Errorf("%s: nothing was found", name)
		}
	}
	for _, body := range []string{"report E, ¶3 (“standing where pickets have stood”)", "report E, ¶2", "report I, ¶1 (“the”)"} {
		note := *d.note
		note.Body = body
		moved := *d
		moved.note = &note
		if len(unheldRemarks(&moved)) == 0 {
			t.Errorf("%s: nothing was found", body)
		}
	}
}
