package text

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
)

// A thesaurus knows which stems have a meaning in common and which are
// opposites.
type thesaurus struct {
	meanings  map[string][]int32 // the numbers of the meanings that a stem has
	opposites map[string][]string
}

// Meanings returns numbers of the usual meanings of a stem: words with one in
// common can stand for each other somewhere. It is empty for words that the
// language's thesaurus does not have. The caller must not change it.
func (l *Language) Meanings(stem string) []int32 {
	if l.thesaurus == nil {
		return nil
	}
	return l.thesaurus().meanings[stem]
}

// Opposite reports whether two stems are opposites, such as "alive" and "dead".
func (l *Language) Opposite(a, b string) bool { return slices.Contains(l.Opposites(a), b) }

// Opposites returns the opposites of a stem. The caller must not change it.
func (l *Language) Opposites(stem string) []string {
	if l.thesaurus == nil {
		return nil
	}
	return l.thesaurus().opposites[stem]
}

// readThesaurus reads thesaurus.tsv of a language's folder: comment lines that
// begin with #, then a line a group, "=" and words with a meaning in common or
// "!" and two opposites. A folder without it is no error.
func readThesaurus(packs fs.FS, l *Language) (thesaurus, error) {
	name := path.Join(l.Tag, "thesaurus.tsv")
	t := thesaurus{meanings: map[string][]int32{}, opposites: map[string][]string{}}
	data, err := fs.ReadFile(packs, name)
	if errors.Is(err, fs.ErrNotExist) {
		return t, nil
	}
	if err != nil {
		return t, fmt.Errorf("read the thesaurus: %w", err)
	}
	lines := bufio.NewScanner(bytes.NewReader(data))
	for number := 1; lines.Scan(); number++ {
		line := lines.Text()
		if strings.HasPrefix(line, "#") {
			continue
		}
		sign, rest, _ := strings.Cut(line, "\t")
		var stems []string
		for word := range strings.FieldsSeq(rest) {
			stems = append(stems, l.Stem(word))
		}
		switch {
		case sign == "=":
			for _, stem := range stems {
				if m := t.meanings[stem]; len(m) == 0 || m[len(m)-1] != int32(number) {
					t.meanings[stem] = append(m, int32(number))
				}
			}
		case sign == "!" && len(stems) == 2:
			t.opposites[stems[0]] = append(t.opposites[stems[0]], stems[1])
			t.opposites[stems[1]] = append(t.opposites[stems[1]], stems[0])
		default:
			return t, fmt.Errorf("read %s:%d: want = and words, or ! and two words", name, number)
		}
	}
	return t, lines.Err()
}
