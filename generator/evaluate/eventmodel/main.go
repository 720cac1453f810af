// Command eventmodel learns the weights that package event decides with and
// prints them as TOML:
//
//	go run ./generator/evaluate/eventmodel FOLDER > model.toml
//	mv model.toml generator/event/model.toml
//
// FOLDER holds mixed.jsonl and snippets.jsonl with their truths.
package main

import (
	"fmt"
	"os"

	"parallax/generator/evaluate"
	"parallax/generator/text"
)

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "eventmodel: want the folder of the data")
		os.Exit(2)
	}
	m, err := evaluate.EventModel(os.Args[1], text.Builtin())
	if err != nil {
		fmt.Fprintln(os.Stderr, "eventmodel:", err)
		os.Exit(1)
	}
	fmt.Println("# Whether two articles report one event: logistic regression over what they")
	fmt.Println("# have in common. Written by generator/evaluate/eventmodel, which learned it from")
	fmt.Println("# news_cluster (fhamborg/Giveme5W1H, Apache-2.0), ECB+ (annotation CC BY 3.0) and")
	fmt.Println("# NeuS (HLTCHKUST/framing-bias-metric, MIT). Package event says what each means.")
	fmt.Print(m)
}
