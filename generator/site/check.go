package site

import (
	"net/url"
	"strings"
	"time"
	_ "time/tzdata" // the same zones on every computer
	"unicode"

	"golang.org/x/text/language"
)

// A mistaker adds an error about a key.
type mistaker func(key, mend, format string, args ...any)

// checkAddresses looks at base_url and repository.
func (c *Config) checkAddresses(mistake mistaker) {
	const example = `write base_url = "https://example.org/name/", where the site will be found`
	base, err := url.Parse(c.BaseURL)
	switch {
	case c.BaseURL == "":
	case err != nil || !IsWeb(c.BaseURL):
		mistake("base_url", example, "base_url %q is no http or https address", c.BaseURL)
	case base.RawQuery != "" || base.Fragment != "" || base.User != nil:
		mistake("base_url", example, "base_url %q has more than host and path", c.BaseURL)
	}
	if c.Repository != "" && (!IsWeb(c.Repository) || Link(c.Repository) == "") {
		mistake("repository", `write repository = "https://..."`, "repository %q is no http or https address", c.Repository)
	}
}

// checkPlace looks at language and time zone.
func (c *Config) checkPlace(mistake mistaker) {
	if _, err := language.Parse(c.Language); err != nil {
		mistake("language", `write a language tag such as "en" or "pt-BR"`, "language %q is none", c.Language)
		c.Language = "en"
	}
	zone, err := time.LoadLocation(c.TimeZone)
	if err != nil || c.TimeZone == "" || c.TimeZone == "Local" {
		mistake("time_zone", `write a name such as "UTC" or "Europe/Paris"`, "there is no time zone %q", c.TimeZone)
		return
	}
	c.Zone = zone
}

// Link returns an http or https address as readers may be sent to it, "" for one with a
// name and password, which are not for them, and for a host that does not read as it is
// written. Only such become links.
func Link(address string) string {
	u, err := url.Parse(strings.TrimSpace(address))
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" || u.User != nil || strings.ContainsFunc(u.Host, hidden) {
		return ""
	}
	return u.String()
}

// hidden reports whether a character of a host turns or hides what is around it.
func hidden(r rune) bool { return unicode.In(r, unicode.Cf, unicode.Cc, unicode.Zl, unicode.Zp) }

// IsWeb reports whether s is an absolute http or https address.
func IsWeb(s string) bool {
	if strings.ContainsFunc(s, func(r rune) bool { return r <= ' ' || r == 0x7f }) {
		return false
	}
	u, err := url.Parse(s)
	return err == nil && (u.Scheme == "http" || u.Scheme == "https") && u.Host != ""
}
