package output

import (
	"strings"

	"parallax/generator/file"
)

// A checks holds what is checked of every file, whether it is written or not.
type checks struct {
	names  names
	links  *links
	report Report
}

func newChecks(base string, foreign func(path string) bool) *checks {
	if foreign == nil {
		foreign = func(string) bool { return false }
	}
	return &checks{names: newNames(), links: newLinks(base, foreign)}
}

// add takes in one file, which was looked at, and counts it.
func (c *checks) add(f file.File) error {
	if err := c.names.add(f.Path); err != nil {
		return err
	}
	c.links.add(f)
	c.report.Files++
	c.report.Bytes += f.Size()
	if strings.HasSuffix(f.Path, ".html") {
		c.report.Pages++
	}
	return nil
}
