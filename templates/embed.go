// Package templates holds the default look of a site: templates, interface
// texts by language, style sheet, fonts and script. A file of the same name
// in a site's own templates/ folder takes the place of the one here.
package templates

import "embed"

// Files are the built-in templates and assets, by path from this folder.
//
//go:embed *.html figures.toml standards.toml assets messages
var Files embed.FS
