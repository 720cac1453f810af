// Package command is the command line: it reads flags, wires the stages
// together, prints, and sets the exit code. [Run] is its entry point. Nothing
// below it reads flags, writes to the terminal or asks for the time.
//
// # Subcommands
//
// Each is one file, named after it, with a function that returns its
// [cobra.Command]; [Run] lists them. What several share stands beside: flags,
// the console, and a [run], which is the stages of the house over one site.
//
// # Messages
//
// What a command was asked for goes to standard output, everything else to
// standard error: diagnostics, times, and on a terminal the progress, which is
// wiped before anything else is printed. Control characters of titles and
// names are escaped.
//
// # Exit codes
//
// The constants below. A user's mistake in the content is 1 and prints its
// place, a mistake on the command line is 2 and prints the way to the help.
package command

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"parallax/generator/diag"
)

// version is what the program calls itself on pages and in data files. It is a
// constant, so that a build of the same sources writes the same bytes however
// it was made.
const version = "0.1.0"

// Exit codes of the program.
const (
	exitDone        = 0
	exitProblems    = 1   // something is wrong, and was told; a build published nothing
	exitUse         = 2   // the command line is wrong
	exitPublished   = 3   // published, but an event was set aside or what comes after failed
	exitInterrupted = 130 // by a signal
)

const exitHelp = `Exit codes:
  0    done
  1    problems were found; nothing was published
  2    the command line is wrong
  3    published, but an event that could not be compared was set aside, or
       something failed after publishing
  130  interrupted; nothing was published`

// exits returns the part of a command's help on the exit codes that it has: what 0
// and 1 mean, and 3 and 130 where they are not empty.
func exits(done, problems, setAside, interrupted string) string {
	help := "Exit codes:\n  0    " + done + "\n  1    " + problems + "\n  2    the command line is wrong"
	if setAside != "" {
		help += "\n  3    " + setAside
	}
	if interrupted != "" {
		help += "\n  130  interrupted; " + interrupted
	}
	return help
}

// Run runs the subcommand that args name and returns the exit code.
func Run(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	root := rootCommand()
	root.SetArgs(args)
	root.SetIn(stdin)
	root.SetOut(stdout)
	root.SetErr(stderr)
	return exitCode(ctx, root.ExecuteContext(ctx), stderr)
}

func rootCommand() *cobra.Command {
	root := &cobra.Command{
		Use:           "parallax",
		Short:         "Compare how the media frame the same event",
		Long:          "Parallax reads several outlets' reports of one event and builds a site that\nshows, side by side, how each frames it.\n\n" + exitHelp,
		SilenceErrors: true,
		SilenceUsage:  true,
	}
	root.AddCommand(
		newCommand(),
		buildCommand(),
		checkCommand(),
		serveCommand(),
		deskCommand(),
		addCommand(),
		watchCommand(),
		groupCommand(),
		lessonCommand(),
		publishCommand(),
		doctorCommand(),
		manualCommand(),
		versionCommand(),
		analyseCommand(),
		codingCommand(),
		evaluateCommand(),
	)
	root.Version = version
	root.SetVersionTemplate("{{.Name}} {{.Version}}\n")
	markUse(root)
	root.RunE = func(c *cobra.Command, args []string) error {
		if len(args) > 0 || c.Flags().NFlag() > 0 {
			return c.Help()
		}
		return openDesk(c, deskFlags{port: deskPort})
	}
	return root
}

// markUse makes every mistake on the command line a useError.
func markUse(c *cobra.Command) {
	c.SetFlagErrorFunc(func(c *cobra.Command, err error) error { return useError{c, err} })
	if c.HasSubCommands() {
		c.Args = unknownCommand
		c.RunE = func(c *cobra.Command, _ []string) error { return c.Help() }
	} else if check := c.Args; check != nil {
		c.Args = func(c *cobra.Command, args []string) error {
			if err := check(c, args); err != nil {
				return useError{c, err}
			}
			return nil
		}
	}
	for _, sub := range c.Commands() {
		markUse(sub)
	}
}

// exactly refuses another number of arguments than n, and shows what is wanted.
func exactly(n int) cobra.PositionalArgs {
	return func(c *cobra.Command, args []string) error {
		_, wanted, _ := strings.Cut(c.Use, " ")
		switch {
		case len(args) == n:
			return nil
		case n == 0:
			return fmt.Errorf("%q is too much; %s takes flags alone", args[0], c.CommandPath())
		}
		return fmt.Errorf("write %q", c.CommandPath()+" "+wanted)
	}
}

// unknownCommand refuses arguments where a subcommand was meant.
func unknownCommand(c *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	var names []string
	for _, sub := range c.Commands() {
		names = append(names, sub.Name())
	}
	return useError{c, fmt.Errorf("unknown command %q; %s", args[0], diag.DidYouMean(args[0], names))}
}

// A useError is a mistake on the command line.
type useError struct {
	command *cobra.Command
	error
}

// Errors whose words have been printed already.
var (
	errProblems = errors.New("problems were found")
	errSetAside = errors.New("an event was set aside")
	errLate     = errors.New("something failed after the site was published")
)

// An interrupted error says what an interruption left undone.
type interrupted struct {
	error
	left string
}

// Unwrap returns the error of the context.
func (e interrupted) Unwrap() error { return e.error }

// exitCode prints what is left to say about an error and returns its code.
func exitCode(ctx context.Context, err error, stderr io.Writer) int {
	var use useError
	switch {
	case err == nil:
		return exitDone
	case errors.Is(err, errProblems):
		return exitProblems
	case errors.Is(err, errSetAside), errors.Is(err, errLate):
		return exitPublished
	case errors.As(err, &use):
		fmt.Fprintf(stderr, "parallax: %s\nTry %q.\n", printable(use.error), use.command.CommandPath()+" --help")
		return exitUse
	case ctx.Err() != nil && errors.Is(err, context.Canceled):
		left := "nothing was published"
		var told interrupted
		if errors.As(err, &told) {
			left = told.left
		}
		fmt.Fprintln(stderr, "parallax: interrupted;", left)
		return exitInterrupted
	}
	fmt.Fprintln(stderr, "parallax:", printable(err))
	return exitProblems
}
