// Package command is the command line: it reads flags, wires the stages
// together, prints, and sets the exit code. [Run] is its entry point.
package command

import (
	"context"
	"io"
)

// Run runs the subcommand that args name and returns the exit code: 0 done,
// 1 failed, 2 wrong use.
func Run(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	return 0
}
