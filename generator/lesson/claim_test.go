package lesson

import "testing"

// A sentence is told as a fact only where nobody else can be meant to say it.
func TestSettled(t *testing.T) {
	for sentence, want := range map[string]bool{
		"The building was constructed in 1935 and has 12 rooms.":         true,
		"Over 50 people were taken to hospital.":                         true,
		"He was a member of the force for 15 years.":                     false, // nobody knows who
		"The bridge will be closed for 10 weeks.":                        false, // it has not happened
		"Two men were arrested, the agency reported on 3 May.":           false, // somebody says it
		"The centre put the magnitude at 5.9.":                           false,
		"The driver is believed to be 42.":                               false,
		"Huge numbers in 12 towns.":                                      false, // no verb
		"The penalty was too much for a team of 11.":                     false, // a judgement
		"It became cheaper to ship milk after 1983.":                     false,
		"Police urged 30 families to leave their homes.":                 false,
		"The club has led the league since 2002 with a squad of twenty.": true,
	} {
		if got := english(t).settled(sentence); got != want {
			t.Errorf("%q: %v, want %v", sentence, got, want)
		}
	}
}

func TestBalanced(t *testing.T) {
	for sentence, want := range map[string]bool{
		`"Nobody was in danger," said Ada Quist.`:  true,
		`" We lost, she said.`:                     false,
		`We lost, '' she said.`:                    false,
		`“We lost,” she said.`:                     true,
		`“We lost, she said. “We will be back.”`:   false,
		`The mayor said that the bridge was shut.`: true,
	} {
		if got := balanced(sentence); got != want {
			t.Errorf("%q: %v, want %v", sentence, got, want)
		}
	}
}

// A plain passage tells what the loaded one tells: most of its words, and few
// besides.
func TestRetells(t *testing.T) {
	const loaded = "The greedy organisers kept selling tickets after the first warning."
	for plain, want := range map[string]bool{
		"The organisers went on selling tickets after the first warning.": true,
		"Ada Quist led the fair for ten years.":                           false,
		"The organisers went on selling tickets after the first warning, and the town, which had hoped for a quiet day by the river, lost its patience.": false,
		`"The organisers kept selling tickets after the warning," she said.`:                                                                             false,
	} {
		m, x, y := twoPassages(loaded, "greedy", plain)
		if got := m.retells(x, y); got != want {
			t.Errorf("%q: %v, want %v", plain, got, want)
		}
	}
}
