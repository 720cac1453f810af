package site

import (
	"reflect"
	"slices"
)

// SignalNames returns the keys of [signals], which are the names of the
// signals, in the order of the settings.
func SignalNames() []string {
	t := reflect.TypeFor[Signals]()
	names := make([]string, t.NumField())
	for i := range names {
		names[i] = t.Field(i).Tag.Get("toml")
	}
	return names
}

// IsSignal reports whether there is a signal of that name.
func IsSignal(name string) bool { return slices.Contains(SignalNames(), name) }
