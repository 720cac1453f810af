package corpus

import (
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"golang.org/x/text/unicode/norm"
	"golang.org/x/tools/txtar"

	"parallax/generator/diag"
	"parallax/generator/site"
	"parallax/generator/text"
)

var update = flag.Bool("update", false, "write what is found into the golden files")

// noon is the clock of the tests.
var noon = time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC)

// load loads a site without drafts.
func load(t testing.TB, fsys fs.FS) (*Corpus, diag.List) {
	t.Helper()
	cfg, l := site.Load(fsys, []string{"agency", "naming"})
	c, more := Load(fsys, cfg, text.Builtin(), noon, false)
	l.Merge(more)
	return c, l
}

// sourceFS returns the files of an archive. "\xNN" in a file stands for that
// byte, so that broken encodings can be written down.
func sourceFS(archive *txtar.Archive) fstest.MapFS {
	fsys := fstest.MapFS{}
	for _, f := range archive.Files {
		if f.Name != "want" {
			fsys[f.Name] = &fstest.MapFile{Data: []byte(strings.ReplaceAll(string(f.Data), `\xff`, "\xff"))}
		}
	}
	return fsys
}

// TestGolden loads each site in testdata and compares what was read, or what
// was wrong, with the section "want".
func TestGolden(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal("no test data", err)
	}
	for _, name := range files {
		t.Run(filepath.Base(name), func(t *testing.T) {
			archive, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			c, l := load(t, sourceFS(archive))
			got := describe(c, l)
			want := &archive.Files[len(archive.Files)-1]
			if want.Name != "want" {
				t.Fatal("the last section is not called want")
			}
			if *update {
				want.Data = []byte(got)
				if err := os.WriteFile(name, txtar.Format(archive), 0o666); err != nil {
					t.Fatal(err)
				}
			}
			if got != string(want.Data) {
				t.Errorf("got\n%s\nwant\n%s", got, want.Data)
			}
			for i := range c.Articles {
				checkArticle(t, &c.Articles[i])
			}
		})
	}
}

// describe writes diagnostics, outlets and articles as a person reads them.
func describe(c *Corpus, l diag.List) string {
	var b strings.Builder
	diag.Print(&b, l.Sorted(), 100, nil)
	if l.Failed() {
		return b.String()
	}
	for _, o := range c.Outlets {
		fmt.Fprintf(&b, "outlet %s: %s (%s) %+v %+v %+v\n", o.ID, o.Name, o.Short, o.Country, o.Kind, o.Owner)
	}
	for _, a := range c.Articles {
		fmt.Fprintf(&b, "article %s: %s %s %s %q\n", a.ID, a.Outlet, a.Date, a.Language, a.Licence)
		for _, p := range a.Passages {
			fmt.Fprintf(&b, "  %s %s: %s\n", p.ID, a.Blocks[p.Block].Kind, p.Of(a.Text))
		}
		for _, q := range a.Quotations {
			fmt.Fprintf(&b, "  quoted: %s\n", q.Of(a.Text))
		}
		for _, s := range a.SetAside {
			fmt.Fprintf(&b, "  aside: %s\n", s)
		}
	}
	for _, n := range c.Notes {
		fmt.Fprintf(&b, "event %s: %s: %s %q\n", n.Slug, n.Title, n.Summary, n.Aliases)
	}
	for _, n := range c.Glossary {
		fmt.Fprintf(&b, "term %s: %s: %s (%s)\n", n.Slug, n.Title, n.Meaning, n.Signal)
	}
	for _, n := range c.Lessons {
		fmt.Fprintf(&b, "lesson %s: %s %s +%v -%v %v %v: %q\n", n.Slug, n.CheckedBy, n.CheckedOn, n.Confirm, n.Drop, n.Edits, n.Added, n.Body)
	}
	for _, n := range c.Pages {
		fmt.Fprintf(&b, "page %s: %s: %q\n", n.Slug, n.Title, n.Body)
	}
	return b.String()
}

// checkArticle demands what the package comment promises of an article.
func checkArticle(t *testing.T, a *Article) {
	t.Helper()
	if !norm.NFC.IsNormalString(a.Text) || strings.ToValidUTF8(a.Text, "") != a.Text {
		t.Errorf("%s: text is not valid UTF-8 in NFC: %q", a.ID, a.Text)
	}
	if strings.ContainsFunc(a.Text, func(r rune) bool { return invisible(r) || r < ' ' && r != '\n' }) {
		t.Errorf("%s: invisible characters in %q", a.ID, a.Text)
	}
	var blocks []string
	for _, b := range a.Blocks {
		blocks = append(blocks, b.Of(a.Text))
	}
	if got := strings.Join(blocks, "\n\n"); got != a.Text {
		t.Errorf("%s: the blocks are %q, the text is %q", a.ID, got, a.Text)
	}
	ids := map[string]bool{}
	end := 0
	for _, p := range a.Passages {
		if !a.Blocks[p.Block].Contains(p.Span) || p.Start < end || ids[p.ID] {
			t.Errorf("%s: passage %+v is out of order, outside its block or twice", a.ID, p)
		}
		end, ids[p.ID] = p.End, true
		checkSpan(t, a, p.Span)
	}
	end = 0
	for _, q := range a.Quotations {
		if q.Start < end || q.Len() == 0 {
			t.Errorf("%s: quotation %v overlaps or is empty", a.ID, q)
		}
		end = q.End
		checkSpan(t, a, q)
	}
}

// checkSpan demands that a span begins and ends between characters.
func checkSpan(t *testing.T, a *Article, p text.Span) {
	t.Helper()
	if s := p.Of(a.Text); strings.ToValidUTF8(s, "") != s {
		t.Errorf("%s: span %v cuts a character: %q", a.ID, p, s)
	}
}
