package text

import (
	"bufio"
	"errors"
	"fmt"
	"io/fs"
	"math"
	"path"
	"strconv"
	"strings"
)

// A Frequency says how common a word is in the news texts that the language's
// background table was counted from.
type Frequency struct {
	Count     int // occurrences among the running words
	Documents int // texts that have it
}

// A Background is how common the words of a language are in general: the file
// frequency.tsv of its folder. The zero Background knows no words.
type Background struct {
	Words     int // running words counted
	Documents int // texts counted

	known map[string]Frequency
	stems map[string]int // documents by stem, summed over the words that share it
}

// Background returns the background table of the language, never nil.
func (l *Language) Background() *Background {
	if l.background == nil {
		return &Background{}
	}
	return l.background
}

// Share returns the share of a lower-case word among the running words of the
// background, 0 if the table does not have it.
func (l *Language) Share(lower string) float64 {
	b := l.background
	if b == nil || b.Words == 0 {
		return 0
	}
	return float64(b.known[lower].Count) / float64(b.Words)
}

// Word returns how common a lower-case word is; zero if the table does not
// have it.
func (b *Background) Word(lower string) Frequency { return b.known[lower] }

// Stem returns in how many texts words of the stem stand, counting a text
// once for each of the words; 0 if the table has none of them.
func (b *Background) Stem(stem string) int { return min(b.stems[stem], b.Documents) }

// Rarity returns how much a word of the stem tells: the logarithm of the number of
// texts over those that have it.
func (b *Background) Rarity(stem string) float64 {
	return math.Log(float64(b.Documents+1) / float64(b.Stem(stem)+1))
}

// readBackground reads frequency.tsv of a language's folder: comment lines
// that begin with #, then a line a word with its count and its documents; the
// line without a word gives the totals. A folder without it is no error.
func readBackground(packs fs.FS, l *Language) (*Background, error) {
	name := path.Join(l.Tag, "frequency.tsv")
	f, err := packs.Open(name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	defer f.Close()
	b := &Background{known: map[string]Frequency{}, stems: map[string]int{}}
	lines := bufio.NewScanner(f)
	for number := 1; lines.Scan(); number++ {
		if err := b.readLine(lines.Text(), l); err != nil {
			return nil, fmt.Errorf("read %s:%d: %w", name, number, err)
		}
	}
	return b, lines.Err()
}

func (b *Background) readLine(line string, l *Language) error {
	if line == "" || line[0] == '#' {
		return nil
	}
	fields := strings.Split(line, "\t")
	if len(fields) != 3 {
		return fmt.Errorf("want word, count and documents, got %q", line)
	}
	count, err := strconv.Atoi(fields[1])
	if err != nil {
		return err
	}
	documents, err := strconv.Atoi(fields[2])
	if err != nil {
		return err
	}
	if fields[0] == "" { // the totals
		b.Words, b.Documents = count, documents
		return nil
	}
	b.known[fields[0]] = Frequency{count, documents}
	b.stems[l.Stem(fields[0])] += documents
	return nil
}
