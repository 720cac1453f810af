package publish

import (
	"net/url"
	"strings"
)

// Domain returns the domain that a site's address asks for in CNAME: its host,
// if the site is at the root of one that is not GitHub's. It is "" otherwise.
func Domain(base string) string {
	u, err := url.Parse(base)
	if err != nil || strings.Trim(u.Path, "/") != "" || u.Port() != "" {
		return ""
	}
	host := strings.ToLower(u.Hostname())
	if !strings.Contains(host, ".") || host == "github.io" || strings.HasSuffix(host, ".github.io") {
		return ""
	}
	return host
}

// Address returns the address at which GitHub Pages shows the site of a
// remote, or "" if the remote is not on GitHub.
func Address(remote string) string {
	rest, found := "", false
	for _, prefix := range []string{"https://github.com/", "http://github.com/", "git@github.com:", "ssh://git@github.com/"} {
		if rest, found = strings.CutPrefix(remote, prefix); found {
			break
		}
	}
	owner, name, both := strings.Cut(strings.TrimSuffix(strings.TrimSuffix(rest, "/"), ".git"), "/")
	if !found || !both || owner == "" || name == "" || strings.Contains(name, "/") {
		return ""
	}
	host := strings.ToLower(owner) + ".github.io"
	if strings.EqualFold(name, host) {
		return "https://" + host + "/"
	}
	return "https://" + host + "/" + name + "/"
}
