package event

import (
	_ "embed"
	"fmt"
	"math"
	"strings"

	"github.com/BurntSushi/toml"
)

// A Model decides whether two articles report one event: a logistic
// regression over [featureCount] figures, and the mean probability from which
// clusters are joined. [Train] learns one.
type Model struct {
	Threshold float64            `toml:"threshold"` // mean probability from which two clusters are one event
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
	for _, name := range featureNames() {
		if _, ok := m.Weights[name]; !ok {
			return Model{}, fmt.Errorf("read a model: no weight for %s", name)
		}
	}
	if len(m.Weights) != featureCount || m.Threshold <= 0 || m.Threshold >= 1 {
		return Model{}, fmt.Errorf("read a model: %d weights and threshold %v", len(m.Weights), m.Threshold)
	}
	return m, nil
}

// String writes the model as TOML.
func (m Model) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "threshold = %g\nbias = %.4f\n\n[weights]\n", m.Threshold, m.Bias)
	for _, name := range featureNames() {
		fmt.Fprintf(&b, "%s = %.4f\n", name, m.Weights[name])
	}
	return b.String()
}

// A decision is a model with its weights in order.
type decision struct {
	bias    float64
	weights features
}

func (m Model) decision() decision {
	d := decision{bias: m.Bias}
	for i, name := range featureNames() {
		d.weights[i] = m.Weights[name]
	}
	return d
}

// odds returns the logarithm of the odds that a pair reports one event.
func (d *decision) odds(f *features) float64 {
	sum := d.bias
	for i := range f {
		sum += d.weights[i] * f[i]
	}
	return sum
}

// probability returns the probability of a logarithm of odds.
func probability(odds float64) float64 { return 1 / (1 + math.Exp(-odds)) }
