package command

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"iter"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"parallax/generator/corpus"
	"parallax/generator/event"
	"parallax/generator/file"
	"parallax/generator/framing"
	"parallax/generator/output"
	"parallax/generator/text"
)

// testRun returns a run over a copy of testdata/site, its cache empty, and the
// site loaded and grouped.
func testRun(t *testing.T, flags siteFlags) (*run, *work) {
	t.Helper()
	t.Setenv(epochVariable, "1767225600") // 2026-01-01
	flags.site = "testdata/site"
	r, err := newRun(flags, &console{out: io.Discard, err: io.Discard})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(r.close)
	r.cache = output.NewCache(t.TempDir())
	w, err := r.load(t.Context())
	if err != nil {
		t.Fatalf("%v: %v", err, w.problems.Sorted())
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
	r.compare = func(c *comparer, e *event.Event) (*framing.Comparison, error) {
		if e.Slug == "library-roof" {
			broken := *c
			broken.index = nil // makes the comparison fail on what is no article
			broken.work = nil
			return broken.compare(e)
		}
		return c.compare(e)
	}
	report, err := r.make(t.Context(), w, drain)
	if err != nil || report.Files == 0 {
		t.Fatalf("%+v, %v", report, err)
	}
	if len(w.grouping.Events) != 1 || len(w.corpus.Articles) != 3 {
		t.Errorf("left are %d events and %d articles", len(w.grouping.Events), len(w.corpus.Articles))
	}
	warnings := w.problems.Sorted()
	if len(warnings) != 3 || !strings.Contains(warnings[0].String(), `content/articles/library/council.md: warning: set aside with event "library-roof"`) {
		t.Errorf("warnings are %v", warnings)
	}
	if !regexp.MustCompile(`invalid memory address or nil pointer dereference \((command/\w+\.go:\d+, )+`).MatchString(warnings[0].String()) {
		t.Errorf("the warning does not say where: %s", warnings[0])
	}
	if err := r.finish(1); exitCode(t.Context(), err, io.Discard) != exitPublished {
		t.Errorf("the run ends with %v", err)
	}
}

func TestEventThatIsTooLargeIsSetAside(t *testing.T) {
	r, w := testRun(t, siteFlags{})
	for i := range w.corpus.Articles {
		if a := &w.corpus.Articles[i]; strings.HasPrefix(a.ID, "library/") {
			a.Text += strings.Repeat(" ", mostText/3)
		}
	}
	if report, err := r.make(t.Context(), w, drain); err != nil || report.Files == 0 || len(w.grouping.Events) != 1 {
		t.Fatalf("%+v, %v, %d events", report, err, len(w.grouping.Events))
	}
	for _, said := range w.problems.Sorted() {
		if !strings.Contains(said.String(), `set aside with event "library-roof", which could not be compared: its 3 reports have 1.1 MB of text, and more than 1.0 MB are not compared; it is likely a running story`) {
			t.Error(said)
		}
	}
}

func TestBrokenEventFailsAStrictBuild(t *testing.T) {
	r, w := testRun(t, siteFlags{strict: true})
	r.compare = func(_ *comparer, e *event.Event) (*framing.Comparison, error) {
		return nil, &brokenEvent{slug: e.Slug, reason: "broken", trace: "here"}
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

func TestCachedComparisonIsTheComputedOne(t *testing.T) {
	r, w := testRun(t, siteFlags{})
	if len(w.grouping.Events) == 0 {
		t.Fatal("no events")
	}
	for i := range w.grouping.Events {
		e := &w.grouping.Events[i]
		var all []string
		for range 2 { // computed and stored, then found
			c, err := newComparer(w, r.cache, output.Key{1}).compare(e)
			if err != nil {
				t.Fatal(err)
			}
			all = append(all, asJSON(t, c))
		}
		c, err := newComparer(w, r.cache, output.Key{}).compare(e) // no cache
		if err != nil {
			t.Fatal(err)
		}
		if all = append(all, asJSON(t, c)); all[0] != all[1] || all[1] != all[2] {
			t.Errorf("event %s: computed, found and computed without a cache differ", e.Slug)
		}
	}
}

func asJSON(t *testing.T, value any) string {
	t.Helper()
	data, err := json.Marshal(value)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// TestCacheKey changes, one by one, everything that a comparison is made from.
func TestCacheKey(t *testing.T) {
	_, w := testRun(t, siteFlags{})
	e := &w.grouping.Events[0]
	keyOf := func() output.Key {
		made, err := newComparer(w, nil, output.Key{1}).inputs(e)
		if err != nil {
			t.Fatal(err)
		}
		return made.key()
	}
	var a *corpus.Article
	for i := range w.corpus.Articles {
		if w.corpus.Articles[i].ID == e.Members[0].Article {
			a = &w.corpus.Articles[i]
		}
	}
	seen := map[output.Key]string{keyOf(): "nothing"}
	for name, change := range map[string]func(){
		"text":       func() { a.Text += "." },
		"title":      func() { a.Title += "." },
		"outlet":     func() { a.Outlet = "echo2" },
		"date":       func() { a.Date = corpus.Day(2020, 1, 1) },
		"address":    func() { a.URL += "/" },
		"paraphrase": func() { a.Paraphrase = true },
		"language":   func() { a.Language = "de" },
		"passages":   func() { a.Passages[1].Start++ },
		"kind":       func() { a.Blocks[1].Kind = corpus.Item },
		"paragraph":  func() { a.Passages[1].Block++ },
		"quotations": func() { a.Quotations = append(a.Quotations, a.Passages[0].Span) },
		"slug":       func() { e.Slug += "-2" },
		"signals":    func() { w.config.Signals["tone"] = false },
		"aliases": func() {
			w.corpus.Notes = []corpus.EventNote{{Slug: e.Slug, Aliases: [][]string{{"a", "b"}}}}
		},
	} {
		change()
		if other, known := seen[keyOf()]; known {
			t.Errorf("%s changes nothing (%s)", name, other)
		}
		seen[keyOf()] = name
	}
	before := keyOf()
	e.Cohesion, e.Members[0].Closeness = .123, .456
	if keyOf() != before {
		t.Error("what articles of other events can change is part of the key")
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
	w, err := load(fstest.MapFS{}, siteFlags{}, text.Builtin())
	if err == nil {
		err = w.judge(false)
	}
	if !errors.Is(err, errProblems) {
		t.Errorf("error is %v", err)
	}
}
