package rights

import (
	"archive/zip"
	"bytes"
	"encoding/csv"
	"encoding/json"
	"io"
	"path"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/parquet-go/parquet-go"

	"parallax/generator/file"
	"parallax/generator/file/markup"
	"parallax/generator/overlap"
)

// wordsOfFile returns the words that a file shows to people or programs, as
// hashes with pauses between texts that do not follow each other.
func wordsOfFile(f file.File) []uint64 {
	switch path.Ext(f.Path) {
	case ".html", ".xml", ".svg", ".atom":
		return wordsOfMarkup(f.Data)
	case ".zip", ".imscc", ".h5p", ".xlsx", ".docx", ".epub":
		return wordsOfArchive(f.Data)
	case ".parquet":
		return wordsOfParquet(f.Data)
	case ".css", ".woff2", ".png":
		return nil
	}
	switch {
	case !utf8.Valid(f.Data):
		return nil
	case path.Ext(f.Path) == ".csv":
		return wordsOfTable(f.Data)
	}
	if start := bytes.IndexAny(f.Data, "[{"); start >= 0 {
		if words, ok := wordsOfJSON(f.Data[start:]); ok {
			return words
		}
	}
	return hashes(unescape(string(f.Data)))
}

// wordsOfTable returns the words of the cells of a CSV file.
func wordsOfTable(data []byte) []uint64 {
	rows, err := csv.NewReader(bytes.NewReader(data)).ReadAll()
	if err != nil {
		return hashes(string(data))
	}
	var words []uint64
	for _, row := range rows {
		for _, cell := range row {
			words = append(append(words, hashes(cell)...), overlap.Pause)
		}
	}
	return words
}

// wordsOfJSON returns the words of the texts in a JSON value, which may end
// with the semicolon of a script. It returns false if that is not all there is.
func wordsOfJSON(data []byte) ([]uint64, bool) {
	d := json.NewDecoder(bytes.NewReader(data))
	var words []uint64
	for depth := 0; ; {
		token, err := d.Token()
		if err != nil {
			return nil, false
		}
		switch token := token.(type) {
		case string:
			words = append(append(words, hashes(unescape(token))...), overlap.Pause)
		case json.Delim:
			if depth++; token == ']' || token == '}' {
				depth -= 2
			}
		}
		if depth == 0 {
			rest := bytes.Trim(data[d.InputOffset():], "; \r\n")
			return words, len(rest) == 0
		}
	}
}

// wordsOfMarkup returns the words of HTML or XML: running text through all
// its tags, then the attributes. Words that only a screen reader is told, in
// elements of class "vh" and at the beginning of a mark (<u><i>), stand between
// the words of an article and are left out.
func wordsOfMarkup(data []byte) []uint64 {
	var flow strings.Builder
	var attributes []uint64
	var h hidden
	for t := range markup.Tokens(data) {
		if h.step(t); t.Kind != markup.Text {
			flow.WriteString(gap(t.Name))
		} else if h.name == "" {
			flow.Write(t.Text)
		}
		for _, a := range t.Attributes {
			if a.Key != "class" && len(a.Value) > shortAttribute {
				attributes = append(append(attributes, hashes(unescape(string(a.Value)))...), overlap.Pause)
			}
		}
	}
	return append(append(hashes(unescape(flow.String())), overlap.Pause), attributes...)
}

// shortAttribute is how many bytes an attribute may have that is not worth
// reading: no run of six words is as short.
const shortAttribute = 20

// A hidden is an element whose words only a screen reader is told.
type hidden struct {
	name   string // of the element that the reading is in; empty if in none
	depth  int    // of elements of that name
	marked bool   // the last token was the start of a mark
}

// step follows a token into such an element or out of it.
func (h *hidden) step(t *markup.Token) {
	begun := h.marked
	h.marked = t.Kind == markup.Start && t.Name == "u"
	switch {
	case t.Kind == markup.Start && h.name == t.Name:
		h.depth++
	case t.Kind == markup.Start && h.name == "" && (begun && t.Name == "i" || unseen(t)):
		h.name, h.depth = t.Name, 1
	case t.Kind == markup.End && h.name == t.Name:
		if h.depth--; h.depth == 0 {
			h.name = ""
		}
	}
}

// unseen reports whether the style sheet hides an element from the eye.
func unseen(t *markup.Token) bool {
	i := slices.IndexFunc(t.Attributes, func(a markup.Attribute) bool { return a.Key == "class" })
	return i >= 0 && slices.Contains(strings.Fields(string(t.Attributes[i].Value)), "vh")
}

// gap returns what parts the words before a tag from those after it: nothing
// for tags inside a line, a pause for all others, since what stands in two
// lines, cells or items does not follow each other.
func gap(name string) string {
	switch name {
	case "span", "a", "mark", "b", "i", "em", "strong", "q", "ins", "del", "u", "s", "small", "sup", "sub", "abbr", "bdi", "cite", "wbr":
		return ""
	case "br":
		return " "
	}
	return " … "
}

// wordsOfArchive returns the words of the files of a zip archive. What cannot
// be unpacked has none.
func wordsOfArchive(data []byte) []uint64 {
	const largest = 64 << 20
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil
	}
	var words []uint64
	for _, f := range archive.File {
		r, err := f.Open()
		if err != nil {
			continue
		}
		inner, err := io.ReadAll(io.LimitReader(r, largest))
		if r.Close(); err == nil {
			words = append(append(words, wordsOfFile(file.File{Path: f.Name, Data: inner})...), overlap.Pause)
		}
	}
	return words
}

// unescape resolves the escapes of JSON, scripts and URLs, so that words
// written with them are found.
func unescape(s string) string {
	if !strings.ContainsAny(s, `\%`) {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		switch {
		case s[i] == '\\' && i+5 < len(s) && s[i+1] == 'u':
			if n, err := strconv.ParseUint(s[i+2:i+6], 16, 16); err == nil {
				b.WriteRune(rune(n))
				i += 5
				continue
			}
			b.WriteByte(' ')
		case s[i] == '\\' && i+1 < len(s):
			if strings.IndexByte(`nrt"/\`, s[i+1]) >= 0 {
				i++
			}
			b.WriteByte(' ')
		case s[i] == '%' && i+2 < len(s):
			if n, err := strconv.ParseUint(s[i+1:i+3], 16, 8); err == nil {
				b.WriteByte(byte(n))
				i += 2
				continue
			}
			b.WriteByte(' ')
		default:
			b.WriteByte(s[i])
		}
	}
	return b.String()
}

// wordsOfParquet returns the words of the texts in a Parquet file, of texts
// that repeat in a column the first. What cannot be read as Parquet is read as
// text.
func wordsOfParquet(data []byte) []uint64 {
	f, err := parquet.OpenFile(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return hashes(string(data))
	}
	var words []uint64
	last := map[int]string{} // by column
	r := parquet.NewReader(f)
	defer r.Close()
	rows := make([]parquet.Row, 64)
	for {
		n, err := r.ReadRows(rows)
		for _, row := range rows[:n] {
			for _, v := range row {
				if v.Kind() != parquet.ByteArray || v.IsNull() || string(v.ByteArray()) == last[v.Column()] {
					continue
				}
				last[v.Column()] = string(v.ByteArray())
				words = append(append(words, hashes(last[v.Column()])...), overlap.Pause)
			}
		}
		if err == io.EOF {
			return words
		}
		if err != nil {
			return append(words, hashes(string(data))...)
		}
	}
}
