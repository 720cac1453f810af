package output

import (
	"os"
	"path/filepath"
)

// Foreign returns a function that reports whether a file that we did not write
// stands in an output folder, which need not be there.
func Foreign(dir string) func(path string) bool {
	data, err := os.ReadFile(filepath.Join(dir, ManifestName))
	if err != nil {
		return foreign(dir, nil)
	}
	m, err := parseManifest(data)
	if err != nil {
		return foreign(dir, nil)
	}
	return foreign(dir, m.paths())
}

func foreign(dir string, ours map[string]bool) func(path string) bool {
	return func(path string) bool {
		local := filepath.FromSlash(path)
		if !filepath.IsLocal(local) || ours[path] {
			return false
		}
		_, err := os.Stat(filepath.Join(dir, local))
		return err == nil
	}
}
