// Command alignmodel learns the weights that package align decides with and
// prints them as TOML:
//
//	go run ./generator/evaluate/alignmodel EVENTS TRUTH > model.toml
//	mv model.toml generator/align/model.toml
//
// EVENTS and TRUTH are those of parallax evaluate coverage. The thresholds of
// claims, which a person sets, are carried over.
package main

import (
	"fmt"
	"os"

	"parallax/generator/align"
	"parallax/generator/evaluate"
	"parallax/generator/text"
)

func main() {
	if len(os.Args) != 3 {
		fmt.Fprintln(os.Stderr, "alignmodel: want the events and their truth")
		os.Exit(2)
	}
	m, err := evaluate.AlignModel(os.Args[1], os.Args[2], text.Builtin())
	if err != nil {
		fmt.Fprintln(os.Stderr, "alignmodel:", err)
		os.Exit(1)
	}
	fmt.Print(align.Preamble())
	fmt.Print(evaluate.ModelTOML(m))
}
