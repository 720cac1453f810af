package output

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
)

// A target is the folder that a build fills, seen from the folder above it,
// where the lock and the staging folder stand.
type target struct {
	parent disk
	base   string // name of the folder in parent
	shown  string // the folder as the user wrote it, for messages
}

// openTarget finds the folder and refuses one that a build must not replace.
func openTarget(dir string, o Options) (*target, error) {
	absolute, err := resolve(dir)
	if err != nil {
		return nil, fmt.Errorf("output folder %s: %w", dir, err)
	}
	if err := refuse(absolute, o); err != nil {
		return nil, fmt.Errorf("output folder %s: %w", dir, err)
	}
	if err := os.MkdirAll(filepath.Dir(absolute), folderMode); err != nil {
		return nil, fmt.Errorf("output folder %s: %w", dir, explain(err))
	}
	parent, err := os.OpenRoot(filepath.Dir(absolute))
	if err != nil {
		return nil, fmt.Errorf("output folder %s: %w", dir, err)
	}
	t := &target{parent: disk{parent, o.Fault}, base: filepath.Base(absolute), shown: dir}
	if err := t.inspect(); err != nil {
		t.close()
		return nil, fmt.Errorf("output folder %s: %w", dir, err)
	}
	return t, nil
}

func (t *target) close() { t.parent.Close() }

// resolve returns the absolute path of dir with all links above it followed.
// The folder itself is not followed, and need not be there.
func resolve(dir string) (string, error) {
	absolute, err := filepath.Abs(dir)
	if err != nil {
		return "", err
	}
	parent, base := filepath.Dir(absolute), filepath.Base(absolute)
	if parent == absolute {
		return "", errors.New("the root of the file system cannot be replaced; name a folder in it")
	}
	real, err := filepath.EvalSymlinks(parent)
	if errors.Is(err, fs.ErrNotExist) {
		real, err = resolve(parent)
	}
	return filepath.Join(real, base), err
}

// refuse reports why a place cannot be an output folder, whatever it holds.
func refuse(absolute string, o Options) error {
	if home, err := filepath.EvalSymlinks(o.Home); o.Home != "" && err == nil && within(home, absolute) {
		return errors.New("it holds your home folder; name a folder of its own")
	}
	if o.Site == "" {
		return nil
	}
	site, err := filepath.Abs(o.Site)
	if err != nil {
		return err
	}
	if site, err = filepath.EvalSymlinks(site); err != nil {
		return err
	}
	if within(site, absolute) {
		return errors.New("it holds the site it would be built from; name a folder of its own, such as public")
	}
	for _, input := range []string{"content", "templates", ".git", ".parallax"} {
		if within(absolute, filepath.Join(site, input)) {
			return fmt.Errorf("it lies in %s, which the site is built from; name a folder beside it, such as public", input)
		}
	}
	return nil
}

// within reports whether a path is folder or lies in it.
func within(path, folder string) bool {
	relative, err := filepath.Rel(folder, path)
	return err == nil && relative != ".." && !strings.HasPrefix(relative, ".."+string(filepath.Separator))
}

// inspect looks at what stands at the target.
func (t *target) inspect() error {
	info, err := t.parent.Lstat(t.base)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return err
	case info.Mode()&fs.ModeSymlink != 0:
		return errors.New("it is a link; name the folder it leads to")
	case !info.IsDir():
		return errors.New("it is not a folder")
	}
	if _, err := t.parent.Lstat(path.Join(t.base, ManifestName)); !errors.Is(err, fs.ErrNotExist) {
		return err // nil where there is one, which whoever needs it reads
	}
	return t.refuseForeign()
}

// listed reads the manifest of the folder.
func (t *target) listed() (data []byte, m manifest, err error) {
	data, m, _, err = readManifest(t.parent.Root, t.base)
	if err != nil {
		return nil, nil, fmt.Errorf("output folder %s: %w", t.shown, err)
	}
	return data, m, nil
}

// placeholders may stand in a folder before our first build.
var placeholders = map[string]bool{
	".keep": true, ".gitkeep": true, ".gitignore": true, ".git": true,
	".nojekyll": true, ".well-known": true, "CNAME": true,
}

// refuseForeign refuses a folder without manifest that holds more than
// placeholders.
func (t *target) refuseForeign() error {
	names, err := t.list(t.base)
	if err != nil {
		return err
	}
	for _, name := range names {
		if !placeholders[name] {
			return fmt.Errorf("it holds %s, which Parallax did not write, and no %s; name an empty folder", name, ManifestName)
		}
	}
	return nil
}

// list returns the names in a folder of the parent, sorted.
func (t *target) list(folder string) ([]string, error) {
	entries, err := fs.ReadDir(t.parent.FS(), folder)
	if err != nil {
		return nil, err
	}
	names := make([]string, len(entries))
	for i, e := range entries {
		names[i] = e.Name()
	}
	return names, nil
}

// before is called before each step that is more than one change of the disk, or
// none that the disk knows.
func (t *target) before(step, path string) error { return t.parent.fault.before(step, path) }
