package output

import (
	"fmt"
	"strings"
)

// maxPath is the most bytes of a path: what the strictest system in use
// (Windows, 260 characters with the folder before it) leaves room for.
const maxPath = 200

// checkPath reports why a path may not be written.
func checkPath(path string) error {
	switch {
	case path == "":
		return fmt.Errorf("a file without a path")
	case len(path) > maxPath:
		return fmt.Errorf("path %.40q… is longer than %d bytes", path, maxPath)
	case path == ManifestName || path == markerName:
		return fmt.Errorf("path %q is kept for the manifest", path)
	}
	for part := range strings.SplitSeq(path, "/") {
		if err := checkPart(part); err != nil {
			return fmt.Errorf("path %q: %w", path, err)
		}
	}
	return nil
}

// citationName is the one name with capitals that is written: those who read the
// Citation File Format look for it as it stands here.
const citationName = "CITATION.cff"

// checkPart checks the name of one folder or file.
func checkPart(part string) error {
	if part == citationName {
		return nil
	}
	if i := strings.IndexFunc(part, func(r rune) bool { return !allowed(r) }); i >= 0 {
		return fmt.Errorf("%q is not one of a-z 0-9 . _ -", part[i:min(i+1, len(part))])
	}
	stem, _, _ := strings.Cut(part, ".")
	switch {
	case part == "" || part == "." || part == "..":
		return fmt.Errorf("%q is no name", part)
	case strings.HasSuffix(part, ".") || strings.HasPrefix(part, "-"):
		return fmt.Errorf("name %q begins or ends badly", part)
	case part == ".git" || reserved(stem):
		return fmt.Errorf("name %q means something else to some systems", part)
	}
	return nil
}

func allowed(r rune) bool {
	return 'a' <= r && r <= 'z' || '0' <= r && r <= '9' || r == '-' || r == '.' || r == '_'
}

// reserved reports whether Windows takes a name, whatever follows its first
// dot, for a device.
func reserved(stem string) bool {
	switch stem {
	case "con", "prn", "aux", "nul":
		return true
	}
	return len(stem) == 4 && (strings.HasPrefix(stem, "com") || strings.HasPrefix(stem, "lpt")) &&
		stem[3] >= '0' && stem[3] <= '9'
}

// A names finds paths that cannot stand beside each other. Since a path holds
// no capitals and no letters beyond ASCII, different paths stay different
// where case or Unicode forms are ignored.
type names struct {
	files   map[string]bool
	folders map[string]bool
}

func newNames() names { return names{files: map[string]bool{}, folders: map[string]bool{}} }

// add checks a path and remembers it.
func (n names) add(path string) error {
	if err := checkPath(path); err != nil {
		return err
	}
	if n.files[path] {
		return fmt.Errorf("two files have the path %q", path)
	}
	if n.folders[path] {
		return fmt.Errorf("path %q is both a file and a folder", path)
	}
	n.files[path] = true
	for folder := range parents(path) {
		if n.files[folder] {
			return fmt.Errorf("path %q is both a file and a folder", folder)
		}
		n.folders[folder] = true
	}
	return nil
}

// parents yields the folders above a path, the outermost first.
func parents(path string) func(yield func(string) bool) {
	return func(yield func(string) bool) {
		for i := range len(path) {
			if path[i] == '/' && !yield(path[:i]) {
				return
			}
		}
	}
}
