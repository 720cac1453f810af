package page

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"testing/fstest"
	"time"
	"unicode/utf8"

	"parallax/generator/corpus"
	"parallax/generator/event"
	"parallax/generator/framing"
	"parallax/generator/sample/nasty"
)

// nastyCorpus reads synthetic articles as those of a site are read. The seed makes
// their titles and their bodies.
func nastyCorpus(s Site, seed uint64) (*corpus.Corpus, event.Event) {
	random := rand.New(rand.NewPCG(seed, 19))
	fsys := fstest.MapFS{}
	e := event.Event{Slug: "test", Title: "Test", Language: "en"}
	for i, t := range nasty.Documents(random) {
		title, body, _ := strings.Cut(t, "\n\n")
		name := string(rune('a' + i))
		licence := []string{"", "licence = \"CC0-1.0\"\n"}[random.IntN(2)]
		fsys["content/outlets/"+name+".md"] = &fstest.MapFile{Data: fmt.Appendf(nil, "+++\nname = %q\n+++\n", "Outlet "+name)}
		fsys["content/articles/x/"+name+".md"] = &fstest.MapFile{Data: fmt.Appendf(nil, "+++\ntitle = %s\noutlet = %q\ndate = 2024-06-1%d\n%s+++\n\n%s", quoteTOML(title), name, i, licence, body)}
	}
	c, _ := corpus.Load(fsys, s.Config, s.Languages, time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC), false)
	for _, a := range c.Articles {
		e.Members = append(e.Members, event.Member{Article: a.ID})
		if e.Title == "Test" {
			e.Title = a.Title
		}
	}
	return c, e
}

// quoteTOML returns a string of TOML on one line.
func quoteTOML(s string) string {
	var b strings.Builder
	for _, r := range strings.ToValidUTF8(s, "") {
		if r == '"' || r == '\\' || r < ' ' || r == 0x7f {
			fmt.Fprintf(&b, `\u%04X`, r)
			continue
		}
		b.WriteRune(r)
	}
	return `"` + b.String() + `"`
}

// FuzzEvent compares synthetic articles, makes the lesson and renders all pages and
// files of the event: there is no text that any of the three cannot bear, and no
// page runs anything.
func FuzzEvent(f *testing.F) {
	for seed := range uint64(12) {
		f.Add(seed)
	}
	s := sampleSite(f)
	s.Redirects, s.Corpus = nil, &corpus.Corpus{}
	for _, name := range []string{"a", "b", "c", "d"} {
		s.Corpus.Outlets = append(s.Corpus.Outlets, corpus.Outlet{ID: name, Name: "Outlet " + name})
	}
	p, err := newPlan(s)
	if err != nil {
		f.Fatal(err)
	}
	shared := framing.Share()
	f.Fuzz(func(t *testing.T, seed uint64) { renderNasty(t, s, p, shared, seed) })
}

// renderNasty is one run of FuzzEvent.
func renderNasty(t *testing.T, s Site, p *plan, comparisons *framing.Shared, seed uint64) {
	c, e := nastyCorpus(s, seed)
	if len(c.Articles) < 2 {
		return
	}
	var members []*corpus.Article
	for i := range c.Articles {
		members = append(members, &c.Articles[i])
	}
	one := &share{style: p.look, shared: p.shared, english: p.english, event: &e, members: members, headlines: p.headlines}
	done := one.make(framing.Compare(&e, members, framing.Settings{Languages: s.Languages, Shared: comparisons}))
	if done.err != nil {
		t.Fatal(done.err)
	}
	for _, made := range done.files {
		if !strings.HasSuffix(made.Path, ".html") {
			continue
		}
		if !utf8.Valid(made.Data) {
			t.Errorf("%s is no UTF-8", made.Path)
		}
		for _, live := range []string{"<script>alert", "<svg/onload", "<img src=x", "href=\"javascript:", "href=javascript:"} {
			if bytes.Contains(made.Data, []byte(live)) {
				t.Errorf("%s holds %s", made.Path, live)
			}
		}
	}
}
