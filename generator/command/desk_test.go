package command

import (
	"bufio"
	"context"
	"html"
	"io"
	"net/http"
	"net/http/cookiejar"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"parallax/generator/desk"
	"parallax/generator/review"
)

// A sitter is a person at the desk of a site.
type sitter struct {
	t      *testing.T
	dir    string
	client *http.Client
	home   string // address of the desk
}

// sitDown starts the desk of a copy of the tests' site and goes in.
func sitDown(t *testing.T) *sitter {
	t.Helper()
	t.Setenv(epochVariable, "1767225600") // 2026-01-01
	s := &sitter{t: t, dir: t.TempDir()}
	if err := os.CopyFS(s.dir, os.DirFS("testdata/site")); err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(t.Context())
	printed, console := io.Pipe()
	ended := make(chan int)
	go func() {
		ended <- Run(ctx, []string{"desk", "--site", s.dir, "--port", "0", "--no-open"}, strings.NewReader(""), console, io.Discard)
		console.Close()
	}()
	t.Cleanup(func() {
		stop()
		if code := <-ended; code != exitDone {
			t.Errorf("the desk ends with %d", code)
		}
	})
	line, err := bufio.NewReader(printed).ReadString('\n')
	found := regexp.MustCompile(`the desk is at (http://127\.0\.0\.1:\d+)(/enter\?code=\w+) `).FindStringSubmatch(line)
	if err != nil || found == nil {
		t.Fatalf("%q, %v", line, err)
	}
	jar, err := cookiejar.New(nil)
	if err != nil {
		t.Fatal(err)
	}
	s.client, s.home = &http.Client{Jar: jar}, found[1]
	s.get(found[2])
	return s
}

// get returns a page.
func (s *sitter) get(path string) string {
	s.t.Helper()
	answer, err := s.client.Get(s.home + path)
	return s.read(path, answer, err)
}

// read returns the page that answers a request.
func (s *sitter) read(path string, answer *http.Response, err error) string {
	s.t.Helper()
	if err != nil {
		s.t.Fatal(err)
	}
	defer answer.Body.Close()
	data, err := io.ReadAll(answer.Body)
	if err != nil || answer.StatusCode != http.StatusOK {
		s.t.Fatalf("%s: %s, %v\n%s", path, answer.Status, err, data)
	}
	return string(data)
}

// post sends a form and returns the page that follows.
func (s *sitter) post(path string, pairs ...string) string {
	s.t.Helper()
	form := url.Values{}
	for i := 0; i < len(pairs); i += 2 {
		form.Set(pairs[i], pairs[i+1])
	}
	answer, err := s.client.PostForm(s.home+path, form)
	return s.read(path, answer, err)
}

// version returns the version of the file that a page was made from.
func versionOn(page string) string {
	return regexp.MustCompile(`name="version" value="(\w+)"`).FindStringSubmatch(page)[1]
}

// TestDesk corrects a site at the desk: the file is written, the page follows, and what
// was done is undone.
func TestDesk(t *testing.T) {
	s := sitDown(t)
	if page := s.get("/"); !strings.Contains(page, `<a href="/review/library-roof">Library closed after roof gives way</a>`) {
		t.Fatal(page)
	}
	s.post("/name", "name", "Ida Moor", "next", "/")
	page := s.get("/review/library-roof")
	page = s.post("/review/library-roof", "version", versionOn(page), "claim", "s4", "do", "rename-statement", "to", "The council knew")
	if !strings.Contains(page, "Called “The council knew”:") {
		t.Fatal(page)
	}
	name := filepath.Join(s.dir, filepath.FromSlash(review.File("library-roof")))
	if data := readFile(t, name); !strings.Contains(data, "to = \"The council knew\"\nby = \"Ida Moor\"\non = 2026-01-01\n") {
		t.Fatal(data)
	}
	site := regexp.MustCompile(`/p/\w+/`).FindString(page)
	if shown := s.get(site + "e/library-roof/index.html"); !strings.Contains(shown, `The council knew</bdi> <small class="note">decided by Ida Moor`) {
		t.Error("the page does not follow")
	}
	if other := s.get("/review/ferry-sundays"); !strings.Contains(other, "Four crossings") {
		t.Error(other)
	}
	s.post("/undo", "step", "1")
	if _, err := os.Stat(name); !os.IsNotExist(err) {
		t.Errorf("the file is there: %v", err)
	}
	if shown := s.get(site + "e/library-roof/index.html"); strings.Contains(shown, "The council knew") {
		t.Error("the page does not follow back")
	}
}

// TestDeskSeesOtherPrograms changes an article and a review in an editor's program while
// the desk is open.
func TestDeskSeesOtherPrograms(t *testing.T) {
	s := sitDown(t)
	name := filepath.Join(s.dir, filepath.FromSlash(review.File("library-roof")))
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte("checked_by = \"Nan Reed\"\n[[decision]]\ndo = \"hide-statement\"\narticle = \"echo\"\nquote = \"Words that nobody wrote\"\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	if page := s.get("/review/library-roof"); !strings.Contains(page, "checked by Nan Reed") || !strings.Contains(page, "library-roof.toml:5:9: warning: these words do not stand in library/echo") {
		t.Error(page)
	}
	article := filepath.Join(s.dir, "content", "articles", "library", "gazette.md")
	if err := os.WriteFile(article, []byte(strings.Replace(readFile(t, article), "during the night", "in the small hours", 1)), 0o644); err != nil {
		t.Fatal(err)
	}
	for end := time.Now().Add(time.Minute); time.Now().Before(end); time.Sleep(50 * time.Millisecond) { // it is seen within a moment
		if page := s.get("/review/library-roof"); strings.Contains(page, "in the small hours") {
			return
		}
	}
	t.Error("the desk does not see that an article was changed")
}

// TestDeskFollows decides at the desk about a name, a speaker, a part of the page and a
// passage that is no part of a report: the page of the event says so.
func TestDeskFollows(t *testing.T) {
	s := sitDown(t)
	const room, other = "/review/library-roof", "/other/library-roof"
	s.post("/name", "name", "Ida Moor", "next", "/")
	page := s.get(room)
	field := func(name string) string {
		t.Helper()
		found := regexp.MustCompile(`name="` + name + `" value="([^"]+)"`).FindStringSubmatch(page)
		if found == nil {
			t.Fatalf("the page has no %s:\n%s", name, page)
		}
		return html.UnescapeString(found[1])
	}
	page = s.post(other, "version", versionOn(page), "do", "rename-speaker", "speaker", field("speaker"), "to", "Somebody else")
	page = s.post(other, "version", versionOn(page), "do", "check-section", "section", "naming")
	page = s.post(other, "version", versionOn(page), "do", "furniture", "article", "library/gazette", "passage", "1")
	gone := readFile(t, filepath.Join(s.dir, filepath.FromSlash(review.File("library-roof"))))
	quote := regexp.MustCompile(`do = "furniture"\narticle = "library/gazette"\nquote = "([^"]+)"`).FindStringSubmatch(gone)
	if quote == nil {
		t.Fatal(gone)
	}
	site := regexp.MustCompile(`/p/\w+/`).FindString(page)
	for _, test := range []struct {
		path, part string
		want       bool
	}{
		{"e/library-roof/index.html", "Naming: checked by Ida Moor on 1 January 2026", true},
		{"e/library-roof/index.html", "Somebody else", true},
		{"e/library-roof/index.html", "decided by Ida Moor", true},
		{"e/library-roof/plain.html", html.EscapeString(quote[1]), false},
		{"data/library-roof/decisions.csv", "furniture", true},
	} {
		if shown := s.get(site + test.path); strings.Contains(shown, test.part) != test.want {
			t.Errorf("%s: whether it has %q is %v", test.path, test.part, !test.want)
		}
	}
	s.post("/undo", "step", "3")
	if shown := s.get(site + "e/library-roof/plain.html"); !strings.Contains(shown, html.EscapeString(quote[1])) {
		t.Error("the passage does not come back")
	}
}

// TestLastSite finds the site that a person means who names none.
func TestLastSite(t *testing.T) {
	dir := t.TempDir()
	t.Setenv("XDG_CONFIG_HOME", filepath.Join(dir, "config"))
	t.Setenv("HOME", filepath.Join(dir, "home"))
	site, elsewhere := filepath.Join(dir, "site"), filepath.Join(dir, "elsewhere")
	for _, name := range []string{filepath.Join(site, "content", "articles"), elsewhere} {
		if err := os.MkdirAll(name, 0o755); err != nil {
			t.Fatal(err)
		}
	}
	t.Chdir(elsewhere)
	if got := lastSite(); got != "" {
		t.Errorf("where there is none it is %q", got)
	}
	rememberSite(site)
	if got := lastSite(); got != "" {
		t.Errorf("one that is no site any more is %q", got)
	}
	if err := os.WriteFile(filepath.Join(site, "config.toml"), []byte("title = 3\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	if got := lastSite(); got != site {
		t.Errorf("the last one is %q", got)
	}
	t.Chdir(filepath.Join(site, "content", "articles"))
	if got, want := lastSite(), realPath(t, site); got != site && got != want {
		t.Errorf("the one around is %q", got)
	}
	if err := makeSite(site, desk.Wish{Name: "X"}); err == nil || !strings.Contains(err.Error(), "has other files") {
		t.Errorf("a folder with files became a site: %v", err)
	}
}

// realPath returns a path without links.
func realPath(t *testing.T, name string) string {
	t.Helper()
	real, err := filepath.EvalSymlinks(name)
	if err != nil {
		t.Fatal(err)
	}
	return real
}

// TestSettle gives a site without an address that of the repository that it goes to.
func TestSettle(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "site")
	if err := makeSite(dir, desk.Wish{Name: "Bridges", Language: "es"}); err != nil {
		t.Fatal(err)
	}
	r, err := newRun(siteFlags{site: dir}, &console{out: io.Discard, err: io.Discard})
	if err != nil {
		t.Fatal(err)
	}
	defer r.close()
	h, config := &deskHouse{run: r}, filepath.Join(dir, "config.toml")
	for _, step := range []struct{ remote, want string }{
		{"/srv/bare.git", "base_url = \"\"\n"}, {"https://github.com/ida-moor/bridges.git", "base_url = \"https://ida-moor.github.io/bridges/\"\n"},
		{"https://github.com/ida-moor/other.git", "base_url = \"https://ida-moor.github.io/bridges/\"\n"},
	} {
		if err := h.settle(step.remote); err != nil {
			t.Fatal(err)
		}
		if got := readFile(t, config); !strings.Contains(got, "\n"+step.want) || !strings.Contains(got, "\nlanguage = \"es\"\n") || !strings.Contains(got, "title = \"Bridges\"\n") {
			t.Errorf("%s: the settings are\n%s", step.remote, got)
		}
	}
	if err := h.load(t.Context()); err != nil {
		t.Errorf("a new site cannot be opened: %v", err)
	}
}

// TestSaveStaysInTheContent demands that the desk writes below the content alone.
func TestSaveStaysInTheContent(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "site")
	if err := makeSite(dir, desk.Wish{Name: "Bridges", Sample: true}); err != nil {
		t.Fatal(err)
	}
	r, err := newRun(siteFlags{site: dir}, &console{out: io.Discard, err: io.Discard})
	if err != nil {
		t.Fatal(err)
	}
	defer r.close()
	h := &deskHouse{run: r}
	for _, name := range []string{"config.toml", "content/../config.toml", "../x", "/etc/x", "content/lessons/../../../x.md", "content", "content/"} {
		if err := h.save(name, []byte("x")); err == nil {
			t.Errorf("%s was written", name)
		}
		if data, err := h.file("../" + name); err == nil && data != nil {
			t.Errorf("%s was read", name)
		}
	}
	if err := h.save("content/lessons/a.md", []byte("x")); err != nil {
		t.Error(err)
	}
	if err := h.save("content/lessons/a.md", nil); err != nil {
		t.Error(err)
	}
	if data, err := h.file("content/lessons/a.md"); data != nil || err != nil {
		t.Errorf("%q, %v", data, err)
	}
}
