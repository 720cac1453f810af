package page

import (
	"fmt"
	"io/fs"
)

// assets yields the style sheet, the fonts and the script as they are.
func (r *renderer) assets() error {
	return fs.WalkDir(r.site.Templates, "assets", func(file string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(r.site.Templates, file)
		if err != nil {
			return fmt.Errorf("read templates/%s: %w", file, err)
		}
		return r.emit(File{Path: file, Data: data})
	})
}
