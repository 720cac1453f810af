package rights

import (
	"path"
	"slices"
	"strings"

	"parallax/generator/corpus"
	"parallax/generator/diag"
	"parallax/generator/event"
	"parallax/generator/file"
	"parallax/generator/site"
)

// An Audit counts how much of each restricted article the files of a site
// carry, whatever made them: it reads the bytes of every file and looks for
// runs of words, and knows nothing of [Allowance]. Give it each file once
// with Add, in any order, and then ask for the Report.
//
// It indexes the articles of one event at a time, so files of one event should
// come together. Files that belong to no event are held against all articles
// at the end.
type Audit struct {
	quotation site.Quotation
	articles  map[string]*corpus.Article
	members   map[string][]*corpus.Article // by slug, restricted events only
	order     []string                     // slugs in order
	headlines Headlines                    // of all articles of the site

	slug   string  // of the event whose ledger is at hand
	ledger *ledger // or nil
	counts map[string]*count
	loose  map[int][]looseRun // by the length of runs
	paths  []string           // of loose files

	foreseen map[string]foreseen // by path
}

// A count is what the files carry of one article so far.
type count struct {
	used   []bool // by word
	spent  int
	quoted []int  // by passage
	page   int    // words on the page that carries most
	file   string // that page
}

// A foreseen is what is known of a file before it is added.
type foreseen struct {
	slug    string // of its event
	carried []Carried
}

// NewAudit returns an audit of a site's files.
func NewAudit(q site.Quotation, c *corpus.Corpus, events []event.Event) *Audit {
	a := &Audit{quotation: q, articles: map[string]*corpus.Article{}, members: map[string][]*corpus.Article{}, counts: map[string]*count{}, loose: map[int][]looseRun{}, foreseen: map[string]foreseen{}}
	for i := range c.Articles {
		a.articles[c.Articles[i].ID] = &c.Articles[i]
	}
	for i := range events {
		a.addEvent(&events[i])
	}
	if len(a.members) > 0 {
		a.headlines = ReadHeadlines(c.Articles)
	}
	return a
}

// addEvent remembers the articles of an event of which one is restricted.
func (a *Audit) addEvent(e *event.Event) {
	var articles []*corpus.Article
	bound := false
	for _, m := range e.Members {
		if article := a.articles[m.Article]; article != nil {
			articles = append(articles, article)
			bound = bound || restricted(article, a.quotation)
		}
	}
	if bound {
		a.members[e.Slug] = articles
		a.order = append(a.order, e.Slug)
	}
}

// Foresee tells what a file of an event carries, counted beside the rendering,
// so that Add need not read it again.
func (a *Audit) Foresee(path, slug string, carried []Carried) {
	if _, bound := a.members[slug]; bound {
		a.foreseen[path] = foreseen{slug, carried}
	}
}

// Add counts the words of one file.
func (a *Audit) Add(f file.File) {
	if len(a.members) == 0 {
		return
	}
	if path.Ext(f.Path) == ".parquet" { // of all events, even if one is called "headlines"
		a.addLoose(f)
		return
	}
	for part := range strings.SplitSeq(f.Path, "/") {
		for _, slug := range []string{part, strings.TrimSuffix(part, path.Ext(part))} {
			if _, known := a.members[slug]; known {
				a.open(slug)
				a.count(f)
				return
			}
		}
	}
	if !strings.HasPrefix(f.Path, "e/") { // those are of events that nothing binds
		a.addLoose(f)
	}
}

// open makes the ledger of an event, unless it is at hand, with what was
// counted before.
func (a *Audit) open(slug string) {
	if a.slug == slug {
		return
	}
	a.slug, a.ledger = slug, newLedger(a.members[slug], a.headlines, a.quotation)
	for _, s := range a.ledger.sources {
		c := a.counts[s.article.ID]
		if c == nil {
			c = &count{used: s.used, quoted: s.quoted}
			a.counts[s.article.ID] = c
		}
		s.used, s.spent, s.quoted = c.used, c.spent, c.quoted
	}
}

// count counts the words of a file against the event at hand.
func (a *Audit) count(f file.File) {
	known := a.foreseen[f.Path]
	delete(a.foreseen, f.Path)
	if known.slug != a.slug {
		known.carried = a.ledger.carried(wordsOfFile(f))
	}
	here := map[*source]map[int]bool{}
	for _, c := range known.carried {
		i := slices.IndexFunc(a.ledger.sources, func(s *source) bool { return s.article.ID == c.Article })
		for _, stretch := range c.Words {
			for word := stretch[0]; word < stretch[1]; word++ {
				carry(here, a.ledger.sources[i], word)
			}
		}
	}
	a.close(f.Path, here)
}

// carry notes a word that a file carries.
func carry(here map[*source]map[int]bool, s *source, word int) {
	if here[s] == nil {
		here[s] = map[int]bool{}
	}
	if !s.free[word] {
		here[s][word] = true
		s.use(word)
	}
}

// close adds what one file carries to the counts.
func (a *Audit) close(file string, here map[*source]map[int]bool) {
	for _, s := range a.ledger.sources {
		c := a.counts[s.article.ID]
		c.spent = s.spent
		if len(here[s]) > c.page {
			c.page, c.file = len(here[s]), file
		}
	}
}

// Report returns an error for every article of which the files carry more
// than the budget allows.
func (a *Audit) Report() diag.List {
	var l diag.List
	a.ownLoose()
	for number, slug := range a.order {
		a.open(slug)
		a.countLoose(number)
		for _, s := range a.ledger.sources {
			a.judge(&l, a.counts[s.article.ID], s)
		}
	}
	return l
}

// judge holds the count of one article against the three limits. One run more
// than they allow may stand by chance.
func (a *Audit) judge(l *diag.List, c *count, s *source) {
	const mend = "state its licence if it is an open one, set quotation.class in config.toml for use in class, or report this: no more should have been taken"
	blame := func(format string, args ...any) {
		l.Errorf(s.article.File, 1, mend, "the site carries too much of this article: "+format, args...)
	}
	chance := a.ledger.run // a phrase that other reports use as well
	if s.spent > s.budget+chance {
		blame("%d words over all files; its %d words allow %d", s.spent, len(s.words), s.budget)
	}
	if c.page > max(a.quotation.Page, s.shown)+chance {
		blame("%d words on one page, %s; %d are allowed", c.page, c.file, a.quotation.Page)
	}
	for i, used := range c.quoted {
		if used > a.quotation.Passage+chance {
			blame("%d words of one passage, %s; %d are allowed", used, s.article.Passages[i].ID, a.quotation.Passage)
		}
	}
}
