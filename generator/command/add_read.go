package command

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"mime"
	"os"
	"time"

	"parallax/generator/corpus"
	"parallax/generator/ingest"
	"parallax/generator/ingest/archive"
	"parallax/generator/ingest/collection"
	"parallax/generator/ingest/fetch"
	"parallax/generator/ingest/table"
	"parallax/generator/text"
)

// An intake reads sources and gives what it found to the desk.
type intake struct {
	flags     addFlags
	desk      *ingest.Desk
	client    *fetch.Client
	console   *console
	languages *text.Languages
	stdin     io.Reader
	now       time.Time
	batch     []found
	tally     tally
	written   bool    // something was given to the desk
	listed    *listed // the entry of a list that is downloaded; nil if none is
	titled    string  // what a feed calls the page that is read, which counts if the page says nothing
}

// A found document, and what it was found in.
type found struct {
	source  string
	doc     ingest.Document
	updates string // the file of the article that it is a newer version of; empty if it is not known as one
	quiet   bool   // one of many, which is told only if somebody asks
}

// gather reads sources. What cannot be read is told and counted.
func (in *intake) gather(ctx context.Context, sources []string) {
	sources, err := expand(sources)
	if err != nil {
		in.fail("", err)
	}
	for i, source := range sources {
		if ctx.Err() != nil {
			return
		}
		in.console.progress("reading %d of %d: %s", i+1, len(sources), source)
		in.read(ctx, source)
	}
}

// fail tells what went wrong with a source, and counts it.
func (in *intake) fail(source string, err error) {
	in.tally.failed++
	if source != "" {
		err = fmt.Errorf("%s: %w", in.called(source), err)
	}
	in.console.note("%v", err)
}

// read reads one source.
func (in *intake) read(ctx context.Context, source string) {
	kind := kindOf(source)
	switch kind {
	case kindAddress:
		in.download(ctx, source)
		return
	case kindUnknown:
		if _, err := os.Stat(source); err != nil {
			in.fail(source, errors.Unwrap(err))
			return
		}
		in.fail(source, errors.New("only addresses and .html, .html.gz, .mhtml, .warc, .warc.gz, .pdf, .docx, .eml, .txt, .md, .csv, .tsv, .json, .jsonl, .parquet, .ris, .bib, .rtf and .zip are read"))
		return
	}
	file := io.NopCloser(in.stdin)
	if kind != kindInput {
		f, err := os.Open(source)
		if err != nil {
			in.fail(source, errors.Unwrap(err))
			return
		}
		file = f
	}
	defer file.Close()
	switch kind {
	case kindSaved:
		in.archive(ctx, source, file, archive.MHTML)
	case kindArchive:
		in.archive(ctx, source, file, archive.WARC)
	default:
		in.file(ctx, source, file, kind)
	}
}

// file reads a page or a text. What standard input holds is told by how it
// begins.
func (in *intake) file(ctx context.Context, source string, file io.Reader, kind sourceKind) {
	data, err := io.ReadAll(io.LimitReader(file, collection.Largest+1))
	if err == nil && (kind == kindTable || collection.Is(data)) {
		in.collection(ctx, source, data)
		return
	}
	if err == nil && kind == kindInput {
		data, err = ingest.Unpack(data)
		if format, is := archiveIn(data); is {
			in.archive(ctx, source, bytes.NewReader(data), format)
			return
		}
		if kind = kindIn(data); kind == kindTable {
			in.collection(ctx, source, data)
			return
		}
	}
	if err != nil {
		in.fail(source, err)
		return
	}
	in.document(ctx, source, ingest.Page{Data: data, Address: in.flags.url}, kind, corpus.Date{})
}

// kindIn returns what data is that is no archive, by how it begins.
func kindIn(data []byte) sourceKind {
	begin := bytes.TrimSpace(data[:min(len(data), 4<<10)])
	head, _, _ := bytes.Cut(bytes.ReplaceAll(begin, []byte("\r\n"), []byte("\n")), []byte("\n\n"))
	has := func(name string) bool {
		return bytes.Contains(append([]byte("\n"), bytes.ToLower(head)...), []byte("\n"+name+":"))
	}
	switch {
	case bytes.HasPrefix(begin, []byte("%PDF-")):
		return kindPDF
	case bytes.HasPrefix(begin, []byte("PK\x03\x04")):
		return kindWord
	case bytes.HasPrefix(begin, []byte("<")):
		return kindPage
	case bytes.HasPrefix(begin, []byte("PAR1")), bytes.HasPrefix(begin, []byte("{")), bytes.HasPrefix(begin, []byte("[")):
		return kindTable
	case table.Is(data):
		return kindTable
	case has("from") && has("subject") && (has("mime-version") || has("message-id") || has("received")):
		return kindMail
	}
	return kindText
}

// archiveIn returns the format of the archive that data is, if it is one.
func archiveIn(data []byte) (archive.Format, bool) {
	if bytes.HasPrefix(data, []byte("WARC/")) {
		return archive.WARC, true
	}
	head, _, _ := bytes.Cut(bytes.ReplaceAll(data[:min(len(data), 4<<10)], []byte("\r\n"), []byte("\n")), []byte("\n\n"))
	return archive.MHTML, bytes.Contains(head, []byte("multipart/related")) && !bytes.HasPrefix(head, []byte("<"))
}

// archive reads the pages of an archive.
func (in *intake) archive(ctx context.Context, source string, file io.Reader, format archive.Format) {
	n := 0
	for r, err := range archive.Wanted(file, format, in.wanted(source)) {
		if n++; err != nil {
			in.fail(source, err)
			continue
		}
		in.console.progress("reading %s: page %d", source, n)
		name, kind := source, kindPage
		if r.Address != "" && format == archive.WARC {
			name += ": " + r.Address
		}
		if isPlain(r.Type) {
			kind = kindText
		}
		if r.Remark != "" {
			in.console.note("%s: %s", name, r.Remark)
		}
		retrieved := corpus.Date{}
		if !r.Retrieved.IsZero() {
			retrieved = corpus.Moment(r.Retrieved.UTC().Truncate(time.Second))
		}
		in.document(ctx, name, ingest.Page{Data: r.Body, Address: r.Address, Type: r.Type}, kind, retrieved)
	}
	if n == 0 && len(in.flags.sieve.Hosts) == 0 {
		in.fail(source, errors.New("there is no page in it"))
	}
}

// download reads a page from the web, unless it is there already.
func (in *intake) download(ctx context.Context, address string) {
	if held := in.desk.Holds(address); held != "" && !in.flags.replace {
		in.held(in.called(address), held)
		return
	}
	in.client.Name(address)
	if _, err := in.fetch(ctx, fetch.Request{Address: address}); err != nil && ctx.Err() == nil {
		in.fail(address, err)
	}
}

// fetch downloads a page and reads it, unless it has not changed. Its errors
// are told by the caller.
func (in *intake) fetch(ctx context.Context, r fetch.Request) (fetch.Answer, error) {
	answer, err := in.client.Get(ctx, r)
	if err != nil || answer.Same {
		return answer, err
	}
	kind := kindPage
	if isPlain(answer.Type) {
		kind = kindText
	}
	retrieved := corpus.Moment(in.now.UTC().Truncate(time.Second))
	in.document(ctx, r.Address, ingest.Page{Data: answer.Body, Address: answer.Address, Type: answer.Type}, kind, retrieved)
	return answer, nil
}

// isPlain reports whether a Content-Type is that of plain text.
func isPlain(stated string) bool {
	kind, _, err := mime.ParseMediaType(stated)
	return err == nil && kind == "text/plain"
}

// document takes the article out of a page, a text or what else holds one.
func (in *intake) document(ctx context.Context, source string, p ingest.Page, kind sourceKind, retrieved corpus.Date) {
	read := ingest.Extract
	switch kind {
	case kindText:
		read = ingest.Plain
	case kindWord:
		read = ingest.Word
	case kindPDF:
		read = ingest.PDF
	case kindMail:
		read = ingest.Mail
	}
	p.Outlets = in.desk.Outlets()
	doc, err := await(ctx, func() (ingest.Document, error) { return read(p, in.languages) })
	if ctx.Err() != nil {
		return
	}
	in.complete(&doc)
	if err == nil && doc.Title == "" {
		err = errors.New("no title was found")
	}
	if err != nil {
		in.fail(source, err)
		return
	}
	in.flags.stated(&doc)
	if !in.flags.sieve.Document(doc) {
		in.tally.aside++
		return
	}
	doc.Retrieved = retrieved
	in.batch = append(in.batch, found{source: in.called(source), doc: doc})
}
