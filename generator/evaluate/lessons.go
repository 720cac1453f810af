package evaluate

import (
	"fmt"
	"slices"
	"strings"

	"parallax/generator/align"
	"parallax/generator/corpus"
	"parallax/generator/evaluate/coverage"
	"parallax/generator/logistic"
	"parallax/generator/text"
	"parallax/generator/text/vocabulary"
)

// lesson makes of a labelled event what alignment learns from.
func (e *reported) lesson(truth coverage.Truth, in Input) align.Lesson {
	var l align.Lesson
	passages := map[string]func(text.Span) []int{}
	number := map[string]int{}
	for i, report := range e.Articles {
		language := in.Languages.For("en")
		a, origin := corpus.FromLines(report.ID, report.Text, language)
		a.Date, _ = corpus.ParseDate(report.Date)
		l.Texts = append(l.Texts, align.NewText(a, language.Words(a.Text)))
		number[report.ID] = i
		passages[report.ID] = func(s text.Span) []int {
			var list []int
			for n, p := range a.Passages {
				if origin.Span(p.Span).Overlaps(s) {
					list = append(list, n)
				}
			}
			return list
		}
	}
	tellings := func(cells map[string]coverage.Label) map[int]align.Telling {
		tellings := map[int]align.Telling{}
		for doc, cell := range cells {
			t := align.Telling{Level: align.Level(cell.Level)}
			for _, s := range cell.Spans {
				t.Passages = append(t.Passages, passages[doc](s)...)
			}
			tellings[number[doc]] = t
		}
		return tellings
	}
	for _, f := range truth.Facts {
		l.Facts = append(l.Facts, tellings(f.Cells))
	}
	for _, s := range truth.Sentences {
		l.Sentences = append(l.Sentences, align.ReadSentence{Text: number[s.Doc], Passages: passages[s.Doc](s.Span), Others: tellings(s.Cells)})
	}
	return l
}

// AlignModel learns the model of package align from events with their truth,
// with the thresholds of claims that the program has.
func AlignModel(events, truth string, languages *text.Languages) (*align.Model, error) {
	in := Input{Path: events, Languages: languages}
	lessons, err := readLessons(in, truth)
	if err != nil {
		return nil, err
	}
	return align.Learn(vocabulary.New(languages.For("en")), lessons, align.ShippedClaims()), nil
}

// readLessons reads labelled events.
func readLessons(in Input, truth string) ([]align.Lesson, error) {
	events, err := readLines[reported](in.Path)
	if err != nil {
		return nil, err
	}
	labels, err := readLines[coverage.Truth](truth)
	if err != nil {
		return nil, err
	}
	lessons := make([]align.Lesson, 0, len(labels))
	for _, label := range labels {
		i := slices.IndexFunc(events, func(e reported) bool { return e.ID == label.ID })
		if i < 0 {
			return nil, fmt.Errorf("%s labels the event %q, which %s does not have", truth, label.ID, in.Path)
		}
		lessons = append(lessons, events[i].lesson(label, in))
	}
	return lessons, nil
}

// ModelTOML returns a model as readable TOML.
func ModelTOML(m *align.Model) string {
	var b strings.Builder
	for _, r := range []struct {
		name, says string
		names      []string
		regression logistic.Regression
	}{
		{"likeness", "That two passages tell one fact.", align.PairMeasures(), m.Likeness},
		{"tells", "That a text tells what a group of passages tells.", align.QuestionMeasures(), m.Tells},
		{"some", "That it tells any of it.", align.QuestionMeasures(), m.Some},
		{"lone_tells", "That a text tells what one passage of another tells.", align.SolitaryMeasures(), m.LoneTells},
		{"lone_some", "That it tells any of it.", align.SolitaryMeasures(), m.LoneSome},
	} {
		fmt.Fprintf(&b, "\n# %s\n", r.says)
		writeRegression(&b, r.name, r.names, r.regression)
	}
	return b.String()
}

// writeRegression writes a regression as a table of TOML.
func writeRegression(b *strings.Builder, name string, names []string, r logistic.Regression) {
	fmt.Fprintf(b, "[%s]\nbase = %.3f\n[%s.weights]\n", name, r.Base, name)
	for _, name := range names {
		fmt.Fprintf(b, "%s = %.3f\n", name, r.Weights[name])
	}
}
