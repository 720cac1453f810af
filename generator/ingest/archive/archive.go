// Package archive reads web pages out of the files that browsers and crawlers
// keep them in. [Records] is its entry point.
//
// # WARC
//
// A web archive (ISO 28500, .warc) is a row of records, each with a head and a
// block of so many bytes. Records of the type "response" with status 200, and
// those of the type "resource", hold pages; all others are passed over, as is
// what is no text. Packed archives (.warc.gz) are a row of gzip members. What
// is wrong in one page's HTTP (a chunked answer that is not chunked, a
// packing that is not) costs that page at most; where the row itself breaks
// off, what stood before is used and the break is told. Where a record does not
// begin as one, reading goes on at the next that does: the first months of CC-NEWS
// hold such. A length that is too
// small, of a record or of an answer, cuts nothing; what is shorter than it should
// be is said. Answers may be packed with gzip, deflate, brotli or zstd.
//
// # MHTML
//
// A page saved with all its parts (RFC 2557, .mhtml) is a mail message whose
// first part of HTML is the page. Parts nest at most eight deep.
//
// # Limits
//
// A page has at most 10 MB, a line of a head 64 kB, an archive sixteen gigabytes
// once unpacked. A page that is larger is passed over with an error; an
// archive is not read beyond.
package archive

import (
	"bufio"
	"fmt"
	"io"
	"iter"
	"time"
)

// Limits of what is read.
const (
	largest        = 10 << 20 // bytes of a page
	largestArchive = 16 << 30 // bytes of an archive, unpacked; a file of CC-NEWS has a quarter of it
	longestLine    = 64 << 10 // bytes of a line of a head
	mostLines      = 1000     // of a head
	deepest        = 8        // parts of a message inside parts
)

// A Record is a page in an archive.
type Record struct {
	Address   string    // where it was; may be empty
	Type      string    // Content-Type as stated, with its charset
	Retrieved time.Time // zero if unknown
	Body      []byte
	Remark    string // what its reader should know, such as that it breaks off; empty if nothing
}

// A Format is a kind of archive.
type Format string

// The formats that are read.
const (
	WARC  Format = "WARC"
	MHTML Format = "MHTML"
)

// Records yields the pages of an archive in order, or what is wrong with one.
// An error with which nothing more can be read ends them.
func Records(r io.Reader, format Format) iter.Seq2[Record, error] { return Wanted(r, format, nil) }

// Wanted yields the pages of an archive whose address is wanted, as [Records] does.
// Others are not unpacked; nil wants all.
func Wanted(r io.Reader, format Format, wanted func(address string) bool) iter.Seq2[Record, error] {
	in := bufio.NewReaderSize(&bounded{r, largestArchive}, longestLine)
	if format == MHTML {
		return func(yield func(Record, error) bool) { yield(message(in)) }
	}
	return records(in, wanted)
}

var errLarge = fmt.Errorf("the archive has more than %d GB", largestArchive>>30)

// A bounded reader reads so many bytes and then fails, where io.LimitReader
// would end as if all had been read.
type bounded struct {
	r    io.Reader
	left int64
}

// Read reads from the reader as long as bytes are left.
func (b *bounded) Read(p []byte) (int, error) {
	if b.left <= 0 {
		return 0, errLarge
	}
	n, err := b.r.Read(p[:min(int64(len(p)), b.left)])
	b.left -= int64(n)
	return n, err
}
