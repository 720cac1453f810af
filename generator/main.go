// Command parallax builds a site that shows how several outlets report the
// same event. Run "parallax help" for its subcommands.
package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"

	"parallax/generator/command"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	code := command.Run(ctx, os.Args[1:], os.Stdin, os.Stdout, os.Stderr)
	stop()
	os.Exit(code)
}
