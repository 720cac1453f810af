package text

import (
	"crypto/sha256"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"strings"
	"sync"

	"github.com/BurntSushi/toml"

	"parallax/generator/file"
)

//go:embed languages
var builtin embed.FS

// Languages finds languages by their tag. It is safe for use by several
// goroutines at once; what it returns never changes.
type Languages struct {
	packs fs.FS
	mu    sync.Mutex
	known map[string]*Language
	err   error
}

// Builtin returns the languages that are part of the program.
func Builtin() *Languages {
	packs, err := fs.Sub(builtin, "languages")
	return &Languages{packs: packs, known: map[string]*Language{}, err: err}
}

// Packs returns the languages of a folder that is laid out as the built-in one:
// a folder a language, named by its primary subtag, with lists in TOML files.
func Packs(folder fs.FS) *Languages {
	return &Languages{packs: folder, known: map[string]*Language{}}
}

// Sum returns a sum of the lists of a language, given by its primary subtag, "" if it
// has none. Whoever keeps it can tell whether figures were made with the same lists.
func (l *Languages) Sum(language string) (string, error) {
	if _, err := fs.Stat(l.packs, language); err != nil {
		return "", nil // not every language has lists
	}
	h := sha256.New()
	if err := file.Hash(h, l.packs, language); err != nil {
		return "", err
	}
	return fmt.Sprintf("sha256:%x", h.Sum(nil)), nil
}

// A Language splits and reads texts of one language. The zero Language knows
// no words at all and works for every script.
type Language struct {
	Tag  string // primary subtag, such as "en"; empty if unknown
	Pack bool   // a folder of lists exists, so that every signal can work

	memo            memo
	background      *Background                // nil if there is no table
	abbreviations   map[string]bool            // lower case, without the final full stop
	ordinals        bool                       // figures with a full stop are ordinals
	ends            []string                   // marks that end a sentence in the language alone
	afterQuotations []string                   // words that go on with a sentence after a quotation in it
	stop            map[string]bool            // words that carry no content, lower case
	lists           map[string][]string        // other lists by name, lower case, sorted as in the file
	classes         map[string]string          // letters of the classes a word can have, by lower-case word
	lexicons        map[string]*Lexicon        // the lists, ready to be found in texts
	tables          map[string]Table           // tables of numbers by name
	valences        map[string]float64         // by stem
	sets            map[string]map[string]bool // the lists as sets
	roles           map[string]Role            // by lower-case word
	verbs           map[string]Inflection      // by lower-case form
	multipliers     map[string]float64         // by stem
	thesaurus       func() thesaurus           // read when it is first asked; nil without a pack
}

// For returns the language of a BCP 47 tag such as "en", "en-GB" or "", never
// nil. A broken pack is an error of the program, so For panics on it; a test
// loads every pack.
func (l *Languages) For(tag string) *Language {
	primary, _, _ := strings.Cut(strings.ToLower(tag), "-")
	l.mu.Lock()
	defer l.mu.Unlock()
	if known, ok := l.known[primary]; ok {
		return known
	}
	language, err := readPack(l.packs, primary)
	if err := errors.Join(l.err, err); err != nil {
		panic(err)
	}
	l.known[primary] = language
	return language
}

// readPack reads the folder of a language. A language without one is no error.
func readPack(packs fs.FS, tag string) (*Language, error) {
	l := &Language{Tag: tag, lists: map[string][]string{}, sets: map[string]map[string]bool{}}
	files, err := fs.Glob(packs, path.Join(tag, "*.toml"))
	l.stop = readStop(packs, tag)
	l.readSentences(packs)
	if tag == "" || err != nil || len(files) == 0 {
		return l, err
	}
	l.Pack = true
	if err := l.readLists(packs, files); err != nil {
		return nil, err
	}
	l.lexicons = make(map[string]*Lexicon, len(l.lists))
	for name, words := range l.lists {
		l.lexicons[name] = newLexicon(l, name, words)
	}
	if err := l.readTables(packs); err != nil {
		return nil, err
	}
	l.abbreviations = set(l.lists["abbreviations"])
	l.stop = set(l.lists["stop"])
	if l.classes, err = readClasses(packs, tag); err != nil {
		return nil, err
	}
	l.readRoles()
	if err := l.readMultipliers(); err != nil {
		return nil, err
	}
	l.thesaurus = sync.OnceValue(func() thesaurus {
		t, err := readThesaurus(packs, l)
		if err != nil { // as in For
			panic(err)
		}
		return t
	})
	l.background, err = readBackground(packs, l)
	l.memo.each(func(f *Form) { f.complete(l) }) // those of the lists themselves
	return l, err
}

// readLists reads the files of lists of a language.
func (l *Language) readLists(packs fs.FS, files []string) error {
	of := map[string]string{}
	for _, file := range files {
		var lists map[string][]string
		if _, err := toml.DecodeFS(packs, file, &lists); err != nil {
			return fmt.Errorf("read language list %s: %w", file, err)
		}
		for name, words := range lists {
			if of[name] != "" {
				return fmt.Errorf("read language list %s: a list %q stands in another file already", file, name)
			}
			of[name] = file
			l.lists[name] = words
			l.sets[name] = set(words)
		}
	}
	return checkParts(l.Tag, of)
}

// readStop reads stop.txt, the words without content of a language that has no
// other lists; nil if there is none.
func readStop(packs fs.FS, tag string) map[string]bool {
	data, err := fs.ReadFile(packs, path.Join(tag, "stop.txt"))
	if err != nil {
		return nil
	}
	return set(strings.Fields(string(data)))
}

// readSentences reads sentences.txt, which says of a language without lists where
// its sentences end, an entry a line. An entry is an abbreviation, without its
// final stop, after which a sentence goes on; with # behind it only before a
// number, with ? unless a word such as "the" follows. The entry 1 says that
// ordinals are figures with a stop; a mark is one that ends a sentence; a word
// with " behind it goes on with a sentence after a quotation in it.
func (l *Language) readSentences(packs fs.FS) {
	data, err := fs.ReadFile(packs, path.Join(l.Tag, "sentences.txt"))
	if err != nil {
		return // the language has none
	}
	kinds := map[string]string{"": "abbreviations", "#": "number_abbreviations", "?": "ending_abbreviations"}
	for line := range strings.Lines(string(data)) {
		entry, kind, _ := strings.Cut(strings.TrimSpace(line), " ")
		switch {
		case entry == "":
		case entry == "1":
			l.ordinals = true
		case strings.ContainsAny(entry, ":։"):
			l.ends = append(l.ends, entry)
		case kind == "\"":
			l.afterQuotations = append(l.afterQuotations, entry)
		default:
			l.lists[kinds[kind]] = append(l.lists[kinds[kind]], entry)
		}
	}
	for name, words := range l.lists {
		l.sets[name] = set(words)
	}
	l.abbreviations = l.sets["abbreviations"]
}

func set(words []string) map[string]bool {
	m := make(map[string]bool, len(words))
	for _, w := range words {
		m[w] = true
	}
	return m
}

// Stop reports whether a lower-case word carries no content.
func (l *Language) Stop(lower string) bool { return l.stop[lower] }

// In reports whether a list of the language holds the entry, which must be in
// lower case.
func (l *Language) In(list, entry string) bool { return l.sets[list][entry] }

// List returns a word list of the language by its name, lower case, in the
// order of its file; nil if the language has none of that name. The caller
// must not change it.
func (l *Language) List(name string) []string { return l.lists[name] }
