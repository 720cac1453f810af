package output

import (
	"bytes"
	"context"
	"crypto/sha256"
	"fmt"
	"io"
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
				if stands(root, f) {
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

// stands reports whether a file stands in a folder with the same bytes.
func stands(root *os.Root, f file.File) bool {
	if f.Long == nil {
		standing, err := fs.ReadFile(root.FS(), path.Clean(f.Path))
		return err == nil && bytes.Equal(standing, f.Data)
	}
	standing, err := root.Open(path.Clean(f.Path))
	if err != nil {
		return false
	}
	defer standing.Close()
	h := sha256.New()
	_, err = io.Copy(h, standing)
	sum, failed := f.Sum()
	return err == nil && failed == nil && sum == [sha256.Size]byte(h.Sum(nil))
}
