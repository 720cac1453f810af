package reference

import (
	"errors"
	"fmt"
	"maps"
	"regexp"
	"strings"

	"parallax/generator/ingest/entry"
)

// begins is how an entry of BibTeX begins.
var begins = regexp.MustCompile(`(?m)^[ \t]*@([A-Za-z]+)\s*[{(]`)

// IsBibTeX reports whether the first line that is no remark begins an entry.
func IsBibTeX(s string) bool {
	for line := range strings.Lines(s) {
		if line = strings.TrimSpace(strings.TrimPrefix(line, "\ufeff")); line == "" || strings.HasPrefix(line, "%") {
			continue
		}
		return begins.MatchString(line) && strings.HasPrefix(line, "@")
	}
	return false
}

// BibTeX reads a list of BibTeX or BibLaTeX. Behind a mistake reading goes on at the
// next entry.
func BibTeX(s string, months []string) *entry.Collection {
	c := &entry.Collection{}
	texts := map[string]string{}
	for at := 0; ; {
		m := begins.FindStringSubmatchIndex(s[at:])
		if m == nil {
			return finished(c, "references in BibTeX")
		}
		start, kind := at+m[0], strings.ToLower(s[at+m[2]:at+m[3]])
		place := fmt.Sprintf("line %d", 1+strings.Count(s[:start], "\n"))
		if at += m[1]; kind == "comment" || kind == "preamble" {
			continue
		}
		r := &bibReader{s: s, at: at, texts: texts}
		fields, err := r.entry(kind != "string")
		switch {
		case err != nil:
			c.Fail(place, err)
		case kind == "string":
			maps.Copy(texts, fields)
		default:
			addBibTeX(c, fields, place, months)
		}
		if err == nil {
			at = r.at
		}
	}
}

// inAddress is the address in \url{...}.
var inAddress = regexp.MustCompile(`https?://[^\s{}]+`)

// addBibTeX adds an entry.
func addBibTeX(c *entry.Collection, fields map[string]string, place string, months []string) {
	first := func(names string) string {
		for name := range strings.FieldsSeq(names) {
			if value := oneLine(plain(fields[name])); value != "" {
				return value
			}
		}
		return ""
	}
	var authors []string
	for name := range strings.SplitSeq(strings.ReplaceAll(fields["author"], "\n", " "), " and ") {
		if name = oneLine(plain(name)); name != "" {
			authors = append(authors, name)
		}
	}
	date := first("date")
	if date == "" && fields["day"] != "" {
		date = first("day") + " " + first("month") + " " + first("year")
	}
	e := entry.Entry{
		Place: place, ID: fields[""], Title: first("title"), Outlet: first("journal journaltitle newspaper publisher organization"),
		Author: strings.Join(inOrder(authors), ", "), Language: language(first("langid language")),
	}
	add(c, e, date, months, inAddress.FindString(strings.ReplaceAll(fields["url"], `\`, "")), inAddress.FindString(fields["howpublished"]), inAddress.FindString(fields["note"]))
}

// accents are the marks that commands of TeX put on a letter, as Unicode combines
// them.
func accents() map[byte]string {
	return map[byte]string{'"': "\u0308", '\'': "\u0301", '`': "\u0300", '^': "\u0302", '~': "\u0303", 'c': "\u0327", 'v': "\u030c", '=': "\u0304", '.': "\u0307", 'H': "\u030b", 'k': "\u0328", 'r': "\u030a", 'u': "\u0306"}
}

// Commands of TeX that stand for a letter with a mark, and for a letter.
var (
	accented = regexp.MustCompile("\\\\(?:([\"'`^~=.])\\s*\\{?\\\\?([A-Za-z])\\}?|([cvHkru])\\s*\\{\\\\?([A-Za-z])\\})")
	letters  = strings.NewReplacer(`\ss`, "ß", `\ae`, "æ", `\AE`, "Æ", `\oe`, "œ", `\OE`, "Œ", `\o`, "ø", `\O`, "Ø", `\aa`, "å", `\AA`, "Å", `\l`, "ł", `\L`, "Ł",
		`\&`, "&", `\%`, "%", `\$`, "$", `\#`, "#", `\_`, "_", "---", "—", "--", "–", "``", "“", "''", "”", "~", " ", "{", "", "}", "")
)

// plain returns a value without commands of TeX.
func plain(value string) string {
	value = accented.ReplaceAllStringFunc(value, func(command string) string {
		m := accented.FindStringSubmatch(command)
		return m[2] + m[4] + accents()[(m[1] + m[3])[0]]
	})
	return letters.Replace(value)
}

// A bibReader reads one entry.
type bibReader struct {
	s     string
	at    int
	texts map[string]string // of @string, by their names
}

// Mistakes of an entry.
var (
	errOpen  = errors.New("a brace or a quotation mark is never closed")
	errField = errors.New("a field has no name, no = or no value")
)

// entry reads the fields of an entry; its key has no name.
func (r *bibReader) entry(keyed bool) (map[string]string, error) {
	fields := map[string]string{}
	if keyed {
		end := strings.IndexAny(r.s[r.at:], ",})\n")
		if end < 0 {
			return nil, errOpen
		}
		fields[""] = strings.TrimSpace(r.s[r.at : r.at+end])
		r.at += end
	}
	for {
		r.skip(", \t\r\n")
		switch {
		case r.at >= len(r.s):
			return nil, errOpen
		case r.s[r.at] == '}' || r.s[r.at] == ')':
			r.at++
			return fields, nil
		}
		name, rest, found := strings.Cut(r.s[r.at:], "=")
		if name = strings.ToLower(strings.TrimSpace(name)); !found || name == "" || strings.ContainsAny(name, "{}\n,@") {
			return nil, errField
		}
		r.at = len(r.s) - len(rest)
		value, err := r.value()
		if err != nil {
			return nil, err
		}
		fields[name] = value
	}
}

func (r *bibReader) skip(signs string) {
	for r.at < len(r.s) && strings.IndexByte(signs, r.s[r.at]) >= 0 {
		r.at++
	}
}

// value reads a value: pieces with # between.
func (r *bibReader) value() (string, error) {
	var b strings.Builder
	for {
		r.skip(" \t\r\n")
		if r.at >= len(r.s) {
			return "", errOpen
		}
		switch r.s[r.at] {
		case '{', '"':
			piece, err := r.closed()
			if err != nil {
				return "", err
			}
			b.WriteString(piece)
		default:
			end := strings.IndexAny(r.s[r.at:], ",#}) \t\r\n")
			if end <= 0 {
				return "", errField
			}
			word := r.s[r.at : r.at+end]
			if text, known := r.texts[strings.ToLower(word)]; known {
				word = text
			}
			b.WriteString(word)
			r.at += end
		}
		r.skip(" \t\r\n")
		if r.at >= len(r.s) || r.s[r.at] != '#' {
			return b.String(), nil
		}
		r.at++
	}
}

// closed reads what stands in braces or quotation marks. Inside braces a mark means
// nothing, and an entry that begins a line ends what was never closed.
func (r *bibReader) closed() (string, error) {
	quoted := r.s[r.at] == '"'
	start, depth := r.at+1, 0
	for i := start; i < len(r.s); i++ {
		switch c := r.s[i]; {
		case c == '\\':
			i++
		case c == '{':
			depth++
		case c == '}' && depth > 0:
			depth--
		case c == '}' && !quoted, c == '"' && quoted && depth == 0:
			r.at = i + 1
			return r.s[start:i], nil
		case c == '\n' && begins.MatchString(lineAt(r.s, i+1)):
			return "", errOpen
		}
	}
	return "", errOpen
}

// lineAt returns the line that begins at a place.
func lineAt(s string, at int) string {
	line, _, _ := strings.Cut(s[at:], "\n")
	return line
}
