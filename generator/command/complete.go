package command

import (
	"io/fs"
	"maps"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"parallax/generator/evaluate"
	"parallax/generator/lesson"
	"parallax/generator/stages"
	"parallax/templates"
)

// What a shell may complete besides the names of commands and flags: ids of events and
// outlets of the site that --site names, levels, formats, tasks and templates. A site that
// cannot be read has none.

// A completer returns what may stand at a place.
type completer func(c *cobra.Command) []string

// completion makes a completer what cobra asks for.
func (f completer) completion(c *cobra.Command, _ []string, begun string) ([]string, cobra.ShellCompDirective) {
	var list []string
	for _, s := range f(c) {
		if strings.HasPrefix(s, begun) {
			list = append(list, s)
		}
	}
	return list, cobra.ShellCompDirectiveNoFileComp
}

// first completes the first argument alone.
func (f completer) first(c *cobra.Command, args []string, begun string) ([]string, cobra.ShellCompDirective) {
	if len(args) > 0 {
		return nil, cobra.ShellCompDirectiveDefault
	}
	return f.completion(c, args, begun)
}

// flag completes the values of a flag.
func (f completer) flag(c *cobra.Command, name string) {
	// It fails only for a flag that the command has not, which a test would see.
	_ = c.RegisterFlagCompletionFunc(name, f.completion)
}

// ofSite returns what a function finds in the folder of the command's site.
func ofSite(c *cobra.Command, find func(*os.Root) []string) []string {
	dir, err := c.Flags().GetString("site")
	if err != nil {
		return nil
	}
	root, err := openSite(dir)
	if err != nil {
		return nil
	}
	defer root.Close()
	return find(root)
}

// events returns the slugs of the site's events, as events.lock has them.
func events(c *cobra.Command) []string {
	return ofSite(c, func(root *os.Root) []string {
		lock, _ := stages.ReadLock(root.FS())
		return slices.Sorted(maps.Keys(lock.Events))
	})
}

// outlets returns the ids of the site's outlets.
func outlets(c *cobra.Command) []string { return ofSite(c, outletIDs) }

// levels returns the levels of lessons.
func levels(*cobra.Command) []string {
	var list []string
	for _, l := range lesson.Levels() {
		list = append(list, l.String())
	}
	return list
}

// formats returns the formats of quizzes.
func formats(*cobra.Command) []string { return formatNames() }

// tasks returns what can be measured.
func tasks(*cobra.Command) []string {
	var list []string
	for _, t := range evaluate.Tasks() {
		list = append(list, t.Name)
	}
	return list
}

// templateNames returns the names of the built-in templates and texts.
func templateNames(*cobra.Command) []string {
	var list []string
	_ = fs.WalkDir(templates.Files, ".", func(name string, d fs.DirEntry, err error) error { // of files in the program
		if err == nil && !d.IsDir() {
			list = append(list, name)
		}
		return err
	})
	return list
}
