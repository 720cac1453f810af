package corpus

import "strings"

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
	for _, open := range []string{"CC0", "CC-BY", "PD", "PUBLIC-DOMAIN", "OGL", "MIT"} {
		if id == open || strings.HasPrefix(id, open+"-") {
			return true
		}
	}
	return false
}
