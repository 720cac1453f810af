package text

import (
	"slices"
	"testing"
)

func TestQuotations(t *testing.T) {
	tests := []struct {
		name, text string
		want       []string
	}{
		{"none", "The council’s plan didn't pass.", nil},
		{"typewriter", `"No," he said. "Not now."`, []string{"No,", "Not now."}},
		{"curly", "The mayor called it “a ‘sad’ day” again.", []string{"a ‘sad’ day"}},
		{"latex", "``Yes,'' she said.", []string{"Yes,"}},
		{"two apostrophes", "''Very sad,'' he said.", []string{"Very sad,"}},
		{"single", "He said ‘it’s over’ and left.", []string{"it’s over"}},
		{"single with a plural possessive", "He said ‘the players’ union won’ and left.", []string{"the players’ union won"}},
		{"single, typewriter", "Mayor: 'We won't pay' for it", []string{"We won't pay"}},
		{"plural possessive alone", "The players' union met the owners' club.", nil},
		{"elisions", "Rock 'n' roll, give 'em hell, shop 'til you 'drop'.", []string{"drop"}},
		{"left apostrophe", "Rock ’n’ roll of the '90s and the boys' toys.", nil},
		{"feet and inches", `He is 6'2" tall.`, nil},
		{"runs on", "“One thing,\n\n“and another,” he said.", []string{"One thing,", "and another,"}},
		{"never closed", "\"One thing is sure.\n\nThe end.", []string{"One thing is sure."}},
		{"never closed, over its sentence", "“We go now and went home. The others stayed.\n\nThe end.", []string{"We go now and went home."}},
		{"the same mark on both sides", "»Nej», sade han. ”Ja”, sade hon.", []string{"Nej", "Ja"}},
		{"closed the wrong way, before a comma", "“Yes“, he said, “no“.", []string{"Yes", "no"}},
		{"nested in the same marks", "“He said “no” to us,” she said, “twice.”", []string{"He said “no” to us,", "twice."}},
		{"an open mark before another quotation", "A “stray mark. He said “no” then.", []string{"no"}},
		{"full width", "＂不行＂，他说＂走＂。", []string{"不行", "走"}},
		{"half width", "首相は｢歓迎する｣と述べた。", []string{"歓迎する"}},
		{"low marks", "Er sagte ‚nie‘ und „doch\".", []string{"nie", "doch"}},
		{"typewriter without blanks", "他说\"不行\"。", []string{"不行"}},
		{"stray mark", "A 12\" pipe and a \"pipe burst.\n\nThe end.", nil},
		{"closed the wrong way", "“Here,“ said the mayor, “we stand.”", []string{"Here,", "we stand."}},
		{"french", "Il a dit « jamais » hier.", []string{"jamais"}},
		{"german", "Er sagte »nie« und ‹nein›, sie „doch“.", []string{"nie", "nein", "doch"}},
		{"turned the wrong way", "”This means NATO,” it said, “really” new.”", []string{"This means NATO,", "really"}},
		{"japanese", "首相は「歓迎する」と述べた。", []string{"歓迎する"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var got []string
			for _, p := range Quotations(test.text) {
				got = append(got, p.Of(test.text))
			}
			if !slices.Equal(got, test.want) {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

// TestMayOpen demands that no mark is overlooked by its first byte.
func TestMayOpen(t *testing.T) {
	for _, mark := range quoteMarks() {
		if !mayOpen(mark.open[0]) {
			t.Errorf("%s is overlooked", mark.open)
		}
	}
}

func TestWithMarks(t *testing.T) {
	const s = "``Yes,'' she said, “no”."
	var got []string
	for _, p := range Quotations(s) {
		got = append(got, WithMarks(s, p).Of(s))
	}
	if want := []string{"``Yes,''", "“no”"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func FuzzQuotations(f *testing.F) {
	f.Add("“One, ‘two’,\n\n“and\" it's ''three''")
	f.Add("‘ ’ '\"``«»")
	f.Add("“left open \x9a")
	f.Fuzz(func(t *testing.T, s string) {
		end := 0
		for _, p := range Quotations(s) {
			if p.Start < end || p.End <= p.Start || p.End > len(s) {
				t.Fatalf("span %v after %d in %q", p, end, s)
			}
			if m := WithMarks(s, p); m.Start < end && m.Start != p.Start {
				t.Fatalf("marks %v of %v overlap in %q", m, p, s)
			}
			end = p.End
		}
	})
}
