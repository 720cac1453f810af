package page

import (
	"fmt"
	"io/fs"

	"parallax/generator/file"
)

// assets yields the style sheet, the fonts and the script as they are.
func (r *renderer) assets() error {
	return fs.WalkDir(r.Files, "assets", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(r.Files, name)
		if err != nil {
			return fmt.Errorf("read templates/%s: %w", name, err)
		}
		return r.Emit(file.File{Path: name, Data: data})
	})
}
