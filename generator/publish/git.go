package publish

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"slices"
	"strings"
	"time"
)

// patience is how long a git that was interrupted may take to end: half of the
// second in which a command ends.
const patience = 500 * time.Millisecond

// A git runs the computer's git in a folder.
type git struct {
	folder string
	index  string // an index of its own; empty for that of the repository
}

// run runs a git command and returns what it prints, without the last line
// break. An error says what git said.
func (g git) run(ctx context.Context, args ...string) (string, error) {
	return g.feed(ctx, nil, args...)
}

// feed is run with an input.
func (g git) feed(ctx context.Context, input io.Reader, args ...string) (string, error) {
	var said bytes.Buffer
	c := exec.CommandContext(ctx, "git", args...)
	c.Dir, c.Stdin, c.Stderr = g.folder, input, &said
	// Git that is asked to stop takes its temporary files away; it, or a helper of
	// its own that holds our pipes, is not waited for if it does not.
	c.Cancel = func() error { return c.Process.Signal(os.Interrupt) }
	c.WaitDelay = patience
	if g.index != "" {
		c.Env = append(c.Environ(), "GIT_INDEX_FILE="+g.index)
	}
	out, err := c.Output()
	switch {
	case errors.Is(err, exec.ErrNotFound):
		return "", errors.New("git is not installed; get it from https://git-scm.com")
	case ctx.Err() != nil:
		return "", ctx.Err()
	case err != nil:
		return "", fmt.Errorf("git %s: %s", args[0], explain(said.String(), err))
	}
	return strings.TrimSuffix(string(out), "\n"), nil
}

// explain returns what git said of an error, in one line.
func explain(said string, err error) string {
	lines := strings.FieldsFunc(said, func(r rune) bool { return r == '\n' || r == '\r' })
	for i := range lines {
		lines[i] = strings.TrimSpace(lines[i])
	}
	if len(lines) == 0 {
		return err.Error()
	}
	return strings.Join(lines, "; ")
}

// Commit commits all that has changed in a site's folder under the name of a person. A
// folder that is in no repository becomes one; a repository gets a remote of a name, if it
// has none, and an author, if this computer's git knows none.
func Commit(ctx context.Context, folder, by, says, remote, address string) error {
	g := git{folder: folder}
	steps := [][]string{{"add", "--all", "."}}
	if _, err := g.run(ctx, "rev-parse", "--git-dir"); err != nil {
		steps = slices.Insert(steps, 0, []string{"init", "--quiet", "--initial-branch", "main"})
	}
	for _, step := range steps {
		if _, err := g.run(ctx, step...); err != nil {
			return err
		}
	}
	for key, value := range map[string]string{"user.name": by, "user.email": "desk@localhost"} {
		if _, none := g.run(ctx, "config", "--get", key); none != nil {
			if _, err := g.run(ctx, "config", key, value); err != nil {
				return err
			}
		}
	}
	changes, err := g.run(ctx, "status", "--porcelain", ".")
	if err == nil && changes != "" {
		_, err = g.run(ctx, "commit", "--quiet", "--author", by+" <desk@localhost>", "--message", says, "--", ".")
	}
	if _, none := g.run(ctx, "remote", "get-url", remote); err == nil && none != nil {
		_, err = g.run(ctx, "remote", "add", "--", remote, address)
	}
	return err
}
