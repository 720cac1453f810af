// Package message holds what Parallax itself says: the labels of pages and
// the sentences of findings, in the language of the site.
//
// # Catalogues
//
// A catalogue is one TOML file per language, templates/messages/<tag>.toml.
// A key is a dotted name. Its value is a text with {placeholders}, or a table
// of texts by plural category (zero, one, two, few, many, other) chosen by the
// message's count. A text for two is taken for exactly 2 in every language, so
// that English can say "both":
//
//	[naming]
//	calls = "{outlet} writes “{label}”."
//	[home]
//	articles = { one = "{count} article", other = "{count} articles" }
//
// A key that a language lacks is said in English.
package message

import (
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/BurntSushi/toml"
	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"
)

// A Message is something to say, as data: comparisons carry messages, so that
// one comparison can be read in any language.
type Message struct {
	Key   string              `json:"key"`
	Count int                 `json:"count,omitempty"` // chooses the plural; {count} in the text
	Args  map[string][]string `json:"args,omitempty"`  // values of placeholders; several values make a list
}

// New returns a message whose arguments are given as name, value, name, value.
func New(key string, pairs ...string) Message {
	m := Message{Key: key}
	if len(pairs) > 0 {
		m.Args = make(map[string][]string, (len(pairs)+1)/2)
	}
	for pair := range slices.Chunk(pairs, 2) {
		m.Args[pair[0]] = pair[1:]
	}
	return m
}

// With returns the message with one more argument.
func (m Message) With(name string, values ...string) Message {
	args := make(map[string][]string, len(m.Args)+1)
	for k, v := range m.Args {
		args[k] = v
	}
	args[name] = values
	m.Args = args
	return m
}

// Of returns the message with the count that chooses its plural.
func (m Message) Of(count int) Message {
	m.Count = count
	return m
}

// A Catalogue says messages in one language. It never changes once loaded.
type Catalogue struct {
	Tag      string // BCP 47
	Dir      string // "ltr" or "rtl"
	tag      language.Tag
	texts    map[string]map[string]string // key to plural category to text
	fallback *Catalogue                   // English, or nil
}

// Load reads messages/<tag>.toml of the file system, with English behind it. A
// region without a file of its own speaks as its language: "en-GB" as "en". The
// error is fs.ErrNotExist if that has none either.
func Load(fsys fs.FS, tag string) (*Catalogue, error) {
	c, err := read(fsys, tag)
	for own := tag; errors.Is(err, fs.ErrNotExist) && strings.Contains(own, "-"); {
		own = own[:strings.LastIndexByte(own, '-')]
		c, err = read(fsys, own)
	}
	if err != nil {
		return nil, err
	}
	c.Tag = tag
	if tag != "en" {
		if c.fallback, err = read(fsys, "en"); err != nil {
			return nil, err
		}
	}
	return c, nil
}

func read(fsys fs.FS, tag string) (*Catalogue, error) {
	file := "messages/" + tag + ".toml"
	parsed, err := language.Parse(tag)
	if err != nil {
		return nil, fmt.Errorf("read the messages of language %q: %w", tag, err)
	}
	var tree map[string]any
	if _, err := toml.DecodeFS(fsys, file, &tree); err != nil {
		return nil, fmt.Errorf("read %s: %w", file, err)
	}
	c := &Catalogue{Tag: tag, Dir: "ltr", tag: parsed, texts: map[string]map[string]string{}}
	if err := c.add("", tree); err != nil {
		return nil, fmt.Errorf("read %s: %w", file, err)
	}
	if dir := c.texts["language.dir"]; dir != nil {
		c.Dir = dir["other"]
	}
	return c, nil
}

// add flattens a table of the file into dotted keys.
func (c *Catalogue) add(prefix string, table map[string]any) error {
	if isPlural(table) {
		c.texts[strings.TrimSuffix(prefix, ".")] = map[string]string{}
	}
	for name, value := range table {
		switch value := value.(type) {
		case map[string]any:
			if err := c.add(prefix+name+".", value); err != nil {
				return err
			}
		case string:
			if isPlural(table) {
				c.texts[strings.TrimSuffix(prefix, ".")][name] = value
			} else {
				c.texts[prefix+name] = map[string]string{"other": value}
			}
		default:
			return fmt.Errorf("%s%s is no text", prefix, name)
		}
	}
	return nil
}

// isPlural reports whether a table is one text by plural category.
func isPlural(table map[string]any) bool {
	_, ok := table["other"].(string)
	return ok
}

// Keys returns the keys of the catalogue's own file in order, without the
// English ones behind it.
func (c *Catalogue) Keys() []string {
	keys := make([]string, 0, len(c.texts))
	for k := range c.texts {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

// Has reports whether the key can be said.
func (c *Catalogue) Has(key string) bool {
	return c.texts[key] != nil || c.fallback != nil && c.fallback.Has(key)
}

// Say returns the message as a sentence. A key that no catalogue has is
// returned as it is, so that the gap shows; a test looks for it.
func (c *Catalogue) Say(m Message) string {
	forms := c.texts[m.Key]
	if forms == nil {
		if c.fallback != nil {
			return c.fallback.Say(m)
		}
		return m.Key
	}
	return c.fill(c.form(forms, m.Count), m)
}

// form returns the text for a count.
func (c *Catalogue) form(forms map[string]string, n int) string {
	if text, ok := forms["two"]; ok && n == 2 {
		return text
	}
	if text, ok := forms[c.category(n)]; ok {
		return text
	}
	return forms["other"]
}

// fill replaces the placeholders of a text. What is filled in is not read
// again, so a title with braces in it stays as it is.
func (c *Catalogue) fill(text string, m Message) string {
	var b strings.Builder
	for {
		before, rest, found := strings.Cut(text, "{")
		b.WriteString(before)
		if !found {
			return b.String()
		}
		name, after, closed := strings.Cut(rest, "}")
		values, known := m.Args[name]
		switch {
		case !closed:
			return b.String() + "{" + rest
		case known && (name == "outlets" || name == "others"):
			b.WriteString(c.brief(values))
		case known && c.isQuoted(before, after):
			b.WriteString(c.inner(c.List(values)))
		case known:
			b.WriteString(c.List(values))
		case name == "count":
			b.WriteString(strconv.Itoa(m.Count))
		default:
			b.WriteString("{" + name + "}")
		}
		text = after
	}
}

// quotes returns the quotation marks of the language: the outer ones and those
// inside them.
func (c *Catalogue) quotes() (outer, inside [2]string) {
	marks := strings.Fields(c.Text("language.quotes"))
	if len(marks) != 4 {
		return outer, inside
	}
	return [2]string{marks[0], marks[1]}, [2]string{marks[2], marks[3]}
}

// isQuoted reports whether what stands between two parts of a text stands in
// quotation marks, between which French puts blanks.
func (c *Catalogue) isQuoted(before, after string) bool {
	const blank = "\u00a0"
	outer, _ := c.quotes()
	return outer[0] != "" && strings.HasSuffix(strings.TrimSuffix(before, blank), outer[0]) && strings.HasPrefix(strings.TrimPrefix(after, blank), outer[1])
}

// doubleMarks are the quotation marks that an article may have around words
// inside what is quoted of it.
const doubleMarks = "\"“”„«»"

// inner returns words that are put between quotation marks with their own marks as
// the language has those inside others: “He said ‘no’”.
func (c *Catalogue) inner(words string) string {
	if !strings.ContainsAny(words, doubleMarks) {
		return words
	}
	_, inside := c.quotes()
	var b strings.Builder
	last := ' '
	letters := []rune(words)
	for i, r := range letters {
		next := ' '
		if i+1 < len(letters) {
			next = letters[i+1]
		}
		blank := unicode.IsSpace(r) && (last == '«' || next == '»')
		switch opens := !unicode.IsLetter(last) && !unicode.IsDigit(last) && !unicode.IsPunct(last) || strings.ContainsRune("([—–-", last); {
		case blank:
			continue
		case !strings.ContainsRune(doubleMarks, r):
			b.WriteRune(r)
		case opens:
			b.WriteString(inside[0])
		default:
			b.WriteString(inside[1])
		}
		last = r
	}
	return b.String()
}

// isolated returns values, those that are written the other way than the language
// between the marks that keep them from turning what stands beside them (Unicode
// Standard Annex #9, FSI and PDI): a message is text, and no element can.
func (c *Catalogue) isolated(values []string) []string {
	const isolate, end = "\u2068", "\u2069"
	values = slices.Clone(values)
	for i, value := range values {
		if first := strings.IndexFunc(value, unicode.IsLetter); first >= 0 && isFromRight(value[first:]) != (c.Dir == "rtl") {
			values[i] = isolate + value + end
		}
	}
	return values
}

// isFromRight reports whether a word is of a script that is written from the right.
func isFromRight(word string) bool {
	r, _ := utf8.DecodeRuneInString(word)
	return unicode.In(r, unicode.Arabic, unicode.Hebrew, unicode.Syriac, unicode.Thaana, unicode.Nko, unicode.Adlam)
}

// Text says the message of a key without arguments.
func (c *Catalogue) Text(key string) string { return c.Say(Message{Key: key}) }

// List joins values as the language does: "A", "A and B", "A, B and C".
// Each is isolated from the others, if it is written the other way.
func (c *Catalogue) List(values []string) string {
	values = c.isolated(values)
	switch len(values) {
	case 0:
		return ""
	case 1:
		return values[0]
	}
	last := len(values) - 1
	return strings.Join(values[:last], c.Text("language.comma")) + c.Text("language.and") + values[last]
}

// brief joins values as [Catalogue.List] does, but names the first alone of more
// than two: "A and 3 others". Who they all are stands beside a sentence, in its
// evidence; three names before the verb and it is read twice.
func (c *Catalogue) brief(values []string) string {
	if len(values) < 3 {
		return c.List(values)
	}
	return c.Say(New("language.others", "first", values[0]).Of(len(values) - 1))
}

func (c *Catalogue) category(n int) string {
	n = max(n, -n)
	return [...]string{
		plural.Other: "other", plural.Zero: "zero", plural.One: "one",
		plural.Two: "two", plural.Few: "few", plural.Many: "many",
	}[plural.Cardinal.MatchPlural(c.tag, n, 0, 0, 0, 0)]
}
