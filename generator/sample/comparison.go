package sample

import (
	"strings"
	"testing"

	"parallax/generator/corpus"
	"parallax/generator/entity"
	"parallax/generator/framing"
	"parallax/generator/message"
	"parallax/generator/reading"
	"parallax/generator/text"
)

// Comparison returns what might be found in the sample articles, written by
// hand.
func Comparison(t testing.TB, c *corpus.Corpus) *framing.Comparison {
	at := func(article int, words string) framing.Evidence { return In(t, c, article, words) }
	whole := func(article int, words string) framing.Evidence { return Passage(t, c, article, words) }
	r := &framing.Comparison{Event: "alder-queen", Language: "en"}
	for i, a := range c.Articles {
		r.Articles = append(r.Articles, framing.Article{ID: a.ID, Letter: string(rune('A' + i)), Outlet: a.Outlet, Title: a.Title, Date: a.Date, URL: a.URL, Paraphrase: a.Paraphrase, Words: a.Words(a.Body()), Own: 60})
	}
	says := func(key string, pairs ...string) message.Message { return message.New(key, pairs...) }
	r.Findings = []framing.Finding{
		{ID: "common-1", Signal: framing.SignalCoverage, Common: true, Says: says("All four: the ferry ran aground off Alder Point"), Evidence: []framing.Evidence{whole(0, "The passenger"), whole(1, "The Alder Queen ran"), whole(2, "Terrified"), whole(3, "The crew of")}, Statement: "s1"},
		{ID: "passages-1", Signal: framing.SignalPassages, Says: says("The Courier says who put off the dredging; the Harbour Office writes of contact with a sandbank"), Evidence: []framing.Evidence{whole(0, "The passenger"), at(1, "put off dredging")}, Score: 0.6},
		{ID: "headline-1", Signal: framing.SignalHeadline, Says: says("Only the Evening Lamp names a feeling in its headline"), Evidence: []framing.Evidence{at(2, "TERROR"), whole(0, "Alder Queen refloated")}, Score: 0.5},
		{ID: "naming-1", Signal: framing.SignalNaming, Says: says("Harbour Master in A and B, “chiefs” in the Evening Lamp"), Evidence: []framing.Evidence{at(2, "Harbour chiefs"), at(0, "Harbour Master Ines Calder")}, Score: 0.4},
		{ID: "voices-1", Signal: framing.SignalVoices, Says: says("The Harbour Office quotes nobody but itself"), Evidence: []framing.Evidence{at(0, "Safety was assured"), at(3, "We had asked")}, Score: 0.3},
		{ID: "tone-1", Signal: framing.SignalTone, Says: says("The Evening Lamp has four loaded words, the others none"), Evidence: []framing.Evidence{at(2, "Terrified"), at(2, "botched")}, Score: 0.3},
		{ID: "wording-1", Signal: framing.SignalWording, Says: says("“Dredged” marks off the Courier"), Evidence: []framing.Evidence{at(1, "dredging")}, Score: 0.2},
		{ID: "coverage-1", Signal: framing.SignalCoverage, Says: says("Only the Courier and the union paper report the dredging"), Evidence: []framing.Evidence{whole(1, "The Harbour Office put"), whole(3, "The union wants")}, Statement: "s4", Score: 0.2},
	}
	r.Silences = []framing.Silence{{Signal: framing.SignalTone, Article: 2, Why: message.New("silence.paraphrase")}}
	r.Headline = headlines(c)
	r.Coverage = coverage(at, whole)
	say(&r.Coverage, c)
	for _, e := range []framing.Evidence{whole(0, "The passenger"), whole(0, "All 212"), whole(1, "The Alder Queen ran"), whole(1, "Nobody was"), whole(2, "The botched"), whole(3, "The crew of")} {
		r.Articles[e.Article].Settled = append(r.Articles[e.Article].Settled, e.Passage)
	}
	r.Passages.Contrasts = []framing.Contrast{{Statement: "s1", Finding: "passages-1", Sides: []framing.ContrastSide{
		{Evidence: whole(0, "The passenger"), Own: []text.Span{at(0, "contact").Span, at(0, "with a sandbank").Span}},
		{Evidence: whole(1, "The Alder Queen ran"), Own: []text.Span{at(1, "ran aground").Span}},
		{Evidence: whole(2, "Terrified"), Marked: []framing.Mark{{Evidence: at(2, "Terrified"), Kind: "loaded", Word: "terrified", Rule: "loaded"}, {Evidence: at(2, "crippled"), Kind: "loaded", Word: "crippled", Rule: "loaded"}}},
	}}}
	r.Naming.Participants = []framing.Participant{{ID: "ines-calder", Name: "Ines Calder", Kind: "person", Contrast: 0.8, Sides: []framing.NamingSide{
		{Article: 0, Labels: []framing.Label{{Text: "Harbour Master Ines Calder", Count: 1, First: true, Evidence: []framing.Evidence{at(0, "Harbour Master Ines Calder")}}}},
		{Article: 1, Labels: []framing.Label{{Text: "Harbour Master Ines Calder", Count: 1, First: true, Evidence: []framing.Evidence{at(1, "Harbour Master Ines Calder")}}}},
		{Article: 2, Labels: []framing.Label{{Text: "Harbour chiefs", Count: 1, First: true, Own: true, Evidence: []framing.Evidence{at(2, "Harbour chiefs")}}}},
	}}, {ID: "alder-queen", Name: "Alder Queen", Kind: "thing", Sides: []framing.NamingSide{
		{Article: 0, Labels: []framing.Label{{Text: "passenger ferry Alder Queen", Count: 1, First: true, Own: true, Evidence: []framing.Evidence{at(0, "passenger ferry")}}}},
		{Article: 2, Labels: []framing.Label{{Text: "crippled Alder Queen", Count: 2, Quoted: 1, Own: true, Evidence: []framing.Evidence{at(2, "crippled")}}, {Text: "stricken ferry", Count: 1, First: true, Own: true, Evidence: []framing.Evidence{at(2, "stricken ferry")}}}},
	}}}
	r.Naming.Rows = r.Naming.Participants
	r.Voices = voices(at)
	r.Wording = framing.Wording{Gate: 1.96, Null: framing.WordingNull{Median: 1.1, P95: 1.7, Splits: 200}, Short: []int{0}, Terms: []framing.WordingTerm{
		{Article: 1, Term: "dredging", Z: 3.1, LogOdds: 2.2, Low: 0.8, High: 3.6, Count: 5, Others: 1, Evidence: []framing.Evidence{at(1, "dredging")}},
		{Article: 1, Term: "council papers", Z: 2.4, LogOdds: 2, Low: 0.4, High: 3.6, Count: 4, Evidence: []framing.Evidence{at(1, "council papers")}},
		{Article: 3, Term: "crew", Z: 2.2, LogOdds: 1.4, Low: 0.1, High: 2.7, Count: 6, Others: 2, Evidence: []framing.Evidence{at(3, "crew")}},
	}}
	r.Tone.Sides = []framing.ToneSide{{Article: 0, Own: 60}, {Article: 1, Own: 90}, {Article: 2, Own: 70, Marks: []framing.Mark{
		{Evidence: at(2, "Terrified"), Kind: "loaded", Word: "terrified", Rule: "loaded"}, {Evidence: at(2, "botched"), Kind: "loaded", Word: "botched", Rule: "loaded"}, {Evidence: at(2, "About"), Kind: "hedge", Word: "about", Rule: "hedge"},
	}}, {Article: 3, Own: 20, TooShort: true}}
	r.Tone.Targets = []framing.ToneTarget{{Participant: "ines-calder", Article: 2, Negative: 1, Neutral: 1, Evidence: []framing.Evidence{at(2, "Harbour chiefs")}}}
	r.Tone.Plain = []framing.Plain{{Statement: "s2", Word: r.Tone.Sides[2].Marks[1], Beside: whole(0, "All 212")}}
	r.Agency = framing.Agency{
		Sides:     []framing.AgencySide{{Article: 0, Sentences: 5, Passives: 4, Agents: 0}, {Article: 1, Sentences: 7, Passives: 2, Agents: 1}, {Article: 2, Sentences: 5, Passives: 1}, {Article: 3, Sentences: 6, Passives: 2}},
		Agentless: []framing.Agentless{{Kind: "passive", Statement: "s4", Deed: at(1, "had not been dredged"), Agent: at(1, "The Harbour Office"), Verb: at(1, "put off")}},
	}
	r.Emphasis.Sides = []framing.EmphasisSide{{Article: 0, Lead: "s1", Before: 0}, {Article: 1, Lead: "s1", Before: 0}, {Article: 2, Lead: "s1", Before: 0.1}, {Article: 3, Lead: "s1", Before: 0}}
	return r
}

func headlines(c *corpus.Corpus) framing.Headline {
	var h framing.Headline
	for i, a := range c.Articles {
		rung := framing.Rung{Article: i}
		for _, w := range headlineWords(a) {
			switch w.Of(a.Text) {
			case "Alder", "Queen", "ferry":
				rung.Shared = append(rung.Shared, w)
			case "TERROR", "sandbank", "dredged", "calm":
				rung.Own = append(rung.Own, w)
			}
		}
		h.Rungs = append(h.Rungs, rung)
	}
	h.Rungs[0].Tags = []framing.HeadlineTag{{Kind: "no-agent"}}
	h.Rungs[1].Tags = []framing.HeadlineTag{{Kind: "stated-as-fact"}}
	return h
}

// headlineWords returns the words of an article's headline.
func headlineWords(a corpus.Article) []text.Span {
	var spans []text.Span
	at := 0
	for word := range strings.FieldsSeq(a.Title) {
		start := at + strings.Index(a.Title[at:], word)
		at = start + len(word)
		spans = append(spans, text.Span{Start: start, End: at})
	}
	return spans
}

func coverage(at, whole func(int, string) framing.Evidence) framing.Coverage {
	cell := func(article, paragraph int, position float64, e framing.Evidence) framing.Cell {
		return framing.Cell{Article: article, Band: "same", Score: 0.8, Sure: 0.8, Position: position, Paragraph: paragraph, Words: 14, Evidence: []framing.Evidence{e}}
	}
	return framing.Coverage{
		Statements: []framing.Statement{
			{ID: "s1", Heading: "The Alder Queen ran aground off Alder Point", Clause: true, Reach: "all", Cells: []framing.Cell{cell(0, 1, 0, whole(0, "The passenger")), cell(1, 1, 0, whole(1, "The Alder Queen ran")), cell(2, 1, 0, whole(2, "Terrified")), cell(3, 1, 0, whole(3, "The crew of"))}},
			{ID: "s2", Heading: "passengers aboard", Reach: "all", Cells: []framing.Cell{cell(0, 2, 0.3, whole(0, "All 212")), cell(1, 1, 0.1, whole(1, "The Alder Queen ran")), cell(2, 3, 0.7, whole(2, "About 230")), cell(3, 1, 0, whole(3, "The crew of"))}},
			{ID: "s3", Heading: "Safety was assured at every moment", Clause: true, Reach: "some", Absent: []int{3}, Cells: []framing.Cell{cell(0, 3, 0.6, whole(0, "Safety was")), cell(1, 3, 0.4, whole(1, "Safety was")), cell(2, 4, 0.9, whole(2, "Harbour chiefs"))}},
			{ID: "s4", Heading: "the channel dredged", Reach: "some", Absent: []int{0, 2}, Cells: []framing.Cell{cell(1, 0, 0, whole(1, "Ferry with")), cell(3, 3, 0.7, whole(3, "The union wants"))}},
			{ID: "s5", Heading: "Ferries will sail again on Thursday", Clause: true, Reach: "some", Absent: []int{2, 3}, Cells: []framing.Cell{cell(0, 4, 0.9, whole(0, "The timetable")), cell(1, 5, 0.95, whole(1, "Ferries will"))}},
			{ID: "s6", Heading: "asked for a second pilot since autumn", Reach: "one", Cells: []framing.Cell{{Article: 3, Band: "same", Score: 1, Sure: 1, Position: 0.3, Paragraph: 2, Words: 9, Quoted: true, Evidence: []framing.Evidence{whole(3, "We had asked")}}}},
			{ID: "s7", Heading: "The botched rescue took nine hours", Clause: true, Reach: "one", Cells: []framing.Cell{cell(2, 2, 0.5, whole(2, "The botched"))}},
		},
		Conflicts: []framing.Conflict{{Statement: "s2", Unit: "passengers", Sides: []framing.ConflictSide{{Value: "212", Evidence: []framing.Evidence{at(0, "212"), at(1, "212"), at(3, "212")}}, {Value: "About 230", Evidence: []framing.Evidence{at(2, "About 230")}}}}},
		Shared:    []framing.SharedText{{First: 0, Second: 1, Words: 10, Share: 0.22, Runs: []framing.Evidence{at(0, "Safety was assured at every moment"), at(1, "Safety was assured at every moment")}}},
	}
}

// say notes where cells have the words of a heading.
func say(coverage *framing.Coverage, c *corpus.Corpus) {
	for i := range coverage.Statements {
		s := &coverage.Statements[i]
		for k := range s.Cells {
			cell := &s.Cells[k]
			e := cell.Evidence[0]
			at := strings.Index(e.Span.Of(c.Articles[e.Article].Text), s.Heading)
			if at < 0 {
				continue
			}
			cell.Said = text.Span{Start: e.Span.Start + at, End: e.Span.Start + at + len(s.Heading)}
			if s.Clause {
				cell.Clause, s.Complete = cell.Said, true
			}
		}
	}
}

func voices(at func(int, string) framing.Evidence) framing.Voices {
	verb := func(article int, base string, stance reading.Stance) framing.Attribution {
		return framing.Attribution{Article: article, Verb: base, Stance: stance}
	}
	speaker := func(name string, group entity.Group, verb string, words int, e framing.Evidence) framing.Speaker {
		return framing.Speaker{Name: name, Group: group, Words: words, Direct: words, Verbs: []string{verb}, Evidence: []framing.Evidence{e}}
	}
	return framing.Voices{
		Attributions: []framing.Attribution{
			verb(0, "say", reading.Neutral), verb(1, "say", reading.Neutral), verb(1, "say", reading.Neutral), verb(1, "tell", reading.Neutral),
			verb(2, "admit", reading.Conceding), verb(2, "insist", reading.Doubting), verb(3, "say", reading.Neutral),
		},
		Sides: []framing.VoiceSide{
			{Article: 0, Words: 6, Speakers: []framing.Speaker{speaker("Ines Calder", "official", "say", 6, at(0, "Safety was"))}},
			{Article: 1, Words: 22, Speakers: []framing.Speaker{speaker("", "unnamed", "say", 6, at(1, "Passengers said")), speaker("Ines Calder", "official", "say", 6, at(1, "Safety was")), speaker("the coastguard", "police", "tell", 10, at(1, "The coastguard"))}},
			{Article: 2, Words: 14, Speakers: []framing.Speaker{speaker("Greta Holm", "affected", "sob", 5, at(2, "We thought")), speaker("Harbour chiefs", "official", "insist", 5, at(2, "Harbour chiefs"))}},
			{Article: 3, Words: 9, Speakers: []framing.Speaker{speaker("Mo Adeyo", "unknown", "say", 9, at(3, "We had asked"))}},
		},
	}
}
