// Package feed reads the feeds in which outlets list their articles. [Read] is
// its entry point.
//
// # What is read
//
// RSS, RDF and Atom in all their versions, JSON Feed, sitemaps with or without
// the marks of news, and indexes of sitemaps. Which it is, its first bytes
// tell. Of an item its address counts, and its title and date where the page
// itself states none: the title as its type says, the date as a day where its
// zone is unknown. Its encoding is found as browsers find it, and no feed is
// refused for a byte or a character that XML does not allow. How many items had
// to be left out is told.
//
// # What changed
//
// An article that was taken is due again ([Seen.Due]) when the feed says that
// it was published or changed after it was last looked at, but not within an
// hour. Many feeds do not say: where the server of the article tells how to ask
// whether it changed, that is asked once a day for a week.
//
// # Hostile feeds
//
// No entity is looked up: one that is not HTML's is an error or its own text.
// Elements nest at most a hundred deep, a feed has at most 5,000 items, and
// only http and https addresses come out.
package feed

import (
	"bytes"
	"cmp"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"net/url"
	"slices"
	"strings"
	"time"
	"unicode"

	"github.com/mmcdole/gofeed"
)

// Limits of a feed.
const (
	deepest   = 100
	mostItems = 5000
)

// A Feed is what an address lists.
type Feed struct {
	Items   []Item // as listed, each address once
	Sitemap bool   // it lists a whole site, articles of all ages among others
	Index   []Item // further sitemaps, where it is an index of them
	Left    int    // items that were left out: they have no web address, or are too many
}

// An Item is an article in a feed.
type Item struct {
	Address string
	Title   string
	Date    time.Time // of publication; zero if the feed does not say
	Day     bool      // of Date only the day is known
	Changed time.Time // when it was last published or changed; zero if the feed does not say
}

// Read reads a feed that was found at an address, of the type that whoever sent
// it states.
func Read(data []byte, address, stated string) (Feed, error) {
	base, err := url.Parse(address)
	if err != nil {
		return Feed{}, fmt.Errorf("read the address of the feed: %w", errors.Unwrap(err))
	}
	if !bytes.HasPrefix(bytes.TrimSpace(data), []byte("{")) {
		data = decode(data, stated)
	}
	root, err := inspect(data)
	if err != nil {
		return Feed{}, err
	}
	var f Feed
	switch root {
	case "urlset", "sitemapindex":
		f = readSitemap(data)
	default:
		f.Items, err = readFeed(data)
	}
	if err != nil {
		return Feed{}, err
	}
	var left, more int
	f.Items, left = clean(f.Items, base)
	f.Index, more = clean(f.Index, base)
	f.Left = left + more
	return f, nil
}

// inspect returns the name of the outermost element, empty if it is no XML. It
// refuses what would nest too deep for readers that call themselves.
func inspect(data []byte) (root string, err error) {
	if !bytes.HasPrefix(bytes.TrimSpace(bytes.TrimPrefix(data, []byte("\xef\xbb\xbf"))), []byte("<")) {
		return "", nil
	}
	d := xml.NewDecoder(bytes.NewReader(data))
	d.Strict, d.Entity = false, xml.HTMLEntity
	d.CharsetReader = func(_ string, in io.Reader) (io.Reader, error) { return in, nil }
	for depth := 0; ; {
		token, err := d.RawToken()
		if err != nil {
			return root, nil // whoever reads it will say what is wrong
		}
		switch t := token.(type) {
		case xml.StartElement:
			if root == "" {
				root = t.Name.Local
			}
			if depth++; depth > deepest {
				return "", fmt.Errorf("its elements nest more than %d deep", deepest)
			}
		case xml.EndElement:
			depth--
		}
	}
}

// closed returns a feed up to where it breaks off, with its open elements
// closed.
func closed(data []byte) []byte {
	d := xml.NewDecoder(bytes.NewReader(data))
	d.Strict, d.Entity = false, xml.HTMLEntity
	d.CharsetReader = func(_ string, in io.Reader) (io.Reader, error) { return in, nil }
	var open []string
	end := int64(0)
	for {
		token, err := d.RawToken()
		if err != nil {
			break
		}
		end = d.InputOffset()
		switch t := token.(type) {
		case xml.StartElement:
			name := t.Name.Local
			if t.Name.Space != "" {
				name = t.Name.Space + ":" + name
			}
			open = append(open, name)
		case xml.EndElement:
			open = open[:max(0, len(open)-1)]
		}
	}
	whole := bytes.Clone(data[:end])
	for _, name := range slices.Backward(open) {
		whole = append(whole, "</"+name+">"...)
	}
	return whole
}

// readFeed reads RSS, Atom and JSON Feed. A reader that gives up on a feed is
// no reason to give up on the others.
func readFeed(data []byte) (items []Item, err error) {
	defer func() {
		if r := recover(); r != nil {
			items, err = nil, fmt.Errorf("read the feed: %v", r)
		}
	}()
	found, err := gofeed.NewParser().Parse(bytes.NewReader(data))
	if err != nil && !errors.Is(err, gofeed.ErrFeedTypeNotDetected) {
		data = closed(data)
		found, err = gofeed.NewParser().Parse(bytes.NewReader(data))
	}
	if errors.Is(err, gofeed.ErrFeedTypeNotDetected) {
		return nil, errors.New("it is neither RSS nor Atom, JSON Feed or a sitemap")
	}
	if err != nil {
		return nil, fmt.Errorf("read the feed: %w", err)
	}
	own := heads(data)
	if len(own) != len(found.Items) {
		own = make([]head, len(found.Items))
	}
	for n, i := range found.Items {
		one := item(i, own[n])
		if own[n].title != "" {
			one.Title = own[n].title
		} else if isHTML(one.Title) {
			one.Title = textOf(one.Title)
		}
		one.Title = cmp.Or(one.Title, own[n].media)
		items = append(items, one)
	}
	return items, nil
}

// item returns an item as the reader of feeds found it, with what its own head says
// where that is silent.
func item(i *gofeed.Item, own head) Item {
	found := Item{Address: i.Link, Title: i.Title}
	if found.Address == "" && len(i.Links) > 0 {
		found.Address = i.Links[0]
	}
	if found.Address == "" && strings.HasPrefix(i.GUID, "http") {
		found.Address = i.GUID
	}
	published, updated := readMoment(cmp.Or(i.Published, own.issued, own.created)), readMoment(cmp.Or(i.Updated, own.modified))
	found.Date, found.Day, found.Changed = published.at, published.day, published.at
	if published.at.IsZero() {
		found.Date, found.Day = updated.at, updated.day
	}
	if updated.at.After(found.Changed) {
		found.Changed = updated.at
	}
	return found
}

// clean returns the items that have a web address, each address once and whole,
// and how many had to be left out.
func clean(items []Item, base *url.URL) (kept []Item, left int) {
	left = max(0, len(items)-mostItems)
	seen := map[string]bool{}
	for _, i := range items[:min(len(items), mostItems)] {
		u, err := base.Parse(strings.TrimSpace(i.Address))
		if err != nil || i.Address == "" || u.Scheme != "http" && u.Scheme != "https" || u.Hostname() == "" || u.User != nil {
			left++
			continue
		}
		u.Fragment = ""
		if i.Address = u.String(); seen[i.Address] {
			continue
		}
		seen[i.Address] = true
		i.Title = strings.Join(strings.FieldsFunc(strings.ToValidUTF8(i.Title, "\ufffd"), func(r rune) bool {
			return unicode.IsSpace(r) || unicode.IsControl(r)
		}), " ")
		kept = append(kept, i)
	}
	return kept, left
}
