package command

import (
	"archive/zip"
	"bytes"
	"cmp"
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"parallax/generator/desk"
	"parallax/generator/diag"
	"parallax/generator/file"
	"parallax/generator/frontmatter"
	"parallax/generator/output"
	"parallax/generator/publish"
	"parallax/generator/site"
	"parallax/generator/stages"
)

// publishFlags are the flags of publish.
type publishFlags struct {
	siteFlags
	publish.Place
	dry bool
}

// publishCommand pushes the built site to a branch.
func publishCommand() *cobra.Command {
	var f publishFlags
	c := &cobra.Command{
		Use:   "publish",
		Short: "Push the built site to a branch, for GitHub Pages",
		Long: "Push the output folder to a branch of the site's repository, with the git of this\n" +
			"computer. The working tree, the index and other branches are not touched, nothing\n" +
			"is forced, and files on the branch that Parallax did not write stay.\n\n" +
			"It refuses when something is not committed, the output folder is not what the\n" +
			"site builds, the site carries more of an article than its owner allows, class\n" +
			"mode is on, or GitHub would refuse it.\n\n" +
			"On GitHub, choose \"Deploy from a branch\" and the branch under Settings, Pages.\n\n" + exits("pushed, or on the branch already", "refused, or it could not be pushed; the branch is as it was", "", "the branch is as it was, unless the push was over"),
		Example: `  parallax build && parallax publish --dry-run
  parallax publish
  parallax publish --remote https://github.com/someone/site.git --branch pages`,
		Args: exactly(0),
		RunE: func(c *cobra.Command, _ []string) error {
			return withRun(c, f.siteFlags, func(r *run) error { return r.publish(c.Context(), f, publish.GitHub()) })
		},
	}
	c.Flags().StringVar(&f.site, "site", ".", "the `DIR` with the site's config.toml")
	c.Flags().StringVar(&f.out, "out", "", "the `DIR` that was built into (default: public in the site's folder)")
	c.Flags().StringVar(&f.baseURL, "base-url", "", "the `URL` that the site was built with, if it is not the one in config.toml")
	c.Flags().StringVar(&f.Remote, "remote", "origin", "the `REMOTE` to push to, or the address of a repository")
	c.Flags().StringVar(&f.Branch, "branch", "gh-pages", "the `BRANCH` to push to")
	c.Flags().BoolVar(&f.dry, "dry-run", false, "say what would be pushed, and push nothing")
	c.MarkFlagDirname("site")
	c.MarkFlagDirname("out")
	return c
}

// publish makes sure of everything and pushes.
func (r *run) publish(ctx context.Context, f publishFlags, limits publish.Limits) error {
	repository, err := publish.Open(ctx, f.site)
	if err != nil {
		return err
	}
	if err := refuseChanges(ctx, repository); err != nil {
		return err
	}
	w, err := r.load(ctx)
	if err == nil {
		err = r.certain(ctx, w)
	}
	if err != nil {
		return r.stop(w, err)
	}
	folder, found, err := publish.Read(r.flags.outDir(), limits)
	if err != nil {
		return err
	}
	if w.Problems.Merge(found); found.Failed() {
		return r.stop(w, errProblems)
	}
	r.console.diagnostics(w.Problems)
	return r.push(ctx, repository, folder, f, publish.Domain(w.Config.BaseURL))
}

// refuseChanges says what is not committed.
func refuseChanges(ctx context.Context, repository *publish.Repository) error {
	changes, err := repository.Changes(ctx)
	if err != nil || len(changes) == 0 {
		return err
	}
	return fmt.Errorf("the site has changes that are not committed, and what is published should be found again; commit them first: %s", some(changes))
}

// certain refuses a site in class mode, one that cannot be built, and an output
// folder that holds something else than the site builds.
func (r *run) certain(ctx context.Context, w *stages.Work) error {
	if w.Config.Quotation.Class {
		w.Problems.Add(w.Config.Mistake(diag.Error, "quotation.class", "write class = false and build again", "class mode lifts the limits of quotation, so this site is for one class and cannot be published"))
		return errProblems
	}
	out := r.flags.outDir()
	report, err := r.make(ctx, w, func(ctx context.Context, files iter.Seq2[file.File, error]) (output.Report, error) {
		return output.Compare(ctx, out, files, r.options(w))
	})
	if errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf(`the site is not built: there is no folder %s; run "parallax build"`, out)
	}
	if err != nil {
		return err
	}
	if report.Written > 0 || report.Removed > 0 {
		return fmt.Errorf(`%s is not what this site builds: %s missing or different, %s too many; run "parallax build"`,
			out, diag.Count(report.Written, "file"), diag.Digits(report.Removed))
	}
	return nil
}

// push pushes the folder, or says what it would push.
func (r *run) push(ctx context.Context, repository *publish.Repository, folder publish.Folder, f publishFlags, domain string) error {
	scratch, err := os.MkdirTemp("", "parallax-publish-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(scratch)
	r.console.progress("preparing %s", diag.Count(len(folder.Files), "file"))
	plan, err := repository.Plan(ctx, folder, f.Place, domain, scratch)
	if err != nil {
		return err
	}
	if plan.Unchanged() {
		r.console.result("the branch %s of %s holds this site already; nothing was pushed", f.Branch, f.Remote)
		return nil
	}
	verb := "pushed"
	if f.dry {
		verb = "would be pushed"
	} else {
		r.console.progress("pushing")
		err := plan.Push(ctx)
		if ctx.Err() != nil {
			return interrupted{ctx.Err(), "whether the push came through is not known; parallax publish says it, and pushes what is missing"}
		}
		if err != nil {
			return err
		}
	}
	r.console.result("%s, %s, %s to the branch %s of %s: %s added, %s changed, %s removed",
		diag.Count(len(folder.Files), "file"), diag.Size(folder.Bytes), verb, f.Branch, f.Remote,
		diag.Digits(plan.Added), diag.Digits(plan.Changed), diag.Digits(plan.Removed))
	switch {
	case domain != "":
		r.console.result("the domain is %s", domain)
	case plan.Domain != "":
		r.console.result("the domain stays %s, since CNAME on the branch says so; delete that file there if base_url is right", plan.Domain)
	}
	return nil
}

// public is what the desk has for the site as it is published: without the address
// of the desk.
func (h *deskHouse) public() *run {
	r := *h.run
	r.flags.baseURL, r.flags.out, r.shown = "", "", nil
	r.console = &console{out: io.Discard, err: io.Discard}
	return &r
}

// remote returns where the site is published, "" if nowhere yet.
func (h *deskHouse) remote(ctx context.Context) string {
	repository, err := publish.Open(ctx, h.run.flags.site)
	if err != nil {
		return ""
	}
	return repository.Remote(ctx, publishedTo)
}

// publishedTo is the remote of a site that is published.
const publishedTo = "origin"

// prepare builds the site for the desk, and says what a host would refuse.
func (h *deskHouse) prepare(ctx context.Context) (*desk.Prepared, error) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if err := h.load(ctx); err != nil {
		return nil, err
	}
	r := h.public()
	before := sums(r.flags.outDir())
	var said bytes.Buffer
	r.console = &console{out: io.Discard, err: &said}
	if err := r.build(ctx); err != nil {
		return nil, fmt.Errorf("%w\n%s", err, said.String())
	}
	folder, found, err := publish.Read(r.flags.outDir(), publish.GitHub())
	if err != nil {
		return nil, err
	}
	p := &desk.Prepared{Files: len(folder.Files), Size: diag.Size(folder.Bytes)}
	for line := range strings.Lines(said.String()) {
		if line = strings.TrimSpace(line); line != "" {
			p.Problems = append(p.Problems, line)
		}
	}
	for _, d := range found.Sorted() {
		p.Refused = append(p.Refused, d.String())
	}
	if h.work.Config.Quotation.Class {
		p.Refused = append(p.Refused, "config.toml: [quotation] class = true")
	}
	after := sums(r.flags.outDir())
	for name, sum := range after {
		if old, stood := before[name]; strings.HasSuffix(name, "index.html") && (!stood || old != sum) {
			p.New = append(p.New, name)
		}
	}
	for name := range before {
		if _, stands := after[name]; !stands {
			p.Gone = append(p.Gone, name)
		}
	}
	slices.Sort(p.New)
	slices.Sort(p.Gone)
	return p, nil
}

// sums returns hashes of the files of a built site that the program wrote.
func sums(out string) map[string][sha256.Size]byte {
	made := map[string][sha256.Size]byte{}
	list, err := os.ReadFile(filepath.Join(out, output.ManifestName))
	if err != nil {
		return made
	}
	files, err := output.Listed(list)
	if err != nil {
		return made
	}
	for name := range files {
		if data, err := os.ReadFile(filepath.Join(out, filepath.FromSlash(name))); err == nil {
			made[name] = sha256.Sum256(data)
		}
	}
	return made
}

// publish commits what the site is made from, and pushes the site.
func (h *deskHouse) publish(ctx context.Context, remote, by string) (string, error) {
	h.mu.Lock()
	defer h.mu.Unlock()
	r := h.public()
	if err := h.settle(remote); err != nil {
		return "", err
	}
	if err := r.build(ctx); err != nil {
		return "", err
	}
	if err := publish.Commit(ctx, r.flags.site, cmp.Or(by, "Parallax"), "Publish the site", publishedTo, remote); err != nil {
		return "", err
	}
	var said bytes.Buffer
	r.console = &console{out: &said, err: &said}
	f := publishFlags{siteFlags: r.flags, Place: publish.Place{Remote: remote, Branch: "gh-pages"}}
	if err := r.publish(ctx, f, publish.GitHub()); err != nil {
		return "", fmt.Errorf("%w\n%s", err, said.String())
	}
	return strings.TrimSpace(said.String()), nil
}

// settle gives a site that has no address the one at which GitHub Pages will show it.
func (h *deskHouse) settle(remote string) error {
	address := publish.Address(remote)
	data, err := h.file(site.File)
	if err != nil || address == "" {
		return err
	}
	made := bytes.Replace(data, []byte("\nbase_url = \"\"\n"), []byte("\nbase_url = "+frontmatter.Quote(address)+"\n"), 1)
	if bytes.Equal(made, data) {
		return nil
	}
	h.stale, h.unbuilt = true, true
	return output.WriteFile(h.run.inSite(site.File), made, h.run.fault)
}

// zip returns the built site in one file.
func (h *deskHouse) zip(ctx context.Context) ([]byte, error) {
	h.mu.Lock()
	defer h.mu.Unlock()
	r := h.public()
	if err := r.build(ctx); err != nil {
		return nil, err
	}
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	if err := z.AddFS(os.DirFS(r.flags.outDir())); err != nil {
		return nil, err
	}
	if err := z.Close(); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}
