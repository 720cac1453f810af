package command

import (
	"bytes"
	"context"
	"errors"
	"io"
	"iter"
	"math"
	"os"
	"path/filepath"
	"regexp"
	"runtime/debug"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"parallax/generator/event"
	"parallax/generator/file"
	"parallax/generator/framing"
	"parallax/generator/output"
	"parallax/generator/stages"
	"parallax/generator/text"
)

// dear is what is dear to find out of the program: once for all tests that build in it.
var dear = sync.OnceValue(func() (d struct {
	languages *text.Languages
	program   output.Key
}) {
	d.languages, d.program = text.Builtin(), programKey()
	return d
})

// startRun is newRun with what is dear from an earlier one.
func startRun(f siteFlags, c *console) (*run, error) {
	return newRunOf(f, c, dear().languages, dear().program)
}

// testRun returns a run over a copy of testdata/site, its cache empty, and the
// site loaded and grouped.
func testRun(t *testing.T, flags siteFlags) (*run, *stages.Work) {
	t.Helper()
	t.Setenv(epochVariable, "1767225600") // 2026-01-01
	flags.site = "testdata/site"
	r, err := startRun(flags, &console{out: io.Discard, err: io.Discard})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(r.close)
	r.cache = output.NewCache(t.TempDir())
	w, err := r.load(t.Context())
	if err != nil {
		t.Fatalf("%v: %v", err, w.Problems.Sorted())
	}
	return r, w
}

// drain takes all files and keeps none.
func drain(_ context.Context, files iter.Seq2[file.File, error]) (output.Report, error) {
	var r output.Report
	for _, err := range files {
		if err != nil {
			return r, err
		}
		r.Files++
	}
	return r, nil
}

func TestBrokenEventIsSetAside(t *testing.T) {
	r, w := testRun(t, siteFlags{})
	r.compare = func(c *stages.Comparer, e *event.Event) (*framing.Comparison, error) {
		if e.Slug == "library-roof" {
			return (&stages.Comparer{}).Compare(e) // fails on what it does not have
		}
		return c.Compare(e)
	}
	report, err := r.make(t.Context(), w, drain)
	if err != nil || report.Files == 0 {
		t.Fatalf("%+v, %v", report, err)
	}
	if len(w.Grouping.Events) != 1 || len(w.Corpus.Articles) != 3 {
		t.Errorf("left are %d events and %d articles", len(w.Grouping.Events), len(w.Corpus.Articles))
	}
	warnings := w.Problems.Sorted()
	if len(warnings) != 3 || !strings.Contains(warnings[0].String(), `content/articles/library/council.md: warning: set aside with event "library-roof"`) {
		t.Errorf("warnings are %v", warnings)
	}
	if !regexp.MustCompile(`invalid memory address or nil pointer dereference \((stages/\w+\.go:\d+, )+`).MatchString(warnings[0].String()) {
		t.Errorf("the warning does not say where: %s", warnings[0])
	}
	if err := r.finish(1); exitCode(t.Context(), err, io.Discard) != exitPublished {
		t.Errorf("the run ends with %v", err)
	}
}

func TestBrokenEventFailsAStrictBuild(t *testing.T) {
	r, w := testRun(t, siteFlags{strict: true})
	r.compare = func(_ *stages.Comparer, e *event.Event) (*framing.Comparison, error) {
		return nil, &stages.BrokenEvent{Slug: e.Slug, Reason: "broken", Trace: "here"}
	}
	if _, err := r.make(t.Context(), w, drain); !errors.Is(err, errProblems) {
		t.Errorf("error is %v", err)
	}
}

func TestCancelledRun(t *testing.T) {
	r, w := testRun(t, siteFlags{})
	ctx, cancel := context.WithCancel(t.Context())
	_, err := r.make(ctx, w, func(ctx context.Context, files iter.Seq2[file.File, error]) (output.Report, error) {
		cancel()
		return drain(ctx, files)
	})
	var b bytes.Buffer
	if code := exitCode(ctx, err, &b); code != exitInterrupted || !strings.Contains(b.String(), "interrupted") {
		t.Errorf("%v ends with code %d: %s", err, code, b.String())
	}
}

func TestWriteLockOnlyWhenChanged(t *testing.T) {
	r := &run{flags: siteFlags{site: t.TempDir()}}
	w := &stages.Work{Grouping: event.Grouping{Lock: event.Lock{Events: map[string][]string{"a": {"x"}}}}}
	if err := r.writeLock(w); err != nil {
		t.Fatal(err)
	}
	name := filepath.Join(r.flags.site, stages.LockName)
	before, err := os.Stat(name)
	if err != nil {
		t.Fatal(err)
	}
	if err := r.writeLock(w); err != nil {
		t.Fatal(err)
	}
	if after, err := os.Stat(name); err != nil || !os.SameFile(before, after) {
		t.Errorf("an equal lock was written again (%v)", err)
	}
}

func TestClock(t *testing.T) {
	t.Setenv(epochVariable, "1700000000")
	now, set, err := clock()
	if err != nil || !set || now.Format("2006-01-02T15:04:05Z07:00") != "2023-11-14T22:13:20Z" {
		t.Errorf("clock is %v, %t, %v", now, set, err)
	}
	t.Setenv(epochVariable, "yesterday")
	if _, _, err := clock(); err == nil {
		t.Error("no error")
	}
}

func TestMissingConfigIsTold(t *testing.T) {
	w, err := read(fstest.MapFS{}, siteFlags{}, text.Builtin())
	if err != nil || !w.Stops(false) {
		t.Errorf("error is %v, %v", err, w.Problems.Sorted())
	}
}

// The memory of the program is bounded, unless whoever runs it says how.
func TestMakeRoom(t *testing.T) {
	before := debug.SetMemoryLimit(-1)
	defer debug.SetMemoryLimit(before)
	for set, want := range map[string]bool{"": true, "1GiB": false} {
		t.Setenv("GOMEMLIMIT", set)
		debug.SetMemoryLimit(math.MaxInt64)
		makeRoom()
		if got := debug.SetMemoryLimit(-1); (got >= leastRoom && got < 1<<40) != want {
			t.Errorf("GOMEMLIMIT=%q: the limit is %d", set, got)
		}
	}
}
