// Package file is what a build hands from stage to stage: a path with bytes.
// What renders makes such files, what audits reads them, what writes puts them
// on the disk; none of the three needs to know another.
package file

import (
	"bytes"
	"crypto/sha256"
	"io"
)

// A File is one file of a site.
type File struct {
	Path string // slash-separated, relative to the site's root; [a-z0-9-./] only
	Data []byte
	Long *io.SectionReader // the bytes of a file that is too long to be held, in place of Data; nil for nearly all
	Seen *Seen             // what was found of the bytes before; nil if nobody looked
}

// Size returns how many bytes the file has.
func (f File) Size() int64 {
	if f.Long != nil {
		return f.Long.Size()
	}
	return int64(len(f.Data))
}

// Reader returns what reads the bytes of the file from its beginning.
func (f File) Reader() io.Reader {
	if f.Long != nil {
		return io.NewSectionReader(f.Long, 0, f.Long.Size())
	}
	return bytes.NewReader(f.Data)
}

// Sum returns the sum of the bytes of the file.
func (f File) Sum() (sum [sha256.Size]byte, err error) {
	h := sha256.New()
	_, err = io.Copy(h, f.Reader())
	return [sha256.Size]byte(h.Sum(nil)), err
}

// Seen is what is known of the bytes of a file, so that nobody has to look again.
type Seen struct {
	Sum        [sha256.Size]byte
	IDs        []uint32 // of a page: hashes of its ids, sorted
	References []string // of a page: what it leads to, each once
	Stands     bool     // the bytes were read from the folder that the site is written to
}
