package command

import (
	"bytes"
	"io"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync/atomic"
	"testing"

	"parallax/generator/event"
	"parallax/generator/framing"
	"parallax/generator/output"
	"parallax/generator/stages"
)

// A change is something that an editor does to a site: a file gets other bytes,
// made of those it has; none takes it away.
type change struct {
	name string
	file string
	made func(old string) string
}

func replaced(old, with string) func(string) string {
	return func(s string) string { return strings.Replace(s, old, with, 1) }
}

func added(more string) func(string) string { return func(s string) string { return s + more } }

func written(data string) func(string) string { return func(string) string { return data } }

// changes touch everything that pages are made from.
var changes = []change{
	{"a body", "content/articles/ferry/gazette.md", added("\nThe pier was full on Monday.\n")},
	{"a title", "content/articles/ferry/echo.md", replaced("islanders cheer", "islanders are cheering")},
	{"a date", "content/articles/ferry/echo.md", replaced("2025-06-10", "2025-06-12")},
	{"a licence", "content/articles/library/echo.md", replaced("licence = \"CC0-1.0\"\n", "")},
	{"a headline with the words of a restricted article", "content/articles/ferry/council.md",
		replaced("title = \"", "title = \"Volunteers carried them to the school gym, where they are being dried: ")},
	{"a draft", "content/articles/ferry/gazette.md", replaced("licence", "draft = true\nlicence")},
	{"a new article", "content/articles/library/again.md",
		written("+++\ntitle = \"Library opens again\"\noutlet = \"echo\"\ndate = 2025-03-09\n+++\n\nThe library opened again. Some 4,000 books are wet. Ines Holm was glad.\n")},
	{"another event", "content/articles/library/again.md", replaced("date", "event = \"library-opens\"\ndate")},
	{"an article that goes", "content/articles/library/again.md", nil},
	{"a note on an event", "content/events/library-roof.md",
		written("+++\ntitle = \"The library's roof\"\nsummary = \"A roof fell in.\"\ntopics = [\"Town\"]\naliases = [[\"Ines Holm\", \"Holm\"]]\n+++\n\nRead *both*.\n")},
	{"a note on a lesson", "content/lessons/library-roof.md",
		written("+++\nchecked_by = \"Ida Moor\"\nchecked_on = 2025-12-01\n+++\n\nRead twice.\n")},
	{"an earlier version", "content/articles/ferry/gazette.earlier/1.md",
		written("+++\ntitle = \"Ferry to sail\"\noutlet = \"gazette\"\ndate = 2025-06-09\nlicence = \"CC0-1.0\"\n+++\n\nThe ferry will sail.\n")},
	{"the name of an outlet", "content/outlets/echo.md", replaced("name = \"", "name = \"The ")},
	{"a word of the glossary", "content/glossary/agent.md",
		written("+++\ntitle = \"Agent\"\nmeaning = \"Who does it.\"\nsignal = \"agency\"\n+++\n\nSee elsewhere.\n")},
	{"a page", "content/pages/about.md", written("+++\ntitle = \"About\"\n+++\n\nWho we are.\n")},
	{"the title of the site", "config.toml", replaced("Two events", "Some events")},
	{"a signal", "config.toml", added("\n[signals]\ntone = false\n")},
	{"the budget", "config.toml", replaced("share = 0.5", "share = 0.2")},
	{"the time zone", "config.toml", replaced("language", "time_zone = \"Asia/Tokyo\"\nlanguage")},
	{"a template", "templates/part-badge.html", written("<b class=\"k k{{.Shape}}\">({{.Letter}})</b>\n")},
	{"a redirect", "events.lock", replaced("[events]", "[redirects]\n\"old-roof\" = \"library-roof\"\n\n[events]")},
}

// apply does a change to the site in a folder.
func (c change) apply(t *testing.T, dir string) {
	t.Helper()
	name := filepath.Join(dir, filepath.FromSlash(c.file))
	old, err := os.ReadFile(name)
	if c.made == nil {
		err = os.Remove(name)
	} else if err == nil || os.IsNotExist(err) {
		if c.made(string(old)) == string(old) {
			t.Fatalf("%s: %s stays as it is:\n%s", c.name, c.file, old)
		}
		err = output.WriteFile(name, []byte(c.made(string(old))), nil)
	}
	if err != nil {
		t.Fatal(err)
	}
}

// A builder builds the site in a folder, and counts the events compared.
type builder struct {
	*run
	compared atomic.Int64
}

// newBuilder returns a builder with an empty cache.
func newBuilder(t *testing.T, site, out string) *builder {
	t.Helper()
	root, err := openSite(site)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { root.Close() })
	r := &run{
		flags: siteFlags{site: site, out: out}, root: root, site: root.FS(), console: &console{out: io.Discard, err: io.Discard},
		cache: output.NewCache(t.TempDir()), watch: newStopwatch(), languages: dear().languages, program: dear().program,
	}
	b := &builder{run: r}
	r.compare = func(c *stages.Comparer, e *event.Event) (*framing.Comparison, error) {
		b.compared.Add(1)
		return c.Compare(e)
	}
	return b
}

// files builds the site and returns its files.
func (b *builder) files(t *testing.T) map[string][]byte {
	t.Helper()
	if err := b.build(t.Context()); err != nil {
		t.Fatal(err)
	}
	files := map[string][]byte{}
	root := os.DirFS(b.flags.outDir())
	if err := fs.WalkDir(root, ".", func(name string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() && name != output.ManifestName {
			files[name], err = fs.ReadFile(root, name)
		}
		return err
	}); err != nil {
		t.Fatal(err)
	}
	return files
}

// TestBuildAfterAChange changes a site in every way, one after the other and in
// an order that chance gives, and holds what an earlier build and the preview
// make of it against what a first build makes.
func TestBuildAfterAChange(t *testing.T) {
	t.Setenv(epochVariable, "1767225600") // 2026-01-01
	seed := rand.Uint64()
	t.Logf("the order is of seed %d", seed)
	site := copySite(t, "testdata/site")
	for _, c := range []change{ // so that the headlines of one event matter to another
		{"a licence", "content/articles/library/gazette.md", replaced("licence = \"CC0-1.0\"\n", "")},
		{"the budget", "config.toml", added("\n[quotation]\nshare = 0.5\n")},
	} {
		c.apply(t, site)
	}
	warm := newBuilder(t, site, filepath.Join(t.TempDir(), "public"))
	preview := newBuilder(t, site, "")
	preview.shown = newPreviewMemory()
	warm.files(t)
	for _, c := range inSomeOrder(changes, rand.New(rand.NewPCG(seed, 0))) {
		c.apply(t, site)
		copied := copySite(t, site)
		cold := newBuilder(t, copied, filepath.Join(copied, "public")).files(t)
		if differ := differing(warm.files(t), cold); len(differ) > 0 {
			t.Errorf("after %s, a build left stale: %s", c.name, differ)
		}
		shown, failure := preview.preview(t.Context())
		if differ := differing(shown, cold); failure != "" || len(differ) > 0 {
			t.Errorf("after %s, the preview shows: %s%s", c.name, differ, failure)
		}
	}
}

// TestOneChangeComparesOneEvent says that what did not change is not made again.
func TestOneChangeComparesOneEvent(t *testing.T) {
	t.Setenv(epochVariable, "1767225600")
	site := copySite(t, "testdata/site")
	b := newBuilder(t, site, filepath.Join(t.TempDir(), "public"))
	b.files(t)
	for _, step := range []struct {
		change change
		want   int64
	}{
		{changes[0], 1}, // an article of one event
		{changes[slices.IndexFunc(changes, func(c change) bool { return c.name == "a page" })], 0},
		{changes[slices.IndexFunc(changes, func(c change) bool { return c.name == "the name of an outlet" })], 2},
	} {
		b.compared.Store(0)
		step.change.apply(t, site)
		if b.files(t); b.compared.Load() != step.want {
			t.Errorf("after %s, %d events were made again; %d are enough", step.change.name, b.compared.Load(), step.want)
		}
	}
}

// TestFileThatWasTouchedIsMadeAgain changes and removes files of the output
// folder itself.
func TestFileThatWasTouchedIsMadeAgain(t *testing.T) {
	t.Setenv(epochVariable, "1767225600")
	b := newBuilder(t, copySite(t, "testdata/site"), filepath.Join(t.TempDir(), "public"))
	want := b.files(t)
	for _, name := range []string{"e/ferry-sundays/read-a.html", "data/library-roof.json"} {
		for _, touch := range []func(string) error{os.Remove, func(file string) error { return os.WriteFile(file, []byte("hand"), 0o644) }} {
			if err := touch(filepath.Join(b.flags.out, name)); err != nil {
				t.Fatal(err)
			}
			if differ := differing(b.files(t), want); len(differ) > 0 {
				t.Errorf("%s was touched and left: %s", name, differ)
			}
		}
	}
}

// inSomeOrder returns the changes shuffled, those of one file in their order.
func inSomeOrder(all []change, r *rand.Rand) []change {
	shuffled := slices.Clone(all)
	r.Shuffle(len(shuffled), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
	next := map[string]int{}
	for i, c := range shuffled {
		from := next[c.file]
		at := from + slices.IndexFunc(all[from:], func(x change) bool { return x.file == c.file })
		shuffled[i], next[c.file] = all[at], at+1
	}
	return shuffled
}

// copySite copies a site.
func copySite(t *testing.T, from string) string {
	t.Helper()
	to := filepath.Join(t.TempDir(), "site")
	if err := os.CopyFS(to, os.DirFS(from)); err != nil {
		t.Fatal(err)
	}
	return to
}

// differing returns the names of files that are not the same in both.
func differing(x, y map[string][]byte) []string {
	var names []string
	for name, data := range x {
		if other, there := y[name]; !there || !bytes.Equal(data, other) {
			names = append(names, name)
		}
	}
	for name := range y {
		if _, there := x[name]; !there {
			names = append(names, name+" (missing)")
		}
	}
	slices.Sort(names)
	return names
}
