package office

import (
	"bytes"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"net/mail"
	"strings"
	"time"

	"golang.org/x/net/html/charset"
)

// A Letter is an e-mail.
type Letter struct {
	Subject string
	Sender  string    // the name that whoever sent it goes by, or the address
	Host    string    // of the sender's address
	Date    time.Time // zero if it states none
	Archive string    // the address of the letter on the web, if it states one (RFC 5064)
	HTML    Body
	Plain   Body
}

// A Body is the text of a letter in one form.
type Body struct {
	Data []byte
	Type string // Content-Type as stated
}

// Mail reads an e-mail. If it carries another one as an attachment, that one was
// forwarded and is what is read.
func Mail(data []byte) (Letter, error) {
	parts := 0
	return letter(data, mostLetters, &parts)
}

func letter(data []byte, depth int, parts *int) (Letter, error) {
	m, err := mail.ReadMessage(bytes.NewReader(data))
	if err != nil {
		return Letter{}, fmt.Errorf("read the e-mail: %w", err)
	}
	l := Letter{Subject: oneLine(decodedHeader(m.Header.Get("Subject")))}
	l.Date, _ = m.Header.Date()
	if from, err := (&mail.AddressParser{WordDecoder: wordDecoder()}).Parse(m.Header.Get("From")); err == nil {
		l.Sender = oneLine(from.Name)
		_, l.Host, _ = strings.Cut(from.Address, "@")
	}
	l.Archive = strings.Trim(m.Header.Get("Archived-At"), "<> ")
	if inner, err := l.take(m.Header.Get("Content-Type"), m.Header.Get("Content-Transfer-Encoding"), m.Body, depth, parts); err != nil || inner != nil {
		if inner != nil {
			return *inner, err
		}
		return Letter{}, fmt.Errorf("read the e-mail: %w", err)
	}
	if l.HTML.Data == nil && l.Plain.Data == nil {
		return l, errors.New("the e-mail has no text")
	}
	return l, nil
}

// wordDecoder decodes headers in any encoding that pages of the web have.
func wordDecoder() *mime.WordDecoder {
	return &mime.WordDecoder{CharsetReader: func(name string, input io.Reader) (io.Reader, error) {
		return charset.NewReaderLabel(name, input)
	}}
}

func decodedHeader(s string) string {
	decoded, err := wordDecoder().DecodeHeader(s)
	if err != nil {
		return s
	}
	return decoded
}

// take reads a part. The first text of each form counts; a letter in the letter
// is returned.
func (l *Letter) take(stated, encoding string, body io.Reader, depth int, parts *int) (*Letter, error) {
	if *parts++; *parts > mostParts || depth == 0 {
		return nil, errors.New("it has too many parts, or parts in each other")
	}
	kind, parameters, err := mime.ParseMediaType(stated)
	if err != nil {
		kind = "text/plain" // as RFC 2045 has it
	}
	switch {
	case strings.HasPrefix(kind, "multipart/"):
		return l.takeParts(multipart.NewReader(body, parameters["boundary"]), depth, parts)
	case kind != "text/html" && kind != "text/plain" && kind != "message/rfc822":
		return nil, nil
	}
	data, err := readMost(transferred(body, encoding), mostBody)
	if err != nil {
		return nil, err
	}
	switch {
	case kind == "message/rfc822":
		inner, err := letter(data, depth-1, parts)
		return &inner, err
	case kind == "text/html" && l.HTML.Data == nil:
		l.HTML = Body{data, stated}
	case kind == "text/plain" && l.Plain.Data == nil:
		l.Plain = Body{data, stated}
	}
	return nil, nil
}

func (l *Letter) takeParts(r *multipart.Reader, depth int, parts *int) (*Letter, error) {
	for {
		p, err := r.NextRawPart()
		if errors.Is(err, io.EOF) {
			return nil, nil
		}
		if err != nil {
			if l.HTML.Data != nil || l.Plain.Data != nil {
				return nil, nil // what came before a mistake was read
			}
			return nil, err
		}
		inner, err := l.take(p.Header.Get("Content-Type"), p.Header.Get("Content-Transfer-Encoding"), p, depth-1, parts)
		if err != nil || inner != nil {
			return inner, err
		}
	}
}

// transferred returns a part as it was before it was sent.
func transferred(body io.Reader, encoding string) io.Reader {
	switch strings.ToLower(strings.TrimSpace(encoding)) {
	case "base64":
		return base64.NewDecoder(base64.StdEncoding, body)
	case "quoted-printable":
		return quotedprintable.NewReader(body)
	}
	return body
}
