package command

import (
	"fmt"
	"io"
	"io/fs"
	"path"
	"runtime"
	"runtime/debug"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"parallax"
	"parallax/generator/licence"
	"parallax/templates"
)

// versionCommand says which program this is, and whose work is in it.
func versionCommand() *cobra.Command {
	var licences bool
	c := &cobra.Command{
		Use:   "version",
		Short: "Print the version, or the licences of all that is in the program",
		Long: "Print the version of the program, what it was built from and for which computers;\n" +
			"with --licences, the licences of the program, of its fonts and of all modules in it.\n\n" + exits("printed", "it could not be printed", "", ""),
		Example: "  parallax version\n  parallax version --licences",
		Args:    exactly(0),
		RunE: func(c *cobra.Command, _ []string) error {
			if licences {
				return writeLicences(c.OutOrStdout())
			}
			_, err := fmt.Fprintln(c.OutOrStdout(), described())
			return err
		},
	}
	c.Flags().BoolVar(&licences, "licences", false, "print the licences of all that is in the program")
	return c
}

// described says which program this is: "parallax 0.1.0 (3f2a91c, go1.26.0, linux/amd64)".
func described() string {
	made := []string{runtime.Version(), runtime.GOOS + "/" + runtime.GOARCH}
	if info, ok := debug.ReadBuildInfo(); ok {
		revision := ""
		for _, s := range info.Settings {
			switch {
			case s.Key == "vcs.revision":
				revision = s.Value[:min(7, len(s.Value))] + revision
			case s.Key == "vcs.modified" && s.Value == "true":
				revision += " with changes"
			}
		}
		if revision != "" {
			made = append([]string{revision}, made...)
		}
	}
	return fmt.Sprintf("parallax %s (%s)", version, strings.Join(made, ", "))
}

// writeLicences prints the licences of all that is in the program.
func writeLicences(w io.Writer) error {
	print := func(of, text string) error {
		if text == "" {
			return fmt.Errorf("the licence of %s is not in the program; report this", of)
		}
		_, err := fmt.Fprintf(w, "%s\n%s\n\n%s\n\n", of, strings.Repeat("-", len(of)), strings.TrimSpace(text))
		return err
	}
	if err := print("Parallax", parallax.Licence); err != nil {
		return err
	}
	fonts, err := fs.Glob(templates.Files, "assets/fonts/*-ofl.txt")
	if err != nil {
		return err
	}
	for _, name := range fonts {
		data, err := fs.ReadFile(templates.Files, name)
		if err != nil {
			return err
		}
		if err := print("The font "+strings.TrimSuffix(path.Base(name), "-ofl.txt"), string(data)); err != nil {
			return err
		}
	}
	if err := print("Go", licence.Of(licence.Standard)); err != nil {
		return err
	}
	for _, module := range modules() {
		if err := print(module, licence.Of(module)); err != nil {
			return err
		}
	}
	return nil
}

// modules returns the modules of others in the program, in order.
func modules() []string {
	var list []string
	if info, ok := debug.ReadBuildInfo(); ok {
		for _, m := range info.Deps {
			if m.Replace == nil { // by a folder of ours
				list = append(list, m.Path)
			}
		}
	}
	slices.Sort(list)
	return list
}
