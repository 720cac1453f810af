package event

import (
	"testing"

	"parallax/generator/corpus"
	"parallax/generator/text"
)

// A title is the clause of the headlines that says most of what they share: no
// question, nobody's words, no outlet's name, no capitals, and nothing cut.
func TestClauseTitle(t *testing.T) {
	language := text.Builtin().For("en")
	for want, headlines := range map[string][]string{
		"Council closes old bridge at Larkwell":               {"Council closes old bridge at Larkwell | Gazette", "Larkwell bridge is shut", "Why did the council close the old bridge at Larkwell?"},
		"Larkwell bridge closed":                              {"BRIDGE AT LARKWELL CLOSED BY COUNCIL", "Larkwell bridge closes for repairs", "“Unsafe”: Larkwell bridge closed"},
		"Rovers beat Larkwell 20 - 13":                        {"Rovers beat Larkwell 20 - 13", "Larkwell lost to Rovers?", "Rovers!"},
		"Ada Hale, Lord Mayor, closes old bridge at Larkwell": {"Ada Hale, Lord Mayor, closes old bridge at Larkwell", "Lord Mayor closes Larkwell bridge?", "Why did the Lord Mayor close the old Larkwell bridge?"},
		"":                                 {"What the bridge at Larkwell cost?", "Who closed it?"},
		"Larkwell bridge closed in U.S.":   {"Larkwell bridge closed in U.S.", "Larkwell: bridge?"},
		"Hale Sees G.O.P. Losing Larkwell": {"Hale Sees G.O.P. Losing Larkwell", "Larkwell: will Hale's party lose it?"},
		"Hale opposes bridge, or tunnel, for Larkwell":                     {"Hale opposes bridge, or tunnel, for Larkwell", "Larkwell: what Hale wants?"},
		"Hale closes bridge":                                               {"Bridge must go, Hale tells Larkwell", "Hale closes bridge", "Hale: bridge should go"},
		"Ada Okoro, others hurt at Larkwell bridge":                        {"Ada Okoro, others hurt at Larkwell bridge", "Who is hurt at Larkwell bridge?"},
		"Hale reaffirms belief in old bridge, tunnel":                      {"Hale reaffirms belief in old bridge, tunnel", "Hale: what of the old bridge?"},
		"Larkwell marks 9/11 with closed bridge":                           {"Larkwell marks 9/11 with closed bridge", "Larkwell bridge: why?"},
		"Mayor asks the council to have the old bridge at Larkwell closed": {"Mayor asks the council to have the old bridge at Larkwell closed", "Why did the mayor of Larkwell ask for the bridge to be closed?"},
	} {
		var sheets []sheet
		var articles []*corpus.Article
		for _, h := range headlines {
			a := &corpus.Article{Title: h, Text: h + "\n\nThe rest.", Outlet: "gazette"}
			a.Blocks = []corpus.Block{{Span: text.Span{End: len(h)}}, {Span: text.Span{Start: len(h) + 2, End: len(a.Text)}}}
			articles = append(articles, a)
			sheets = append(sheets, newSheet(language, a, language.Words(a.Text)))
		}
		r := &reader{language: language, rarity: newRarity(language)}
		if got := r.clauseTitle(sheets, articles); got != want {
			t.Errorf("%q: got %q, want %q", headlines, got, want)
		}
	}
}
