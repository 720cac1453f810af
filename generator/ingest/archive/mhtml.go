package archive

import (
	"bufio"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"net/mail"
	"net/textproto"
	"strings"
)

// message reads the page out of a saved page with its parts.
func message(in *bufio.Reader) (Record, error) {
	m, err := mail.ReadMessage(in)
	if err != nil {
		return Record{}, fmt.Errorf("read the saved page: %w", noEOF(err))
	}
	r := Record{Address: m.Header.Get("Snapshot-Content-Location")}
	if at, err := m.Header.Date(); err == nil {
		r.Retrieved = at
	}
	found, err := r.part(textproto.MIMEHeader(m.Header), m.Body, 0)
	if err != nil {
		return Record{}, fmt.Errorf("read the saved page: %w", noEOF(err))
	}
	if !found {
		return Record{}, errors.New("the saved page has no part of HTML")
	}
	return r, nil
}

// part reads a part, and says whether the page was in it.
func (r *Record) part(head textproto.MIMEHeader, body io.Reader, depth int) (bool, error) {
	if depth > deepest {
		return false, errors.New("its parts nest too deep")
	}
	stated := head.Get("Content-Type")
	kind, parameters, err := mime.ParseMediaType(stated)
	if err != nil {
		return false, nil // a part of no kind is not the page
	}
	switch {
	case strings.HasPrefix(kind, "multipart/"):
		return r.parts(multipart.NewReader(body, parameters["boundary"]), depth)
	case kind != "text/html" && kind != "application/xhtml+xml":
		return false, nil
	}
	data, err := io.ReadAll(io.LimitReader(decoded(head.Get("Content-Transfer-Encoding"), body), largest+1))
	if err != nil && len(data) == 0 {
		return false, err
	}
	if err != nil {
		r.Remark = fmt.Sprintf("it breaks off after %d bytes", len(data))
	}
	if len(data) > largest {
		return false, fmt.Errorf("the page has more than %d MB", largest>>20)
	}
	if at := head.Get("Content-Location"); r.Address == "" || strings.HasPrefix(at, "http") {
		r.Address = at
	}
	r.Type, r.Body = stated, data
	return true, nil
}

func (r *Record) parts(in *multipart.Reader, depth int) (bool, error) {
	for {
		p, err := in.NextRawPart()
		if errors.Is(err, io.EOF) {
			return false, nil
		}
		if err != nil {
			return false, err
		}
		if found, err := r.part(p.Header, p, depth+1); found || err != nil {
			return found, err
		}
	}
}

// decoded undoes the way in which a part was written.
func decoded(encoding string, body io.Reader) io.Reader {
	switch strings.ToLower(strings.TrimSpace(encoding)) {
	case "quoted-printable":
		return quotedprintable.NewReader(body)
	case "base64":
		return base64.NewDecoder(base64.StdEncoding, body) // it passes over the ends of lines
	}
	return body
}
