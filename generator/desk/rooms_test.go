package desk

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"mime/multipart"
	"net/http"
	"net/http/httptest"
	"net/url"
	"slices"
	"strings"
	"testing"

	"parallax/generator/corpus"
	"parallax/generator/frontmatter"
	"parallax/generator/message"
	"parallax/templates"
)

// find finds an article in every source but one.
func (tb *table) find(_ context.Context, s Source) ([]Found, error) {
	if strings.Contains(s.Name, "nothing") {
		return nil, errors.New("there is <nothing>")
	}
	return []Found{{Key: len(tb.tray.found) + 1, Source: s.Name, Title: "<b>" + s.Name + "</b>", Begins: string(s.Data)}}, nil
}

// write keeps what was found.
func (tb *table) write(_ context.Context, found []Found) (changes []Change, remarks []string, err error) {
	for _, f := range found {
		c := Change{Name: fmt.Sprintf("content/articles/%d.md", f.Key), After: []byte(f.Outlet + " " + f.Date + " " + f.Title)}
		changes = append(changes, c)
		err = errors.Join(err, tb.house.Save(c.Name, c.After))
	}
	return changes, nil, err
}

// note reads what the desk wrote about a lesson.
func (tb *table) note(data []byte) *corpus.LessonNote {
	var m struct {
		CheckedBy string              `toml:"checked_by"`
		CheckedOn corpus.Date         `toml:"checked_on"`
		Confirm   []string            `toml:"confirm"`
		Drop      []string            `toml:"drop"`
		Edits     []corpus.LessonEdit `toml:"edit"`
		Added     []corpus.LessonItem `toml:"add"`
	}
	d, _, l := frontmatter.Read("x", string(data))
	if l.Failed() {
		tb.t.Fatal(l.Sorted())
	}
	l.Merge(d.Bind(&m))
	if len(l.Sorted()) > 0 {
		tb.t.Fatal(l.Sorted())
	}
	return &corpus.LessonNote{CheckedBy: m.CheckedBy, Confirm: m.Confirm, Drop: m.Drop, Edits: m.Edits, Added: m.Added}
}

// post sends a form and returns the status.
func (tb *table) post(path string, pairs ...string) int {
	form := url.Values{}
	for pair := range slices.Chunk(pairs, 2) {
		form.Add(pair[0], pair[1])
	}
	return tb.ask(http.MethodPost, path, form, nil).StatusCode
}

// drop sends fields and files to the desk.
func (tb *table) drop(pairs ...string) int {
	var body bytes.Buffer
	form := multipart.NewWriter(&body)
	for pair := range slices.Chunk(pairs, 2) {
		if name, file := strings.CutPrefix(pair[0], "files/"); file {
			w, err := form.CreateFormFile("files", name)
			if err != nil {
				tb.t.Fatal(err)
			}
			fmt.Fprint(w, pair[1])
		} else if err := form.WriteField(pair[0], pair[1]); err != nil {
			tb.t.Fatal(err)
		}
	}
	form.Close()
	r := httptest.NewRequest(http.MethodPost, addPath+"look", &body)
	r.Host = host
	r.AddCookie(&http.Cookie{Name: tb.gate.cookie(), Value: tb.gate.secret})
	r.Header.Set("Content-Type", form.FormDataContentType())
	w := httptest.NewRecorder()
	tb.ServeHTTP(w, r)
	return w.Code
}

// TestAdd looks for articles, keeps one with the facts that a person gives, and undoes it.
func TestAdd(t *testing.T) {
	tb := newTable(t, "en")
	if code := tb.drop("addresses", "no address\n", "text", " "); code != http.StatusBadRequest {
		t.Errorf("without a source: %d", code)
	}
	if code := tb.drop("addresses", "https://a.example/1\r\nhttp://a.example/nothing\r\nftp://x\r\n", "text", "A title\r\n\r\nWords.", `files/..\..\page.html`, "<html>"); code != http.StatusSeeOther {
		t.Fatalf("looking: %d", code)
	}
	page := tb.page("/add")
	for _, part := range []string{"&lt;b&gt;https://a.example/1&lt;/b&gt;", "there is &lt;nothing&gt;", "&lt;b&gt;A title&lt;/b&gt;", "&lt;b&gt;page.html&lt;/b&gt;", "Please add: Published by, Day of publication"} {
		if !strings.Contains(page, part) {
			t.Errorf("the page lacks %q", part)
		}
	}
	if len(tb.files) > 0 {
		t.Fatalf("written before it is kept: %v", tb.files)
	}
	if tb.drop("text", "Another\n\nText.", "outlet-3", "The  Typed"); !strings.Contains(tb.page("/add"), `value="The Typed"`) {
		t.Error("what was typed is lost when more is looked for")
	}
	for _, facts := range [][]string{
		{"keep-3", "on", "title-3", "T", "outlet-3", "", "date-3", "2026-05-01"}, {"keep-3", "on", "title-3", "T", "outlet-3", "O", "date-3", "soon"}, {"keep-3", "on", "title-3", " ", "outlet-3", "O", "date-3", "2026-05-01"},
	} {
		if code := tb.post("/add/keep", facts...); code != http.StatusBadRequest || len(tb.files) > 0 {
			t.Errorf("%v: %d, %v", facts, code, tb.files)
		}
	}
	if code := tb.post("/add/keep", "keep-3", "on", "title-3", " A  title ", "outlet-3", "The Echo", "date-3", "2026-05-01"); code != http.StatusSeeOther || string(tb.files["content/articles/3.md"]) != "The Echo 2026-05-01 A title" {
		t.Fatalf("%d, %s", code, tb.files)
	}
	if page := tb.page("/add"); !strings.Contains(page, "1 article kept.") || strings.Contains(page, "A title") || !strings.Contains(page, "page.html") {
		t.Error(page)
	}
	tb.files["content/articles/3.md"] = []byte("changed by hand")
	if code := tb.post("/undo", "step", "1"); code != http.StatusConflict || string(tb.files["content/articles/3.md"]) != "changed by hand" {
		t.Errorf("a file that was changed since is lost: %d, %s", code, tb.files)
	}
	tb.files["content/articles/3.md"] = []byte("The Echo 2026-05-01 A title")
	if code := tb.post("/undo", "step", "1"); code != http.StatusSeeOther || len(tb.files) > 0 {
		t.Errorf("undone: %d, %v", code, tb.files)
	}
	if code := tb.post("/undo", "step", "2"); code != http.StatusSeeOther || len(tb.files) != 1 {
		t.Errorf("undone again: %d, %v", code, tb.files)
	}
	if code := tb.post("/add/clear"); code != http.StatusSeeOther || strings.Contains(tb.page("/add"), "page.html") {
		t.Error("what was found is not forgotten")
	}
	if code := tb.post("/undo", "step", "4"); code != http.StatusSeeOther || !strings.Contains(tb.page("/add"), "page.html") {
		t.Error("what was forgotten does not come back")
	}
}

// TestGroup moves articles between events by their front matter.
func TestGroup(t *testing.T) {
	const a, b = "content/articles/a.md", "content/articles/b.md"
	for _, test := range []struct {
		form         []string
		wantA, wantB string // front matter
	}{
		{[]string{"do", "move", "article", "b", "to", "other"}, "title = \"A\"\n", "title = \"B\"\nevent = \"other\"\n"},
		{[]string{"do", "join", "to", "other"}, "title = \"A\"\nevent = \"other\"\n", "title = \"B\"\nevent = \"other\"\n"},
		{[]string{"do", "part", "article", "a", "name", "Tug sinks, May 2026"}, "title = \"A\"\nevent = \"tug-sinks-may-2026\"\n", "title = \"B\"\nnot_event = [\"other\"]\n"},
		{[]string{"do", "out", "article", "b"}, "title = \"A\"\n", "title = \"B\"\nnot_event = [\"other\", \"alder-queen\"]\n"},
	} {
		tb := newTable(t, "en")
		before := map[string]string{a: "+++\ntitle = \"A\"\n+++\nText\n", b: "+++\ntitle = \"B\"\nnot_event = [\"other\"]\n+++\nText\n"}
		for name, text := range before {
			tb.files[name] = []byte(text)
		}
		if code := tb.post("/group/alder-queen", test.form...); code != http.StatusSeeOther {
			t.Errorf("%v: %d", test.form, code)
		}
		for name, want := range map[string]string{a: test.wantA, b: test.wantB} {
			if got := string(tb.files[name]); got != "+++\n"+want+"+++\nText\n" {
				t.Errorf("%v: %s is\n%s", test.form, name, got)
			}
		}
		if code := tb.post("/undo", "step", "1"); code != http.StatusSeeOther || string(tb.files[a]) != before[a] || string(tb.files[b]) != before[b] {
			t.Errorf("%v is not undone: %d, %s", test.form, code, tb.files)
		}
		for _, form := range [][]string{{"do", "move", "to", "other"}, {"do", "move", "article", "a", "to", "../x"}, {"do", "part", "article", "a"}, {"do", "rm", "article", "a"}} {
			if code := tb.post("/group/alder-queen", form...); code != http.StatusBadRequest {
				t.Errorf("%v: %d", form, code)
			}
		}
	}
}

// TestTeach confirms, drops, words anew and adds exercises.
func TestTeach(t *testing.T) {
	tb := newTable(t, "en")
	file := lessonFile("alder-queen")
	teach := func(pairs ...string) int {
		return tb.post("/lesson/alder-queen", append(pairs, "version", version(tb.files[file]))...)
	}
	if code := teach("do", "confirm", "item", "x1"); code < 400 || len(tb.files) > 0 {
		t.Errorf("nobody confirmed it: %d", code)
	}
	tb.post("/name", "name", "Ida Moor")
	for _, act := range [][]string{
		{"do", "confirm", "item", "x1"}, {"do", "edit", "item", "x1", "prompt", "Who?"}, {"do", "edit", "item", "x1", "prompt", "Which “one”?", "why", "So."}, {"do", "drop", "item", "x2"}, {"do", "drop", "item", "x1"},
		{"do", "bring", "item", "x2"}, {"do", "new", "prompt", "Why?", "model", "Because."},
	} {
		if code := teach(act...); code != http.StatusSeeOther {
			t.Fatalf("%v: %d\n%s", act, code, tb.files[file])
		}
	}
	n := tb.note(tb.files[file])
	if n.CheckedBy != "Ida Moor" || len(n.Confirm) != 0 || !slices.Equal(n.Drop, []string{"x1"}) || len(n.Edits) != 1 || n.Edits[0].Prompt != "Which “one”?" || n.Added[0].Models[0] != "Because." {
		t.Errorf("got %+v\n%s", n, tb.files[file])
	}
	for _, act := range [][]string{{"do", "edit", "item", "x1", "prompt", " "}, {"do", "new", "prompt", "x"}, {"do", "rm"}} {
		if code := teach(act...); code < 400 {
			t.Errorf("%v: %d", act, code)
		}
	}
	if code := tb.post("/lesson/alder-queen", "do", "confirm", "item", "x1", "version", "none"); code != http.StatusConflict {
		t.Errorf("a file that has changed: %d", code)
	}
	for step := 7; step > 0; step-- {
		tb.post("/undo", "step", fmt.Sprint(step))
	}
	if len(tb.files) > 0 {
		t.Errorf("left is\n%s", tb.files[file])
	}
}

// TestPublish prepares, publishes and packs, and offers nothing that is refused.
func TestPublish(t *testing.T) {
	tb := newTable(t, "en")
	tb.post("/name", "name", "Ida Moor")
	if page := tb.page("/publish"); strings.Contains(page, "<button>Publish now") {
		t.Error("it can be published before anybody saw what will change")
	}
	tb.prepared = Prepared{Files: 3, Size: "1 kB", New: []string{"<b>.html"}, Gone: []string{"old.html"}, Problems: []string{"<i>"}}
	tb.post("/publish/prepare")
	if page := tb.page("/publish"); !strings.Contains(page, "<button>Publish now") || !strings.Contains(page, "1 page is new or changed") || !strings.Contains(page, "&lt;b&gt;.html") {
		t.Error(page)
	}
	if code := tb.post("/publish", "remote", " x.git "); code != http.StatusSeeOther || !strings.Contains(tb.page("/publish"), "Ida Moor to x.git") {
		t.Errorf("publishing: %d", code)
	}
	tb.prepared.Refused = []string{"too large"}
	if page := tb.page("/publish"); strings.Contains(page, "<button>Publish now") || !strings.Contains(page, "too large") {
		t.Error("what is refused can be published")
	}
	for _, path := range []string{"/publish/site.zip", "/lesson/alder-queen/pack.zip"} {
		answer := tb.ask(http.MethodGet, path, nil, nil)
		if answer.StatusCode != http.StatusOK || !strings.HasPrefix(answer.Header.Get("Content-Disposition"), "attachment") {
			t.Errorf("%s: %d", path, answer.StatusCode)
		}
	}
}

// TestWelcome asks for the facts of a site, behind the gate.
func TestWelcome(t *testing.T) {
	var texts []*message.Catalogue
	for _, tag := range []string{"en", "es"} {
		c, err := message.Load(templates.Files, tag)
		if err != nil {
			t.Fatal(err)
		}
		texts = append(texts, c)
	}
	var made []Wish
	g := NewGate(host)
	h, err := g.Welcome(Hall{Texts: texts, Folder: "/home/<b>", Languages: []Language{{"es", "Español"}}, Make: func(w Wish) error {
		if made = append(made, w); len(made) == 1 {
			return errors.New("not <here>")
		}
		return nil
	}})
	if err != nil {
		t.Fatal(err)
	}
	ask := func(method, path, body string, signed bool) *httptest.ResponseRecorder {
		r := httptest.NewRequest(method, path, strings.NewReader(body))
		r.Host = host
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
		r.Header.Set("Accept-Language", "ca, es-MX;q=0.8, en;q=0.5")
		if signed {
			r.AddCookie(&http.Cookie{Name: g.cookie(), Value: g.secret})
		}
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r)
		return w
	}
	if w := ask("POST", "/start", "name=x", false); w.Code != http.StatusUnauthorized || len(made) > 0 {
		t.Errorf("a stranger: %d", w.Code)
	}
	if w := ask("GET", "/", "", true); !strings.Contains(w.Body.String(), `value="/home/&lt;b&gt;"`) || !strings.Contains(w.Body.String(), "Hacer el sitio") {
		t.Error(w.Body)
	}
	form := "name=My++site&folder=/x&language=es&sample=on"
	if w := ask("POST", "/start", form, true); w.Code != http.StatusBadRequest || !strings.Contains(w.Body.String(), "not &lt;here&gt;") || !strings.Contains(w.Body.String(), `value="My site"`) {
		t.Error(w.Body)
	}
	if w := ask("POST", "/start", form, true); w.Code != http.StatusSeeOther || made[1] != (Wish{"My site", "/x", "es", true}) {
		t.Errorf("%d, %+v", w.Code, made)
	}
}

// TestStop closes the desk by a button.
func TestStop(t *testing.T) {
	tb := newTable(t, "en")
	if answer := tb.ask(http.MethodGet, "/stop", nil, nil); answer.StatusCode != http.StatusMethodNotAllowed || tb.stopped {
		t.Error("looking at it closes the desk")
	}
	if code := tb.post("/stop"); code != http.StatusOK || !tb.stopped {
		t.Errorf("%d, %v", code, tb.stopped)
	}
}
