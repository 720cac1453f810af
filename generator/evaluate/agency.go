package evaluate

import (
	"fmt"
	"strings"

	"parallax/generator/framing"
	"parallax/generator/ratio"
	"parallax/generator/text"
)

// agencyTask measures passives, their agents, and where sentences end. The
// labels of the data set are a parser's, in which qualities ("was concerned")
// count as passives; so they do here, though no page shows them.
func agencyTask() Task {
	return Task{Name: "agency", Short: "passives, their agents, and where sentences end", Run: runAgency}
}

// agencyItem is the truth or the prediction for one text.
type agencyItem struct {
	ID        string      `json:"id"`
	Sentences []text.Span `json:"sentences"`
	Passives  []passive   `json:"passives"`
}

// A passive is a participle and whether its agent is named.
type passive struct {
	Participle text.Span `json:"participle"`
	Agent      bool      `json:"agent"`
}

func runAgency(in Input) (Table, error) {
	inputs, err := readLines[plainText](in.Path)
	if err != nil {
		return Table{}, err
	}
	truth, err := readTruth(in.Truth, func(t agencyItem) string { return t.ID })
	if err != nil {
		return Table{}, err
	}
	l := in.Languages.For("en")
	var rules, trivial agencyScore
	began := in.Now()
	predicted := make([]agencyItem, len(inputs))
	for i, input := range inputs {
		predicted[i] = predictAgency(input, l)
	}
	took := in.Now().Sub(began)
	if err := writePredictions(in.Predictions, predicted); err != nil {
		return Table{}, err
	}
	for i, input := range inputs {
		rules.add(truth[input.ID], predicted[i])
		trivial.add(truth[input.ID], trivialAgency(input, l))
	}
	return Table{
		Head: []string{"agency", "P", "R", "F1", "agent", "sentence P", "sentence R", "sentence F1"},
		Rows: [][]string{rules.row("rules"), trivial.row("was or were and -ed")},
		Notes: []string{
			fmt.Sprintf("%d articles, %.0f passives, %.0f sentences; %s", len(inputs), rules.found.gold, rules.ends.gold, perItem(took, len(inputs))),
			"P, R, F1: the same participle. Agent: share of these right on whether one is named. Sentence: both ends agree.",
		},
	}, nil
}

// predictAgency finds sentences and passives with the code of the pages.
func predictAgency(input plainText, l *text.Language) agencyItem {
	a := plainArticle(input.ID, input.Text, l)
	item := agencyItem{ID: input.ID, Sentences: []text.Span{}, Passives: []passive{}}
	for _, p := range a.Passages {
		item.Sentences = append(item.Sentences, p.Span)
	}
	for _, p := range framing.Passives(a, l) {
		item.Passives = append(item.Passives, passive{Participle: p.Participle, Agent: p.Agent.Len() > 0})
	}
	return item
}

// trivialAgency is the baseline: "was" or "were" right before a word in -ed;
// an agent if "by" comes next; sentences are lines.
func trivialAgency(input plainText, l *text.Language) agencyItem {
	item := agencyItem{ID: input.ID}
	start := 0
	for line := range strings.SplitAfterSeq(input.Text, "\n") {
		trimmed := strings.TrimSpace(line)
		if trimmed != "" {
			at := start + strings.Index(line, trimmed)
			item.Sentences = append(item.Sentences, text.Span{Start: at, End: at + len(trimmed)})
		}
		start += len(line)
	}
	words := l.Words(input.Text)
	for i := 1; i < len(words); i++ {
		if (words[i-1].Lower == "was" || words[i-1].Lower == "were") && l.Rules().Past(words[i].Lower) {
			agent := i+1 < len(words) && words[i+1].Lower == "by"
			item.Passives = append(item.Passives, passive{Participle: words[i].Span, Agent: agent})
		}
	}
	return item
}

// An agencyScore sums up over texts.
type agencyScore struct {
	found, ends counts
	agents      float64 // right ones, of the passives found
}

func (s *agencyScore) add(truth, predicted agencyItem) {
	s.found.gold += float64(len(truth.Passives))
	s.found.predicted += float64(len(predicted.Passives))
	gold := map[text.Span]bool{}
	for _, p := range truth.Passives {
		gold[p.Participle] = p.Agent
	}
	for _, p := range predicted.Passives {
		agent, ok := gold[p.Participle]
		if !ok {
			continue
		}
		s.found.hit++
		if agent == p.Agent {
			s.agents++
		}
	}
	s.ends.gold += float64(len(truth.Sentences))
	s.ends.predicted += float64(len(predicted.Sentences))
	sentences := map[text.Span]bool{}
	for _, p := range truth.Sentences {
		sentences[p] = true
	}
	for _, p := range predicted.Sentences {
		if sentences[p] {
			s.ends.hit++
		}
	}
}

func (s *agencyScore) row(name string) []string {
	return []string{
		name, share(s.found.precision()), share(s.found.recall()), share(s.found.f1()), share(ratio.Of(s.agents, s.found.hit)),
		share(s.ends.precision()), share(s.ends.recall()), share(s.ends.f1()),
	}
}
