package site

import (
	"maps"
	"slices"

	"parallax/generator/diag"
)

// signals completes the switches of signals: one that config.toml leaves out is
// shown, and one that nobody knows is a mistake.
func (c *Config) signals(names []string) diag.List {
	var l diag.List
	written := slices.Sorted(maps.Keys(c.Signals))
	if c.Signals == nil {
		c.Signals = map[string]bool{}
	}
	for _, name := range written {
		if !slices.Contains(names, name) {
			l.Add(c.Mistake(diag.Error, "signals."+name, diag.DidYouMean(name, names), "unknown key %q", "signals."+name))
			delete(c.Signals, name)
		}
	}
	for _, name := range names {
		if !slices.Contains(written, name) {
			c.Signals[name] = true
		}
	}
	return l
}

// SignalNames returns the names of the signals in the order of letters.
func (c Config) SignalNames() []string { return slices.Sorted(maps.Keys(c.Signals)) }

// IsSignal reports whether there is a signal of that name.
func (c Config) IsSignal(name string) bool {
	_, known := c.Signals[name]
	return known
}
