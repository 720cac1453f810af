package command_test

import (
	"compress/gzip"
	"encoding/json"
	"fmt"
	"html"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"parallax"
	"parallax/generator/corpus"
	"parallax/generator/evaluate/dataset"
	"parallax/generator/framing"
	"parallax/generator/site"
	"parallax/generator/text"
)

// thirty is how many saved pages a newcomer has.
const thirty = 30

// TestThirtySavedPages runs what the quick start tells those who have thirty saved
// pages of news, all rights reserved: with the reports of the demonstration, put into
// pages as outlets make them, and with real pages. It demands what the manual promises
// of the site: events with both sides of a contrast, a grid, readers and lessons, no
// quotation without a word, and a clone that builds the same.
func TestThirtySavedPages(t *testing.T) {
	source, err := os.ReadFile(docs + "/content/pages/quick-start.md")
	if err != nil {
		t.Fatal(err)
	}
	script := scriptOf(thirtyFence.FindAllStringSubmatch(string(source), -1))
	if script == "" {
		t.Fatal("the quick start has no block for thirty pages")
	}
	for _, set := range []struct {
		name                   string
		save                   func(t *testing.T, folder string)
		facing, grids, lessons int // events that have both sides of a contrast, a grid, and a lesson
	}{
		{"invented", saveInvented, 4, 5, 4},
		{"real", saveReal, 6, 9, 8},
	} {
		t.Run(set.name, func(t *testing.T) {
			scripts, saved := t.TempDir(), t.TempDir()
			set.save(t, saved)
			if err := os.WriteFile(filepath.Join(scripts, "thirty.txtar"), []byte(script+"holds\n"), 0o644); err != nil {
				t.Fatal(err)
			}
			testscript.Run(t, testscript.Params{
				Dir: scripts,
				Setup: func(env *testscript.Env) error {
					if err := docsFolder(env); err != nil {
						return err
					}
					return os.CopyFS(filepath.Join(env.WorkDir, "news"), os.DirFS(saved))
				},
				Cmds: map[string]func(*testscript.TestScript, bool, []string){
					"shows": shows, "put": put,
					"holds": func(ts *testscript.TestScript, _ bool, _ []string) { holds(ts, set.facing, set.grids, set.lessons) },
				},
			})
		})
	}
}

// thirtyFence matches the blocks of console for thirty pages.
var thirtyFence = regexp.MustCompile("(?ms)^```(console) thirty\n(.*?)^```$")

// Pieces of pages of events.
var (
	lookSection  = regexp.MustCompile(`(?s)<section class="look">.*?</section>`)
	emptyQuote   = regexp.MustCompile(`“(?:<[^>]*>)*(?:\[…\]|…)(?:<[^>]*>)*”|<blockquote>(?:\s|<[^>]*>|\[…\]|…)*</blockquote>`)
	quotedPieces = regexp.MustCompile(`<blockquote>`)
)

// holds fails unless so many events of the site have both sides of a contrast, a grid
// with readers, and a lesson, or if a contrast has one side or a quotation no word.
func holds(ts *testscript.TestScript, facing, grids, lessons int) {
	events, err := filepath.Glob(ts.MkAbs("public/e/*/index.html"))
	ts.Check(err)
	sides, lists, sheets := 0, 0, 0
	for _, name := range events {
		page := ts.ReadFile(name)
		switch n := len(quotedPieces.FindAllString(lookSection.FindString(page), -1)); {
		case n == 1:
			ts.Fatalf("%s: a contrast with one side", name)
		case n > 1:
			sides++
		}
		if strings.Contains(page, `<section id="grid">`) {
			lists++
			if readers, err := filepath.Glob(filepath.Join(filepath.Dir(name), "read-*.html")); len(readers) == 0 {
				ts.Fatalf("%s: no readers: %v", name, err)
			}
		}
		if _, err := os.Stat(filepath.Join(filepath.Dir(name), "worksheet.html")); err == nil {
			sheets++
		}
		if empty := emptyQuote.FindString(page); empty != "" {
			ts.Fatalf("%s: %s", name, empty)
		}
	}
	ts.Logf("%d events: %d with both sides of a contrast, %d with a grid, %d with a lesson", len(events), sides, lists, sheets)
	if sides < facing || lists < grids || sheets < lessons {
		ts.Fatalf("there were to be %d, %d and %d", facing, grids, lessons)
	}
}

// savedPage is a page as outlets make them: what stands around a report is not of it.
const savedPage = `<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>%[1]s | %[2]s</title>
<meta property="og:title" content="%[1]s"><meta property="og:type" content="article"><meta property="og:site_name" content="%[2]s">
<link rel="canonical" href="https://%[3]s.example/news/%[4]s"><meta property="article:published_time" content="%[5]s">
</head><body>
<header><a href="/">%[2]s</a><nav><ul><li><a href="/town">Town</a></li><li><a href="/sport">Sport</a></li><li><a href="/weather">Weather</a></li></ul></nav></header>
<div class="cookie-banner"><p>We use cookies to make this site better. <button>Accept all</button></p></div>
<main><article><h1>%[1]s</h1>
%[6]s</article>
<aside class="related"><h2>More from %[2]s</h2><ul><li><a href="/a">Ten walks for a wet Sunday</a></li><li><a href="/b">What the tide tables say</a></li></ul></aside>
<section class="newsletter"><p>Sign up for our newsletter and never miss a story.</p></section></main>
<footer><p>© %[2]s. All rights reserved.</p></footer></body></html>
`

// saveInvented puts the reports of the demonstration into pages.
func saveInvented(t *testing.T, folder string) {
	config, _ := site.Load(parallax.Demonstration, framing.Names())
	c, _ := corpus.Load(parallax.Demonstration, config, text.Builtin(), time.Date(2027, 1, 1, 0, 0, 0, 0, time.UTC), false)
	if len(c.Articles) < thirty {
		t.Fatalf("the demonstration has %d reports", len(c.Articles))
	}
	names := map[string]string{}
	for _, o := range c.Outlets {
		names[o.ID] = o.Name
	}
	for _, a := range c.Articles[:thirty] {
		var body strings.Builder
		for _, b := range a.Blocks[1:] {
			fmt.Fprintf(&body, "<p>%s</p>\n", html.EscapeString(b.Span.Of(a.Text)))
		}
		name := strings.ReplaceAll(a.ID, "/", "-")
		page := fmt.Sprintf(savedPage, html.EscapeString(a.Title), html.EscapeString(names[a.Outlet]), a.Outlet, name, a.Date, body.String())
		if err := os.WriteFile(filepath.Join(folder, name+".html"), []byte(page), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// saveReal saves pages of a data set that report the same events, those with most
// reports first.
func saveReal(t *testing.T, folder string) {
	set := dataset.Path(t, "extraction")
	data, err := os.ReadFile(filepath.Join(set, "same_event_labels.json"))
	if err != nil {
		t.Fatal(err)
	}
	var labels struct {
		Events []struct{ Strict []struct{ ID string } }
	}
	if err := json.Unmarshal(data, &labels); err != nil {
		t.Fatal(err)
	}
	slices.SortStableFunc(labels.Events, func(x, y struct{ Strict []struct{ ID string } }) int { return len(y.Strict) - len(x.Strict) })
	saved := 0
	for _, e := range labels.Events {
		for _, page := range e.Strict {
			if saved++; saved > thirty {
				return
			}
			unpack(t, filepath.Join(set, "html", page.ID+".html.gz"), filepath.Join(folder, page.ID+".html"))
		}
	}
}

// unpack writes what a gzip file holds.
func unpack(t *testing.T, from, to string) {
	f, err := os.Open(from)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	data, err := io.ReadAll(z)
	if err == nil {
		err = os.WriteFile(to, data, 0o644)
	}
	if err != nil {
		t.Fatal(err)
	}
}
