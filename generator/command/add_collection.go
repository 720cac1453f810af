package command

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"parallax/generator/corpus"
	"parallax/generator/diag"
	"parallax/generator/ingest"
	"parallax/generator/ingest/collection"
	"parallax/generator/ingest/dating"
	"parallax/generator/ingest/entry"
	"parallax/generator/ingest/table"
)

const (
	previewed    = 3  // articles of a collection that a dry run shows
	writtenEvery = 50 // pages of a list after which those that came are written
)

// A listed article is an entry of a list of addresses.
type listed struct {
	entry entry.Entry
	file  string
}

// collection reads a file with many articles in it, or with the addresses of many.
func (in *intake) collection(ctx context.Context, source string, data []byte) {
	options := collection.Options{Columns: in.flags.columns, Encoding: in.flags.encoding, Months: dating.Names(in.languages)}
	c, err := await(ctx, func() (*entry.Collection, error) { return collection.Read(data, options) })
	if ctx.Err() != nil {
		return
	}
	if err != nil {
		in.fail(source, err)
		return
	}
	if err := in.rename(c); err != nil {
		in.fail(in.flags.names, err)
		return
	}
	c.Part(ingest.AddressKey)
	in.console.result("%s: %s", source, c.Form)
	for _, remark := range c.Remarks {
		in.console.result("  %s", remark)
	}
	in.tally.twins += len(c.Twins)
	in.list(source, c.Twins, func(place string, why error) { in.console.result("%s: %v", place, why) })
	addresses := in.entries(ctx, source, c)
	in.tally.failed += len(c.Unread)
	in.list(source, c.Unread, func(place string, why error) { in.console.note("%s: %v", place, why) })
	in.downloadAll(ctx, source, addresses)
}

// rename gives outlets the names that a table of names says, if there is one.
func (in *intake) rename(c *entry.Collection) error {
	if in.flags.names == "" {
		return nil
	}
	data, err := os.ReadFile(in.flags.names)
	if err != nil {
		return errors.Unwrap(err)
	}
	names, err := table.Names(data, in.flags.encoding)
	if err != nil {
		return err
	}
	for i := range c.Entries {
		if name := names[c.Entries[i].Outlet]; name != "" {
			c.Entries[i].Outlet = name
		}
	}
	return nil
}

// entries makes documents of the entries that have a text, and returns those that
// have only an address.
func (in *intake) entries(ctx context.Context, source string, c *entry.Collection) (addresses []entry.Entry) {
	shown := 0
	for _, e := range c.Entries {
		if ctx.Err() != nil {
			return nil
		}
		switch {
		case strings.TrimSpace(e.Text) != "" || e.URL == "":
		case in.flags.sieve.Address(e.URL):
			addresses = append(addresses, e)
			continue
		default:
			in.tally.aside++
			continue
		}
		doc, err := ingest.Listed(e, filepath.Base(source), in.languages)
		if err != nil {
			c.Fail(e.Place, err)
			continue
		}
		if !in.flags.sieve.Document(doc) {
			in.tally.aside++
			continue
		}
		doc.Private = c.Archive
		shown++
		in.batch = append(in.batch, found{source: source + ", " + e.Place, doc: doc, quiet: !in.flags.dry || shown > previewed})
	}
	return addresses
}

// list tells of the parts of a file, not more than a few unless somebody asks.
func (in *intake) list(source string, parts []entry.Unread, tell func(place string, why error)) {
	for i, u := range parts {
		if i == shown && !in.flags.verbose {
			tell(source, fmt.Errorf("and %d more, which --verbose lists", len(parts)-i))
			return
		}
		tell(source+", "+u.Place, u.Why)
	}
}

// downloadAll downloads the pages that a list names, and writes them as they come, so
// that whoever begins again goes on where it ended.
func (in *intake) downloadAll(ctx context.Context, source string, entries []entry.Entry) {
	if in.flags.dry {
		if len(entries) > 0 {
			in.console.result("%s: %s without a text, whose pages would be downloaded", source, diag.Count(len(entries), "article"))
		}
		return
	}
	defer func() { in.listed = nil }()
	for i, e := range entries {
		if ctx.Err() != nil {
			return
		}
		in.console.progress("downloading %d of %d: %s", i+1, len(entries), e.URL)
		in.listed = &listed{e, source}
		in.download(ctx, e.URL)
		if (i+1)%writtenEvery == 0 {
			in.write(ctx)
		}
	}
}

// write gives to the desk what was found so far.
func (in *intake) write(ctx context.Context) {
	left, err := in.ready(ctx)
	switch {
	case ctx.Err() != nil: // the caller sees it
	case err != nil:
		in.fail("", err)
	default:
		in.takeAll(ctx, left)
	}
}

// complete adds to a page what the feed or the list that names it says of it.
func (in *intake) complete(doc *ingest.Document) {
	if doc.Title == "" && in.titled != "" {
		doc.Title, doc.From.Title = in.titled, "the feed"
	}
	if in.listed != nil {
		doc.Complete(in.listed.entry, filepath.Base(in.listed.file))
	}
}

// called returns how a source is told of, with the place in the list that names it.
func (in *intake) called(source string) string {
	if in.listed == nil {
		return source
	}
	return in.listed.file + ", " + in.listed.entry.Place + ": " + source
}

// wanted says of an address in an archive whether it is wanted, and shows how far
// the reading is.
func (in *intake) wanted(source string) func(string) bool {
	n := 0
	return func(address string) bool {
		n++
		in.console.progress("reading %s: address %d", source, n)
		return in.flags.sieve.Address(address)
	}
}

// stated puts what the flags say of a document in place of what it says itself.
func (f *addFlags) stated(doc *ingest.Document) {
	if f.url != "" {
		doc.URL, doc.From.URL = f.url, ""
	}
	if given, _ := corpus.ParseDate(f.date); given.Known() { // checked with the flags
		doc.Date, doc.From.Date = given, ""
	}
}
