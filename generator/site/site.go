// Package site reads config.toml: what an editor decides once for the whole
// site. [Load] is its entry point.
//
// # The layout of a site
//
// A site is a folder with config.toml, content/ (read by package corpus),
// an optional templates/ whose files replace the built-in ones of the same
// name, and events.lock, which keeps the addresses of events. Every key of
// config.toml is a field of [Config]; an unknown key, a wrong type or a value
// out of range is an error that names the line.
package site

import (
	"time"

	"parallax/generator/diag"
	"parallax/generator/frontmatter"
)

// File is the name of the settings in a site's folder.
const File = "config.toml"

// Config is config.toml with its defaults filled in.
type Config struct {
	Title       string   `toml:"title"`
	Description string   `toml:"description"`
	BaseURL     string   `toml:"base_url"`   // absolute, with the path and a final slash: "https://example.org/name/"; empty for a site without an address
	Language    string   `toml:"language"`   // of the interface, and of articles that state none and cannot be detected
	TimeZone    string   `toml:"time_zone"`  // IANA name, for showing times
	Outlets     []string `toml:"outlets"`    // ids in the order of lists; outlets not named follow by id
	Editor      string   `toml:"editor"`     // who answers for the site
	Contact     string   `toml:"contact"`    // e-mail or URL for corrections
	Repository  string   `toml:"repository"` // URL of the site's source, or empty

	Licence   Licence         `toml:"licence"`
	Signals   map[string]bool `toml:"signals"` // by name, whether it is shown; every signal is in it
	Grouping  Grouping        `toml:"grouping"`
	Quotation Quotation       `toml:"quotation"`
	Pages     Pages           `toml:"pages"`

	Zone *time.Location `toml:"-"` // TimeZone, loaded

	document *frontmatter.Document // for Mistake
}

// States reports whether config.toml has a key.
func (c Config) States(key string) bool { return c.document != nil && c.document.Has(key) }

// Mistake returns a diagnostic about a key of config.toml, such as
// "licence.default" or, for the third item of a list, "outlets.2". Stages use
// it for what they alone can judge, such as whether an outlet exists.
func (c Config) Mistake(severity diag.Severity, key, mend, format string, args ...any) diag.Diagnostic {
	if c.document == nil {
		var l diag.List
		l.Errorf(File, 0, mend, format, args...)
		d := l.Sorted()[0]
		d.Severity = severity
		return d
	}
	return c.document.Mistake(severity, key, mend, format, args...)
}

// Licence holds the defaults for articles that state no licence.
type Licence struct {
	Default string            `toml:"default"` // SPDX identifier; empty means all rights reserved
	Outlets map[string]string `toml:"outlets"` // by outlet id
	Site    string            `toml:"site"`    // of the site's own texts and figures
}

// Grouping is how articles become events.
type Grouping struct {
	Caution float64 `toml:"caution"` // how much worse a false join is than a missed one, as a multiple of the built-in judgement; 1.0
}

// Quotation is how much of an article that is not openly licensed all outputs
// may carry. All three limits bind.
type Quotation struct {
	Share   float64 `toml:"share"`   // of its words, over all outputs together; 0.10
	Page    int     `toml:"page"`    // words of it on one page; 150
	Passage int     `toml:"passage"` // words in one passage; 50
	Class   bool    `toml:"class"`   // classroom mode: lifts the limits, stamps every page, forbids publishing
}

// Pages switches the pages that cost room.
type Pages struct {
	Pairs   int  `toml:"pairs"`   // pair pages per event, strongest contrasts first; 3
	Blind   bool `toml:"blind"`   // the twin with names hidden
	Feed    int  `toml:"feed"`    // entries in the feed; 50
	Cards   bool `toml:"cards"`   // a picture for links to each event; needs BaseURL
	Lessons bool `toml:"lessons"` // exercises for a class; needs Blind
	Tables  bool `toml:"tables"`  // all events as long tables for researchers
}
