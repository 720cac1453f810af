package page

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"
	"time"
	"unicode/utf8"

	"parallax/generator/corpus"
	"parallax/generator/event"
	"parallax/generator/file"
	"parallax/generator/framing"
	"parallax/generator/rights"
	"parallax/generator/sample/nasty"
)

// nastyTexts returns the texts of the event of a seed. Most are brief. Of each hundred one
// is long and one is made of reports that make sense, which give lessons but cost ten
// times as much.
func nastyTexts(random *rand.Rand, seed uint64, c *corpus.Corpus) []string {
	switch seed % 100 {
	case 0:
		return nasty.Documents(random)
	case 50:
		var texts []string
		for _, a := range c.Articles {
			texts = append(texts, nasty.Spoil(random, a.Title)+"\n\n"+nasty.Spoil(random, a.Text[len(a.Title):]))
		}
		return texts
	}
	return nasty.Briefs(random)
}

// nastyCorpus reads synthetic articles as those of a site are read. The seed makes
// their titles and their bodies.
func nastyCorpus(s Site, seed uint64) (*corpus.Corpus, event.Event) {
	random := rand.New(rand.NewPCG(seed, 19))
	fsys := fstest.MapFS{}
	e := event.Event{Slug: "test", Title: "Test", Language: "en"}
	for i, t := range nastyTexts(random, seed, s.Corpus) {
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

// runsVariable says how many events [TestNastyEvents] makes, and seedVariable from which
// seed on: a run that was longer is told in the README.
const (
	runsVariable = "PARALLAX_RUNS"
	seedVariable = "PARALLAX_SEED"
)

// number returns the number that a variable of the environment has, or another.
func number(t *testing.T, variable string, otherwise uint64) uint64 {
	said := os.Getenv(variable)
	if said == "" {
		return otherwise
	}
	n, err := strconv.ParseUint(said, 10, 64)
	if err != nil {
		t.Fatalf("%s: %v", variable, err)
	}
	return n
}

// TestNastyEvents compares synthetic articles, makes the lesson and renders all pages
// and files of the event: there is no text that any of the three cannot bear, no page
// runs anything, and no file carries more than may be given away. Nothing guides the
// seeds, so that counting on from one is all that a fuzzer would do.
func TestNastyEvents(t *testing.T) {
	s := sampleSite(t)
	s.Redirects, s.Corpus = nil, &corpus.Corpus{Articles: s.Corpus.Articles}
	for _, name := range []string{"a", "b", "c", "d"} {
		s.Corpus.Outlets = append(s.Corpus.Outlets, corpus.Outlet{ID: name, Name: "Outlet " + name})
	}
	p, err := newPlan(s)
	if err != nil {
		t.Fatal(err)
	}
	var m nastyMaker
	from, runs := number(t, seedVariable, 0), number(t, runsVariable, 200)
	for seed := from; seed < from+runs; seed++ {
		if (seed-from)%1000 == 0 { // what is remembered of words would grow for ever
			m.site, m.plan, m.shared = s, p, framing.Share()
		}
		m.make(t, seed)
	}
	t.Logf("%d events from seed %d: %d compared, %d with contrasts, %d with a lesson", runs, from, m.compared, m.contrasts, m.lessons)
	if m.compared < int(runs/2) || m.contrasts < int(runs/4) {
		t.Error("too few of them are events to say much")
	}
}

// A nastyMaker makes events of synthetic articles and counts what became of them.
type nastyMaker struct {
	site                         Site
	plan                         *plan
	shared                       *framing.Shared
	compared, contrasts, lessons int
}

// make makes everything of the event of a seed.
func (m *nastyMaker) make(t *testing.T, seed uint64) {
	defer func() {
		if problem := recover(); problem != nil {
			t.Errorf("seed %d", seed)
			panic(problem)
		}
	}()
	c, e := nastyCorpus(m.site, seed)
	if len(c.Articles) < 2 {
		return
	}
	members := make([]*corpus.Article, len(c.Articles))
	for i := range c.Articles {
		members[i] = &c.Articles[i]
	}
	quotation := m.site.Config.Quotation
	one := &share{
		style: m.plan.look, shared: m.plan.shared, english: m.plan.english, event: &e, members: members,
		headlines: rights.ReadHeadlines(c.Articles).Within(members, quotation),
	}
	comparison := framing.Compare(&e, members, framing.Settings{Languages: m.site.Languages, Shared: m.shared})
	done := one.make(comparison)
	if done.err != nil {
		t.Fatalf("seed %d: %v", seed, done.err)
	}
	m.compared++
	if len(comparison.Findings) > 0 {
		m.contrasts++
	}
	if done.kept.Lesson != nil && done.kept.Lesson.Why == "" {
		m.lessons++
	}
	audit := rights.NewAudit(quotation, c, []event.Event{e})
	for i, made := range done.files {
		if problem := unbearable(made); problem != "" {
			t.Errorf("seed %d: %s %s", seed, made.Path, problem)
		}
		audit.Foresee(made.Path, e.Slug, done.weights[i])
		audit.Add(made)
	}
	report := audit.Report()
	for _, over := range report.Sorted() {
		t.Errorf("seed %d: %v", seed, over)
	}
}

// unbearable says what is wrong with a page, "" if nothing is.
func unbearable(made file.File) string {
	if !strings.HasSuffix(made.Path, ".html") {
		return ""
	}
	if !utf8.Valid(made.Data) {
		return "is no UTF-8"
	}
	for _, live := range []string{"<script>alert", "<svg/onload", "<img src=x", "href=\"javascript:", "href=javascript:"} {
		if bytes.Contains(made.Data, []byte(live)) {
			return "holds " + live
		}
	}
	return ""
}
