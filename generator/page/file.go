package page

// A File is one file of the site.
type File struct {
	Path string // slash-separated, relative to the site's root; [a-z0-9-./] only
	Data []byte

	weighed *weighed // of an event's files; nil if nothing was counted yet
}
