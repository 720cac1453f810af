package ingest

import (
	"crypto/sha256"
	"encoding/hex"
	"net/url"
	"strings"
)

// AddressKey returns what two addresses of one article have in common: host
// and path without "www.", and the query without marks of campaigns.
func AddressKey(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return "address " + address
	}
	query := u.Query()
	for name := range query {
		if strings.HasPrefix(name, "utm_") || name == "fbclid" || name == "gclid" {
			query.Del(name)
		}
	}
	return "address " + host(u) + strings.TrimSuffix(u.EscapedPath(), "/") + "?" + query.Encode()
}

// textKey returns what two copies of one text have in common: their words.
func textKey(words string) string {
	sum := sha256.Sum256([]byte(wordsOf(oneLine(words))))
	return "text " + hex.EncodeToString(sum[:])
}

// host returns the host of an address without "www.".
func host(u *url.URL) string { return strings.TrimPrefix(strings.ToLower(u.Hostname()), "www.") }
