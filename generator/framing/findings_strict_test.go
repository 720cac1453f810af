package framing

import (
	"slices"
	"strings"
	"testing"

	"parallax/generator/event"
)

// TestFindingsHold gives two reports on one point and looks for a finding of a
// signal that must, or must not, be made of them.
func TestFindingsHold(t *testing.T) {
	cat := catalogue(t, "en")
	tests := []struct{ name, a, b, key, want string }{
		{"told is no deed",
			"The harbour police of Anwell were told about the fire on the old ferry at noon.",
			"The harbour police of Anwell told reporters about the fire on the old ferry at noon.",
			"finding.agency.passive", ""},
		{"agent without the small word before it",
			"The bodies of two old sailors were found in a house in Newton Street on Saturday morning.",
			"A sailor was held on Saturday morning after police found the bodies of two old sailors in a house in Newton Street.",
			"finding.agency.passive", "“found” in A does not say who did it; B names “police”."},
		{"a cause that both name",
			"Two officers were killed when a bomb exploded at the bank in Woodburn on Friday.",
			"An explosion killed two officers at the bank in Woodburn on Friday.",
			"finding.agency.passive", ""},
		{"one hedges as the other",
			"The son suspected of killing his mother in Millom possibly begged to stay in hospital.",
			"The son who is suspected of killing his mother in Millom possibly begged to stay in hospital.",
			"finding.tone.hedge", ""},
		{"one hedges, one does not",
			"The son suspected of killing his mother in Millom possibly begged to stay in hospital.",
			"The son suspected of killing his mother in Millom begged to stay in hospital.",
			"finding.tone.hedge", "On the same point, “possibly” leaves room for doubt in A, but not in B."},
		{"a quotation without marks is no word of the writer",
			"Cora Lind was on the plane to Tarn.\n\nA flying first for us: four hours into an eleven hour flight and we are turning around because of one passenger.",
			"Cora Lind was on the plane to Tarn.\n\n“A flying first for us: four hours into an eleven hour flight and we are turning around because of one passenger,” Cora Lind said.",
			"finding.voices.own", ""},
		{"own words and a source",
			"Nearly 3,000 lanterns were set afloat behind the tug in the harbour of Tarn.",
			"Nearly 3,000 lanterns were set afloat behind the tug in the harbour of Tarn, the council's press office said.",
			"finding.voices.own", "“Nearly 3,000 lanterns were set afloat behind the tug in the harbour of Tarn” is said by A itself, and in B by a source."},
		{"both give the number",
			"St Ann's Hospital in Tarn said that 20 people were brought in for treatment after the tram crash.",
			"Eight people had serious injuries after the tram crash, a spokeswoman said, and 20 were brought to St Ann's Hospital in Tarn for treatment.",
			"finding.coverage.figures", ""},
		{"one gives the number",
			"St Ann's Hospital in Tarn said that 20 people were brought in for treatment after the tram crash.",
			"St Ann's Hospital in Tarn said that 40 people were brought in for treatment after the tram crash.",
			"finding.coverage.figures", "The figures for “people” differ: “20” in A, “40” in B."},
		{"a colon is no verb",
			"Mary Hale criticises her sister on the pier of Anwell, and says the sister is dead wrong on the pier of Anwell.",
			"Mary Hale: sister is dead wrong on the pier of Anwell.",
			"finding.voices.verb", ""},
		{"two verbs for what one said",
			"Mary Hale of Anwell denounced her sister on the old pier on Monday.",
			"Mary Hale of Anwell denied her sister on the old pier on Monday.",
			"finding.voices.verb", "On the same point, Mary Hale “denounced” in A, but “denied” in B."},
		{"two verbs that attack alike",
			"The dockers' union condemned the pay plan of the harbour board of Anwell on Monday.",
			"The dockers' union denounced the pay plan of the harbour board of Anwell on Monday.",
			"finding.passages.word", ""},
		{"two verbs of other stance",
			"Mayor Ida Moss claimed that the old bridge of Anwell was safe for lorries on Monday.",
			"Mayor Ida Moss said that the old bridge of Anwell was safe for lorries on Monday.",
			"finding.passages.word", "On the same point, it is “claimed” in A, but “said” in B."},
		{"two verbs for two things said",
			"Mayor Ida Moss wrote that the old bridge of Anwell was closed to all lorries, saying that silence is a very dangerous thing.",
			"Mayor Ida Moss wrote to the town on Monday, claiming that the old bridge of Anwell was closed to all lorries.",
			"finding.passages.word", ""},
		{"somebody is no deed",
			"The harbour police of Anwell broke up crowds of protesters on the old pier at noon.",
			"The harbour police of Anwell broke up crowds of marches on the old pier at noon.",
			"finding.passages.word", ""},
		{"names alone",
			"Walkers can still use the east footway of the bridge. Anselm Pryce of Anwell was there.",
			"Walkers can still use the east footway of the bridge. Hardly anybody met Anselm Pryce.",
			"finding.coverage.tell", "Both articles report: “Walkers can still use the east footway of the bridge”."},
		{"a clause with two figures",
			"Three people were injured when a red coach hit the north gate of the harbour.",
			"Four people were injured when a red coach hit the north gate of the harbour.",
			"finding.coverage.tellfigures", "Both articles report: “Red coach hit the north gate of the harbour”, but their figures differ."},
		{"lines of a date",
			"October 20, 2011, Anwell\n\nThe cable off Anwell was cut.",
			"October 14, 2011, Anwell\n\nThe cable off Anwell was cut.",
			"finding.coverage.days", ""},
		{"two days",
			"The cable off Anwell was cut on October 20 by a trawler.",
			"The cable off Anwell was cut on October 14 by a trawler.",
			"finding.coverage.days", "The days differ: “October 20” in A, “October 14” in B."},
	}
	speaks := map[string]bool{}
	for _, test := range tests {
		speaks[test.key] = speaks[test.key] || test.want != ""
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if !speaks[test.key] {
				t.Fatalf("no case has %s, so that its silence means nothing", test.key)
			}
			c := compareTexts(Settings{}, "One headline\n\n"+test.a, "Another title\n\n"+test.b)
			var said []string
			for _, f := range c.Findings {
				if f.Says.Key == test.key {
					said = append(said, cat.Say(f.Says))
				}
			}
			if got := strings.Join(said, " "); got != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

// TestUsersOfAWord names no article on both sides of an exchange: one that has the
// word of the other side in another passage stands where its own word is.
func TestUsersOfAWord(t *testing.T) {
	c := begin(&event.Event{Slug: "test", Language: "en"}, articlesOfTexts([]string{
		"Hale speaks\n\nHale declared a strike. Later Hale said so again.",
		"Hale talks\n\nHale said that there is a strike.",
		"Hale acts\n\nHale said that all will strike.",
	}), Settings{Languages: builtin})
	cell := func(article, passage int) Cell {
		return Cell{Article: article, Evidence: []Evidence{c.readings[article].evidenceOf(passage)}}
	}
	c.comparison.Coverage.Statements = []Statement{{ID: "s1", Cells: []Cell{cell(0, 2), cell(1, 1), cell(2, 1)}}}
	key := func(word string) string { return c.words.Terms(word, c.language.Words(word))[0].Key }
	s := substitution{
		statement: "s1", keys: [2]string{key("declared"), key("said")},
		sides: [2]Evidence{c.readings[0].evidenceOf(1), c.readings[1].evidenceOf(1)},
	}
	if declared, said := c.users(s, 0), c.users(s, 1); slices.Contains(declared, 1) || slices.Contains(said, 0) || !slices.Contains(said, 2) {
		t.Errorf("declared in %v, said in %v", declared, said)
	}
}
