package ingest

import (
	"net/url"
	"strings"

	"parallax/generator/corpus"
)

// licenceAt returns the licence that an address stands for, "" if it is not
// one that lets others publish the text.
func licenceAt(address string) corpus.Licence {
	u, err := url.Parse(strings.TrimSpace(address))
	if err != nil {
		return ""
	}
	host := strings.TrimPrefix(strings.ToLower(u.Hostname()), "www.")
	parts := strings.Split(strings.Trim(strings.ToLower(u.Path), "/"), "/")
	switch {
	case host == "creativecommons.org" && len(parts) >= 3 && parts[0] == "licenses":
		return known("CC-" + strings.ToUpper(parts[1]) + "-" + parts[2])
	case host == "creativecommons.org" && len(parts) >= 2 && parts[0] == "publicdomain":
		return map[string]corpus.Licence{"zero": "CC0-1.0", "mark": "public-domain"}[parts[1]]
	case host == "nationalarchives.gov.uk" && len(parts) >= 4 && parts[1] == "open-government-licence":
		return known("OGL-UK-" + parts[3] + ".0")
	}
	return ""
}

// known returns a licence that Parallax knows, else "".
func known(id string) corpus.Licence {
	if l := corpus.Licence(id); l.Known() {
		return l
	}
	return ""
}
