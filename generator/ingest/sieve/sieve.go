// Package sieve says which articles of a large collection are wanted: those of some
// hosts, in a language, of some days. [Sieve.Address] is asked before a page is
// unpacked, since a crawl holds a hundred pages for each that is wanted;
// [Sieve.Document] when its article is known. A host is wanted with what lies under
// it, so that example.org is news.example.org too and never notexample.org. An
// article that says no day is not known to be of the days that are wanted.
package sieve

import (
	"errors"
	"fmt"
	"net/url"
	"strings"

	"parallax/generator/corpus"
	"parallax/generator/ingest"
	"parallax/generator/text"
)

// A Sieve says what is wanted. The zero Sieve wants all.
type Sieve struct {
	Hosts    []string // none for all
	Language string   // its primary subtag; empty for all
	Since    string   // the first day, and
	Until    string   // the last, as 2006-01-02; empty for all
}

// Check says what is wrong with what is wanted.
func (s Sieve) Check() error {
	for _, day := range [...]string{s.Since, s.Until} {
		if date, err := corpus.ParseDate(day); err != nil || date.Timed() {
			return errors.Join(err, fmt.Errorf("%q is no day such as 2024-05-31", day))
		}
	}
	for _, host := range s.Hosts {
		if strings.ContainsAny(host, "/: ") || !strings.Contains(host, ".") {
			return fmt.Errorf("%q is no host such as example.org", host)
		}
	}
	return nil
}

// Address reports whether a page at an address is wanted.
func (s Sieve) Address(address string) bool {
	if len(s.Hosts) == 0 {
		return true
	}
	u, err := url.Parse(address)
	if err != nil {
		return false
	}
	at := strings.ToLower(u.Hostname())
	for _, host := range s.Hosts {
		if host = strings.ToLower(strings.TrimPrefix(host, "www.")); at == host || strings.HasSuffix(at, "."+host) {
			return true
		}
	}
	return false
}

// Document reports whether an article is wanted. Its language is what it says, else
// what its words are in.
func (s Sieve) Document(d ingest.Document) bool {
	if !s.Address(d.URL) {
		return false
	}
	if s.Language != "" {
		tag := d.Language
		if tag == "" {
			tag = text.Detect(d.Title + "\n" + d.Text())
		}
		if primary, _, _ := strings.Cut(strings.ToLower(tag), "-"); primary != strings.ToLower(s.Language) {
			return false
		}
	}
	if s.Since == "" && s.Until == "" {
		return true
	}
	if !d.Date.Known() {
		return false
	}
	day := d.Date.String()[:len("2006-01-02")]
	return day >= s.Since && (s.Until == "" || day <= s.Until)
}
