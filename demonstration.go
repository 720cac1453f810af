// Package parallax holds the demonstration site of this repository, so that the
// program can write it out without a clone.
package parallax

import "embed"

// Demonstration is the demonstration site by path from the root: its settings,
// its content, and the addresses of its events. Articles that git ignores are
// not in it.
//
//go:embed config.toml events.lock content
var Demonstration embed.FS

// Licence is the licence of the program.
//
//go:embed LICENSE
var Licence string
