package evaluate

import (
	"testing"

	"parallax/generator/text"
)

func TestClusterScore(t *testing.T) {
	texts := map[string]string{"d": "a b c d"}
	mention := func(at int) namedMention { return namedMention{Doc: "d", Span: text.Span{Start: at, End: at + 1}} }
	gold := newLabels()
	for i, chain := range []int{0, 0, 1, 1} {
		gold.add(mention(2*i), chain, texts)
	}
	tests := []struct {
		name      string
		predicted [][]namedMention
		want      string // B-cubed precision, recall
	}{
		{"right", [][]namedMention{{mention(0), mention(2)}, {mention(4), mention(6)}}, "1.000 1.000"},
		{"one chain", [][]namedMention{{mention(0), mention(2), mention(4), mention(6)}}, "0.500 1.000"},
		{"alone", [][]namedMention{{mention(0)}, {mention(2)}, {mention(4)}, {mention(6)}}, "1.000 0.500"},
		{"half found", [][]namedMention{{mention(0), mention(2)}}, "1.000 1.000"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var s clusterScore
			s.add(gold, test.predicted)
			if row := s.row("x"); row[3]+" "+row[4] != test.want {
				t.Errorf("got %v, want %s", row, test.want)
			}
		})
	}
}
