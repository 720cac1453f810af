// Package licence holds the licences of the modules that the program is made of, as
// they ask to be given along with it. [Of] returns them.
//
// The folder texts has a folder for each module, and std for Go's own library. The
// program tools/licences copies them from the module cache.
package licence

import (
	"embed"
	"io/fs"
	"path"
	"strings"
)

// Standard is the name of Go's own library.
const Standard = "std"

//go:embed texts
var texts embed.FS

// Of returns the licence of a module with its notices, "" if there is none.
func Of(module string) string {
	folder := path.Join("texts", module)
	entries, err := fs.ReadDir(texts, folder)
	if err != nil {
		return ""
	}
	var parts []string
	for _, e := range entries {
		if e.IsDir() {
			continue // another module, whose path begins with this one's
		}
		data, err := fs.ReadFile(texts, path.Join(folder, e.Name()))
		if err != nil {
			return ""
		}
		parts = append(parts, strings.TrimSpace(string(data)))
	}
	return strings.Join(parts, "\n\n")
}
