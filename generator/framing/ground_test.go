package framing

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"parallax/generator/corpus"
	"parallax/generator/event"
)

// facts of an invented storm, each in three wordings, with a word that all of the
// wordings have and no other fact has.
var groundFacts = []struct {
	key      string
	wordings [3]string
}{
	{"chapel", [3]string{"The storm tore the roof off the old chapel in Newton Street.", "In Newton Street the old chapel lost its roof to the storm.", "The roof of the chapel in Newton Street was torn off by the storm."}},
	{"ferry", [3]string{"A ferry with ninety passengers was held at the harbour for six hours.", "Ninety passengers waited six hours aboard a ferry in the harbour.", "For six hours a ferry was kept in the harbour with ninety passengers aboard."}},
	{"hospital", [3]string{"Doctors at the hospital treated eleven people for broken bones.", "Eleven people with broken bones were treated at the hospital.", "The hospital treated eleven people who had broken bones."}},
	{"electricity", [3]string{"About four thousand homes lost electricity during the night.", "During the night electricity failed in some four thousand homes.", "Four thousand homes had no electricity for the night."}},
	{"mayor", [3]string{"Mayor Ada Quist opened the Corn Hall as a shelter for families.", "The Corn Hall was opened by Mayor Ada Quist to shelter families.", "Families found shelter in the Corn Hall, which Mayor Ada Quist had opened."}},
	{"railway", [3]string{"The railway to Tarn will stay closed until Friday because of fallen trees.", "Fallen trees keep the railway to Tarn closed until Friday.", "Until Friday the railway to Tarn remains closed by fallen trees."}},
	{"insurers", [3]string{"Insurers put the damage at nine million pounds.", "The damage comes to nine million pounds, according to insurers.", "Nine million pounds of damage was done, insurers estimate."}},
	{"school", [3]string{"Northside School sent its pupils home at noon.", "Pupils of Northside School were sent home at noon.", "At noon the pupils of Northside School were sent home."}},
}

// noise returns a sentence of words that no fact has.
func noise(r *rand.Rand) string {
	subjects := []string{"The committee", "A gardener", "The orchestra", "One librarian", "The museum", "A baker", "The choir", "An engineer"}
	verbs := []string{"painted", "measured", "printed", "borrowed", "repaired", "counted", "washed", "sold"}
	objects := []string{"lemons", "violins", "ledgers", "kettles", "bicycles", "portraits", "candles", "maps", "buttons", "carpets"}
	pick := func(list []string) string { return list[r.IntN(len(list))] }
	return fmt.Sprintf("%s %s %d %s and %d %s in the month of the %s exhibition.", pick(subjects), pick(verbs), 2+r.IntN(90), pick(objects), 2+r.IntN(90), pick(objects), pick(objects))
}

// TestBadGround makes events on which a comparison errs easily, of reports of which
// it is known what each tells: no report is said to lack what it tells.
func TestBadGround(t *testing.T) {
	for name, c := range map[string]struct {
		reports, long int // how many, and how many sentences of noise the first has
		short, copied bool
	}{
		"a live ticker":       {reports: 4, long: 400},
		"two lines":           {reports: 4, short: true},
		"copies":              {reports: 5, copied: true},
		"thirty reports":      {reports: 30},
		"ticker among copies": {reports: 6, long: 250, copied: true},
	} {
		t.Run(name, func(t *testing.T) {
			r := rand.New(rand.NewPCG(7, 11))
			var articles []*corpus.Article
			var bodies []string
			for i := range c.reports {
				var sentences []string
				for k, f := range groundFacts {
					if i == 0 && c.long > 0 || r.IntN(3) > 0 || k == 0 {
						sentences = append(sentences, f.wordings[r.IntN(3)])
					}
				}
				for range 6 {
					sentences = append(sentences, noise(r))
				}
				if i == 0 {
					for range c.long {
						at := r.IntN(len(sentences) + 1)
						sentences = append(sentences[:at], append([]string{noise(r)}, sentences[at:]...)...)
					}
				}
				body := strings.Join(sentences, "\n\n")
				switch {
				case c.short && i == 1:
					body = strings.Join(sentences[:2], "\n\n")
				case c.copied && i == c.reports-1:
					body = bodies[1]
				}
				bodies = append(bodies, body)
				id := fmt.Sprintf("r%02d", i) // in the order of the comparison
				articles = append(articles, newArticle(id, id, "2024-06-10", "Storm hits the coast", body))
			}
			comparison := Compare(&event.Event{Slug: "storm", Language: "en"}, articles, Settings{Languages: builtin})
			if len(comparison.Coverage.Statements) == 0 {
				t.Fatal("no statements")
			}
			for i := range comparison.Coverage.Statements {
				s := &comparison.Coverage.Statements[i]
				for _, f := range groundFacts {
					if !strings.Contains(strings.ToLower(articles[s.Cells[0].Article].Text[s.Cells[0].Evidence[0].Span.Start:s.Cells[0].Evidence[0].Span.End]), f.key) {
						continue
					}
					for article, a := range articles {
						if s.Answer(article) == Absent && strings.Contains(strings.ToLower(a.Text), f.key) {
							t.Errorf("%s (%s): report %d tells it and is said not to", s.Heading, s.Reach, article)
						}
					}
				}
			}
		})
	}
}
