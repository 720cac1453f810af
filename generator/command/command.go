// Package command is the command line: it reads flags, wires the stages
// together, prints, and sets the exit code. [Run] is its entry point. Nothing
// below it reads flags, writes to the terminal or asks for the time.
package command

import (
	"context"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"parallax/generator/diag"
)

// Run runs the subcommand that args name and returns the exit code: 0 done,
// 1 failed, 2 wrong use.
func Run(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	root := &cobra.Command{
		Use:           "parallax",
		Short:         "Compare how the media frame the same event",
		SilenceErrors: true,
		SilenceUsage:  true,
	}
	root.SetArgs(args)
	root.SetIn(stdin)
	root.SetOut(stdout)
	root.SetErr(stderr)
	root.AddCommand(evaluateCommand())
	if err := root.ExecuteContext(ctx); err != nil {
		fmt.Fprintln(stderr, "parallax:", diag.Printable(err.Error()))
		return 1
	}
	return 0
}
