package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"parallax/generator/text"
	"parallax/generator/text/tone"
)

// An example is a sentence seen from a target, with its tone.
type example struct {
	text     string
	features []tone.Feature
	class    int // 0 negative, 1 neutral, 2 positive
}

// readExamples reads a file of JSON lines and the truth beside it.
func readExamples(path string, l *text.Language) ([]example, error) {
	type input struct {
		ID, Text string
		Target   text.Span
	}
	type truth struct {
		ID   string
		Tone int
	}
	inputs, err := readLines[input](path)
	if err != nil {
		return nil, err
	}
	truths, err := readLines[truth](strings.TrimSuffix(path, ".jsonl") + ".truth.jsonl")
	if err != nil {
		return nil, err
	}
	if len(inputs) != len(truths) {
		return nil, fmt.Errorf("%d texts but %d tones", len(inputs), len(truths))
	}
	var examples []example
	for i, in := range inputs {
		if in.ID != truths[i].ID {
			return nil, fmt.Errorf("line %d: id %q in the texts, %q in the truth", i+1, in.ID, truths[i].ID)
		}
		e := example{text: in.Text, class: truths[i].Tone + 1}
		for f := range tone.Read(l, in.Text, l.Words(in.Text)).Features(in.Target) {
			e.features = append(e.features, f)
		}
		examples = append(examples, e)
	}
	return examples, nil
}

func readLines[T any](path string) ([]T, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var items []T
	for lines := json.NewDecoder(f); ; {
		var item T
		if err := lines.Decode(&item); errors.Is(err, io.EOF) {
			return items, nil
		} else if err != nil {
			return nil, fmt.Errorf("read %s, item %d: %w", path, len(items)+1, err)
		}
		items = append(items, item)
	}
}
