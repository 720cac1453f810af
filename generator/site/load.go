package site

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"time"

	"parallax/generator/diag"
	"parallax/generator/frontmatter"
)

// Load reads config.toml in the root of the file system. What the file leaves
// out has its default. The settings are complete even where the list holds
// errors, so that the stages after can go on and report theirs. The signals are
// the names of those that can be switched off.
func Load(fsys fs.FS, signals []string) (Config, diag.List) {
	var l diag.List
	c := defaults()
	source, err := fs.ReadFile(fsys, File)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		l.Errorf(File, 0, `make one with "parallax new site", or name the site's folder with --site`, "there is no config.toml in this folder")
	case err != nil:
		l.Errorf(File, 0, "", "cannot be read: %v", err)
	default:
		c.document, l = frontmatter.TOML(File, string(source))
	}
	if c.document != nil {
		l.Merge(c.document.Bind(&c))
		l.Merge(c.check())
	}
	l.Merge(c.signals(signals))
	if c.BaseURL != "" && !strings.HasSuffix(c.BaseURL, "/") {
		c.BaseURL += "/"
	}
	return c, l
}

// defaults returns the settings of an empty config.toml.
func defaults() Config {
	return Config{
		Language:  "en",
		TimeZone:  "UTC",
		Zone:      time.UTC,
		Licence:   Licence{Site: "CC-BY-4.0"},
		Grouping:  Grouping{Caution: 1},
		Quotation: Quotation{Share: 0.10, Page: 150, Passage: 50},
		Pages:     Pages{Pairs: 3, Blind: true, Feed: 50, Cards: true, Lessons: true, Tables: true},
	}
}

// mostCaution is where every article is an event of its own, but for copies and
// pins.
const mostCaution = 1000

// check returns what is wrong with values of the right type, and loads the
// time zone.
func (c *Config) check() diag.List {
	var l diag.List
	mistake := func(key, mend, format string, args ...any) {
		l.Add(c.Mistake(diag.Error, key, mend, format, args...))
	}
	if strings.TrimSpace(c.Title) == "" {
		mistake("title", `write title = "..."`, "the site has no title")
	}
	c.checkAddresses(mistake)
	c.checkPlace(mistake)
	if s := c.Quotation.Share; !(s >= 0 && s <= 1) {
		mistake("quotation.share", "write a share from 0 to 1, such as 0.10 for a tenth", "quotation.share is %v", s)
	}
	if caution := c.Grouping.Caution; !(caution > 0 && caution <= mostCaution) {
		mistake("grouping.caution", "write a number above 0, such as 2.0 to join less, or 0.5 to join more", "grouping.caution is %v", caution)
	}
	for _, limit := range []struct {
		key   string
		value int
	}{
		{"quotation.page", c.Quotation.Page}, {"quotation.passage", c.Quotation.Passage},
		{"pages.pairs", c.Pages.Pairs}, {"pages.feed", c.Pages.Feed},
	} {
		if limit.value < 0 {
			mistake(limit.key, "write 0 or more", "%s is %d", limit.key, limit.value)
		}
	}
	first := map[string]bool{}
	for i, id := range c.Outlets {
		if first[id] {
			mistake(fmt.Sprintf("outlets.%d", i), "name each outlet once", "outlet %q is named twice", id)
		}
		first[id] = true
	}
	return l
}
