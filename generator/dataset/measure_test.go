package dataset

import (
	"testing"

	"parallax/generator/framing"
	"parallax/generator/sample"
)

func TestCount(t *testing.T) {
	c := sample.Comparison(t, sample.Corpus(t))
	c.Articles[1].Words, c.Articles[1].Quoted = 80, 20
	c.Coverage.Statements = []framing.Statement{
		{Reach: "all", Cells: []framing.Cell{{Article: 0}, {Article: 1}}}, {Reach: "some", Cells: []framing.Cell{{Article: 0}}}, {Reach: "one", Cells: []framing.Cell{{Article: 2}}},
	}
	c.Voices.Sides = []framing.VoiceSide{{Article: 1, Speakers: make([]framing.Speaker, 3)}}
	if got, want := Count(c)[1], (Tally{"courier", [4]float64{80, 3, 0.25, 0.5}}); got != want {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestStand(t *testing.T) {
	tally := func(outlet string, words float64) Tally { return Tally{outlet, [4]float64{words}} }
	events := [][]Tally{
		{tally("mail", 10), tally("mail", 30), tally("mail", 20), tally("post", 15)},
		{tally("mail", 40), tally("post", 50), tally("sun", 60), tally("lamp", 70)},
		{tally("mail", 99)},                      // nobody else reports it
		{tally("post", 1), tally("sun", 2)},      // the outlet does not
		{tally("mail", 60), tally("lamp", 59.5)}, // the third that counts
	}
	want := Standing{Measure: "words", Events: 3, Higher: 2, Own: 40, Low: 20, High: 60, Others: 59.5}
	if got := Stand(events, "mail")[0]; got != want {
		t.Errorf("got %+v, want %+v", got, want)
	}
	if got := Stand(events, "gone")[0]; got != (Standing{Measure: "words"}) {
		t.Errorf("of an outlet without events got %+v", got)
	}
}
