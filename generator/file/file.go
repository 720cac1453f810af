// Package file is what a build hands from stage to stage: a path with bytes.
// What renders makes such files, what audits reads them, what writes puts them
// on the disk; none of the three needs to know another.
package file

import "crypto/sha256"

// A File is one file of a site.
type File struct {
	Path string // slash-separated, relative to the site's root; [a-z0-9-./] only
	Data []byte
	Seen *Seen // what was found of the bytes before; nil if nobody looked
}

// Seen is what is known of the bytes of a file, so that nobody has to look again.
type Seen struct {
	Sum        [sha256.Size]byte
	IDs        []uint32 // of a page: hashes of its ids, sorted
	References []string // of a page: what it leads to, each once
	Stands     bool     // the bytes were read from the folder that the site is written to
}
