package command

import (
	"fmt"
	"os"

	"github.com/spf13/cobra"
	"github.com/spf13/cobra/doc"
)

// manualCommand writes the manual pages.
func manualCommand() *cobra.Command {
	return &cobra.Command{
		Use:     "manual DIR",
		Short:   "Write the manual pages into a folder",
		Long:    "Write the manual pages, parallax.1 and one for each command, into a folder.\n\n" + exits("the pages are written", "they could not be written", "", ""),
		Example: "  parallax manual ~/.local/share/man/man1",
		Args:    exactly(1),
		RunE: func(c *cobra.Command, args []string) error {
			now, _, err := clock()
			if err != nil {
				return err
			}
			if err := os.MkdirAll(args[0], 0o755); err != nil {
				return fmt.Errorf("write the manual pages: %w", err)
			}
			c.Root().DisableAutoGenTag = true
			header := doc.GenManHeader{Title: "PARALLAX", Section: "1", Source: "Parallax " + version, Manual: "Parallax", Date: &now}
			if err := doc.GenManTree(c.Root(), &header, args[0]); err != nil {
				return fmt.Errorf("write the manual pages: %w", err)
			}
			return nil
		},
	}
}
