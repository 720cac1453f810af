// Command thesaurus takes from WordNet which words have a meaning in common and
// which are opposites, and prints the table that package text reads as
// thesaurus.tsv:
//
//	go run ./generator/evaluate/thesaurus DICT > generator/text/languages/en/thesaurus.tsv
//
// DICT is the folder dict of WordNet 3.1, with index.noun and data.noun and those
// of the other classes. Kept are words that the language's table of frequencies
// has, in their usual meanings.
package main

import (
	"bufio"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"parallax/generator/text"
)

// usual is how many meanings of a word as a noun, verb, adjective or adverb
// count, the most frequent first: four gave the best agreement with people on
// pairs of headlines (of 2, 4 and 8).
const usual = 4

const head = `# Words with a meaning in common (=) and opposites (!), a group a line.
# Derived from WordNet 3.1: of each word its four most frequent meanings of a class.
# Copyright 2006, 2011 by Princeton University; licence in WORDNET_LICENSE.
`

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "thesaurus: want the folder dict of WordNet")
		os.Exit(2)
	}
	if err := run(os.Args[1], os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "thesaurus:", err)
		os.Exit(1)
	}
}

// A reader gathers groups of words.
type reader struct {
	background *text.Background
	language   *text.Language
	groups     map[string][]string // members of a meaning, by class and offset
	opposites  map[string]bool     // "word word"
}

func run(dict string, out io.Writer) error {
	l := text.Builtin().For("en")
	r := reader{background: l.Background(), language: l, groups: map[string][]string{}, opposites: map[string]bool{}}
	for _, class := range []string{"noun", "verb", "adj", "adv"} {
		if err := r.readIndex(filepath.Join(dict, "index."+class), class); err != nil {
			return err
		}
		if err := r.readOpposites(filepath.Join(dict, "data."+class), class); err != nil {
			return err
		}
	}
	lines := map[string]bool{}
	for _, words := range r.groups {
		slices.Sort(words)
		if words = slices.Compact(words); len(words) > 1 {
			lines["=\t"+strings.Join(words, " ")] = true
		}
	}
	for pair := range r.opposites {
		lines["!\t"+pair] = true
	}
	if _, err := io.WriteString(out, head); err != nil {
		return err
	}
	for _, line := range slices.Sorted(maps.Keys(lines)) {
		if _, err := fmt.Fprintln(out, line); err != nil {
			return err
		}
	}
	return nil
}

// knows reports whether the news has a word often enough to count.
func (r *reader) knows(word string) bool {
	return !strings.ContainsAny(word, "_-.'0123456789") && r.background.Stem(r.language.Stem(word)) > 0
}

// readIndex reads which meanings each word has, the most frequent first.
func (r *reader) readIndex(file, class string) error {
	return eachLine(file, func(fields []string) error {
		// lemma class meanings pointers [pointer...] meanings tagged [offset...]
		pointers, err := strconv.Atoi(fields[3])
		if err != nil || len(fields) < 6+pointers {
			return fmt.Errorf("line of %q: %w", fields[0], err)
		}
		if !r.knows(fields[0]) {
			return nil
		}
		offsets := fields[6+pointers:]
		for _, offset := range offsets[:min(usual, len(offsets))] {
			r.groups[class+offset] = append(r.groups[class+offset], fields[0])
		}
		return nil
	})
}

// readOpposites reads the antonyms among the words that are kept.
func (r *reader) readOpposites(file, class string) error {
	words := map[string][]string{} // of a meaning, as they are numbered
	type pair struct{ from, to, numbers string }
	var pairs []pair
	err := eachLine(file, func(fields []string) error {
		// offset lexfile class words(hex) [word id...] pointers [symbol offset class numbers...]
		n, err := strconv.ParseInt(fields[3], 16, 32)
		if err != nil || len(fields) < 5+2*int(n) {
			return fmt.Errorf("line of %q: %w", fields[0], err)
		}
		for i := range int(n) {
			word, _, _ := strings.Cut(strings.ToLower(fields[4+2*i]), "(") // "able(p)"
			words[fields[0]] = append(words[fields[0]], word)
		}
		for i := 5 + 2*int(n); i+3 < len(fields) && fields[i] != "|"; i += 4 {
			if fields[i] == "!" {
				pairs = append(pairs, pair{fields[0], fields[i+1], fields[i+3]})
			}
		}
		return nil
	})
	for _, p := range pairs {
		numbers, err := strconv.ParseUint(p.numbers, 16, 16)
		from, to := int(numbers>>8), int(numbers&0xff)
		if err != nil || from < 1 || to < 1 || from > len(words[p.from]) || to > len(words[p.to]) {
			continue // of a whole meaning, or of another class
		}
		a, b := words[p.from][from-1], words[p.to][to-1]
		if slices.Contains(r.groups[class+p.from], a) && slices.Contains(r.groups[class+p.to], b) {
			r.opposites[min(a, b)+" "+max(a, b)] = true
		}
	}
	return err
}

// eachLine calls a function with the fields of each line that is no comment.
func eachLine(file string, do func(fields []string) error) error {
	f, err := os.Open(file)
	if err != nil {
		return err
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		if strings.HasPrefix(lines.Text(), " ") {
			continue
		}
		if err := do(strings.Fields(lines.Text())); err != nil {
			return fmt.Errorf("read %s: %w", file, err)
		}
	}
	return lines.Err()
}
