package ingest

import "strings"

// site returns what the page calls its outlet. What the host confirms is surer
// than what it does not; what is no name, or is the article's own, is none.
func (f *facts) site(title string) stated {
	list := []stated{f.firstMeta("og:site_name"), {f.linked.publisher, fromLinked}, f.firstMeta("application-name")}
	var best stated
	for _, s := range list {
		if !f.isSite(s.value, title) {
			continue
		}
		if sameSite(f.english, s.value, "", f.where.Hostname()) {
			return s
		}
		if best.value == "" {
			best = s
		}
	}
	return best
}

// leastName is how many letters and digits the name of an outlet has that its
// host does not confirm: sections are called "U.S." or "UK".
const leastName = 3

// isSite reports whether a text can be the name of an outlet.
func (f *facts) isSite(name, title string) bool {
	squeeze := squeezed(f.english, name)
	switch {
	case squeeze == "" || strings.ContainsAny(name, "#{}<>") || strings.Contains(name, "://"):
		return false
	case len([]rune(squeeze)) < leastName && !sameSite(f.english, name, "", f.where.Hostname()):
		return false
	}
	return wordsOf(name) != wordsOf(title) && wordsOf(name) != wordsOf(f.heading)
}
