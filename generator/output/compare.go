package output

import (
	"bytes"
	"context"
	"fmt"
	"io/fs"
	"iter"
	"os"
	"path"

	"parallax/generator/file"
)

// Compare does what Check does and holds the files against those that stand in
// dir: the report counts as Written what a build would write, and as Removed
// what it would remove. It changes nothing.
func Compare(ctx context.Context, dir string, files iter.Seq2[file.File, error], o Options) (Report, error) {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return Report{}, fmt.Errorf("open the built site: %w", err)
	}
	defer root.Close()
	data, listed, _, err := readManifest(root, ".")
	if err != nil {
		return Report{}, err
	}
	seen := map[string]bool{}
	equal := 0
	report, err := Check(ctx, func(yield func(file.File, error) bool) {
		for f, err := range files {
			if err == nil {
				seen[f.Path] = true
				if standing, missing := fs.ReadFile(root.FS(), path.Clean(f.Path)); missing == nil && bytes.Equal(standing, f.Data) {
					equal++
				}
			}
			if !yield(f, err) {
				return
			}
		}
	}, o, foreign(dir, listed.paths()))
	report.Kept, report.Written = equal, report.Files-equal
	for _, e := range listed {
		if !seen[e.path] {
			report.Removed++
		}
	}
	if len(data) == 0 {
		report.Written = report.Files // nobody can tell which of the files are ours
	}
	return report, err
}
