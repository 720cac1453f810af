// Command parallax builds a site that shows how several outlets report the
// same event. Run "parallax help" for its subcommands.
package main

import (
	"os"

	"parallax/generator/command"
)

func main() { os.Exit(command.Main()) }
