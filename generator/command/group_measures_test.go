package command

import (
	"testing"

	"parallax/generator/event"
)

// TestMeasureNames demands words for everything that the model weighs.
func TestMeasureNames(t *testing.T) {
	names := measureNames()
	for name := range event.BuiltinModel().Weights {
		if names[name] == "" {
			t.Errorf("%s has no words", name)
		}
		delete(names, name)
	}
	for name := range names {
		t.Errorf("%s is not weighed", name)
	}
}
