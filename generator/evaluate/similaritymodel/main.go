// Command similaritymodel learns the weights by which package align scores how
// nearly two sentences say the same, and prints them as TOML:
//
//	go run ./generator/evaluate/similaritymodel SCORED TRUTH PARAPHRASES TRUTH > similarity.toml
//	mv similarity.toml generator/align/similarity.toml
//
// SCORED and PARAPHRASES are those of parallax evaluate similarity.
package main

import (
	"fmt"
	"os"

	"parallax/generator/evaluate"
	"parallax/generator/text"
)

func main() {
	if len(os.Args) != 5 {
		fmt.Fprintln(os.Stderr, "similaritymodel: want the scored pairs and their truth, the paraphrases and their truth")
		os.Exit(2)
	}
	model, err := evaluate.SimilarityModel(os.Args[1], os.Args[2], os.Args[3], os.Args[4], text.Builtin())
	if err != nil {
		fmt.Fprintln(os.Stderr, "similaritymodel:", err)
		os.Exit(1)
	}
	fmt.Print(model)
}
