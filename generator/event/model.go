package event

import (
	_ "embed"
	"fmt"
	"math"
	"strings"

	"github.com/BurntSushi/toml"

	"parallax/generator/event/link"
	"parallax/generator/logistic"
)

// A Model decides whether two articles report one event: a logistic
// regression over the features of a pair, and the mean probabilities from which
// they are joined. [Train] learns one.
//
// Both thresholds weigh a false join against a miss. A page that compares two
// things is worse than two pages on one, and two reports that nobody else
// confirms are the likeliest to be joined falsely: more is asked of them.
type Model struct {
	Threshold float64            `toml:"threshold"` // mean probability from which two clusters are one event
	First     float64            `toml:"first"`     // the same for two articles that are alone
	Bias      float64            `toml:"bias"`
	Weights   map[string]float64 `toml:"weights"` // by feature
}

//go:embed model.toml
var builtinModel string

// BuiltinModel returns the model that is part of the program.
func BuiltinModel() Model {
	m, err := ReadModel(builtinModel)
	if err != nil {
		panic(err) // the program's own file; a test reads it
	}
	return m
}

// ReadModel reads a model from TOML. A weight that is missing or unknown is an
// error.
func ReadModel(source string) (Model, error) {
	var m Model
	meta, err := toml.Decode(source, &m)
	if err != nil {
		return Model{}, fmt.Errorf("read a model: %w", err)
	}
	if unknown := meta.Undecoded(); len(unknown) > 0 {
		return Model{}, fmt.Errorf("read a model: unknown key %s", unknown[0])
	}
	r := logistic.Regression{Weights: m.Weights}
	if err := r.Order(featureNames()); err != nil {
		return Model{}, fmt.Errorf("read a model: %w", err)
	}
	if m.Threshold <= 0 || m.First < m.Threshold || m.First >= 1 {
		return Model{}, fmt.Errorf("read a model: thresholds %v and %v, want 0 < threshold <= first < 1", m.Threshold, m.First)
	}
	return m, nil
}

// String writes the model as TOML.
func (m Model) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "threshold = %g\nfirst = %g\nbias = %.4f\n\n[weights]\n", m.Threshold, m.First, m.Bias)
	for _, name := range featureNames() {
		fmt.Fprintf(&b, "%s = %.4f\n", name, m.Weights[name])
	}
	return b.String()
}

// regression returns the regression with its weights in order.
func (m Model) regression() logistic.Regression {
	weights := make([]float64, 0, len(m.Weights))
	for _, name := range featureNames() {
		weights = append(weights, m.Weights[name])
	}
	return logistic.New(featureNames(), m.Bias, weights)
}

// cautious returns the model with thresholds that multiply the odds which a join
// needs.
func (m Model) cautious(times float64) Model {
	raise := func(p float64) float64 { return times * p / (times*p + 1 - p) }
	m.Threshold, m.First = raise(m.Threshold), raise(m.First)
	return m
}

// thresholds returns what linking asks of a mean.
func (m Model) thresholds() link.Thresholds {
	return link.Thresholds{Mean: m.Threshold, First: m.First}
}

// probability returns the probability of a logarithm of odds.
func probability(odds float64) float64 { return 1 / (1 + math.Exp(-odds)) }
