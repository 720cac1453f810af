// Package file is what a build hands from stage to stage: a path with bytes.
// What renders makes such files, what audits reads them, what writes puts them
// on the disk; none of the three needs to know another.
package file

// A File is one file of a site.
type File struct {
	Path string // slash-separated, relative to the site's root; [a-z0-9-./] only
	Data []byte
}
