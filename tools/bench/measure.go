package main

import (
	"cmp"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"time"
)

const head = `| articles | what | CPU | ratio to Hugo | peak memory | files | bytes |
|---|---|---|---|---|---|---|
`

// settled is how long files must have been left alone before Parallax takes what the
// system says of them for their bytes, and some more. Who builds twice within that time
// has every file read.
const settled = 3 * time.Second

// A cost is what one run of a program took.
type cost struct {
	cpu    float64 // seconds of all processors, the system's included
	memory int64   // kB at most
}

// A row is what is measured of one thing, run by run.
type row struct {
	what  string
	costs []cost
	out   string // the folder that it leaves
}

// measure times all programs on so many articles, in turns, and prints the rows.
func measure(work string, articles, runs int, programs []program) error {
	for _, p := range programs {
		if err := p.prepare(filepath.Join(work, p.name), articles); err != nil {
			return err
		}
	}
	var rows []*row
	for i := range runs {
		for _, p := range programs {
			timed, err := p.time(filepath.Join(work, p.name))
			if err != nil {
				return fmt.Errorf("%s: %w", p.name, err)
			}
			if i == 0 {
				rows = append(rows, timed...)
				continue
			}
			for _, t := range timed {
				at := slices.IndexFunc(rows, func(r *row) bool { return r.what == t.what })
				rows[at].costs = append(rows[at].costs, t.costs...)
			}
		}
	}
	hugo := 0.0
	for _, r := range rows {
		if strings.HasPrefix(r.what, "Hugo") {
			hugo = r.median().cpu
		}
		fmt.Println(r.text(articles, hugo))
	}
	return os.RemoveAll(work)
}

// prepare writes the site of a program.
func (p *program) prepare(site string, articles int) error {
	if p.hugo {
		if err := os.CopyFS(site, hugoSite()); err != nil {
			return err
		}
		return writeArticles(filepath.Join(site, "content"), articles, hugoFront)
	}
	if err := os.MkdirAll(site, 0o755); err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(site, "config.toml"), []byte("title = \"News\"\nbase_url = \"https://example.org/news/\"\n"), 0o644); err != nil {
		return err
	}
	if err := writeOutlets(filepath.Join(site, "content", "outlets")); err != nil {
		return err
	}
	return writeArticles(filepath.Join(site, "content", "articles"), articles, parallaxFront)
}

// time builds a site anew, and then again: with nothing changed, once for the files to
// be read and once for them to be known, and with one article changed.
func (p *program) time(site string) ([]*row, error) {
	out := filepath.Join(site, "public")
	for _, old := range []string{out, filepath.Join(site, ".parallax"), filepath.Join(site, "events.lock"), out + "-copy"} {
		if err := os.RemoveAll(old); err != nil {
			return nil, err
		}
	}
	build := func(what string) (*row, error) {
		arguments := []string{"build", "--site", site}
		if p.hugo {
			arguments = []string{"--quiet", "--noBuildLock", "-s", site}
		}
		c, err := timed(p.file, arguments...)
		return &row{p.name + what, []cost{c}, out}, err
	}
	first, err := build("")
	if err != nil || !p.again {
		return []*row{first}, err
	}
	first.what += ", first build"
	rows := []*row{first}
	wait := func() error { time.Sleep(settled); return nil }
	steps := []struct {
		what   string
		before func() error
	}{
		{", nothing changed", wait},
		{", nothing changed again", wait},
		{", one article changed", func() error { return changeOne(filepath.Join(site, "content", "articles")) }},
	}
	for _, s := range steps {
		if err := s.before(); err != nil {
			return nil, err
		}
		r, err := build(s.what)
		if err != nil {
			return nil, err
		}
		rows = append(rows, r)
	}
	c, err := timed("cp", "-r", out, out+"-copy")
	return append(rows, &row{p.name + ", its files copied", []cost{c}, out}), err
}

// timed runs a program and returns what it took.
func timed(name string, arguments ...string) (cost, error) {
	c := exec.Command(name, arguments...)
	c.Stderr = os.Stderr
	if err := c.Run(); err != nil {
		return cost{}, err
	}
	s := c.ProcessState
	used := cost{cpu: (s.UserTime() + s.SystemTime()).Seconds()}
	if usage, ok := s.SysUsage().(*syscall.Rusage); ok {
		used.memory = usage.Maxrss // in kB on Linux
	}
	return used, nil
}

// changeOne adds a sentence to the first article.
func changeOne(folder string) error {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return err
	}
	f, err := os.OpenFile(filepath.Join(folder, entries[0].Name()), os.O_APPEND|os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	defer f.Close()
	_, err = f.WriteString("One more sentence was added.\n")
	return err
}

// median returns the median of each figure.
func (r *row) median() cost {
	by := func(key func(a, b cost) int) cost {
		return slices.SortedFunc(slices.Values(r.costs), key)[len(r.costs)/2]
	}
	return cost{
		cpu:    by(func(a, b cost) int { return cmp.Compare(a.cpu, b.cpu) }).cpu,
		memory: by(func(a, b cost) int { return cmp.Compare(a.memory, b.memory) }).memory,
	}
}

// text returns the row in Markdown.
func (r *row) text(articles int, hugo float64) string {
	files, bytes := 0, int64(0)
	_ = filepath.WalkDir(r.out, func(_ string, d fs.DirEntry, err error) error { // of a folder that was made just now
		if err == nil && !d.IsDir() {
			if info, err := d.Info(); err == nil {
				files++
				bytes += info.Size()
			}
		}
		return nil
	})
	m, ratio := r.median(), "–"
	if hugo > 0 {
		ratio = fmt.Sprintf("%.1f", m.cpu/hugo)
	}
	return fmt.Sprintf("| %d | %s | %.1f s | %s | %d MB | %d | %.0f MB |", articles, r.what, m.cpu, ratio, m.memory/1000, files, float64(bytes)/1e6)
}
