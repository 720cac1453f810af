package sieve_test

import (
	"testing"

	"parallax/generator/corpus"
	"parallax/generator/ingest"
	"parallax/generator/ingest/sieve"
)

func TestAddress(t *testing.T) {
	s := sieve.Sieve{Hosts: []string{"www.example.org", "Tide.example"}}
	for address, want := range map[string]bool{
		"https://example.org/1": true, "http://News.Example.org:80/1": true, "https://tide.example/": true,
		"https://notexample.org/1": false, "https://example.org.evil.example/1": false, "https://a.example/?u=example.org": false, "": false, "://": false,
	} {
		if s.Address(address) != want {
			t.Errorf("%s: want %t", address, want)
		}
	}
	if !(sieve.Sieve{}).Address("") {
		t.Error("a sieve without hosts leaves something out")
	}
}

func TestDocument(t *testing.T) {
	german := []ingest.Block{{Text: "Das Bad von Port Merrow ist seit Montag geschlossen, und niemand weiß, wie lange es so bleiben wird."}}
	for _, test := range []struct {
		name string
		s    sieve.Sieve
		d    ingest.Document
		want bool
	}{
		{"language", sieve.Sieve{Language: "de"}, ingest.Document{Language: "de-AT"}, true},
		{"another language", sieve.Sieve{Language: "de"}, ingest.Document{Language: "en", Blocks: german}, false},
		{"language of the words", sieve.Sieve{Language: "de"}, ingest.Document{Blocks: german}, true},
		{"first day", sieve.Sieve{Since: "2024-05-31"}, ingest.Document{Date: corpus.Day(2024, 5, 31)}, true},
		{"the day before", sieve.Sieve{Since: "2024-05-31"}, ingest.Document{Date: corpus.Day(2024, 5, 30)}, false},
		{"last day", sieve.Sieve{Until: "2024-05-31"}, ingest.Document{Date: corpus.Day(2024, 5, 31)}, true},
		{"the day behind", sieve.Sieve{Until: "2024-05-31"}, ingest.Document{Date: corpus.Day(2024, 6, 1)}, false},
		{"no day", sieve.Sieve{Since: "2024-05-31"}, ingest.Document{}, false},
		{"all", sieve.Sieve{}, ingest.Document{}, true},
	} {
		if test.s.Document(test.d) != test.want {
			t.Errorf("%s: want %t", test.name, test.want)
		}
	}
}

func TestCheck(t *testing.T) {
	for _, s := range []sieve.Sieve{{Since: "31.5.2024"}, {Until: "2024-05-31T00:00:00Z"}, {Hosts: []string{"https://a.example"}}, {Hosts: []string{"a"}}} {
		if s.Check() == nil {
			t.Errorf("%+v is right", s)
		}
	}
	if err := (sieve.Sieve{Hosts: []string{"a.example"}, Since: "2024-05-31"}).Check(); err != nil {
		t.Error(err)
	}
}
