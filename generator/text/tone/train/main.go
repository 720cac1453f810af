// Train makes the table tone.tsv of a language from sentences whose tone
// toward a target people have judged:
//
//	go run ./generator/text/tone/train tone/tune.jsonl > generator/text/languages/en/tone.tsv
//
// The input is that of "parallax evaluate tone", JSON lines with id, text and
// target, and its truth lies beside it. The standard error gets the macro-F1
// of a cross-validation in five folds, sentences kept whole.
//
// # Method
//
// Multinomial logistic regression with an L2 penalty, fitted by L-BFGS. Each
// group of words also gets the log-odds of its words between the tones as one
// more feature, counted without the example at hand (after Wang & Manning
// 2012, "Baselines and Bigrams"): it carries what rare words are worth. That
// feature is a sum over words, so that it goes into their weights at the end.
// The same input gives the same table.
package main

import (
	"bufio"
	"fmt"
	"io"
	"os"

	"parallax/generator/text"
)

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: train FILE.jsonl > tone.tsv")
		os.Exit(2)
	}
	if err := run(os.Args[1], os.Stdout, os.Stderr); err != nil {
		fmt.Fprintln(os.Stderr, "train:", err)
		os.Exit(1)
	}
}

func run(path string, out, progress io.Writer) error {
	examples, err := readExamples(path, text.Builtin().For("en"))
	if err != nil {
		return err
	}
	fmt.Fprintf(progress, "%d targets, macro-F1 %.3f in five folds\n", len(examples), crossValidate(examples))
	w := bufio.NewWriter(out)
	if err := write(w, fit(examples)); err != nil {
		return err
	}
	return w.Flush()
}
