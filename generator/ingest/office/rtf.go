package office

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf16"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
)

// RTF reads a text in Rich Text Format (1.9.1) as lines, a paragraph a line, with a
// form feed where a page breaks. Fonts, styles, pictures and hidden words are no
// text. What is broken in a file costs what is broken.
func RTF(data []byte) (string, error) {
	if !strings.HasPrefix(string(data[:min(len(data), 5)]), `{\rtf`) {
		return "", errors.New("it is no RTF")
	}
	r := rtfReader{data: data, fonts: map[int]encoding.Encoding{}, page: charmap.Windows1252}
	r.groups = []rtfGroup{{unicode: 1}}
	for r.at < len(r.data) {
		r.step()
		if r.out.Len() > mostXML {
			return "", fmt.Errorf("it has more than %d MB of text", mostXML>>20)
		}
	}
	r.flush()
	return r.out.String(), nil
}

// mostGroups is how deep groups nest.
const mostGroups = 10_000

// An rtfGroup is what holds inside a pair of braces.
type rtfGroup struct {
	hidden  bool // its words are none of the text
	unicode int  // how many signs stand for a \u where it is not known
	font    int
}

// An rtfReader reads a text.
type rtfReader struct {
	data   []byte
	at     int
	out    strings.Builder
	bytes  []byte // letters of a code page that are not decoded yet
	page   encoding.Encoding
	fonts  map[int]encoding.Encoding
	groups []rtfGroup
	high   rune // the first half of a character beyond 16 bits
	left   int  // signs to pass over behind a \u
}

func (r *rtfReader) group() *rtfGroup { return &r.groups[len(r.groups)-1] }

// step reads a brace, a control word or a letter.
func (r *rtfReader) step() {
	c := r.data[r.at]
	r.at++
	switch c {
	case '{':
		r.flush()
		if len(r.groups) < mostGroups {
			r.groups = append(r.groups, *r.group())
		}
	case '}':
		r.flush()
		if len(r.groups) > 1 {
			r.groups = r.groups[:len(r.groups)-1]
		}
	case '\\':
		r.control()
	case '\r', '\n':
	default:
		r.letter(c)
	}
}

// letter takes a byte of the text.
func (r *rtfReader) letter(c byte) {
	switch {
	case r.left > 0:
		r.left--
	case !r.group().hidden:
		r.bytes = append(r.bytes, c)
	}
}

// flush decodes the letters that were taken by the font that they are in.
func (r *rtfReader) flush() {
	if len(r.bytes) == 0 {
		return
	}
	e := r.page
	if of := r.fonts[r.group().font]; of != nil {
		e = of
	}
	if decoded, err := e.NewDecoder().Bytes(r.bytes); err == nil {
		r.out.Write(decoded)
	}
	r.bytes = r.bytes[:0]
}

// write writes text that has no code page.
func (r *rtfReader) write(s string) {
	if r.flush(); !r.group().hidden {
		r.out.WriteString(s)
	}
}

// control reads what a backslash begins.
func (r *rtfReader) control() {
	if r.at >= len(r.data) {
		return
	}
	c := r.data[r.at]
	if !isLetter(c) {
		r.at++
		r.symbol(c)
		return
	}
	start := r.at
	for r.at < len(r.data) && isLetter(r.data[r.at]) {
		r.at++
	}
	word, number := string(r.data[start:r.at]), r.at
	if r.at < len(r.data) && r.data[r.at] == '-' {
		r.at++
	}
	for r.at < len(r.data) && r.data[r.at] >= '0' && r.data[r.at] <= '9' {
		r.at++
	}
	n, err := strconv.Atoi(string(r.data[number:r.at]))
	if err != nil {
		n = 1 // as a word without a number means
	}
	if r.at < len(r.data) && r.data[r.at] == ' ' {
		r.at++
	}
	r.word(word, n, err == nil)
}

func isLetter(c byte) bool { return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' }

// symbol reads a control that is no word.
func (r *rtfReader) symbol(c byte) {
	switch c {
	case '\'':
		if r.at+2 > len(r.data) {
			return
		}
		n, err := strconv.ParseUint(string(r.data[r.at:r.at+2]), 16, 8)
		if err == nil {
			r.at += 2
			r.letter(byte(n))
		}
	case '*': // what follows is for programs that know it
		r.flush()
		r.group().hidden = true
	case '~':
		r.write("\u00a0")
	case '_':
		r.write("-")
	case '\\', '{', '}':
		r.letter(c)
	case '\r', '\n':
		r.write("\n")
	}
}

// unread reports whether a group that begins with a word holds no text.
func unread(word string) bool {
	switch word {
	case "fonttbl", "colortbl", "stylesheet", "info", "pict", "object", "header", "headerl", "headerr", "headerf",
		"footer", "footerl", "footerr", "footerf", "footnote", "listtable", "listoverridetable", "revtbl", "generator", "fldinst", "xe", "tc", "themedata", "datastore", "v":
		return true
	}
	return false
}

// word does what a control word says.
func (r *rtfReader) word(word string, n int, given bool) {
	switch word {
	case "par", "line", "row", "sect":
		r.write("\n")
	case "cell", "tab":
		r.write("\t")
	case "page":
		r.write("\n\f\n")
	case "u":
		if given {
			r.unicodeSign(n)
		}
	case "uc":
		r.group().unicode = min(max(n, 0), 100)
	case "bin":
		if given && n > 0 {
			r.at = min(len(r.data), r.at+n)
		}
	case "ansicpg":
		if e, _ := charset.Lookup("windows-" + strconv.Itoa(n)); e != nil {
			r.page = e
		}
	case "f":
		r.flush()
		r.group().font = n
	case "fcharset":
		if e := fontPage(n); e != nil {
			r.fonts[r.group().font] = e
		}
	default:
		r.sign(word)
		if unread(word) && !(word == "v" && given && n == 0) {
			r.flush()
			r.group().hidden = true
		}
	}
}

// sign writes what a word stands for, if it stands for a sign.
func (r *rtfReader) sign(word string) {
	signs := map[string]string{"emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”", "bullet": "•", "emspace": " ", "enspace": " "}
	if s := signs[word]; s != "" {
		r.write(s)
	}
}

// unicodeSign writes a sign by its number, half of one with the other half.
func (r *rtfReader) unicodeSign(n int) {
	r.flush()
	r.left = r.group().unicode
	sign := rune(n)
	if n < 0 {
		sign = rune(n + 1<<16)
	}
	switch {
	case utf16.IsSurrogate(sign) && r.high == 0:
		r.high = sign
		return
	case r.high != 0:
		sign = utf16.DecodeRune(r.high, sign)
	}
	r.high = 0
	r.write(string(sign))
}

// fontPage returns the code page of a font by the number of its charset.
func fontPage(n int) encoding.Encoding {
	names := map[int]string{0: "windows-1252", 128: "shift_jis", 129: "euc-kr", 134: "gbk", 136: "big5", 161: "windows-1253", 162: "windows-1254", 163: "windows-1258",
		177: "windows-1255", 178: "windows-1256", 186: "windows-1257", 204: "windows-1251", 222: "windows-874", 238: "windows-1250"}
	e, _ := charset.Lookup(names[n])
	return e
}
