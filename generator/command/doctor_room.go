package command

import (
	"cmp"
	"context"
	"fmt"
	"iter"
	"path"
	"slices"
	"strings"
	"time"

	"parallax/generator/diag"
	"parallax/generator/file"
	"parallax/generator/output"
	"parallax/generator/publish"
	"parallax/generator/stages"
)

// slowBuild is how long a build may take before something is said of it;
// GitHub gives a deployment ten minutes.
const slowBuild = 2 * time.Minute

// A bulk is how much room the files of a site take.
type bulk struct {
	bytes   int64
	events  int64 // of bytes, the pages and data of events
	largest publish.File
	kinds   map[string]int64 // by the folder at the root, or by the kind of an event's page
	huge    []publish.File   // files that GitHub refuses
}

func newBulk() *bulk { return &bulk{kinds: map[string]int64{}} }

// weighed passes files on and weighs them.
func (b *bulk) weighed(files iter.Seq2[file.File, error]) iter.Seq2[file.File, error] {
	return func(yield func(file.File, error) bool) {
		for f, err := range files {
			if err == nil {
				b.add(publish.File{Path: f.Path, Bytes: f.Size()})
			}
			if !yield(f, err) {
				return
			}
		}
	}
}

func (b *bulk) add(f publish.File) {
	b.bytes += f.Bytes
	if strings.HasPrefix(f.Path, "e/") || strings.HasPrefix(f.Path, "data/") {
		b.events += f.Bytes
	}
	if f.Bytes > b.largest.Bytes {
		b.largest = f
	}
	if f.Bytes > publish.GitHub().File {
		b.huge = append(b.huge, f)
	}
	b.kinds[kindOfFile(f.Path)] += f.Bytes
}

// kindOfFile returns what a file is for, in words.
func kindOfFile(name string) string {
	first, rest, inside := strings.Cut(name, "/")
	base := path.Base(rest)
	switch {
	case !inside:
		return "pages of the site"
	case first == "data":
		return "data files"
	case first == "assets":
		return "style, script and fonts"
	case first != "e":
		return "lists"
	case strings.HasPrefix(base, "read-"):
		return "readers"
	case base == "index.html":
		return "event pages"
	case strings.HasPrefix(base, "blind"):
		return "twins without names"
	case len(base) > 1 && base[1] == '-':
		return "pairs"
	}
	return "lessons and texts"
}

// room says where the room goes, the most first.
func (b *bulk) room(events int, limits publish.Limits) []string {
	lines := []string{fmt.Sprintf("the largest file is %s, %s", b.largest.Path, diag.Size(b.largest.Bytes))}
	kinds := make([]string, 0, len(b.kinds))
	for kind := range b.kinds {
		kinds = append(kinds, kind)
	}
	slices.SortFunc(kinds, func(x, y string) int { return cmp.Or(cmp.Compare(b.kinds[y], b.kinds[x]), strings.Compare(x, y)) })
	for i, kind := range kinds {
		kinds[i] = kind + " " + diag.Size(b.kinds[kind])
	}
	lines = append(lines, strings.Join(kinds, ", "))
	if events > 0 {
		each := b.events / int64(events)
		lines = append(lines, fmt.Sprintf("%s an event; GitHub's %s hold about %s like these", diag.Size(each), diag.Size(limits.Site), diag.Count(int((limits.Site-b.bytes+b.events)/max(each, 1)), "event")))
	}
	return lines
}

// refused says what GitHub will refuse.
func (b *bulk) refused(limits publish.Limits) []string {
	var lines []string
	if b.bytes > limits.Site {
		lines = append(lines, fmt.Sprintf("GitHub will refuse the site: it has %s, and %s are allowed", diag.Size(b.bytes), diag.Size(limits.Site)))
	}
	for _, f := range b.huge {
		lines = append(lines, fmt.Sprintf("GitHub will refuse %s: it has %s, and %s are allowed", f.Path, diag.Size(f.Bytes), diag.Size(limits.File)))
	}
	return lines
}

// ready says what stands in the way of publishing.
func (r *run) ready(ctx context.Context, w *stages.Work) []string {
	var lines []string
	if w.Config.Quotation.Class {
		lines = append(lines, "class mode is on (quotation.class in config.toml), so the site cannot be published")
	}
	if data, err := r.root.ReadFile(stages.LockName); err != nil || len(data) == 0 {
		lines = append(lines, `there is no events.lock yet; "parallax build" writes it, and it belongs to the content`)
	}
	if output.Foreign(r.flags.outDir())("index.html") {
		lines = append(lines, "index.html in the output folder was not written by Parallax")
	}
	repository, err := publish.Open(ctx, r.flags.site)
	if err != nil {
		return append(lines, err.Error())
	}
	if changes, err := repository.Changes(ctx); err == nil && len(changes) > 0 {
		lines = append(lines, fmt.Sprintf("%s with changes that are not committed: %s", diag.Count(len(changes), "file"), some(changes)))
	}
	remote := repository.Remote(ctx, "origin")
	address := publish.Address(remote)
	switch {
	case remote == "":
		lines = append(lines, `there is no remote "origin" to publish to; add it with "git remote add origin ADDRESS"`)
	case address != "" && publish.Domain(w.Config.BaseURL) == "" && !strings.EqualFold(address, w.Config.BaseURL):
		lines = append(lines, fmt.Sprintf("GitHub will show the site at %s, and base_url in config.toml is %s", address, w.Config.BaseURL))
	}
	if len(lines) == 0 {
		lines = append(lines, "nothing stands in the way")
	}
	return lines
}
