package grammar

import (
	"strings"

	"parallax/generator/text"
)

// longestDateline is how many tokens a dateline has at most.
const longestDateline = 10

// Dateline returns how many tokens at the beginning are the place, and perhaps the
// agency and the day, from which a report is sent, with the dash after them; 0 if
// there are none: "TARN, Norland (AP) — The fleet left".
func (s *Sentence) Dateline() int {
	list := s.Tokens[:min(len(s.Tokens), longestDateline)]
	for i, t := range list {
		switch t.Kind {
		case Name, Numeral, Comma, Noun, Stop, Auxiliary: // "May 12"
			if (t.Kind == Noun || t.Kind == Auxiliary) && !t.Upper {
				return 0
			}
			continue
		case Dash:
		default:
			return 0
		}
		if i == 0 || i+1 == len(list) || !list[i+1].Upper && list[i+1].Kind != Quotation {
			return 0
		}
		place := s.source[list[0].Start:list[i-1].End]
		if first, _, _ := strings.Cut(place, " "); text.AllCapitals(strings.Trim(first, ",.")) || strings.Contains(s.source[list[0].Start:t.Start], "(") {
			return i + 1
		}
		return 0
	}
	return 0
}
