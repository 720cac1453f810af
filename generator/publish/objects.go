package publish

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"
)

// objects writes the files of a folder into the repository, byte by byte as
// they are, and returns them as mode and object by path.
func (r *Repository) objects(ctx context.Context, f Folder, domain string) (map[string]string, error) {
	folder, err := filepath.Abs(f.Path)
	if err != nil {
		return nil, err
	}
	var paths strings.Builder
	for _, file := range f.Files {
		paths.WriteString(filepath.Join(folder, filepath.FromSlash(file.Path)) + "\n")
	}
	hashes, err := r.git.feed(ctx, strings.NewReader(paths.String()), "hash-object", "-w", "--no-filters", "--stdin-paths")
	if err != nil {
		return nil, err
	}
	written := strings.Fields(hashes)
	if len(written) != len(f.Files) {
		return nil, fmt.Errorf("git took %d of %d files; were they changed meanwhile?", len(written), len(f.Files))
	}
	objects := map[string]string{}
	for i, file := range f.Files {
		objects[file.Path] = plain + written[i]
	}
	extra := map[string]string{".nojekyll": ""}
	if domain != "" {
		extra["CNAME"] = domain + "\n"
	}
	for name, text := range extra {
		if objects[name] != "" {
			continue // somebody put one into the folder
		}
		object, err := r.git.feed(ctx, strings.NewReader(text), "hash-object", "-w", "--no-filters", "--stdin")
		if err != nil {
			return nil, err
		}
		objects[name] = plain + object
	}
	return objects, nil
}

// plain is the mode of a file that is no program, with a blank.
const plain = "100644 "
