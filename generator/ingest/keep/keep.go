// Package keep holds what one run that takes articles in knows for the next,
// as JSON in files of the site's folder .parallax. They may be deleted at any
// time: what a run cannot read it does without.
package keep

import (
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path"
)

// Read reads what Write wrote to a file, and reports whether it could. If not,
// value may hold parts of it.
func Read(root *os.Root, file string, value any) bool {
	data, err := root.ReadFile(file)
	return err == nil && json.Unmarshal(data, value) == nil
}

// Write writes a value to a file such as ".parallax/feeds.json", and makes its
// folder if there is none.
func Write(root *os.Root, file string, value any) error {
	data, err := json.MarshalIndent(value, "", "\t")
	if err != nil {
		return err
	}
	if err := root.Mkdir(path.Dir(file), 0o755); err != nil && !errors.Is(err, fs.ErrExist) {
		return err
	}
	return root.WriteFile(file, append(data, '\n'), 0o644)
}
