package ingest

import (
	"cmp"
	"parallax/generator/text"
	"strings"
)

// bestTitle returns the headline without the name of the site.
func (f *facts) bestTitle(site string) string {
	stated := cmp.Or(f.linked.headline, f.first("og:title"), f.first("twitter:title"))
	if stated == "" && f.heading != "" && strings.HasPrefix(wordsOf(f.title), wordsOf(f.heading)) && f.title != "" {
		return f.heading
	}
	title := cmp.Or(stated, f.title, f.heading)
	return withoutSite(f.english, title, site, f.where.Hostname())
}

// tails are what stands between a title and the name of the site.
var tails = [...]string{" | ", " - ", " – ", " — ", " :: ", " · "}

// withoutSite takes the name of the site, or the host's name, off the end of a
// title. Any other tail is the writer's.
func withoutSite(english *text.Language, title, site, host string) string {
	for _, tail := range tails {
		at := strings.LastIndex(title, tail)
		if at <= 0 {
			continue
		}
		if sameSite(english, title[at+len(tail):], site, host) {
			return strings.TrimSpace(title[:at])
		}
	}
	return title
}

// sameSite reports whether a tail is the name of the site or its host.
func sameSite(english *text.Language, tail, site, host string) bool {
	tail = squeezed(english, tail)
	if tail == "" {
		return false
	}
	host = squeezed(english, strings.TrimPrefix(host, "www."))
	return tail == squeezed(english, site) || tail == host || len(tail) >= 3 && strings.HasPrefix(host, tail)
}

// squeezed returns the letters and digits of a name, without an article.
func squeezed(english *text.Language, name string) string {
	return strings.ReplaceAll(english.WithoutArticle(wordsOf(name)), " ", "")
}
