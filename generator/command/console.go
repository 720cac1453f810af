package command

import (
	"fmt"
	"io"
	"os"
	"strings"
	"sync"
	"time"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"parallax/generator/diag"
)

// A console is where a command prints, also while a step that nobody waits for
// any more still does.
type console struct {
	out, err io.Writer
	live     bool       // err is a terminal, so progress is shown
	paint    diag.Paint // nil where colour is not wanted
	mutex    sync.Mutex
	drawn    time.Time // when the progress line was last drawn; zero if there is none
}

// redraw is how often the progress line changes at most.
const redraw = 100 * time.Millisecond

func newConsole(c *cobra.Command) *console {
	f, ok := c.ErrOrStderr().(*os.File)
	made := &console{
		out:  c.OutOrStdout(),
		err:  c.ErrOrStderr(),
		live: ok && term.IsTerminal(int(f.Fd())) && os.Getenv("TERM") != "dumb",
	}
	if made.live && os.Getenv("NO_COLOR") == "" { // no-color.org
		made.paint = paint
	}
	return made
}

// paint colours errors red, warnings yellow and notes blue.
func paint(s diag.Severity, text string) string {
	colours := map[diag.Severity]string{diag.Error: "31", diag.Warning: "33", diag.Note: "34"}
	return "\x1b[" + colours[s] + "m" + text + "\x1b[0m"
}

// progress shows what is being done, on a terminal.
func (c *console) progress(format string, args ...any) {
	c.mutex.Lock()
	defer c.mutex.Unlock()
	if !c.live || time.Since(c.drawn) < redraw {
		return
	}
	c.drawn = time.Now()
	fmt.Fprintf(c.err, "\r\x1b[K%s", printable(fmt.Sprintf(format, args...)))
}

// wipe takes the progress line away, so that something can be printed.
func (c *console) wipe() {
	c.mutex.Lock()
	defer c.mutex.Unlock()
	if !c.drawn.IsZero() {
		fmt.Fprint(c.err, "\r\x1b[K")
		c.drawn = time.Time{}
	}
}

// result prints a line that the user asked for.
func (c *console) result(format string, args ...any) {
	c.wipe()
	fmt.Fprintln(c.out, printable(fmt.Sprintf(format, args...)))
}

// note prints a line about the work.
func (c *console) note(format string, args ...any) {
	c.wipe()
	fmt.Fprintln(c.err, printable(fmt.Sprintf(format, args...)))
}

// shown is how many diagnostics of a severity are printed.
const shown = 20

// diagnostics prints a run's diagnostics.
func (c *console) diagnostics(l diag.List) {
	c.wipe()
	diag.Print(c.err, l.Sorted(), shown, c.paint)
}

// printable returns a message as lines that are safe to send to a terminal.
func printable(message any) string {
	lines := strings.Split(fmt.Sprint(message), "\n")
	for i, line := range lines {
		lines[i] = diag.Printable(line)
	}
	return strings.Join(lines, "\n")
}
