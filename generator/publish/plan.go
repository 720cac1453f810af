package publish

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"parallax/generator/output"
)

// A Plan is a site that is ready to be pushed. Nothing has left the computer
// yet.
type Plan struct {
	Place
	Added, Changed, Removed, Kept int    // files of the branch
	Domain                        string // that CNAME names on the branch, by the site's address or as it stood there; empty if there is none

	repository *Repository
	parent     string // the branch's last commit; empty if there is no such branch
	tree       string // what the branch will hold
	same       bool   // tree is what it holds already
}

// Unchanged reports whether the branch holds the site already.
func (p *Plan) Unchanged() bool { return p.same }

// Plan prepares a push of a folder to a place. Domain is the site's own domain
// for CNAME, or "". Scratch is an empty folder for temporary files.
func (r *Repository) Plan(ctx context.Context, f Folder, to Place, domain, scratch string) (*Plan, error) {
	if err := r.check(ctx, to); err != nil {
		return nil, err
	}
	p := &Plan{Place: to, repository: r}
	there, err := p.fetch(ctx)
	if err != nil {
		return nil, err
	}
	ours, err := p.ours(ctx, there)
	if err != nil {
		return nil, err
	}
	next, err := r.objects(ctx, f, domain)
	if err != nil {
		return nil, err
	}
	if err := p.merge(there, ours, next); err != nil {
		return nil, err
	}
	if p.Domain, err = p.domain(ctx, next["CNAME"]); err != nil {
		return nil, err
	}
	return p, p.write(ctx, next, scratch)
}

// domain returns what a file CNAME of the branch says.
func (p *Plan) domain(ctx context.Context, file string) (string, error) {
	_, object, found := strings.Cut(file, " ")
	if !found {
		return "", nil
	}
	said, err := p.repository.git.run(ctx, "cat-file", "blob", object)
	return strings.TrimSpace(said), err
}

// fetch brings the branch's last commit into the repository, without a ref,
// and returns its files: what "git update-index" reads, by path.
func (p *Plan) fetch(ctx context.Context) (map[string]string, error) {
	git := p.repository.git
	ref := "refs/heads/" + p.Branch
	listed, err := git.run(ctx, "ls-remote", "--", p.Remote, ref)
	if err != nil {
		return nil, fmt.Errorf("ask %s for its branches: %w", p.Remote, err)
	}
	there := map[string]string{}
	p.parent, _, _ = strings.Cut(listed, "\t")
	if p.parent == "" {
		return there, nil
	}
	if _, err := git.run(ctx, "fetch", "--quiet", "--no-tags", "--no-write-fetch-head", "--refmap=", "--", p.Remote, ref); err != nil {
		return nil, fmt.Errorf("fetch the branch %s: %w", p.Branch, err)
	}
	files, err := git.run(ctx, "ls-tree", "-r", "-z", "--full-tree", p.parent)
	for file := range strings.SplitSeq(files, "\x00") {
		if about, name, found := strings.Cut(file, "\t"); found {
			mode, object, _ := strings.Cut(about, " ")
			_, object, _ = strings.Cut(object, " ")
			there[name] = mode + " " + object
		}
	}
	return there, err
}

// strangers may stand on a branch before the first push to it.
var strangers = map[string]bool{"CNAME": true, ".nojekyll": true, "README.md": true, "LICENSE": true, ".gitignore": true, ".gitattributes": true}

// ours returns the files of the branch that an earlier push wrote.
func (p *Plan) ours(ctx context.Context, there map[string]string) (map[string]bool, error) {
	if there[output.ManifestName] == "" {
		for _, name := range slices.Sorted(maps.Keys(there)) {
			if !strangers[name] {
				return nil, fmt.Errorf("the branch %s holds %s, which Parallax did not write, and no %s; name another branch", p.Branch, name, output.ManifestName)
			}
		}
		return nil, nil
	}
	manifest, err := p.repository.git.run(ctx, "cat-file", "blob", p.parent+":"+output.ManifestName)
	if err != nil {
		return nil, err
	}
	ours, err := output.Listed([]byte(manifest + "\n"))
	if err != nil {
		return nil, fmt.Errorf("read %s of the branch %s: %w", output.ManifestName, p.Branch, err)
	}
	for _, name := range []string{output.ManifestName, ".nojekyll", "CNAME"} {
		ours[name] = true
	}
	return ours, nil
}

// merge adds to the files of the new site those of the branch that are not
// ours, and counts what changes.
func (p *Plan) merge(there map[string]string, ours map[string]bool, next map[string]string) error {
	for name, file := range there {
		switch now := next[name]; {
		case now == file:
			p.Kept++
		case now != "" && !ours[name] && !strangers[name]:
			return fmt.Errorf("the branch %s holds %s, which Parallax did not write and would write over; remove one of the two", p.Branch, name)
		case now != "":
			p.Changed++
		case ours[name] && name != "CNAME":
			p.Removed++
		default:
			p.Kept++
			next[name] = file
		}
	}
	p.Added = len(next) - p.Changed - p.Kept
	return nil
}

// write makes the tree of the files, in an index of its own.
func (p *Plan) write(ctx context.Context, files map[string]string, scratch string) error {
	git := p.repository.git
	git.index = scratch + "/index"
	var b strings.Builder
	for _, name := range slices.Sorted(maps.Keys(files)) {
		b.WriteString(files[name] + "\t" + name + "\x00")
	}
	if _, err := git.feed(ctx, strings.NewReader(b.String()), "update-index", "-z", "--index-info"); err != nil {
		return err
	}
	var err error
	if p.tree, err = git.run(ctx, "write-tree"); err != nil {
		return err
	}
	if p.parent != "" {
		before, err := git.run(ctx, "rev-parse", p.parent+"^{tree}")
		p.same = before == p.tree
		return err
	}
	return nil
}

// Push makes the commit and pushes it. It never forces.
func (p *Plan) Push(ctx context.Context) error {
	if p.same {
		return nil
	}
	git := p.repository.git
	make := []string{"commit-tree", p.tree, "-m", "Publish " + p.repository.head[:min(12, len(p.repository.head))]}
	if p.parent != "" {
		make = append(make, "-p", p.parent)
	}
	commit, err := git.run(ctx, make...)
	if err != nil {
		return fmt.Errorf("commit the site: %w", err)
	}
	if _, err := git.run(ctx, "push", "--quiet", "--", p.Remote, commit+":refs/heads/"+p.Branch); err != nil {
		moved := strings.Contains(err.Error(), "fetch first") || strings.Contains(err.Error(), "non-fast-forward") || strings.Contains(err.Error(), "cannot lock ref")
		if moved {
			err = errors.Join(err, errors.New("somebody else pushed meanwhile; run it again"))
		}
		return fmt.Errorf("push to %s of %s: %w", p.Branch, cmp.Or(p.repository.Remote(ctx, p.Remote), p.Remote), err)
	}
	return nil
}
