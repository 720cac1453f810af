package framing

import (
	"parallax/generator/framing/label"
)

// Naming lists what each article calls the same participant.
type Naming struct {
	Participants []Participant `json:"participants"` // whose labels can stand for each other, largest difference first
	Rows         []Participant `json:"rows"`         // what the naming table may have, with whole phrases, the most telling first
}

// What package label finds is a part of a comparison as it is.
type (
	Participant = label.Participant
	NamingSide  = label.Side
	Label       = label.Label
)

// compareNaming lists the participants for which articles choose different
// labels. Common nouns of different heads are labels of one only where passages
// of one statement use them for each other.
func compareNaming(c *comparing) []Finding {
	told := make([][]Evidence, len(c.comparison.Coverage.Statements))
	for i, s := range c.comparison.Coverage.Statements {
		for _, cell := range s.Cells {
			told[i] = append(told[i], cell.Evidence[0])
		}
	}
	n := &c.comparison.Naming
	n.Participants, n.Rows = label.Find(label.Event{Language: c.language, Readings: c.read(), Entities: c.entities, Told: told})
	return c.namingFindings()
}
