package ingest

import "strings"

// site returns what the page calls its outlet: of what it states, og:site_name before
// others, and of the tail of its title, the one that most bears out. The host bears out a
// name that it begins with or has the initials of, and one statement another of the same
// name. A tail that nothing bears out may be the writer's; what is no name, or is the
// article's own, is none.
func (f *facts) site(title string) stated {
	list := []stated{f.firstMeta("og:site_name"), {f.linked.publisher, fromLinked}, f.firstMeta("application-name"), {tailOf(f.title), fromTitle}}
	var best stated
	most := -1
	for i, s := range list {
		if !f.isSite(s.value, title) {
			continue
		}
		borne := 0
		if f.isHost(s.value) {
			borne = len(list) // surer than all statements together
		}
		for j, other := range list {
			if i != j && squeezed(f.english, s.value) == squeezed(f.english, other.value) {
				borne++
			}
		}
		if borne > most && (borne > 0 || s.from != fromTitle) {
			best, most = s, borne
		}
	}
	return best
}

// tailOf returns what stands behind the last mark that parts a title from the name of
// its site, "" if none does.
func tailOf(title string) string {
	last, length := -1, 0
	for _, tail := range tails {
		if at := strings.LastIndex(title, tail); at > last {
			last, length = at, len(tail)
		}
	}
	if last <= 0 {
		return ""
	}
	return oneLine(title[last+length:])
}

// leastInitials is how many initials of a name bear it out where a host begins with
// them: two letters begin too many.
const leastInitials = 3

// isHost reports whether the host bears out the name of an outlet.
func (f *facts) isHost(name string) bool {
	host := f.where.Hostname()
	if sameSite(f.english, name, "", host) {
		return true
	}
	initials := ""
	for _, word := range strings.Fields(wordsOf(name)) {
		initials += string([]rune(word)[:1])
	}
	own, _, _ := strings.Cut(strings.TrimPrefix(host, "www."), ".")
	without := strings.TrimPrefix(initials, "t") // "the" is seldom in a host
	return len(initials) >= leastInitials && own == initials || len(without) >= leastInitials && own == without
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
	case len([]rune(squeeze)) < leastName && !f.isHost(name):
		return false
	}
	return wordsOf(name) != wordsOf(title) && wordsOf(name) != wordsOf(f.heading)
}
