package rights

import (
	"archive/zip"
	"bytes"
	"encoding/csv"
	"encoding/json"
	"io"
	"path"
	"strconv"
	"strings"
	"unicode/utf8"

	"parallax/generator/file"

	"github.com/parquet-go/parquet-go"
	"golang.org/x/net/html"
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
			words = append(append(words, hashes(cell)...), pause)
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
			words = append(append(words, hashes(unescape(token))...), pause)
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
	z := html.NewTokenizer(bytes.NewReader(data))
	hidden, depth := "", 0
	mark := false // the last tag or text was the start of a mark
	for {
		kind := z.Next()
		begun := mark
		mark = false
		switch kind {
		case html.ErrorToken:
			return append(append(hashes(unescape(flow.String())), pause), attributes...)
		case html.TextToken:
			if hidden == "" {
				flow.Write(z.Text())
			}
		case html.StartTagToken:
			name, class, values := startTag(z)
			attributes = append(attributes, values...)
			switch {
			case hidden == name:
				depth++
			case hidden == "" && (begun && name == "i" || strings.Contains(" "+class+" ", " vh ")):
				hidden, depth = name, 1
			}
			mark = name == "u"
			flow.WriteString(gap(name))
		case html.SelfClosingTagToken:
			name, _, values := startTag(z)
			attributes = append(attributes, values...)
			flow.WriteString(gap(name))
		case html.EndTagToken:
			name, _ := z.TagName()
			if hidden == string(name) {
				if depth--; depth == 0 {
					hidden = ""
				}
			}
			flow.WriteString(gap(string(name)))
		}
	}
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

// startTag returns a tag's name, its class and the words of its attributes.
func startTag(z *html.Tokenizer) (name, class string, words []uint64) {
	tag, more := z.TagName()
	name = string(tag)
	for more {
		var key, value []byte
		key, value, more = z.TagAttr()
		if string(key) == "class" {
			class = string(value)
		} else if len(value) > 20 {
			words = append(append(words, hashes(unescape(string(value)))...), pause)
		}
	}
	return name, class, words
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
			words = append(append(words, wordsOfFile(file.File{Path: f.Name, Data: inner})...), pause)
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
				words = append(append(words, hashes(last[v.Column()])...), pause)
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
