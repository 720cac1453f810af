package ingest

import (
	"errors"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"parallax/generator/corpus"
	"parallax/generator/text"
)

// A top tells apart what stands above a text without markup: its headline, who
// wrote it, when it was published, where, and by whom. Only a line that is
// nothing else is a fact; the rest is the article's.
type top struct {
	english *text.Language
	names   []string // of outlets that are known
}

// Figures of the top of a text.
const (
	longestTitle = 40 // words of a line that can be a headline
	longestTop   = 8  // lines above the text at most
	longestBy    = 10 // words of a byline at most
)

// Where facts of texts without markup come from.
const (
	fromFirstLine = "the first line"
	fromStyle     = "the style of the line"
	fromOwnLine   = "a line of its own"
)

// errNoTitle asks for a title.
var errNoTitle = errors.New("its title cannot be told from the text; write it above the text, in a line of its own")

// read takes the facts out of the first and the last lines of a text, and returns
// the rest. The headline is the line with the number, or, if that is below 0, the
// first line that is no other fact.
func (t *top) read(d *Document, blocks []Block, headline int) ([]Block, error) {
	var rest []Block
	for i, b := range blocks {
		switch {
		case i == headline:
			d.Title, d.From.Title = short(b.Text, 500), fromStyle
		case i > longestTop || isProseLine(b):
			rest = append(rest, blocks[i:]...)
			return t.end(d, rest)
		case t.fact(d, b.Text):
		case headline < 0 && d.Title == "" && text.CountWords(b.Text) <= longestTitle:
			d.Title, d.From.Title = short(b.Text, 500), fromFirstLine
		default:
			rest = append(rest, b)
		}
	}
	return t.end(d, rest)
}

// end takes the address off the end of a text, and says what is missing.
func (t *top) end(d *Document, rest []Block) ([]Block, error) {
	if last := len(rest) - 1; last > 0 && t.address(d, rest[last].Text) {
		rest = rest[:last]
	}
	if d.Title == "" {
		return rest, errNoTitle
	}
	return rest, nil
}

// isProseLine reports whether a line is of the text and stands in no top.
func isProseLine(b Block) bool {
	return b.Kind != corpus.Subheading && (isSentence(b.Text) || text.CountWords(b.Text) > longestTitle)
}

// fact takes a line that states one thing and nothing else.
func (t *top) fact(d *Document, line string) bool {
	switch {
	case t.address(d, line):
		return true
	case d.Site == "" && slices.ContainsFunc(t.names, func(name string) bool { return wordsOf(name) == wordsOf(line) }):
		d.Site, d.From.Site = line, fromOwnLine
		return true
	case d.Title == "":
		return false // a headline may begin as a byline does
	}
	if name := t.author(line); d.Author == "" && name != "" {
		d.Author, d.From.Author = name, fromOwnLine
		return true
	}
	if day := t.day(line); !d.Date.Known() && day.Known() {
		d.Date, d.From.Date = day, fromOwnLine
		return true
	}
	return false
}

// lineAddress is a line that is an address, with a word or two before it.
var lineAddress = regexp.MustCompile(`^(?:[\pL ]{1,20}: ?)?(https?://[^\s<>"]+)$`)

// address takes the address of the article.
func (t *top) address(d *Document, line string) bool {
	m := lineAddress.FindStringSubmatch(line)
	if m == nil || d.URL != "" {
		return false
	}
	u := base(m[1])
	if u.Hostname() == nowhere || strings.Trim(u.Path, "/") == "" && u.RawQuery == "" {
		return false // it is no article's
	}
	d.URL, d.From.URL = original(u), fromOwnLine
	return true
}

// author returns the names in a byline, "" if the line is none.
func (t *top) author(line string) string {
	if text.CountWords(line) > longestBy {
		return ""
	}
	for _, by := range t.english.List("page_bylines_alone") {
		rest, found := cutFold(line, by)
		rest = strings.Trim(rest, " :,")
		if first, _ := utf8.DecodeRuneInString(rest); found && unicode.IsUpper(first) && strings.Contains(rest, " ") && isName(rest) && !endsSentence(rest) {
			return rest
		}
	}
	return ""
}

// day returns the day that a line states which says nothing else, or that the
// text was published then.
func (t *top) day(line string) corpus.Date {
	f := facts{english: t.english}
	day := f.publishedDay(line, true)
	if day == "" {
		return corpus.Date{}
	}
	others := 0
	for word := range strings.FieldsFuncSeq(strings.ToLower(line), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		if f.month(word) == "" && figures(word) == "" && !isFigures(word) && utf8.RuneCountInString(word) > longestClock {
			others++
		}
	}
	if others > 1 && f.publishedDay(line, false) == "" { // more than the day of the week
		return corpus.Date{}
	}
	return readDate(day)
}

// longestClock is how many letters words have that stand with the time of a day:
// "at", "GMT", "Uhr".
const longestClock = 3
