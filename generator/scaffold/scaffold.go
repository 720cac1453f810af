// Package scaffold makes the files of a new site and of new content, as bytes;
// whoever calls it writes them. [Site] and [Content] are its entry points.
//
// # A new site
//
// The folder site/ here is a new site, but for what is made from the program
// itself, so that it cannot differ from what the program reads:
//
//   - config.toml is that of the demonstration site, which shows and explains
//     every key, with other values for a few of them;
//   - schemas/*.schema.json are JSON Schemas of config.toml and of the front
//     matter of each kind of file. Their keys and types come from the structs
//     that the files are read into;
//   - .vscode/parallax.code-snippets brings the same keys into Markdown files,
//     where no editor's program reads a schema.
//
// # New content
//
// A new file has all keys of its kind. Those that are required have a value,
// the others stand in comments, each with what it means.
package scaffold

import (
	"cmp"
	"embed"
	"fmt"
	"io/fs"
	"strings"

	"parallax/generator/frontmatter"
)

//go:embed all:site
var starter embed.FS

// A File is a file to be written.
type File struct {
	Path string // slash-separated, from the site's folder
	Data []byte
}

// Options say what a new site is like.
type Options struct {
	Name     string // of the site; its title
	Language string // of its pages; English if empty
	Empty    bool   // without the two example outlets, and without an address before one is known
	Demo     bool   // the demonstration site in place of the two example outlets
	Program  string // the GitHub repository of Parallax, owner/name, that workflows get it from; may be empty
}

// Site returns the files of a new site in the order of their paths.
// Demonstration is the demonstration site.
func Site(demonstration fs.FS, o Options) ([]File, error) {
	config, err := fs.ReadFile(demonstration, "config.toml")
	if err != nil {
		return nil, fmt.Errorf("read the settings of the demonstration site: %w", err)
	}
	s := sheaf{}
	s.take(starter, "site", func(path string) bool {
		return !o.Demo && !o.Empty || path != "events.lock" && !strings.HasPrefix(path, "content/")
	})
	if o.Demo {
		s.take(demonstration, ".", func(string) bool { return true })
	} else {
		s.put("config.toml", newConfig(string(config), o))
	}
	helps, err := help(string(config))
	if err != nil {
		return nil, err
	}
	for _, f := range helps {
		s.put(f.Path, string(f.Data))
	}
	s.fill(o)
	return s.sorted(), s.err
}

// newConfig returns the settings of the demonstration site with the values of
// a site that begins.
func newConfig(source string, o Options) string {
	base := "https://example.org/" + address(o.Name)
	if o.Empty {
		base = ""
	}
	for _, v := range []struct{ key, value string }{
		{"title", frontmatter.Quote(o.Name)},
		{"description", frontmatter.Quote("How different outlets report the same event, side by side.")},
		{"base_url", frontmatter.Quote(base)},
		{"language", frontmatter.Quote(cmp.Or(o.Language, "en"))},
		{"time_zone", frontmatter.Quote("UTC")},
		{"outlets", "[]"},
		{"editor", frontmatter.Quote("")},
		{"contact", frontmatter.Quote("")},
		{"repository", frontmatter.Quote("")},
	} {
		source = setValue(source, v.key, v.value)
	}
	return source
}

// setValue gives a key of the first table another value.
func setValue(source, key, value string) string {
	lines := strings.SplitAfter(source, "\n")
	for i, line := range lines {
		if !strings.HasPrefix(line, key+" = ") {
			continue
		}
		end := i + 1
		if strings.TrimSpace(line) == key+" = [" {
			for end < len(lines) && strings.TrimSpace(lines[end-1]) != "]" {
				end++
			}
		}
		return strings.Join(lines[:i], "") + key + " = " + value + "\n" + strings.Join(lines[end:], "")
	}
	return source
}
