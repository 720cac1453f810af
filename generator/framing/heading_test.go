package framing

import (
	"testing"
	"unicode/utf8"

	"parallax/generator/corpus"
	"parallax/generator/event"
)

// TestHeadingWithoutBlanks cuts the heading of a script that has no blanks.
func TestHeadingWithoutBlanks(t *testing.T) {
	const body = "北京市政府星期一宣布将关闭旧港口大桥并且在夏天结束以前修复所有损坏的部分以便居民通行。"
	var articles []*corpus.Article
	for _, id := range []string{"a", "b"} {
		a := newArticle(id, id, "2024-06-10", id, body+id)
		a.Language = "zh"
		articles = append(articles, a)
	}
	c := Compare(&event.Event{Language: "zh"}, articles, Settings{Languages: builtin})
	if len(c.Coverage.Statements) == 0 {
		t.Fatal("no statements")
	}
	for _, s := range c.Coverage.Statements {
		if n := utf8.RuneCountInString(s.Heading); n == 0 || n > 30 {
			t.Errorf("the heading %q has %d characters", s.Heading, n)
		}
	}
}

// TestHeadings looks at the heading of the first statement that two passages
// carry: a clause or a noun phrase of one of them.
func TestHeadings(t *testing.T) {
	tests := []struct{ name, a, b, want string }{
		{"clause", "The council imposed no weight limit, it says.", "No weight limit was imposed by the council of Tarn.", "Council imposed no weight limit"},
		{"not who said it", "Superintendent Ida Moss said that officers had asked the crowd to move back three times.", "Superintendent Ida Moss said that the crowd had been asked to move back three times.", "Crowd had been asked to move back three times"},
		{"before a verb", "By the second verse thousands had joined in the song.", "Thousands joined in the song by the second verse.", "Thousands joined in the song by the second verse"},
		{"open clause", "North Bridge is closed to cars while two cracked hangers on the far upstream side of the river are replaced.", "North Bridge is closed to cars while engineers work on two hangers.", "North Bridge is closed to cars"},
		{"list", "The storm took nine herring boats and 31 men and boys.", "They read out the names of the 31 men and boys of the herring boats.", "Nine herring boats and 31 men and boys"},
		{"condition", "The harbour board will sue if the council cuts repairs.", "The harbour board will sue if repairs of the council are late.", "Harbour board will sue if the council cuts repairs"},
		{"date", "The final report reached the council on Tuesday 12 May and was acted on within a week.", "On 12 May the council received the final report.", "Final report reached the council"},
		{"before a quotation", "State media of Borland called it “a reckless rehearsal” on the coast of Tor.", "State media called it “a reckless rehearsal” by three fleets on the coast of Tor.", "State media of Borland called it “a reckless rehearsal” on the coast of Tor"},
		{"who was told", "Ida Moss told a daily briefing that the boom was laid across the inner harbour.", "A boom was laid across the inner harbour, Ida Moss told reporters.", "Boom was laid across the inner harbour"},
		{"end of a way", "Nearly 3,000 lanterns, each made by hand in one of the town's eight schools, were carried from the Corn Hall to the quay and set afloat behind the tug Constance.", "Some 3,000 lanterns were carried from the Corn Hall to the quay and set afloat behind the tug Constance.", "Nearly 3,000 lanterns"},
		{"two nouns before the verb", "The diversion by the Ring Road and Sluice Lane adds four miles to each crossing.", "The diversion by the Ring Road and Sluice Lane adds four miles to each crossing.", "Diversion by the Ring Road and Sluice Lane adds four miles to each crossing"},
		{"a way", "They walked from the Custom House to the gates with drums and a brass band.", "Dockers walked from the Custom House to the gates with drums and a brass band on Wednesday.", "Dockers walked from the Custom House to the gates"},
		{"not a name", "Later Anselm Pryce, chief of roads, took questions about the rods.", "About the money, Anselm Pryce, chief of roads, knew little.", "Chief of roads"},
		{"particle", "Each of the two damaged rods will be taken out and copied.", "Each of the damaged rods will be taken out.", "Each of the damaged rods will be taken out"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			c := compareTexts(Settings{}, "One headline\n\n"+test.a, "Another title\n\n"+test.b)
			if got := firstHeading(c); got != test.want {
				t.Errorf("got %q (%s), want %q", got, "", test.want)
			}
		})
	}
}

// TestSlightHeadings tells headings that say little of what is reported.
func TestSlightHeadings(t *testing.T) {
	for _, test := range []struct {
		a, b, heading string
		slight        bool
	}{
		{"Later Anselm Pryce, chief of roads, took questions about the rods.", "About the money, Anselm Pryce, chief of roads, knew little.", "Chief of roads", false},
		{"After two years in Tarn, Pryce was glad.", "Two years in Tarn, for Pryce, is long.", "Two years in Tarn", true},
		{"After ten metres, Pryce was glad.", "Ten metres, for Pryce, is far.", "Ten metres", true},
		{"To Ida Moss of Tarn, nothing mattered.", "Nobody spoke, for Ida Moss of Tarn.", "Ida Moss of Tarn", true},
		{"Thousands joined in the song by the second verse.", "By the second verse thousands had joined in the song.", "Thousands joined in the song by the second verse", false},
	} {
		c := compareTexts(Settings{}, "One headline\n\n"+test.a, "Another title\n\n"+test.b)
		s := c.Coverage.Statements[0]
		if s.Heading != test.heading || s.Slight != test.slight {
			t.Errorf("got %q, slight %v; want %q, %v", s.Heading, s.Slight, test.heading, test.slight)
		}
	}
}

// firstHeading returns the heading of the first statement that several articles
// tell, "" if there is none.
func firstHeading(c *Comparison) string {
	for _, s := range c.Coverage.Statements {
		if s.Reach != "one" {
			return s.Heading
		}
	}
	return ""
}
