package feed

import (
	"bytes"
	"mime"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/encoding/unicode/utf32"

	"parallax/generator/text"
)

// decode returns a feed as UTF-8 that readers of XML accept. Its encoding is
// told by its first bytes, then by whoever sent it, then by its declaration; what
// says UTF-8 or nothing and is not is taken for the encoding of Windows, as
// browsers take it. Bytes and characters that no XML may have are replaced, and
// so is an ampersand that begins no reference: a feed is not refused for them.
func decode(data []byte, stated string) []byte {
	text := string(data)
	if e := encodingOf(data, stated); e != nil {
		if decoded, err := e.NewDecoder().Bytes(data); err == nil {
			text = string(decoded)
		}
	}
	text = strings.TrimPrefix(strings.ToValidUTF8(text, "\ufffd"), "\ufeff")
	if rest, found := strings.CutPrefix(text, "<?xml"); found {
		if _, body, found := strings.Cut(rest, "?>"); found {
			text = `<?xml version="1.0" encoding="utf-8"?>` + body
		}
	}
	return []byte(mendMarkup(text))
}

// encodingOf returns the encoding of a feed, nil if it is UTF-8.
func encodingOf(data []byte, stated string) encoding.Encoding {
	switch {
	case bytes.HasPrefix(data, []byte("\xef\xbb\xbf")):
		return nil
	case bytes.HasPrefix(data, []byte("\xff\xfe\x00\x00")), bytes.HasPrefix(data, []byte("<\x00\x00\x00")):
		return utf32.UTF32(utf32.LittleEndian, utf32.UseBOM)
	case bytes.HasPrefix(data, []byte("\x00\x00\xfe\xff")), bytes.HasPrefix(data, []byte("\x00\x00\x00<")):
		return utf32.UTF32(utf32.BigEndian, utf32.UseBOM)
	case bytes.HasPrefix(data, []byte("\xff\xfe")), bytes.HasPrefix(data, []byte("<\x00")):
		return unicode.UTF16(unicode.LittleEndian, unicode.UseBOM)
	case bytes.HasPrefix(data, []byte("\xfe\xff")), bytes.HasPrefix(data, []byte("\x00<")):
		return unicode.UTF16(unicode.BigEndian, unicode.UseBOM)
	}
	_, parameters, _ := mime.ParseMediaType(stated)
	for _, label := range []string{parameters["charset"], declared(data)} {
		e, name := charset.Lookup(label)
		switch {
		case e == nil || strings.HasPrefix(name, "utf-16"): // which it is not, by its first bytes
			continue
		case name == "utf-8" && !utf8.Valid(data) && !text.HasUTF8(data):
			return charmap.Windows1252
		case name == "utf-8":
			return nil
		case utf8.Valid(data) && text.HasUTF8(data) && !bytes.Contains(data, []byte("\x1b")):
			return nil // whoever said otherwise did not look
		}
		return e
	}
	if !utf8.Valid(data) && !text.HasUTF8(data) {
		return charmap.Windows1252
	}
	return nil
}

// declaration is the beginning of an XML document that names its encoding.
var declaration = regexp.MustCompile(`^\s*<\?xml\s[^>]*encoding\s*=\s*["']([\w.:-]+)["']`)

// declared returns the encoding that an XML declaration names.
func declared(data []byte) string {
	head, _, _ := bytes.Cut(data[:min(len(data), 1<<10)], []byte("?>"))
	if m := declaration.FindSubmatch(head); m != nil {
		return string(m[1])
	}
	return ""
}

// reference is a reference to a character or an entity.
var reference = regexp.MustCompile(`^&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][\w.-]*);`)

// mendMarkup replaces what XML does not allow outside of CDATA.
func mendMarkup(text string) string {
	text = strings.Map(func(r rune) rune {
		if !isXML(r) {
			return ' '
		}
		return r
	}, text)
	var b strings.Builder
	for {
		at := strings.IndexAny(text, "&<")
		if at < 0 {
			b.WriteString(text)
			return b.String()
		}
		b.WriteString(text[:at])
		text = text[at:]
		n := 1
		switch {
		case strings.HasPrefix(text, "<![CDATA["):
			if end := strings.Index(text, "]]>"); end > 0 {
				n = end + len("]]>")
			}
			b.WriteString(text[:n])
		case text[0] == '<':
			b.WriteByte('<')
		default:
			found := reference.FindString(text)
			switch {
			case found == "":
				b.WriteString("&amp;")
			case isBadReference(found):
				b.WriteByte(' ')
				n = len(found)
			default:
				b.WriteString(strings.Replace(found, "&#X", "&#x", 1))
				n = len(found)
			}
		}
		text = text[n:]
	}
}

// isXML reports whether a character may stand in XML 1.0.
func isXML(r rune) bool {
	return r == '\t' || r == '\n' || r == '\r' || r >= 0x20 && r <= 0xd7ff || r >= 0xe000 && r <= 0xfffd || r >= 0x10000 && r <= 0x10ffff
}

// isBadReference reports whether a reference names a character that may not
// stand in XML.
func isBadReference(reference string) bool {
	digits, base := strings.Trim(reference, "&#;"), 10
	if !strings.HasPrefix(reference, "&#") {
		return false
	}
	if digits[0] == 'x' || digits[0] == 'X' {
		digits, base = digits[1:], 16
	}
	n, err := strconv.ParseInt(digits, base, 32)
	return err != nil || !isXML(rune(n))
}
