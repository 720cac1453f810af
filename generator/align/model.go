package align

import (
	_ "embed" // for model.toml
	"fmt"
	"strings"

	"github.com/BurntSushi/toml"

	"parallax/generator/logistic"
)

//go:embed model.toml
var modelTOML string

// A Model is what is learned of likeness and answers; the file model.toml.
type Model struct {
	Likeness  logistic.Regression // of a [Pair]
	Tells     logistic.Regression // of a [Question]: the text tells the thing
	Some      logistic.Regression // of a [Question]: it tells any of it
	LoneTells logistic.Regression `toml:"lone_tells"` // of a [Solitary]
	LoneSome  logistic.Regression `toml:"lone_some"`  // of a [Solitary]
	Claims    Claims
}

// Claims are the thresholds of what is said.
type Claims struct {
	Told   float64 // least probability of telling, of a text without a passage in the group
	Held   float64 // the same of a text with one
	Near   float64 // least probability of telling some of it that is shown
	Absent float64 // least certainty of an absence that is said
	Only   float64 // least certainty, over all other texts, of a passage that is said to stand alone
}

// Shipped returns the model of the program. The file is part of it, so that an
// error in it is an error of the program; a test reads it.
func Shipped() *Model {
	m, err := readModel(modelTOML)
	if err != nil {
		panic(fmt.Errorf("read model.toml: %w", err))
	}
	return m
}

// ShippedClaims returns the thresholds of the program's model.
func ShippedClaims() Claims {
	var m Model
	if _, err := toml.Decode(modelTOML, &m); err != nil {
		panic(fmt.Errorf("read model.toml: %w", err))
	}
	return m.Claims
}

// Preamble returns the beginning of model.toml, which a person writes: what it
// is, and the thresholds of claims.
func Preamble() string {
	hand, _, _ := strings.Cut(modelTOML, "\n\n")
	return strings.TrimSpace(hand) + "\n"
}

func readModel(s string) (*Model, error) {
	var m Model
	if _, err := toml.Decode(s, &m); err != nil {
		return nil, err
	}
	for _, r := range []struct {
		*logistic.Regression
		names []string
	}{
		{&m.Likeness, PairMeasures()}, {&m.Tells, QuestionMeasures()}, {&m.Some, QuestionMeasures()},
		{&m.LoneTells, SolitaryMeasures()}, {&m.LoneSome, SolitaryMeasures()},
	} {
		if err := r.Order(r.names); err != nil {
			return nil, err
		}
	}
	return &m, nil
}

// standing says what an answer lets be said of a text, which has a passage in
// the group or none.
func (c *Claims) standing(n Answer, held bool) Standing {
	switch {
	case n.Tells >= c.Told, held && n.Tells >= c.Held:
		return Tells
	case held, n.Some >= c.Near:
		return Part
	case n.Absent() >= c.Absent:
		return Absent
	}
	return Silent
}
