package evaluate

import (
	"encoding/json"
	"fmt"
	"strings"
	"time"

	"parallax/generator/corpus"
	"parallax/generator/entity"
	"parallax/generator/reading"
	"parallax/generator/text"
)

// A namingEvent is an item of the task naming: the articles of one event.
type namingEvent struct {
	ID       string `json:"id"`
	Articles []struct {
		ID   string `json:"id"`
		Text string `json:"text"`
	} `json:"articles"`
}

// A namingTruth holds the chains of an event: mentions that mean the same.
type namingTruth struct {
	ID     string           `json:"id"`
	Chains [][]namedMention `json:"chains"`
}

// A namedMention is one mention of a chain.
type namedMention struct {
	Doc  string    `json:"doc"`
	Span text.Span `json:"span"`
	Kind string    `json:"kind"`
}

// naming measures whether mentions of one participant or act are found and
// gathered. Only some sentences of the data set are annotated, so scores are
// taken over the gold mentions whose span is matched, with the share that is.
func naming(in Input) (Table, error) {
	events, err := readLines[namingEvent](in.Path)
	if err != nil {
		return Table{}, err
	}
	start := in.Now()
	predicted := make([]namingTruth, len(events))
	articles := 0
	for i, e := range events {
		predicted[i] = namingTruth{ID: e.ID, Chains: predictChains(in, e)}
		articles += len(e.Articles)
	}
	took := in.Now().Sub(start)
	if in.Predictions != nil {
		lines := json.NewEncoder(in.Predictions)
		for _, p := range predicted {
			if err := lines.Encode(p); err != nil {
				return Table{}, fmt.Errorf("write predictions: %w", err)
			}
		}
	}
	table := Table{Head: []string{"mentions", "gold", "recall", "B-cubed P", "R", "F1", "CoNLL F1", "B-cubed F1, all gold"}}
	if in.Truth != "" {
		truth, err := readLines[namingTruth](in.Truth)
		if err != nil {
			return Table{}, err
		}
		table.Rows = scoreNaming(events, predicted, truth)
	}
	table.Notes = []string{
		"Matched: the same span, or one that ends in the same word. Participants: people, places and things, without acts and times.",
		"Baseline: mentions with the same words, case aside, are one chain.",
		fmt.Sprintf("%.2f ms an article", float64(took)/float64(time.Millisecond)/float64(max(1, articles))),
	}
	return table, nil
}

// predictChains finds the chains of one event.
func predictChains(in Input, e namingEvent) [][]namedMention {
	language := in.Languages.For("en")
	readings := make([]*reading.Reading, len(e.Articles))
	for i, a := range e.Articles {
		readings[i] = reading.Read(lineArticle(a.ID, a.Text), language)
	}
	entities := entity.Resolve(language, readings, nil)
	var chains [][]namedMention
	for _, chain := range entities.Chains() {
		var list []namedMention
		for _, i := range chain {
			m := entities.Mentions()[i]
			list = append(list, namedMention{e.Articles[m.Article].ID, m.Anchor(), m.Kind.String()})
		}
		chains = append(chains, list)
	}
	return chains
}

// lineArticle makes an article of a text that has a sentence a line.
func lineArticle(id, source string) *corpus.Article {
	a := &corpus.Article{ID: id, Language: "en", Text: source}
	start := 0
	for line := range strings.SplitAfterSeq(source, "\n") {
		span := text.Span{Start: start, End: start + len(strings.TrimRight(line, "\n"))}
		start += len(line)
		if span.Len() == 0 {
			continue
		}
		a.Passages = append(a.Passages, corpus.Passage{Span: span, Block: len(a.Blocks)})
		a.Blocks = append(a.Blocks, corpus.Block{Span: span, Kind: corpus.Paragraph})
	}
	return a
}

// scoreNaming returns a row for participants and one for all chains, each with
// its baseline below.
func scoreNaming(events []namingEvent, predicted, truth []namingTruth) [][]string {
	participant := map[string]bool{"human": true, "loc": true, "non": true}
	var rows [][]string
	for _, set := range []struct {
		name string
		keep func(kind string) bool
	}{
		{"participants", func(kind string) bool { return participant[kind] }},
		{"acts", func(kind string) bool { return kind == "action" || kind == "neg" }},
		{"all", func(string) bool { return true }},
	} {
		var ours, plain clusterScore
		for i, t := range truth {
			texts := map[string]string{}
			for _, a := range events[i].Articles {
				texts[a.ID] = a.Text
			}
			gold := newLabels()
			for id, chain := range t.Chains {
				for _, m := range chain {
					if set.keep(m.Kind) {
						gold.add(m, id, texts)
					}
				}
			}
			ours.add(gold, predicted[i].Chains)
			plain.addPlain(gold)
		}
		rows = append(rows, ours.row(set.name), plain.row("  baseline"))
	}
	return rows
}
