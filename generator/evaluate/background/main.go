// Command background counts how common words are in news texts and prints the
// table that package text reads as frequency.tsv:
//
//	go run ./generator/evaluate/background 15000 ORIGIN FILE.jsonl... > frequency.tsv
//
// ORIGIN is a line on the data sets and their licences, for the table's head.
// Each file holds a JSON object a line with a "text" and perhaps a "title". A
// file may be followed by @IDS, the name of a file with an id a line, to count
// only those. Texts whose licence does not allow learning from them are the
// caller's to leave out. The table holds words and counts, never texts.
package main

import (
	"bufio"
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"parallax/generator/text"
)

func main() {
	if err := run(os.Args[1:], os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "background:", err)
		os.Exit(1)
	}
}

// run counts the files that follow the number of words to keep.
func run(args []string, out io.Writer) error {
	if len(args) < 3 {
		return fmt.Errorf("want the number of words to keep, their origin and at least one file")
	}
	keep, err := strconv.Atoi(args[0])
	if err != nil {
		return fmt.Errorf("read the number of words to keep: %w", err)
	}
	c := counter{language: text.Builtin().For("en"), seen: map[string]text.Frequency{}}
	for _, arg := range args[2:] {
		file, ids, _ := strings.Cut(arg, "@")
		only, err := readIDs(ids)
		if err != nil {
			return err
		}
		if err := c.countFile(file, only); err != nil {
			return fmt.Errorf("count %s: %w", file, err)
		}
	}
	return c.print(out, keep, args[1])
}

// A counter adds up the words of texts.
type counter struct {
	language         *text.Language
	words, documents int
	seen             map[string]text.Frequency
}

// readIDs reads a file of ids, nil if there is no file.
func readIDs(name string) (map[string]bool, error) {
	if name == "" {
		return nil, nil
	}
	data, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	ids := map[string]bool{}
	for id := range strings.FieldsSeq(string(data)) {
		ids[id] = true
	}
	return ids, nil
}

func (c *counter) countFile(name string, only map[string]bool) error {
	f, err := os.Open(name)
	if err != nil {
		return err
	}
	defer f.Close()
	lines := json.NewDecoder(bufio.NewReader(f))
	for lines.More() {
		var item struct{ ID, Title, Text string }
		if err := lines.Decode(&item); err != nil {
			return err
		}
		if only == nil || only[item.ID] {
			c.count(item.Title + "\n\n" + item.Text)
		}
	}
	return nil
}

// count adds the words of one text that begin with a letter and hold no digit.
func (c *counter) count(s string) {
	c.documents++
	here := map[string]bool{}
	for _, w := range c.language.Words(s) {
		c.words++
		first, _ := utf8.DecodeRuneInString(w.Lower)
		if w.Digit || !unicode.IsLetter(first) {
			continue
		}
		f := c.seen[w.Lower]
		f.Count++
		if !here[w.Lower] {
			here[w.Lower] = true
			f.Documents++
		}
		c.seen[w.Lower] = f
	}
}

// print writes the most common words, alphabetically, so that a new count
// gives a small difference.
func (c *counter) print(out io.Writer, keep int, origin string) error {
	var words []string
	for w := range c.seen {
		words = append(words, w)
	}
	slices.SortFunc(words, func(a, b string) int {
		return cmp.Or(c.seen[b].Count-c.seen[a].Count, strings.Compare(a, b))
	})
	words = words[:min(keep, len(words))]
	slices.Sort(words)
	w := bufio.NewWriter(out)
	fmt.Fprintf(w, "# How common words are in English news: word, occurrences, texts that have it;\n")
	fmt.Fprintf(w, "# the line without a word gives the totals. Counts alone, no text.\n")
	fmt.Fprintf(w, "# Counted from %s.\n", origin)
	fmt.Fprintf(w, "\t%d\t%d\n", c.words, c.documents)
	for _, word := range words {
		fmt.Fprintf(w, "%s\t%d\t%d\n", word, c.seen[word].Count, c.seen[word].Documents)
	}
	return w.Flush()
}
