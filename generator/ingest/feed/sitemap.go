package feed

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"strings"
	"time"

	"golang.org/x/net/html/charset"
)

// A sitemap is a list of addresses, or of further sitemaps (sitemaps.org, and
// Google's marks of news).
type sitemap struct {
	Pages []place `xml:"url"`
	Maps  []place `xml:"sitemap"`
}

type place struct {
	Address string `xml:"loc"`
	Changed string `xml:"lastmod"`
	Date    string `xml:"news>publication_date"`
	Title   string `xml:"news>title"`
}

func readSitemap(data []byte) (Feed, error) {
	d := xml.NewDecoder(bytes.NewReader(data))
	d.CharsetReader = charset.NewReaderLabel
	var s sitemap
	if err := d.Decode(&s); err != nil {
		return Feed{}, fmt.Errorf("read the sitemap: %w", err)
	}
	return Feed{Sitemap: true, Items: places(s.Pages), Index: places(s.Maps)}, nil
}

func places(list []place) []Item {
	var items []Item
	for _, p := range list[:min(len(list), mostItems)] {
		i := Item{Address: p.Address, Title: p.Title, Date: moment(p.Date), Changed: moment(p.Changed)}
		if i.Date.IsZero() {
			i.Date = i.Changed
		}
		items = append(items, i)
	}
	return items
}

// moment reads a date of W3C's profile of ISO 8601; zero if it is none.
func moment(s string) time.Time {
	for _, layout := range []string{time.RFC3339, "2006-01-02T15:04Z07:00", time.DateOnly} {
		if t, err := time.Parse(layout, strings.TrimSpace(s)); err == nil {
			return t
		}
	}
	return time.Time{}
}
