// Command generator is the program parallax by another name, so that "go run
// ./generator build" works; "go install ./generator/parallax" installs it by its own.
package main

import (
	"os"

	"parallax/generator/command"
)

func main() { os.Exit(command.Main()) }
