package evaluate

import (
	"parallax/generator/align"
	"parallax/generator/evaluate/coverage"
	"parallax/generator/text/vocabulary"
)

// coverageFolds is into how many parts labelled events are cut for
// cross-validation: each is measured with a model learned from the others.
const coverageFolds = 5

// crossValidated scores what pages would claim of labelled events if the model
// had never seen them.
func crossValidated(events []reported, truth map[string]coverage.Truth, in Input) coverage.Score {
	var score coverage.Score
	lessons := map[int]align.Lesson{}
	for i, e := range events {
		if t, labelled := truth[e.ID]; labelled {
			lessons[i] = e.lesson(t, in)
		}
	}
	words := vocabulary.New(in.Languages.For("en"))
	for fold := range coverageFolds {
		var others []align.Lesson
		for i := range events {
			if l, labelled := lessons[i]; labelled && i%coverageFolds != fold {
				others = append(others, l)
			}
		}
		model := align.Learn(words, others, align.ShippedClaims())
		for i := fold; i < len(events); i += coverageFolds {
			if t, labelled := truth[events[i].ID]; labelled {
				x := events[i].examine(in, model)
				score.Add(t, x.coverage())
			}
		}
	}
	return score
}
