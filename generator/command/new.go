package command

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"parallax"
	"parallax/generator/desk"
	"parallax/generator/diag"
	"parallax/generator/output"
	"parallax/generator/scaffold"
	"parallax/generator/site"
	"parallax/templates"
)

// newCommand makes new sites and new files of content.
func newCommand() *cobra.Command {
	c := &cobra.Command{
		Use:   "new",
		Short: "Make a new site, or a new file of content",
		Long:  "Make a new site, or a new file of content with its keys explained. Nothing is\never overwritten.\n\n" + newExit(),
		Example: `  parallax new site my-site
  parallax new outlet "The Gazette"`,
	}
	c.AddCommand(newSiteCommand(), newTemplateCommand())
	for _, k := range []struct{ kind, short, example string }{
		{"outlet", "Start a file about an outlet", `parallax new outlet "The Gazette"`},
		{"article", "Start an article", "parallax new article north-bridge/gazette"},
		{"event", "Start a note on an event; its name is the event's address", "parallax new event north-bridge-closure-2026-05"},
		{"page", "Start a page", "parallax new page about-us"},
		{"term", "Start an entry of the glossary", "parallax new term agent"},
		{"review", "Start a file of decisions about an event; its name is the event's address", "parallax new review north-bridge-closure-2026-05"},
		{"lesson", "Start a file that changes the lesson of an event; its name is the event's address", "parallax new lesson north-bridge-closure-2026-05"},
	} {
		c.AddCommand(newContentCommand(k.kind, k.short, k.example))
	}
	return c
}

// newExit is the help on the exit codes of the commands that make files.
func newExit() string {
	return exits("the files are written", "nothing was written, which is said", "", "")
}

// newSiteCommand makes a new site.
func newSiteCommand() *cobra.Command {
	var o scaffold.Options
	c := &cobra.Command{
		Use:   "site DIR",
		Short: "Make a new site",
		Long: "Make a site that can be built at once: settings with every key explained, two\n" +
			"invented outlets and an event that they report, workflows that publish on GitHub,\n" +
			"and help for editors' programs. Nothing that is in DIR is overwritten.\n\n" + newExit(),
		Example: `  parallax new site my-site
  parallax new site demonstration --demo`,
		Args: exactly(1),
		RunE: func(c *cobra.Command, args []string) error {
			if o.Program != "" && strings.Count(o.Program, "/") != 1 {
				return useError{c, fmt.Errorf("--program %q: it must be OWNER/NAME", o.Program)}
			}
			return newSite(newConsole(c), args[0], o)
		},
	}
	c.Flags().BoolVar(&o.Demo, "demo", false, "bring the whole demonstration site")
	c.Flags().StringVar(&o.Program, "program", "", "the GitHub repository of Parallax (`OWNER/NAME`) that the workflows use")
	return c
}

// newSite writes the files of a new site into a folder.
func newSite(out *console, dir string, o scaffold.Options) error {
	absolute, err := filepath.Abs(dir)
	if err != nil {
		return err
	}
	o.Name = filepath.Base(absolute)
	files, stays, err := layOut(dir, o)
	if err != nil {
		return err
	}
	for _, name := range stays {
		out.note("%s", name)
	}
	shown := filepath.ToSlash(dir)
	out.result("%s is a new site of %s. Next:", shown, diag.Count(len(files), "file"))
	if strings.ContainsAny(shown, " '&()") {
		shown = `"` + shown + `"` // as a shell wants it
	}
	if shown != "." {
		out.result("  cd %s", shown)
	}
	out.result("  parallax serve    # look at it")
	out.result("README.md says how to go on, and config.toml what can be set.")
	return nil
}

// layOut writes the files of a new site into a folder, which it makes if there is none.
// It returns them, and what is said of those that were there already and stay.
func layOut(dir string, o scaffold.Options) (files []scaffold.File, stays []string, err error) {
	if files, err = scaffold.Site(parallax.Demonstration, o); err != nil {
		return nil, nil, err
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, nil, fmt.Errorf("make the site's folder: %w", err)
	}
	root, err := openSite(dir)
	if err != nil {
		return nil, nil, err
	}
	defer root.Close()
	if files, stays, err = besides(root, files); err != nil {
		return nil, nil, err
	}
	return files, stays, writeNew(root, files)
}

// newTemplateCommand writes a built-in template into a site.
func newTemplateCommand() *cobra.Command {
	var site string
	c := &cobra.Command{
		Use:   "template NAME",
		Short: "Write a built-in template, to be changed",
		Long: "Write a built-in template, style sheet or file of texts into the folder templates of\n" +
			"the site, where it takes the place of the built-in one.\n\n" + newExit(),
		Example:           "  parallax new template home.html\n  parallax new template messages/en.toml",
		Args:              exactly(1),
		ValidArgsFunction: completer(templateNames).first,
		RunE: func(c *cobra.Command, args []string) error {
			return newTemplate(newConsole(c), site, args[0])
		},
	}
	c.Flags().StringVar(&site, "site", ".", "the `DIR` with the site's config.toml")
	c.MarkFlagDirname("site")
	return c
}

// newTemplate writes a built-in template into a site.
func newTemplate(out *console, dir, name string) error {
	name = strings.TrimPrefix(path.Clean(name), "templates/")
	if names := templateNames(nil); !slices.Contains(names, name) {
		return fmt.Errorf("no template %q; %s", name, diag.DidYouMean(name, names))
	}
	data, err := fs.ReadFile(templates.Files, name)
	if err != nil {
		return fmt.Errorf("read the built-in template: %w", err)
	}
	root, err := openContent(dir)
	if err != nil {
		return err
	}
	defer root.Close()
	f := scaffold.File{Path: "templates/" + name, Data: data}
	if err := writeNew(root, []scaffold.File{f}); err != nil {
		return err
	}
	out.result("%s", f.Path)
	return nil
}

// openContent opens the folder of a site that is there.
func openContent(dir string) (*os.Root, error) {
	root, err := openSite(dir)
	if err != nil {
		return nil, err
	}
	if _, err := root.Stat("config.toml"); err != nil {
		root.Close()
		return nil, fmt.Errorf(`there is no config.toml in %s; make a site with "parallax new site", or name its folder with --site`, dir)
	}
	return root, nil
}

// newContentCommand makes a new file of a kind of content.
func newContentCommand(kind, short, example string) *cobra.Command {
	var site string
	c := &cobra.Command{
		Use:     kind + " NAME",
		Short:   short,
		Long:    short + ". NAME is the name of the file, or a title to make one from.\n\n" + newExit(),
		Example: "  " + example,
		Args:    exactly(1),
		ValidArgsFunction: func(c *cobra.Command, args []string, begun string) ([]string, cobra.ShellCompDirective) {
			if kind == "event" || kind == "lesson" || kind == "review" {
				return completer(events).first(c, args, begun)
			}
			return nil, cobra.ShellCompDirectiveNoFileComp
		},
		RunE: func(c *cobra.Command, args []string) error {
			return newContent(newConsole(c), site, kind, args[0])
		},
	}
	c.Flags().StringVar(&site, "site", ".", "the `DIR` with the site's config.toml")
	c.MarkFlagDirname("site")
	return c
}

// newContent writes a new file of content.
func newContent(out *console, dir, kind, name string) error {
	root, err := openContent(dir)
	if err != nil {
		return err
	}
	defer root.Close()
	f, err := scaffold.Content(kind, name, outletIDs(root))
	if err != nil {
		return err
	}
	if err := writeNew(root, []scaffold.File{f}); err != nil {
		return err
	}
	out.result("%s", f.Path)
	return nil
}

// outletIDs returns the ids of a site's outlets in order.
func outletIDs(root *os.Root) []string {
	names, err := fs.Glob(root.FS(), "content/outlets/*.md")
	if err != nil {
		return nil // the pattern is a good one
	}
	for i, name := range names {
		names[i] = strings.TrimSuffix(path.Base(name), ".md")
	}
	return names
}

// writeNew writes files that must not be there yet: all of them, or none if one
// of them is.
func writeNew(root *os.Root, files []scaffold.File) error {
	var there []string
	for _, f := range files {
		if _, err := root.Lstat(f.Path); err == nil {
			there = append(there, f.Path)
		} else if !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	if len(there) > 0 {
		return fmt.Errorf("nothing is written, since %s there already: %s", areThere(len(there)), some(there))
	}
	for i, f := range files {
		if err := writeOnce(root, f); err != nil {
			for _, written := range files[:i] {
				root.Remove(written.Path)
			}
			return err
		}
	}
	return nil
}

// writeOnce writes a file, unless it is there by now, whole or not at all.
func writeOnce(root *os.Root, f scaffold.File) error {
	if err := root.MkdirAll(path.Dir(f.Path), 0o755); err != nil {
		return fmt.Errorf("make the folder of %s: %w", f.Path, err)
	}
	to, err := root.OpenFile(f.Path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return fmt.Errorf("write %s: %w", f.Path, errors.Unwrap(err))
	}
	_, err = to.Write(f.Data)
	if closed := to.Close(); err == nil {
		err = closed
	}
	if err != nil {
		root.Remove(f.Path) // half of it would be taken for the whole
		return fmt.Errorf("write %s: %w", f.Path, err)
	}
	return nil
}

// besides returns the files of a new site without those that a repository has from its
// beginning, and says what these lack. What is left must not be there.
func besides(root *os.Root, files []scaffold.File) (rest []scaffold.File, lacking []string, err error) {
	for _, f := range files {
		old, err := root.ReadFile(f.Path)
		switch {
		case errors.Is(err, fs.ErrNotExist) || err == nil && !slices.Contains([]string{"README.md", ".gitignore", ".gitattributes"}, f.Path):
			rest = append(rest, f)
		case err != nil:
			return nil, nil, err
		case f.Path == "README.md":
			lacking = append(lacking, "README.md is there already and stays as it is")
		default:
			if lines := linesNotIn(string(old), string(f.Data)); len(lines) > 0 {
				lacking = append(lacking, fmt.Sprintf("%s is there already and stays as it is; add to it:\n  %s", f.Path, strings.Join(lines, "\n  ")))
			}
		}
	}
	return rest, lacking, nil
}

// linesNotIn returns the lines of a text, remarks apart, that another does not have.
func linesNotIn(old, data string) []string {
	var list []string
	there := strings.Split(old, "\n")
	for line := range strings.Lines(data) {
		if line = strings.TrimSpace(line); line != "" && !strings.HasPrefix(line, "#") && !slices.Contains(there, line) {
			list = append(list, line)
		}
	}
	return list
}

// areThere returns "1 file is" or "3 files are".
func areThere(n int) string {
	if n == 1 {
		return "1 file is"
	}
	return diag.Count(n, "file") + " are"
}

// some returns the first of many names.
func some(names []string) string {
	const most = 5
	if len(names) > most {
		return strings.Join(names[:most], ", ") + fmt.Sprintf(" and %d more", len(names)-most)
	}
	return strings.Join(names, ", ")
}

// makeSite makes a site for somebody at the desk, in a folder that is empty or new.
func makeSite(folder string, w desk.Wish) error {
	if entries, err := os.ReadDir(folder); err == nil && len(entries) > 0 {
		return fmt.Errorf("the folder %s has other files; choose one that is empty or not there yet", folder)
	}
	if _, _, err := layOut(folder, scaffold.Options{Name: w.Name, Language: w.Language, Empty: !w.Sample}); err != nil {
		return err
	}
	return os.MkdirAll(filepath.Join(folder, "content"), 0o755)
}

// isSite reports whether a folder holds a site.
func isSite(folder string) bool {
	for _, name := range []string{site.File, "content"} {
		if _, err := os.Stat(filepath.Join(folder, name)); err != nil {
			return false
		}
	}
	return true
}

// deskMemory is the file that has the folder of the site that the desk had last; it
// may be nowhere.
func deskMemory() string {
	dir, err := os.UserConfigDir()
	if err != nil {
		return ""
	}
	return filepath.Join(dir, "parallax", "desk")
}

// lastSite returns the site that a person means who names none: that of the folder
// they are in or of one above it, else the last; "" if there is none.
func lastSite() string {
	if dir, err := os.Getwd(); err == nil {
		for parent := filepath.Dir(dir); ; dir, parent = parent, filepath.Dir(parent) {
			if isSite(dir) {
				return dir
			}
			if dir == parent {
				break
			}
		}
	}
	data, err := os.ReadFile(deskMemory())
	if folder := strings.TrimSpace(string(data)); err == nil && isSite(folder) {
		return folder
	}
	return ""
}

// rememberSite keeps the folder of a site for the next time. Where that cannot be kept
// it is asked for again.
func rememberSite(folder string) {
	if name := deskMemory(); name != "" {
		_ = output.WriteFile(name, []byte(folder+"\n"), nil)
	}
}

// proposedFolder returns where a site may stand: below the person's documents.
func proposedFolder() string {
	home, err := os.UserHomeDir()
	if err != nil {
		return ""
	}
	if documents := filepath.Join(home, "Documents"); isFolder(documents) {
		home = documents
	}
	return filepath.Join(home, "Parallax")
}

// isFolder reports whether there is a folder of that name.
func isFolder(name string) bool {
	info, err := os.Stat(name)
	return err == nil && info.IsDir()
}
