// Package publish pushes a built site to a branch of the repository that holds
// its sources, with the git of the computer. [Open] is its entry point.
//
// # What is pushed
//
// The root of the branch is the content of the output folder, with an empty
// .nojekyll, without which GitHub hides names that begin with _, and, if the
// site has a domain of its own, CNAME. Each time is one commit on top of the
// branch's last, never forced: a branch that moved meanwhile is an error, and
// the next run succeeds.
//
// # What is left alone
//
// The working tree, the index, the current branch and its history: objects are
// written by themselves, and the tree is made in an index of its own in a
// temporary folder. On the branch, files that Parallax did not write stay:
// the manifest that was pushed with the last site tells which those are. A
// branch that holds other files and no manifest is refused, and so is the one
// that is checked out.
//
// # What is refused
//
// A folder with changes that are not committed, so that what is published can
// be found again; a site or a file over the [Limits] of GitHub; links and
// names that GitHub or another computer cannot keep.
package publish

import (
	"context"
	"errors"
	"fmt"
	"strings"
)

// A Repository is the git repository of a site.
type Repository struct {
	git  git
	head string // the commit that is checked out
}

// Open finds the repository that a site's folder lies in.
func Open(ctx context.Context, folder string) (*Repository, error) {
	r := &Repository{git: git{folder: folder}}
	if _, err := r.git.run(ctx, "rev-parse", "--git-dir"); err != nil {
		return nil, fmt.Errorf(`publishing needs a git repository; make one with "git init" (%w)`, err)
	}
	head, err := r.git.run(ctx, "rev-parse", "--verify", "--quiet", "HEAD")
	if err != nil {
		return nil, errors.New("nothing is committed in this repository yet; commit the site first")
	}
	r.head = head
	return r, nil
}

// Changes returns what is not committed in the site's folder, a line a file as
// "git status" writes it.
func (r *Repository) Changes(ctx context.Context) ([]string, error) {
	status, err := r.git.run(ctx, "--no-optional-locks", "status", "--porcelain", "--", ".")
	if err != nil || status == "" {
		return nil, err
	}
	return strings.Split(status, "\n"), nil
}

// Remote returns the address of a remote, or "" if there is none of that name.
func (r *Repository) Remote(ctx context.Context, name string) string {
	address, err := r.git.run(ctx, "remote", "get-url", "--", name)
	if err != nil {
		return ""
	}
	return address
}

// A Place is where a site is pushed to.
type Place struct {
	Remote string // name of a remote, or the address of a repository
	Branch string
}

// check refuses places that git would misread, and the branch that the sources
// are on.
func (r *Repository) check(ctx context.Context, p Place) error {
	if strings.HasPrefix(p.Remote, "-") || p.Remote == "" {
		return fmt.Errorf("%q is no remote", p.Remote)
	}
	if _, err := r.git.run(ctx, "check-ref-format", "refs/heads/"+p.Branch); err != nil {
		return fmt.Errorf("%q is no name for a branch", p.Branch)
	}
	if current, err := r.git.run(ctx, "symbolic-ref", "--quiet", "--short", "HEAD"); err == nil && current == p.Branch {
		return fmt.Errorf("the branch %s holds the sources of the site; name another one, such as gh-pages", p.Branch)
	}
	return nil
}
