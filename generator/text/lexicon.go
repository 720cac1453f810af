package text

import (
	"bufio"
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strconv"
	"strings"
)

// A Table gives numbers to words or other keys. The caller must not change it.
type Table map[string][]float64

// Table returns the table "valence" (how good or bad words sound), "tone" or
// "loaded" (weights of package tone) of the language; nil if it has none.
//
// The file <name>.tsv of a language's folder holds one entry a line, the key
// and its numbers, parted by tabs; lines that begin with "#" say where the
// table comes from and under which licence.
func (l *Language) Table(name string) Table { return l.tables[name] }

// readTables reads the tables of a language.
func (l *Language) readTables(packs fs.FS) error {
	files, err := fs.Glob(packs, path.Join(l.Tag, "*.tsv"))
	if err := cmp.Or(err, checkTables(files)); err != nil {
		return err
	}
	l.tables = map[string]Table{}
	for _, name := range []string{"loaded", "tone", "valence"} {
		table, err := readTable(packs, l.Tag, name)
		if err != nil {
			return err
		}
		l.tables[name] = table
	}
	l.valences = l.valencesOfStems()
	return nil
}

// readTable reads a table of a pack. A pack without it is no error.
func readTable(packs fs.FS, tag, name string) (Table, error) {
	file := path.Join(tag, name+".tsv")
	f, err := packs.Open(file)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("read language table: %w", err)
	}
	defer f.Close()
	table := Table{}
	lines := bufio.NewScanner(f)
	for number := 1; lines.Scan(); number++ {
		if err := table.add(lines.Text()); err != nil {
			return nil, fmt.Errorf("read language table %s:%d: %w", file, number, err)
		}
	}
	return table, lines.Err()
}

// add parses one line of a table's file.
func (t Table) add(line string) error {
	if line == "" || line[0] == '#' {
		return nil
	}
	key, rest, _ := strings.Cut(line, "\t")
	var values []float64
	for field := range strings.SplitSeq(rest, "\t") {
		v, err := strconv.ParseFloat(field, 64)
		if err != nil {
			return err
		}
		values = append(values, v)
	}
	t[key] = values
	return nil
}

// A Lexicon finds the entries of a word list in a text, phrases included. The
// zero Lexicon is empty. It is safe for use by several goroutines at once.
type Lexicon struct {
	entries map[string][]entry // by first word, longest first
}

// An entry is a word or phrase of a list.
type entry struct {
	text  string   // as in the list; of a verb, its base form
	words []string // Word.Lower of each
}

// Lexicon returns a word list of the language by its name, never nil.
func (l *Language) Lexicon(name string) *Lexicon {
	if known := l.lexicons[name]; known != nil {
		return known
	}
	return &Lexicon{}
}

// newLexicon makes a lexicon of a list. A list whose name ends in "_verbs"
// holds base forms of verbs: its lexicon has all their forms.
func newLexicon(l *Language, name string, list []string) *Lexicon {
	lexicon := &Lexicon{entries: make(map[string][]entry, len(list))}
	if strings.HasSuffix(name, "_verbs") {
		for form, inflection := range l.Inflections(list) {
			lexicon.entries[form] = []entry{{inflection.Verb, []string{form}}}
		}
		return lexicon
	}
	for _, s := range list {
		e := entry{text: s}
		for _, w := range l.Words(s) {
			e.words = append(e.words, w.Lower)
		}
		if len(e.words) > 0 {
			lexicon.add(e)
		}
	}
	return lexicon
}

// add adds an entry before the shorter ones with the same first word.
func (x *Lexicon) add(e entry) {
	same := x.entries[e.words[0]]
	at := len(same)
	for at > 0 && len(same[at-1].words) < len(e.words) {
		at--
	}
	x.entries[e.words[0]] = slices.Insert(same, at, e)
}

// Has reports whether a lower-case word is an entry by itself.
func (x *Lexicon) Has(lower string) bool {
	for _, e := range x.entries[lower] {
		if len(e.words) == 1 {
			return true
		}
	}
	return false
}

// Match returns the longest entry that begins the words and the number of
// words it takes; 0 if there is none.
func (x *Lexicon) Match(words []Word) (text string, n int) {
	if len(words) == 0 {
		return "", 0
	}
	for _, e := range x.entries[words[0].Lower] {
		if len(e.words) <= len(words) && e.matches(words) {
			return e.text, len(e.words)
		}
	}
	return "", 0
}

func (e entry) matches(words []Word) bool {
	for i, lower := range e.words {
		if words[i].Lower != lower {
			return false
		}
	}
	return true
}
