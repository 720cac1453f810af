package publish

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
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

// Start makes a repository of a folder that is in none.
func Start(ctx context.Context, folder string) error {
	if _, err := Open(ctx, folder); err == nil {
		return nil
	}
	_, err := git{folder: folder}.run(ctx, "init", "--quiet", "--initial-branch", "main")
	return err
}

// Commit commits all that has changed in the site's folder under the name of a person,
// and gives the repository a remote to be known by if it has none of that name.
func (r *Repository) Commit(ctx context.Context, by, says, remote, address string) error {
	if _, err := r.git.run(ctx, "add", "--all", "."); err != nil {
		return err
	}
	changes, err := r.Changes(ctx)
	if err == nil && len(changes) > 0 {
		_, err = r.git.run(ctx, "-c", "user.name="+by, "-c", "user.email=desk@localhost", "commit", "--quiet", "--message", says)
	}
	if err == nil && r.Remote(ctx, remote) == "" {
		_, err = r.git.run(ctx, "remote", "add", remote, address)
	}
	return err
}
