package archive

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"iter"
	"mime"
	"net/http/httputil"
	"net/textproto"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"parallax/generator/ingest/coding"
)

// records yields the pages of a web archive.
func records(in *bufio.Reader, wanted func(string) bool) iter.Seq2[Record, error] {
	return func(yield func(Record, error) bool) {
		if magic, _ := in.Peek(2); bytes.Equal(magic, []byte{0x1f, 0x8b}) {
			packed, err := gzip.NewReader(in)
			if err != nil {
				yield(Record{}, fmt.Errorf("unpack the archive: %w", err))
				return
			}
			in = bufio.NewReaderSize(&bounded{packed, largestArchive}, longestLine)
		}
		for n := 1; ; n++ {
			r, found, err := next(in, wanted)
			switch {
			case errors.Is(err, io.EOF):
				return
			case err != nil:
				err = fmt.Errorf("record %d: %w", n, err)
			case !found:
				continue
			}
			var bad *badPage
			if !yield(r, err) || err != nil && !errors.As(err, &bad) && !(errors.Is(err, errNoRecord) && seek(in)) {
				return
			}
		}
	}
}

// A badPage is an error that only one page has.
type badPage struct{ error }

// seek goes to where the next record begins, and reports whether there is one.
func seek(in *bufio.Reader) bool {
	for {
		if begin, _ := in.Peek(len(recordMark)); string(begin) == recordMark {
			return true
		}
		if _, err := in.ReadSlice('\n'); err != nil && !errors.Is(err, bufio.ErrBufferFull) {
			return false
		}
	}
}

// recordMark is how a record begins.
const recordMark = "WARC/1."

// errNoRecord says that something else stands where a record should.
var errNoRecord = errors.New("no record begins where one should; is it a web archive (WARC)?")

// next reads a record, and says whether it holds a page that is wanted.
func next(in *bufio.Reader, wanted func(string) bool) (r Record, found bool, err error) {
	head, err := warcHead(in)
	if err != nil {
		return Record{}, false, err
	}
	size, err := strconv.ParseInt(head.Get("Content-Length"), 10, 64)
	if err != nil || size < 0 {
		return Record{}, false, fmt.Errorf("its length is %q", head.Get("Content-Length"))
	}
	r.Address = strings.Trim(head.Get("WARC-Target-URI"), "<>")
	r.Retrieved, _ = time.Parse(time.RFC3339, head.Get("WARC-Date")) // a broken date is an unknown one
	kind := head.Get("WARC-Type")
	if kind != "response" && kind != "resource" || !strings.HasPrefix(r.Address, "http") || wanted != nil && !wanted(r.Address) {
		return Record{}, false, skip(in, size)
	}
	if size > largest {
		if err := skip(in, size); err != nil {
			return Record{}, false, err
		}
		return r, false, &badPage{fmt.Errorf("%s has more than %d MB", r.Address, largest>>20)}
	}
	block := make([]byte, size)
	if _, err := io.ReadFull(in, block); err != nil {
		return Record{}, false, fmt.Errorf("the archive breaks off: %w", noEOF(err))
	}
	if block, err = rest(in, block); err != nil {
		return Record{}, false, err
	}
	if kind == "resource" {
		r.Type, r.Body = head.Get("Content-Type"), block
		return r, isPage(r.Type), nil
	}
	found, err = r.answer(block)
	return r, found, err
}

// rest returns a block with the bytes that follow it, where the head of its
// record gave too small a length: a record, or the end, must be next.
func rest(in *bufio.Reader, block []byte) ([]byte, error) {
	next, err := in.Peek(len("\r\n\r\nWARC/"))
	if err != nil && len(next) == 0 || len(bytes.TrimSpace(next)) == 0 || bytes.HasPrefix(bytes.TrimSpace(next), []byte("WARC/")) || bytes.HasPrefix([]byte("WARC/"), bytes.TrimSpace(next)) {
		return block, nil
	}
	for {
		if next, _ := in.Peek(len(recordMark)); string(next) == recordMark {
			return bytes.TrimRight(block, "\r\n"), nil
		}
		line, err := in.ReadSlice('\n')
		block = append(block, line...)
		switch {
		case len(block) > largest:
			return nil, fmt.Errorf("a record goes on for more than %d MB after its length", largest>>20)
		case errors.Is(err, io.EOF):
			return bytes.TrimRight(block, "\r\n"), nil
		case err != nil && !errors.Is(err, bufio.ErrBufferFull):
			return nil, err
		}
	}
}

// warcHead reads the head of a record; io.EOF if there is none any more.
func warcHead(in *bufio.Reader) (textproto.MIMEHeader, error) {
	line, err := firstLine(in)
	if err != nil {
		return nil, err
	}
	if !strings.HasPrefix(line, "WARC/") {
		return nil, errNoRecord
	}
	head := textproto.MIMEHeader{}
	for range mostLines {
		line, err := readLine(in)
		if err != nil {
			return nil, fmt.Errorf("the archive breaks off: %w", noEOF(err))
		}
		if line == "" {
			return head, nil
		}
		if key, value, ok := strings.Cut(line, ":"); ok {
			head.Add(strings.TrimSpace(key), strings.TrimSpace(value))
		}
	}
	return nil, errors.New("its head does not end")
}

// firstLine returns the first line that is not empty.
func firstLine(in *bufio.Reader) (string, error) {
	for range mostLines {
		line, err := readLine(in)
		if err != nil || line != "" {
			return line, err
		}
	}
	return "", errors.New("nothing but empty lines")
}

// readLine reads a line without its end.
func readLine(in *bufio.Reader) (string, error) {
	line, err := in.ReadSlice('\n')
	if err != nil && !(errors.Is(err, io.EOF) && len(line) > 0) {
		return "", err
	}
	return strings.TrimRight(string(line), "\r\n"), nil
}

func skip(in *bufio.Reader, size int64) error {
	if _, err := io.CopyN(io.Discard, in, size); err != nil {
		return fmt.Errorf("the archive breaks off: %w", noEOF(err))
	}
	return nil
}

// noEOF returns an end that comes too soon as such.
func noEOF(err error) error {
	if errors.Is(err, io.EOF) {
		return io.ErrUnexpectedEOF
	}
	return err
}

// answer reads the page out of an HTTP answer. Crawlers write down chunked and
// packed answers as they came, or unpacked under the same head, and heads that no
// server of today sends; a length in the head that is too small cuts nothing.
func (r *Record) answer(block []byte) (bool, error) {
	head, body := cutHead(block)
	status, head, _ := bytes.Cut(head, []byte("\n"))
	if !bytes.HasPrefix(status, []byte("HTTP/")) {
		return false, &badPage{fmt.Errorf("%s: the answer cannot be read: it begins with %.20q", r.Address, status)}
	}
	fields := fieldsOf(head)
	r.Type = fields.Get("Content-Type")
	if code := strings.Fields(string(status)); len(code) < 2 || code[1] != "200" || !isPage(r.Type) {
		return false, nil
	}
	if length, err := strconv.Atoi(fields.Get("Content-Length")); err == nil && length > len(body) {
		r.Remark = fmt.Sprintf("it breaks off: %d of its %d bytes are there", len(body), length)
	}
	if strings.Contains(strings.ToLower(fields.Get("Transfer-Encoding")), "chunked") {
		if whole, err := io.ReadAll(httputil.NewChunkedReader(bytes.NewReader(body))); err == nil {
			body = whole
		}
	}
	unpacked, err := coding.Unpack(strings.Join(fields["Content-Encoding"], ","), body, largest)
	switch {
	case err == nil:
		body = unpacked
	case !utf8.Valid(body[:min(len(body), 512)]) && !bytes.Contains(body[:min(len(body), 512)], []byte("<")): // it is not what was unpacked before it was written down
		return false, &badPage{fmt.Errorf("%s: %w", r.Address, err)}
	}
	r.Body = body
	return true, nil
}

// cutHead cuts an answer after the empty line that ends its head.
func cutHead(block []byte) (head, body []byte) {
	at, size := bytes.Index(block, []byte("\n\n")), 2
	if crlf := bytes.Index(block, []byte("\r\n\r\n")); crlf >= 0 && (at < 0 || crlf < at) {
		at, size = crlf, 4
	}
	if at < 0 {
		return block, nil
	}
	return block[:at], block[at+size:]
}

// fieldsOf reads the lines of a head. A line that is no field is passed over.
func fieldsOf(head []byte) textproto.MIMEHeader {
	fields := textproto.MIMEHeader{}
	for line := range strings.Lines(string(head)) {
		if key, value, ok := strings.Cut(line, ":"); ok && !strings.ContainsAny(key, " \t") {
			fields.Add(key, strings.TrimSpace(value))
		}
	}
	return fields
}

// isPage reports whether a type of content is one of articles.
func isPage(stated string) bool {
	kind, _, err := mime.ParseMediaType(stated)
	return stated == "" || err != nil || kind == "text/html" || kind == "application/xhtml+xml" || kind == "text/plain"
}
