package command

import (
	"bufio"
	"context"
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
	found := regexp.MustCompile(`the desk is at (http://127\.0\.0\.1:\d+)(/enter\?code=\w+);`).FindStringSubmatch(line)
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
