// Command loadedmodel learns the weights by which package tone judges whether a
// sentence is loaded, and prints them as a table:
//
//	go run ./generator/evaluate/loadedmodel SENTENCES TRUTH > loaded.tsv
//	mv loaded.tsv generator/text/languages/en/loaded.tsv
//
// SENTENCES and TRUTH are those of parallax evaluate loaded.
package main

import (
	"fmt"
	"os"

	"parallax/generator/evaluate"
	"parallax/generator/text"
)

func main() {
	if len(os.Args) != 3 {
		fmt.Fprintln(os.Stderr, "loadedmodel: want the sentences and their truth")
		os.Exit(2)
	}
	table, err := evaluate.LoadedModel(os.Args[1], os.Args[2], text.Builtin())
	if err != nil {
		fmt.Fprintln(os.Stderr, "loadedmodel:", err)
		os.Exit(1)
	}
	fmt.Println("# How much a measure of a sentence, and of a word that no list has, speaks for its")
	fmt.Println("# being loaded; package tone says what each means. Written by")
	fmt.Println("# generator/evaluate/loadedmodel, which learned it from BABE (AGPL-3.0).")
	fmt.Print(table)
}
