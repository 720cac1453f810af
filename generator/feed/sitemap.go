package feed

import (
	"encoding/xml"
	"fmt"
	"strings"

	"parallax/generator/file"
)

// mostAddresses is how many addresses one sitemap may list (sitemaps.org).
const mostAddresses = 50_000

type sitemap struct {
	XMLName xml.Name  `xml:"http://www.sitemaps.org/schemas/sitemap/0.9 urlset"`
	Pages   []Address `xml:"url"`
}

type index struct {
	XMLName xml.Name  `xml:"http://www.sitemaps.org/schemas/sitemap/0.9 sitemapindex"`
	Maps    []Address `xml:"sitemap"`
}

type Address struct {
	Address  string `xml:"loc"`
	Modified string `xml:"lastmod,omitempty"` // a day
}

// Sitemaps returns sitemap.xml with the addresses of pages that search engines
// should find; if there are too many, it lists sitemap-1.xml and so on.
func (s Site) Sitemaps(addresses []Address) ([]file.File, error) {
	return splitSitemap(baseURL(s.Config.BaseURL), addresses, mostAddresses)
}

// splitSitemap returns the sitemaps of at most so many addresses each.
func splitSitemap(base string, addresses []Address, most int) ([]file.File, error) {
	if len(addresses) <= most {
		f, err := mapFile("sitemap.xml", addresses)
		return []file.File{f}, err
	}
	var files []file.File
	var index index
	for first := 0; first < len(addresses); first += most {
		name := fmt.Sprintf("sitemap-%d.xml", len(files)+1)
		f, err := mapFile(name, addresses[first:min(first+most, len(addresses))])
		if err != nil {
			return nil, err
		}
		files = append(files, f)
		index.Maps = append(index.Maps, Address{Address: base + name})
	}
	f, err := xmlFile("sitemap.xml", index)
	return append(files, f), err
}

// mapFile returns one sitemap.
func mapFile(path string, addresses []Address) (file.File, error) {
	return xmlFile(path, sitemap{Pages: addresses})
}

// Robots returns robots.txt. A site in classroom mode asks to be left alone.
func (s Site) Robots() file.File {
	rule := "Allow: /"
	if s.Config.Quotation.Class {
		rule = "Disallow: /"
	}
	lines := []string{"User-agent: *", rule}
	if s.Config.BaseURL != "" {
		lines = append(lines, "Sitemap: "+baseURL(s.Config.BaseURL)+"sitemap.xml")
	}
	lines = append(lines, "")
	return file.File{Path: "robots.txt", Data: []byte(strings.Join(lines, "\n"))}
}
