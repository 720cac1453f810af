package corpus

import (
	"slices"
	"strings"
)

// A Licence is an SPDX identifier or "" for all rights reserved.
type Licence string

// Open reports whether the licence lets others publish the whole text with
// marks in it. Licences that forbid altered copies (ND) or commercial use (NC)
// do not: their articles are quoted within the budget like any other.
func (l Licence) Open() bool {
	id := strings.ToUpper(string(l))
	if strings.Contains(id, "-ND") || strings.Contains(id, "-NC") {
		return false
	}
	for _, open := range []string{"CC0", "CC-BY", "CC-PDDC", "PD", "PUBLIC-DOMAIN", "OGL", "MIT"} {
		if id == open || strings.HasPrefix(id, open+"-") {
			return true
		}
	}
	return false
}

// licences are the identifiers that articles and sites usually bear.
var licences = []string{
	"CC0-1.0", "CC-BY-4.0", "CC-BY-SA-4.0", "CC-BY-ND-4.0", "CC-BY-NC-4.0", "CC-BY-NC-SA-4.0", "CC-BY-NC-ND-4.0",
	"CC-BY-3.0", "CC-BY-SA-3.0", "CC-BY-2.5", "CC-BY-ND-3.0", "CC-BY-NC-ND-3.0", "CC-BY-NC-3.0", "CC-BY-NC-SA-3.0",
	"CC-BY-2.0", "CC-BY-SA-2.0", "CC-BY-SA-2.5", "CC-PDDC", "OGL-UK-3.0", "OGL-UK-2.0", "OGL-Canada-2.0", "public-domain", "MIT",
}

// Known reports whether the licence is open or one of those that articles
// usually bear. One that is not may be a slip.
func (l Licence) Known() bool {
	return l.Open() || slices.ContainsFunc(licences, func(known string) bool { return strings.EqualFold(known, string(l)) })
}

// Address returns the address of a known licence's page, or "".
func (l Licence) Address() string {
	for _, known := range licences {
		if strings.EqualFold(known, string(l)) && known != "public-domain" {
			return "https://spdx.org/licenses/" + known + ".html"
		}
	}
	return ""
}
