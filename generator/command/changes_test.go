package command

import (
	"context"
	"os"
	"path/filepath"
	"testing"
	"time"

	"go.uber.org/goleak"
)

// site makes a folder with the files, by slash-separated path.
func plant(t *testing.T, dir string, files map[string]string) {
	t.Helper()
	for name, data := range files {
		name = filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(data), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func TestWatchSite(t *testing.T) {
	defer goleak.VerifyNone(t)
	dir := t.TempDir()
	plant(t, dir, map[string]string{"config.toml": "", "content/articles/a.md": "", "public/index.html": ""})
	ctx, stop := context.WithCancel(t.Context())
	changes, wait, err := watchSite(ctx, dir)
	if err != nil {
		t.Fatal(err)
	}
	defer wait()
	defer stop()
	for _, step := range []struct {
		name  string
		do    func()
		tells bool
	}{
		{"an edit", func() { plant(t, dir, map[string]string{"content/articles/a.md": "b"}) }, true},
		{"a new folder", func() { plant(t, dir, map[string]string{"content/articles/new/b.md": "b"}) }, true},
		{"an edit in the new folder", func() { plant(t, dir, map[string]string{"content/articles/new/b.md": "c"}) }, true},
		{"a first template", func() { plant(t, dir, map[string]string{"templates/home.html": "c"}) }, true},
		{"a first file to copy", func() { plant(t, dir, map[string]string{"static/note.txt": "c"}) }, true},
		{"the settings", func() { plant(t, dir, map[string]string{"config.toml": "c"}) }, true},
		{"a deletion", func() { os.Remove(filepath.Join(dir, "content/articles/a.md")) }, true},
		{"an editor's files", func() {
			plant(t, dir, map[string]string{"content/.a.md.swp": "", "content/4913": "", "content/a.md~": "", "content/#a.md#": ""})
		}, false},
		{"the output", func() { plant(t, dir, map[string]string{"public/index.html": "x", "events.lock": ""}) }, false},
	} {
		step.do()
		patience := 10 * time.Second
		if !step.tells {
			patience = 3 * calm
		}
		select {
		case <-changes:
			if !step.tells {
				t.Errorf("%s counts as a change", step.name)
			}
		case <-time.After(patience):
			if step.tells {
				t.Errorf("%s was not seen", step.name)
			}
		}
	}
}

// TestStormIsOneChange writes a thousand files at once.
func TestStormIsOneChange(t *testing.T) {
	dir := t.TempDir()
	plant(t, dir, map[string]string{"content/a.md": ""})
	ctx, stop := context.WithCancel(t.Context())
	changes, wait, err := watchSite(ctx, dir)
	if err != nil {
		t.Fatal(err)
	}
	defer wait()
	defer stop()
	for range 1000 {
		plant(t, dir, map[string]string{"content/a.md": "x"})
	}
	told := 0
	for quiet := false; !quiet; {
		select {
		case <-changes:
			told++
		case <-time.After(5 * calm):
			quiet = true
		}
	}
	if told == 0 || told > 20 {
		t.Errorf("1000 events were told as %d changes", told)
	}
}
