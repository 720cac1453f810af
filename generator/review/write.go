package review

import (
	"fmt"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"parallax/generator/corpus"
	"parallax/generator/frontmatter"
)

// blockHead matches the line that begins a decision.
var blockHead = regexp.MustCompile(`^\s*\[\[\s*decision\s*\]\]`)

// Put returns the text of a file with a decision in it: in place of the one with the
// same name, or else among the others in the order of their names, so that two who
// decide about two things seldom meet in one line. Nothing else of the text changes,
// remarks neither. The text may be empty.
func Put(slug, source string, d Decision) (string, error) {
	if d.ID == "" {
		d.ID = Name(d)
	}
	f, err := cut(slug, source)
	if err != nil {
		return "", err
	}
	if at := slices.Index(f.names, d.ID); at >= 0 {
		f.blocks[at] = d.block()
	} else {
		at = 0
		for at < len(f.names) && f.names[at] < d.ID {
			at++
		}
		f.blocks, f.names = slices.Insert(f.blocks, at, d.block()), slices.Insert(f.names, at, d.ID)
	}
	return f.join()
}

// Remove returns the text of a file without the decision of a name.
func Remove(slug, source, name string) (string, error) {
	f, err := cut(slug, source)
	if err != nil {
		return "", err
	}
	at := slices.Index(f.names, name)
	if at < 0 {
		return "", fmt.Errorf("%s has no decision %q", File(slug), name)
	}
	f.blocks, f.names = slices.Delete(f.blocks, at, at+1), slices.Delete(f.names, at, at+1)
	return f.join()
}

// Check returns the text of a file that says who checked the event and when; with an
// empty name, that nobody did.
func Check(slug, source, by string, on corpus.Date) (string, error) {
	f, err := cut(slug, source)
	if err != nil {
		return "", err
	}
	var rest []string
	for line := range strings.Lines(f.head) {
		if key, _, _ := strings.Cut(line, "="); !slices.Contains([]string{"checked_by", "checked_on"}, strings.TrimSpace(key)) {
			rest = append(rest, line)
		}
	}
	f.head = strings.TrimLeft(strings.Join(rest, ""), "\n")
	if by != "" {
		f.head = "checked_by = " + frontmatter.Quote(by) + "\nchecked_on = " + on.String() + "\n" + f.head
	}
	return f.join()
}

// A cutting is the text of a file in parts.
type cutting struct {
	slug   string
	head   string   // what stands before the first decision
	blocks []string // of decisions, each with the remarks right above it
	names  []string // of the decisions
}

// cut takes the text of a file apart.
func cut(slug, source string) (*cutting, error) {
	r, l := Parse(slug, []byte(source))
	if r == nil || l.Failed() {
		return nil, fmt.Errorf("%s has a mistake, which must be mended first: %v", File(slug), l.Sorted()[0])
	}
	f := &cutting{slug: slug}
	lines := strings.SplitAfter(strings.ReplaceAll(source, "\r\n", "\n"), "\n")
	var heads []int
	for i, line := range lines {
		if blockHead.MatchString(line) {
			for i > 0 && strings.HasPrefix(lines[i-1], "#") {
				i--
			}
			heads = append(heads, i)
		}
	}
	if len(heads) != len(r.Decisions) {
		return nil, fmt.Errorf("%s has decisions that do not begin with a line [[decision]]; write them so first", File(slug))
	}
	heads = append(heads, len(lines))
	f.head = strings.Join(lines[:heads[0]], "")
	for n := range r.Decisions {
		f.blocks = append(f.blocks, strings.Join(lines[heads[n]:heads[n+1]], ""))
		f.names = append(f.names, r.Decisions[n].name())
	}
	return f, nil
}

// join puts the text together again, with an empty line between its parts, and makes
// sure that it says what it should.
func (f *cutting) join() (string, error) {
	var parts []string
	for _, part := range append([]string{f.head}, f.blocks...) {
		if part = strings.Trim(part, "\n"); part != "" {
			parts = append(parts, part)
		}
	}
	made := strings.Join(parts, "\n\n")
	if made != "" {
		made += "\n"
	}
	r, l := Parse(f.slug, []byte(made))
	if r == nil || l.Failed() {
		return "", fmt.Errorf("%s would have a mistake: %v", File(f.slug), l.Sorted()[0])
	}
	for n := range r.Decisions {
		if n >= len(f.names) || r.Decisions[n].name() != f.names[n] {
			return "", fmt.Errorf("%s would have other decisions than it should", File(f.slug))
		}
	}
	return made, nil
}

// block writes a decision.
func (d Decision) block() string {
	var b strings.Builder
	b.WriteString("[[decision]]\n")
	v := reflect.ValueOf(d)
	for i := range v.NumField() {
		key := v.Type().Field(i).Tag.Get("toml")
		switch value := v.Field(i).Interface().(type) {
		case string:
			if value != "" {
				b.WriteString(key + " = " + frontmatter.Quote(value) + "\n")
			}
		case int:
			if value != 0 {
				b.WriteString(key + " = " + strconv.Itoa(value) + "\n")
			}
		case corpus.Date:
			if value.Known() {
				b.WriteString(key + " = " + value.String() + "\n")
			}
		}
	}
	return b.String()
}

// Quote returns words by which a decision can name a passage of an article: as many
// from its beginning as an anchor needs, and what stands around them where the article
// has them twice.
func Quote(a *corpus.Article, passage int) (quote, before, after string) {
	const most = 14 // words
	span := a.Passages[passage].Span
	words := strings.Fields(span.Of(a.Text))
	quote = strings.Join(words[:min(len(words), most)], " ")
	if strings.Count(a.Text, quote) < 2 {
		return quote, "", ""
	}
	left, right := strings.Fields(a.Text[:span.Start]), strings.Fields(a.Text[min(len(a.Text), span.Start+len(quote)):])
	return quote, strings.Join(left[max(0, len(left)-contextWord):], " "), strings.Join(right[:min(len(right), contextWord)], " ")
}
