package export_test

import (
	"fmt"
	"strings"

	"parallax/generator/lesson"
	"parallax/generator/lesson/export"
)

// sample returns a lesson with one item of every form.
func sample() *export.Material {
	first := lesson.Text{Label: "Excerpt 1", Words: "The council slammed the plan on Monday.", Language: "en"}
	second := lesson.Text{Label: "Excerpt 2", Words: "The council criticised the plan.", Language: "en"}
	item := func(id string, kind lesson.Kind, form lesson.Form, prompt string) lesson.Item {
		return lesson.Item{ID: id, Kind: kind, Form: form, Name: "Name of " + id, Prompt: prompt, Why: "Why " + id + ".", Level: lesson.Grade9, Minutes: 2, Confidence: 0.9}
	}
	choice := item("loaded_1", lesson.Loaded, lesson.Choice, "Which word judges?")
	choice.Excerpts = []lesson.Text{first, second}
	choice.Options = []lesson.Answer{{Words: "council"}, {Words: "slammed", Right: true}, {Words: "plan"}}
	choice.Key, choice.Evidence, choice.Checked = "slammed", []string{"slammed"}, "N. N."
	choices := item("coverage_1", lesson.Coverage, lesson.Choices, "Which reports tell the cost?")
	choices.Options = []lesson.Answer{{Words: "A", Right: true}, {Words: "B"}, {Words: "C", Right: true}, {Words: "D", Right: true}}
	choices.Key = "A, C, D"
	match := item("lead_1", lesson.Lead, lesson.Match, "Match each headline to its opening.")
	match.Options = []lesson.Answer{{Words: "The council voted."}, {Words: "Traders are angry."}, {Words: "It rained."}}
	match.Rows = []lesson.Row{{Words: "Bridge shut", Option: 0}, {Words: "Anger at bridge", Option: 1}, {Words: "Vote on bridge", Option: 0}}
	match.Key = "Bridge shut → The council voted."
	order := item("emphasis_1", lesson.Emphasis, lesson.Order, "Which comes first?")
	order.Options = []lesson.Answer{{Words: "The cost", Place: 2}, {Words: "The vote", Place: 1}, {Words: "The anger", Place: 3}}
	order.Key = "1. The vote; 2. The cost; 3. The anger"
	gap := item("verb_1", lesson.Verb, lesson.Gap, "Write the verb that judges.")
	gap.Excerpts = []lesson.Text{first}
	gap.Options = []lesson.Answer{{Words: "slammed", Right: true}, {Words: "slam", Right: true}}
	gap.Key = "slammed"
	mark := item("loaded_2", lesson.Loaded, lesson.Mark, "Underline the word that judges.")
	mark.Excerpts = []lesson.Text{first, second}
	for _, w := range []string{"council", "slammed", "Monday"} {
		mark.Options = append(mark.Options, lesson.Answer{Words: w, Start: strings.Index(first.Words, w), Right: w == "slammed"})
	}
	mark.Key = "slammed"
	open := item("rewrite_1", lesson.Rewrite, lesson.Open, "Rewrite the sentence in neutral words.")
	open.Excerpts, open.Models = []lesson.Text{first}, []string{"The council rejected the plan.", "The council voted against the plan."}
	open.Key = "The council rejected the plan. / The council voted against the plan."
	return &export.Material{
		Quiz:  lesson.Quiz{Event: "north-bridge", Title: "North bridge closure", Language: "en", Items: []lesson.Item{choice, choices, match, order, gap, mark, open}},
		Terms: []export.Term{{Words: "Agent", Meaning: "The person or thing that does what the verb says."}},
	}
}

// nasty returns the sample with a string in every text. Texts that must differ
// do so by their first sign.
func nasty(s string) *export.Material {
	m := sample()
	m.Title = "T" + s
	for i := range m.Items {
		x := &m.Items[i]
		for _, p := range []*string{&x.Name, &x.Prompt, &x.Key, &x.Why} {
			*p = "Q" + s
		}
		for n := range x.Excerpts {
			x.Excerpts[n].Words = s + "E" + s
		}
		for n := range x.Rows {
			x.Rows[n].Words = fmt.Sprint("R", n, s)
		}
		start := 0
		var words strings.Builder
		for n := range x.Options {
			o := &x.Options[n]
			o.Words = fmt.Sprint("O", n, s)
			if x.Form == lesson.Mark {
				words.WriteString(s)
				start = words.Len()
				o.Start = start
				words.WriteString(o.Words)
			}
		}
		if x.Form == lesson.Mark {
			x.Excerpts[0].Words = words.String() + s
		}
		for n := range x.Models {
			x.Models[n] = fmt.Sprint("M", n, s)
		}
	}
	m.Terms = []export.Term{{Words: "#" + s, Meaning: s}}
	return m
}

// traps are strings that mean something in one of the formats.
func traps() []string {
	return []string{
		"=1+1", "-1", "@x", "[html]<b>", "[plain]", "//x", "a -> b", "~%50%a", "{T}", "####", "::t::", `\n`, `\`, "$CATEGORY: x", "]]>", "<![CDATA[", "</text>",
		"&amp; &lt;", `"quoted"`, "'", "a\tb", "a\nb", "a\r\nb", "\n\n\n", "#deck:x", "*", "%d", "\x00\x01\x1b", "\xff\xfe", "\uFFFE", "\uFEFF", "\u2028", "`${x}`", "*/", "</script>", "،", "\U0001F600", "\u202Ea",
	}
}
