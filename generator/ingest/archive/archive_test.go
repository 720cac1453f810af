package archive

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"parallax/generator/evaluate/dataset"
)

// record returns a record of a web archive.
func record(kind, address, block string) string {
	return fmt.Sprintf("WARC/1.0\r\nWARC-Type: %s\r\nWARC-Target-URI: %s\r\nWARC-Date: 2026-05-01T10:00:00Z\r\ncontent-length: %d\r\n\r\n%s\r\n\r\n",
		kind, address, len(block), block)
}

const (
	html    = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n"
	aPage   = "<p>One.</p>"
	chunked = html + "Transfer-Encoding: chunked\r\n\r\n"
)

func packed(s string) string {
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	w.Write([]byte(s))
	w.Close()
	return b.String()
}

// read returns what an archive holds as text: addresses and bodies, errors
// after an exclamation mark.
func read(archive string, format Format) string {
	var lines []string
	for r, err := range Records(strings.NewReader(archive), format) {
		if err != nil {
			lines = append(lines, "! "+err.Error())
			continue
		}
		line := r.Address + " " + string(r.Body)
		if r.Remark != "" {
			line += " (" + r.Remark + ")"
		}
		lines = append(lines, line)
	}
	return strings.Join(lines, "\n")
}

func TestRecordsOfWARC(t *testing.T) {
	page := record("response", "http://a.example/1", html+"\r\n"+aPage)
	for name, test := range map[string]struct{ archive, want string }{
		"page":              {page, "http://a.example/1 <p>One.</p>"},
		"packed":            {packed(page) + packed(page), "http://a.example/1 <p>One.</p>\nhttp://a.example/1 <p>One.</p>"},
		"no record between": {page + record("request", "http://a.example/2", "") + "lost <p>words</p>\r\n" + page + page, "http://a.example/1 <p>One.</p>\n! record 3: no record begins where one should; is it a web archive (WARC)?\nhttp://a.example/1 <p>One.</p>\nhttp://a.example/1 <p>One.</p>"},
		"brackets":          {record("response", "<http://a.example/1>", html+"\r\n"+aPage), "http://a.example/1 <p>One.</p>"},
		"resource":          {strings.Replace(record("resource", "http://a.example/", aPage), "WARC-Date", "Content-Type: text/html\r\nWARC-Date", 1), "http://a.example/ <p>One.</p>"},
		"chunked":           {record("response", "http://a.example/", chunked+"b\r\n"+aPage+"\r\n0\r\n\r\n"), "http://a.example/ <p>One.</p>"},
		"said chunked":      {record("response", "http://a.example/", chunked+aPage), "http://a.example/ <p>One.</p>"},
		"not found":         {record("response", "http://a.example/", "HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\nx"), ""},
		"picture":           {record("response", "http://a.example/", "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\nx"), ""},
		"others":            {record("warcinfo", "", "x") + record("request", "http://a.example/", "x") + record("revisit", "http://a.example/", html) + page, "http://a.example/1 <p>One.</p>"},
		"short length":      {record("response", "http://a.example/1", html+"Content-Length: 3\r\n\r\n"+aPage), "http://a.example/1 <p>One.</p>"},
		"long length":       {record("response", "http://a.example/1", html+"Content-Length: 30\r\n\r\n"+aPage), "http://a.example/1 <p>One.</p> (it breaks off: 11 of its 30 bytes are there)"},
		"short record":      {strings.Replace(page, "content-length: 70", "content-length: 65", 1) + page, "http://a.example/1 <p>One.</p>\nhttp://a.example/1 <p>One.</p>"},
		"HTTP/2":            {record("response", "http://a.example/1", "HTTP/2 200\r\nno field\r\ncontent-type: text/html\r\n\r\n"+aPage), "http://a.example/1 <p>One.</p>"},
		"unpacked":          {record("response", "http://a.example/1", html+"Content-Encoding: br\r\n\r\n"+aPage), "http://a.example/1 <p>One.</p>"},
		"unknown":           {record("response", "http://a.example/1", html+"Content-Encoding: compress\r\n\r\n\x1f\x9d\x90\xff"), "! record 1: http://a.example/1: it is packed with compress, which is not read"},
		"no HTTP":           {record("response", "http://a.example/", "hello") + page, "! record 1: http://a.example/: the answer cannot be read: it begins with \"hello\"\nhttp://a.example/1 <p>One.</p>"},
		"large":             {record("response", "http://a.example/", html+"\r\n"+strings.Repeat("x", largest)) + page, "! record 1: http://a.example/ has more than 10 MB\nhttp://a.example/1 <p>One.</p>"},
		"cut":               {page + page[:len(page)-20], "http://a.example/1 <p>One.</p>\n! record 2: the archive breaks off: unexpected EOF"},
		"cut head":          {page + page[:50], "http://a.example/1 <p>One.</p>\n! record 2: the archive breaks off: unexpected EOF"},
		"length":            {strings.Replace(page, "content-length: ", "content-length: -", 1), "! record 1: its length is \"-70\""},
		"long":              {"WARC/1.0\r\nContent-Length: 9999999999999\r\n\r\nx", "! record 1: the archive breaks off: unexpected EOF"},
		"other format":      {"filedesc://x 0.0.0.0 2026 text/plain 73\n", "! record 1: no record begins where one should; is it a web archive (WARC)?"},
		"long line":         {"WARC/1.0\r\n" + strings.Repeat("x", longestLine+1), "! record 1: the archive breaks off: bufio: buffer full"},
		"many lines":        {"WARC/1.0\r\n" + strings.Repeat("a: b\r\n", mostLines+1), "! record 1: its head does not end"},
		"empty":             {"", ""},
		"blanks":            {strings.Repeat("\r\n", mostLines+1), "! record 1: nothing but empty lines"},
		"broken gzip":       {packed(page)[:60], "! record 1: unexpected EOF"},
		"not even gzip":     {"\x1f\x8bxx", "! unpack the archive: unexpected EOF"},
	} {
		if got := read(test.archive, WARC); got != test.want {
			t.Errorf("%s:\n%s\nnot\n%s", name, got, test.want)
		}
	}
}

// TestBounded ends an archive that unpacks without end.
// TestWanted unpacks no page that nobody wants.
func TestWanted(t *testing.T) {
	crawl := record("response", "http://a.example/1", "no HTTP at all") + record("response", "http://b.example/1", html+"\r\n"+aPage)
	var got []string
	for r, err := range Wanted(strings.NewReader(crawl), WARC, func(address string) bool { return strings.Contains(address, "b.example") }) {
		got = append(got, fmt.Sprint(r.Address, " ", err))
	}
	if s := strings.Join(got, "\n"); s != "http://b.example/1 <nil>" {
		t.Errorf("got %s", s)
	}
}

func TestBounded(t *testing.T) {
	b := &bounded{strings.NewReader("12345"), 3}
	p := make([]byte, 10)
	if n, err := b.Read(p); n != 3 || err != nil {
		t.Error(n, err)
	}
	if _, err := b.Read(p); err != errLarge {
		t.Error(err)
	}
}

// saved is a page as browsers save it.
const saved = `From: <Saved by Blink>
Snapshot-Content-Location: https://lantern.example/bath
Date: Fri, 1 May 2026 10:00:00 +0200
MIME-Version: 1.0
Content-Type: multipart/related; type="text/html"; boundary="b"

--b
Content-Type: image/png
Content-Location: https://lantern.example/a.png
Content-Transfer-Encoding: base64

AAAA
--b
Content-Type: text/html; charset=windows-1252
Content-Transfer-Encoding: quoted-printable
Content-Location: https://lantern.example/bath

<p>The caf=E9 is=
 open.</p>
--b--
`

// nested is a message whose parts are messages, so many deep.
func nested(depth int) string {
	var b strings.Builder
	for i := range depth {
		fmt.Fprintf(&b, "Content-Type: multipart/mixed; boundary=b%dx\n\n--b%dx\n", i, i)
	}
	return b.String()
}

func TestRecordsOfMHTML(t *testing.T) {
	for name, test := range map[string]struct{ archive, want string }{
		"saved":    {saved, "https://lantern.example/bath <p>The caf\xe9 is open.</p>"},
		"base64":   {strings.NewReplacer("quoted-printable", "base64", "<p>The caf=E9 is=\n open.</p>", "PHA+T25l\nLjwvcD4=").Replace(saved), "https://lantern.example/bath <p>One.</p>"},
		"one part": {"Content-Type: text/html\nContent-Location: cid:x\n\n" + aPage, "cid:x <p>One.</p>"},
		"no page":  {"Content-Type: text/plain\n\nx", "! the saved page has no part of HTML"},
		"cut":      {strings.ReplaceAll(saved, "--b--\n", ""), "https://lantern.example/bath <p>The caf\xe9 is open.</p> (it breaks off after 24 bytes)"},
		"empty":    {"", "! read the saved page: unexpected EOF"},
		"deep":     {nested(deepest + 2), "! read the saved page: its parts nest too deep"},
		"large":    {"Content-Type: text/html\n\n" + strings.Repeat("x", largest+1), "! read the saved page: the page has more than 10 MB"},
	} {
		if got := read(test.archive, MHTML); got != test.want {
			t.Errorf("%s:\n%q\nnot\n%q", name, got, test.want)
		}
	}
	for r := range Records(strings.NewReader(saved), MHTML) {
		if !r.Retrieved.Equal(time.Date(2026, 5, 1, 8, 0, 0, 0, time.UTC)) {
			t.Error(r.Retrieved)
		}
	}
}

// TestRecordsOfSamples reads published archives, good and broken.
func TestRecordsOfSamples(t *testing.T) {
	folder := dataset.Path(t, "suites/warc-samples")
	for name, want := range map[string]struct {
		pages int
		err   bool
	}{
		"example.warc": {1, false}, "example.warc.gz": {1, false}, "example-digest.warc": {0, false}, "example-trunc.warc": {1, false},
		"example-iana.org-chunked.warc": {1, false}, "example-resource.warc.gz": {1, false}, "example-space-in-target-uri.warc.gz": {0, false},
		"example-wget-bad-target-uri.warc.gz": {1, false}, "example-wrong-chunks.warc.gz": {1, false}, "example-bad-non-chunked.warc.gz": {1, false},
		"example-bad.warc.gz.bad": {1, false}, "post-test.warc.gz": {0, false}, "example.arc": {0, true}, "example.arc.gz": {0, true}, "bad.arc": {0, true}, "example-space-in-url.arc": {0, true},
	} {
		data, err := os.ReadFile(filepath.Join(folder, name))
		if err != nil {
			t.Fatal(err)
		}
		pages, failed := 0, false
		for r, err := range Records(bytes.NewReader(data), WARC) {
			if failed = failed || err != nil; err == nil {
				pages++
				body := r.Body
				if z, err := gzip.NewReader(bytes.NewReader(body)); err == nil {
					body, _ = io.ReadAll(z)
				}
				if !bytes.Contains(bytes.ToLower(body), []byte("html")) || r.Retrieved.IsZero() {
					t.Errorf("%s: %.60q, %s", name, r.Body, r.Retrieved)
				}
			}
		}
		if pages != want.pages || failed != want.err {
			t.Errorf("%s: %d pages, error %v", name, pages, failed)
		}
	}
}

func FuzzRecords(f *testing.F) {
	f.Add(saved)
	f.Add(record("response", "http://a.example/1", chunked+aPage))
	f.Fuzz(func(t *testing.T, s string) {
		for _, format := range []Format{WARC, MHTML} {
			for r, err := range Records(strings.NewReader(s), format) {
				if err == nil && len(r.Body) > largest {
					t.Error(len(r.Body))
				}
			}
		}
	})
}
