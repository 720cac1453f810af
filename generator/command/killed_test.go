package command

import (
	"bytes"
	"errors"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"parallax/generator/output"
	"parallax/generator/stages"
)

var errKilled = errors.New("killed")

// buildUntil builds a site as a program that is killed before the change of the
// disk with a number: that one and all after it fail. It returns the names of all
// changes that were begun.
func buildUntil(t *testing.T, site string, killed int) (steps []string, err error) {
	t.Helper()
	fault := func(step, _ string) error {
		steps = append(steps, step)
		if len(steps) > killed {
			return errKilled
		}
		return nil
	}
	f := siteFlags{site: site, baseURL: "https://example.org/"}
	r, err := startRun(f, &console{out: io.Discard, err: io.Discard})
	if err != nil {
		t.Fatal(err)
	}
	defer r.close()
	r.fault, r.cache.Fault = fault, fault
	return steps, r.build(t.Context())
}

// addresses returns the addresses of events in the output folder of a site.
func addresses(t *testing.T, site string) []string {
	t.Helper()
	pages, err := filepath.Glob(filepath.Join(site, "public/e/*/index.html"))
	if err != nil {
		t.Fatal(err)
	}
	for i, page := range pages {
		pages[i] = filepath.Base(filepath.Dir(page))
	}
	return pages
}

// rewrite replaces what a pattern matches in all reports of an event.
func rewrite(t *testing.T, folder, pattern, by string) {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(folder, "*.md"))
	if err != nil || len(files) == 0 {
		t.Fatal("no articles", err)
	}
	for _, name := range files {
		source, err := os.ReadFile(name)
		if err == nil {
			err = os.WriteFile(name, regexp.MustCompile(pattern).ReplaceAll(source, []byte(by)), 0o644)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
}

// TestKilledInTheLastPhase kills a build that publishes a new event before each
// change of the disk from the moment when all files are made. Whatever was
// published by then is still to be found after the event got another name.
func TestKilledInTheLastPhase(t *testing.T) {
	t.Setenv(epochVariable, "1767225600") // 2026-01-01
	const whole = 1 << 30
	base := t.TempDir()
	library := filepath.Join(base, "content/articles/library")
	if err := errors.Join(os.CopyFS(base, os.DirFS("testdata/site")), os.Rename(library, filepath.Join(base, "away"))); err != nil {
		t.Fatal(err)
	}
	config, err := os.OpenFile(filepath.Join(base, "config.toml"), os.O_APPEND|os.O_WRONLY, 0)
	if err == nil {
		_, err = config.WriteString("\n[pages]\npairs = 0\nblind = false\n") // fewer pages, and the same changes in the end
		err = errors.Join(err, config.Close())
	}
	if err != nil {
		t.Fatal(err)
	}
	if _, err := buildUntil(t, base, whole); err != nil {
		t.Fatal(err)
	}
	if err := os.Rename(filepath.Join(base, "away"), library); err != nil {
		t.Fatal(err)
	}
	rewrite(t, library, `(?m)^event = .*\n`, "") // so that its address is made of its headlines
	copied := func() string {
		site := t.TempDir()
		if err := os.CopyFS(site, os.DirFS(base)); err != nil {
			t.Fatal(err)
		}
		return site
	}
	steps, err := buildUntil(t, copied(), whole)
	first, swap := slices.Index(steps, "manifest"), slices.Index(steps, "exchange")
	if err != nil || first < 0 || swap < first || len(steps)-first < 15 {
		t.Fatalf("%v, %q", err, steps)
	}
	t.Logf("%d changes of the disk, %d in the last phase: %s", len(steps), len(steps)-first, strings.Join(steps[first:], " "))
	for n := first; n <= len(steps); n++ {
		if n < len(steps)-1 && steps[n-1] == "unlinkat" && steps[n] == "unlinkat" && steps[n+1] == "unlinkat" {
			continue // in the middle of removing the old tree, one file is as another
		}
		site := copied()
		before := addresses(t, site)
		_, err := buildUntil(t, site, n)
		published := addresses(t, site)
		if is := len(published) > len(before); is != (n > swap) {
			t.Errorf("killed before change %d: %q stand, error %v", n, published, err)
		}
		rewrite(t, filepath.Join(site, "content/articles/library"), `(?m)^title = .*`, `title = "Reading room flooded after storm"`)
		if _, err := buildUntil(t, site, whole); err != nil {
			t.Fatalf("killed before change %d: the next build: %v", n, err)
		}
		now := addresses(t, site)
		for _, address := range published {
			if !slices.Contains(now, address) {
				t.Errorf("killed before change %d: %s was published and leads nowhere, there is %q", n, address, now)
			}
		}
		if n <= swap && err == nil {
			t.Errorf("killed before change %d: no error", n)
		}
		left, err := filepath.Glob(filepath.Join(site, "*.staging-*"))
		more, err2 := filepath.Glob(filepath.Join(site, ".parallax-*"))
		if err := errors.Join(err, err2); err != nil || len(left)+len(more) > 0 {
			t.Errorf("killed before change %d: the next build leaves %q %q, %v", n, left, more, err)
		}
	}
}

// TestLateErrors fails a step after the new files stand, and one just before.
func TestLateErrors(t *testing.T) {
	t.Setenv(epochVariable, "1767225600") // 2026-01-01
	for _, c := range []struct {
		step, path string
		code       int
		says       string
	}{
		{"fsync", ".", exitPublished, "the new site stands, but then: "},
		{"unlinkat", ".parallax/cache/00", exitPublished, "the new site stands, but then: clear the cache: "},
		{"renameat", stages.LockName, exitProblems, "write " + stages.LockName + ": "},
		{"exchange", "public", exitProblems, "replace "},
	} {
		t.Run(c.step+" "+c.path, func(t *testing.T) {
			site := t.TempDir()
			old := filepath.Join(site, ".parallax/cache/00", strings.Repeat("0", 62))
			if err := errors.Join(os.CopyFS(site, os.DirFS("testdata/site")), os.MkdirAll(filepath.Dir(old), 0o755), os.WriteFile(old, nil, 0o644), os.Mkdir(filepath.Join(site, "public"), 0o755)); err != nil {
				t.Fatal(err)
			}
			var said bytes.Buffer
			r, err := startRun(siteFlags{site: site, baseURL: "https://example.org/"}, &console{out: &said, err: &said})
			if err != nil {
				t.Fatal(err)
			}
			defer r.close()
			fault := output.Fault(func(step, path string) error {
				if step == c.step && strings.Contains(filepath.ToSlash(path), c.path) {
					return errKilled
				}
				return nil
			})
			r.fault, r.cache.Fault = fault, fault
			err = r.build(t.Context())
			if code := exitCode(t.Context(), err, &said); code != c.code || !strings.Contains(said.String(), c.says) {
				t.Errorf("code %d: %s", code, said.String())
			}
			if stands := len(addresses(t, site)) > 0; stands != (c.code == exitPublished) || stands != strings.Contains(said.String(), " written, ") {
				t.Errorf("the site stands: %v; told: %s", stands, said.String())
			}
		})
	}
}
