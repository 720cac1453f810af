package command

import (
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/spf13/cobra"
)

// TestHelp demands that every command says in its help what it does, shows an
// example that it would accept, and lists the exit codes.
func TestHelp(t *testing.T) {
	var walk func(c *cobra.Command)
	walk = func(c *cobra.Command) {
		for _, sub := range c.Commands() {
			walk(sub)
		}
		if !strings.Contains(c.Long, "Exit codes:\n  0  ") {
			t.Errorf("%s does not list the exit codes", c.CommandPath())
		}
		if c.HasParent() && !strings.Contains(c.Example, c.CommandPath()) && !c.HasSubCommands() {
			t.Errorf("%s shows no example", c.CommandPath())
		}
		for line := range strings.Lines(c.Example) {
			checkExample(t, strings.TrimSpace(line))
		}
	}
	walk(rootCommand())
}

// TestExitCodesAreTheCommands demands that a command's help has the exit codes that it
// has and no others: 3 where a site is built or checked, 130 where work is interrupted.
func TestExitCodesAreTheCommands(t *testing.T) {
	for _, c := range rootCommand().Commands() {
		sets := c.Name() == "build" || c.Name() == "check"
		if got := strings.Contains(c.Long, "\n  3  "); got != sets {
			t.Errorf("%s: exit code 3 is in its help: %v", c.Name(), got)
		}
		quick := strings.Contains("new manual version serve desk", c.Name())
		if got := strings.Contains(c.Long, "\n  130  "); got == quick {
			t.Errorf("%s: exit code 130 is in its help: %v", c.Name(), got)
		}
		if strings.Contains(c.Long, strings.TrimPrefix(exitHelp, "Exit codes:\n")) {
			t.Errorf("%s has the exit codes of all commands in its help", c.Name())
		}
	}
}

// checkExample demands that an example names a command and flags that exist.
func checkExample(t *testing.T, line string) {
	for part := range strings.SplitSeq(line, "&&") {
		words := strings.Fields(part)
		if len(words) == 0 || words[0] != "parallax" {
			continue
		}
		root := rootCommand()
		root.InitDefaultHelpCmd()
		root.InitDefaultCompletionCmd()
		c, args, err := root.Find(words[1:])
		if err == nil && c != root {
			err = c.ParseFlags(args)
		}
		if err != nil || c == root {
			t.Errorf("%q is no command: %v", part, err)
		}
	}
}

// TestExitCodes demands that the README's table has every exit code.
func TestExitCodes(t *testing.T) {
	for _, line := range strings.Split(exitHelp, "\n")[1:] {
		code, _, _ := strings.Cut(strings.TrimSpace(line), " ")
		if _, err := strconv.Atoi(code); err != nil {
			continue // the line before goes on
		}
		if want := "\n| " + code + " | "; !strings.Contains(readme(t), want) {
			t.Errorf("the README does not say %q", want)
		}
	}
}

// TestCommandTable demands that the README names every command.
func TestCommandTable(t *testing.T) {
	for _, c := range rootCommand().Commands() {
		if want := "| `parallax " + c.Name() + "` |"; !strings.Contains(readme(t), want) {
			t.Errorf("the README's table has no %q", want)
		}
	}
}

func readme(t *testing.T) string {
	t.Helper()
	data, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}
