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
		"": {"What the bridge at Larkwell cost?", "Who closed it?"},
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
