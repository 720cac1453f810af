package text

import (
	"bufio"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"strings"
)

// Classes returns the classes that a lower-case word can have, the most
// frequent first: 'n' noun, 'v' verb, 'a' adjective, 'r' adverb. It is empty
// for words that the language's table does not have, most names among them.
func (l *Language) Classes(lower string) string { return l.classes[lower] }

// Classed reports whether the language has a table of classes.
func (l *Language) Classed() bool { return len(l.classes) > 0 }

// CanBe reports whether a lower-case word can be of a class.
func (l *Language) CanBe(lower string, class byte) bool {
	return strings.IndexByte(l.classes[lower], class) >= 0
}

// readClasses reads classes.tsv of a language's folder: comment lines that
// begin with #, then a line a word with its classes. A folder without it is no
// error.
func readClasses(packs fs.FS, tag string) (map[string]string, error) {
	name := path.Join(tag, "classes.tsv")
	f, err := packs.Open(name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	defer f.Close()
	classes := map[string]string{}
	lines := bufio.NewScanner(f)
	for number := 1; lines.Scan(); number++ {
		line := lines.Text()
		if strings.HasPrefix(line, "#") {
			continue
		}
		word, class, found := strings.Cut(line, "\t")
		if !found {
			return nil, fmt.Errorf("read %s:%d: no tab", name, number)
		}
		classes[word] = class
	}
	return classes, lines.Err()
}
