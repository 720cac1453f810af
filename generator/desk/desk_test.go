package desk

import (
	"context"
	"fmt"
	"io"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"testing"

	"parallax/generator/corpus"
	"parallax/generator/message"
	"parallax/generator/review"
	"parallax/generator/sample"
	"parallax/generator/text"
	"parallax/templates"
)

const host = "127.0.0.1:4949"

// A table is a desk with the sample event, whose files are in memory.
type table struct {
	*Desk
	t        *testing.T
	files    map[string][]byte
	prepared Prepared
	stopped  bool
}

// newTable returns a desk in a language.
func newTable(t *testing.T, language string) *table {
	t.Helper()
	texts, err := message.Load(templates.Files, language)
	if err != nil {
		t.Fatal(err)
	}
	all := sample.Corpus(t)
	all.Outlets[1].Name = "The <i>Courier</i>"
	made, languages := sample.Comparison(t, all), text.Builtin()
	made.Findings[0].Says = message.New("finding.coverage.tell", "statement", `<script>alert(1)</script>`).Of(4)
	tb := &table{t: t, files: map[string][]byte{}}
	compare := func(_ context.Context, slug string, data []byte) (*Compared, error) {
		if slug != "alder-queen" {
			return nil, fmt.Errorf("no event: %w", fs.ErrNotExist)
		}
		c := &Compared{Title: "Ferry <b>aground</b>", Machine: made, Now: made}
		for i := range all.Articles {
			c.Articles, c.Names = append(c.Articles, &all.Articles[i]), append(c.Names, all.Outlet(all.Articles[i].Outlet).Name)
		}
		if data != nil {
			r, l := review.Parse(slug, data)
			if l.Failed() {
				return nil, fmt.Errorf("%v", l.Sorted())
			}
			now, problems, err := review.Apply(made, c.Articles, languages, r)
			if err != nil {
				return nil, err
			}
			c.Now = now
			for _, d := range problems.Sorted() {
				c.Problems = append(c.Problems, d.String())
			}
		}
		return c, nil
	}
	tb.Desk, err = NewGate(host).Desk(House{
		Messages: texts, Today: func() corpus.Date { return corpus.Day(2031, 3, 9) }, Compare: compare,
		Events: func(context.Context) ([]Event, error) {
			return []Event{
				{Slug: "alder-queen", Title: "Ferry <b>aground</b>", Terms: []string{"<b>t</b>"}, Members: []Member{
					{ID: "a", File: "content/articles/a.md", Title: "<b>A</b>"}, {ID: "b", File: "content/articles/b.md", NotEvent: []string{"other"}},
				}},
				{Slug: "other", Title: "Other"},
			}, nil
		},
		Read: func(slug string) ([]byte, error) { return tb.files[slug], nil },
		Write: func(slug string, data []byte) error {
			if tb.files[slug] = data; len(data) == 0 {
				delete(tb.files, slug)
			}
			return nil
		},
		Stop:       func() { tb.stopped = true },
		Background: t.Context(),
		File:       func(name string) ([]byte, error) { return tb.files[name], nil },
		Save: func(name string, data []byte) error {
			if tb.files[name] = data; data == nil {
				delete(tb.files, name)
			}
			return nil
		},
		Outlets: func(context.Context) ([]string, error) { return []string{"The <i>Courier</i>"}, nil },
		Look:    tb.find, Keep: tb.write,
		Lesson: func(context.Context, string) (*Lesson, error) {
			l := &Lesson{Title: "Ferry <b>aground</b>", Items: []Item{{ID: "x1", Kind: "Words", Prompt: "<b>Which?</b>", Options: []Option{{"a", true}}, Texts: []string{"<i>x</i>"}, Rows: []string{"r"}, Models: []string{"m"}, Why: "w"}}}
			if data := tb.files[lessonFile("alder-queen")]; data != nil {
				l.Note = tb.note(data)
			}
			return l, nil
		},
		Pack:    func(context.Context, string) ([]byte, error) { return []byte("PK"), nil },
		Remote:  func(context.Context) string { return "https://example.org/<b>.git" },
		Prepare: func(context.Context) (*Prepared, error) { return &tb.prepared, nil },
		Publish: func(_ context.Context, remote, by string) (string, error) { return by + " to " + remote, nil },
		Zip:     func(context.Context) ([]byte, error) { return []byte("PK"), nil },
		Preview: func(w http.ResponseWriter, _ *http.Request, path string) { fmt.Fprint(w, "page "+path) },
	})
	if err != nil {
		t.Fatal(err)
	}
	return tb
}

// ask sends a request as the person's browser does, but for what is changed.
func (tb *table) ask(method, path string, form url.Values, change func(*http.Request)) *http.Response {
	r := httptest.NewRequest(method, path, strings.NewReader(form.Encode()))
	r.Host = host
	r.AddCookie(&http.Cookie{Name: tb.gate.cookie(), Value: tb.gate.secret})
	if method == http.MethodPost {
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
		r.Header.Set("Origin", "http://"+host)
		r.Header.Set("Sec-Fetch-Site", "same-origin")
	}
	if change != nil {
		change(r)
	}
	w := httptest.NewRecorder()
	tb.ServeHTTP(w, r)
	return w.Result()
}

// page returns a page of the desk.
func (tb *table) page(path string) string {
	tb.t.Helper()
	answer := tb.ask(http.MethodGet, path, nil, nil)
	data, err := io.ReadAll(answer.Body)
	if err != nil || answer.StatusCode != http.StatusOK {
		tb.t.Fatalf("%s: %d, %v: %s", path, answer.StatusCode, err, data)
	}
	return string(data)
}

// do sends a form about a claim of the event, with the version of its file.
func (tb *table) do(pairs ...string) int {
	form := url.Values{"version": {version(tb.files["alder-queen"])}}
	for pair := range slices.Chunk(pairs, 2) {
		form.Set(pair[0], pair[1])
	}
	return tb.ask(http.MethodPost, "/review/alder-queen", form, nil).StatusCode
}

// TestGate sends what a hostile page, or somebody beside, may send: nothing gets in.
func TestGate(t *testing.T) {
	tb := newTable(t, "en")
	set := func(name string, values ...string) func(*http.Request) {
		return func(r *http.Request) { r.Header[name] = values }
	}
	at := func(host string) func(*http.Request) { return func(r *http.Request) { r.Host = host } }
	cookies := func(list ...string) func(*http.Request) {
		return func(r *http.Request) {
			r.Header.Del("Cookie")
			for _, c := range list {
				r.Header.Add("Cookie", c)
			}
		}
	}
	own := tb.gate.cookie() + "=" + tb.gate.secret
	for _, test := range []struct {
		name, method, path string
		change             func(*http.Request)
		want               int
	}{
		{"the person", "GET", "/", nil, 200},
		{"the person's form", "POST", "/name", nil, 303},
		{"a program of the person, without marks", "POST", "/name", func(r *http.Request) { r.Header.Del("Origin"); r.Header.Del("Sec-Fetch-Site") }, 303},
		{"another cookie first", "GET", "/", cookies(tb.gate.cookie() + "=x; " + own), 200},

		{"rebound name", "GET", "/", at("evil.test:4949"), 421},
		{"localhost", "GET", "/", at("localhost:4949"), 421},
		{"no port", "GET", "/", at("127.0.0.1"), 421},
		{"another port", "GET", "/", at("127.0.0.1:4950"), 421},
		{"name that begins like it", "GET", "/", at("127.0.0.1.nip.io:4949"), 421},
		{"no host", "GET", "/", at(""), 421},
		{"rebound preview", "GET", previewPath + tb.secret + "/index.html", at("evil.test:4949"), 421},
		{"rebound entrance", "GET", enterPath + "?code=" + tb.gate.code, at("evil.test:4949"), 421},

		{"another site", "POST", "/name", set("Origin", "http://evil.test"), 403},
		{"a sandbox", "POST", "/name", set("Origin", "null"), 403},
		{"a neighbour's port", "POST", "/name", set("Origin", "http://127.0.0.1:8080"), 403},
		{"https", "POST", "/name", set("Origin", "https://"+host), 403},
		{"an origin that begins like it", "POST", "/name", set("Origin", "http://"+host+".evil.test"), 403},
		{"a slash behind it", "POST", "/name", set("Origin", "http://"+host+"/"), 403},
		{"two origins", "POST", "/name", set("Origin", "http://"+host, "http://evil.test"), 403},
		{"cross-site", "GET", "/", set("Sec-Fetch-Site", "cross-site"), 403},
		{"same-site, another port", "GET", "/", set("Sec-Fetch-Site", "same-site"), 403},
		{"in capitals", "POST", "/name", set("Sec-Fetch-Site", "SAME-ORIGIN"), 403},

		{"no cookie", "GET", "/", cookies(), 401},
		{"a wrong cookie", "GET", "/", cookies(tb.gate.cookie() + "=x"), 401},
		{"the code as the cookie", "GET", "/", cookies(tb.gate.cookie() + "=" + tb.gate.code), 401},
		{"the cookie of another port", "GET", "/", cookies("parallax-desk-4950=" + tb.gate.secret), 401},
		{"no cookie for a change", "POST", "/undo", cookies(), 401},

		{"no cookie for an upload", "POST", addPath + "look", cookies(), 401},
		{"another site's upload", "POST", addPath + "look", set("Origin", "http://evil.test"), 403},
		{"no cookie for publishing", "POST", "/publish", cookies(), 401},
		{"another site's publishing", "POST", "/publish", set("Sec-Fetch-Site", "cross-site"), 403},
		{"publishing that is only looked at", "GET", "/publish/prepare", nil, 405},
		{"no cookie for the zip", "GET", "/publish/site.zip", cookies(), 401},

		{"the code", "GET", enterPath + "?code=" + tb.gate.code, nil, 200},
		{"the code by a link of another site", "GET", enterPath + "?code=" + tb.gate.code, set("Sec-Fetch-Site", "cross-site"), 200},
		{"a wrong code", "GET", enterPath + "?code=x", nil, 403},
		{"no code", "GET", enterPath, nil, 403},
		{"the cookie as the code", "GET", enterPath + "?code=" + tb.gate.secret, nil, 403},
		{"before it is looked at", "GET", enterPath + "?code=" + tb.gate.code, set("Sec-Purpose", "prefetch"), 403},
		{"the code in a form", "POST", enterPath + "?code=" + tb.gate.code, nil, 405},

		{"a change that is only looked at", "GET", "/undo", nil, 405},
		{"the same", "GET", "/name?name=x", nil, 405},
		{"the same", "GET", "/check/alder-queen?checked=yes", nil, 405},
		{"another method", "OPTIONS", "/name", nil, 405},
		{"another method", "DELETE", "/review/alder-queen", nil, 405},
		{"the preview", "GET", previewPath + tb.secret + "/index.html", cookies(), 200},
		{"a preview of nobody", "GET", previewPath + "x/index.html", nil, 404},
		{"a change below the preview", "POST", previewPath + tb.secret + "/x", nil, 405},
		{"no event", "GET", "/review/other", nil, 404},
	} {
		answer := tb.ask(test.method, test.path, url.Values{"name": {"N"}}, test.change)
		if answer.StatusCode != test.want {
			t.Errorf("%s: %d, want %d", test.name, answer.StatusCode, test.want)
		}
		if answer.Header.Get("Content-Security-Policy") == "" || answer.Header.Get("X-Content-Type-Options") != "nosniff" || answer.Header.Get("Cache-Control") != "no-store" {
			t.Errorf("%s: the headers are %v", test.name, answer.Header)
		}
		if answer.Header.Get("Access-Control-Allow-Origin") != "" && !strings.HasPrefix(test.path, previewPath+tb.secret) {
			t.Errorf("%s may be read by others", test.name)
		}
	}
}

// TestEnter demands that the code gives a cookie that no other site's request brings.
func TestEnter(t *testing.T) {
	tb := newTable(t, "en")
	u, err := url.Parse(tb.gate.Entrance())
	if err != nil || u.Host != host {
		t.Fatal(u, err)
	}
	answer := tb.ask(http.MethodGet, u.RequestURI(), nil, func(r *http.Request) { r.Header.Del("Cookie") })
	cookie := answer.Header.Get("Set-Cookie")
	if !strings.Contains(cookie, "HttpOnly; SameSite=Strict") || answer.Header.Get("Refresh") != "0; url=/" || strings.Contains(cookie, tb.gate.code) {
		t.Errorf("got %v", answer.Header)
	}
}

// TestPreviewIsSandboxed demands that pages of the site have no part in the desk.
func TestPreviewIsSandboxed(t *testing.T) {
	tb := newTable(t, "en")
	answer := tb.ask(http.MethodGet, previewPath+tb.secret+"/e/a/index.html", nil, nil)
	policy := answer.Header.Get("Content-Security-Policy")
	if data, _ := io.ReadAll(answer.Body); string(data) != "page e/a/index.html" || !strings.HasPrefix(policy, "sandbox") || strings.Contains(policy, "allow-same-origin") {
		t.Errorf("%s, %q", data, policy)
	}
}

// TestLargeForms demands that a form has an end.
func TestLargeForms(t *testing.T) {
	tb := newTable(t, "en")
	tb.ask(http.MethodPost, "/name", url.Values{"name": {"Ida Moor"}}, nil)
	if code := tb.do("claim", "s2", "do", "rename-statement", "to", strings.Repeat("word ", mostBytes)); code < 400 || len(tb.files) > 0 {
		t.Errorf("%d, %v", code, tb.files)
	}
}

// TestDecide goes through what a person does: decides, decides otherwise, and takes all
// of it back.
func TestDecide(t *testing.T) {
	tb := newTable(t, "en")
	if code := tb.do("claim", "s2", "do", "right"); code != http.StatusBadRequest || len(tb.files) > 0 {
		t.Errorf("nobody decided, and got %d", code)
	}
	tb.ask(http.MethodPost, "/name", url.Values{"name": {"Ida  Moor "}}, nil)
	for _, act := range [][]string{
		{"claim", "s2", "do", "wrong"},
		{"claim", "s3-D", "do", "tells", "passage", "2"},
		{"claim", "s3-C", "do", "right"},
		{"claim", "passages-1", "do", "reword-finding", "to", "One says who put it off."},
		{"claim", "tone-1", "do", "lead-finding"},
		{"claim", "s2", "do", "rename-statement", "to", "212 aboard"}, // instead of the first
	} {
		if code := tb.do(act...); code != http.StatusSeeOther {
			t.Fatalf("%v: %d", act, code)
		}
	}
	r, l := review.Parse("alder-queen", tb.files["alder-queen"])
	var got []string
	for _, d := range r.Decisions {
		got = append(got, d.Do+" "+d.By+" "+d.On.String()+" "+d.Machine)
	}
	const dredging = "The Courier says who put off the dredging; the Harbour Office writes of contact with a sandbank"
	want := "confirm-cell Ida Moor 2031-03-09 tells; lead-finding Ida Moor 2031-03-09 The Evening Lamp has four loaded words, the others none; rename-statement Ida Moor 2031-03-09 passengers aboard; reword-finding Ida Moor 2031-03-09 " + dredging + "; tells Ida Moor 2031-03-09 absent"
	if strings.Join(got, "; ") != want || len(l.Sorted()) > 0 {
		t.Errorf("got %s, %v", strings.Join(got, "; "), l.Sorted())
	}
	page := tb.page("/review/alder-queen")
	for _, part := range []string{"Called “212 aboard”:", "The report tells it:", "Said in other words:", "Saved on this computer"} {
		if !strings.Contains(page, part) {
			t.Errorf("the page lacks %q", part)
		}
	}
	for step := 6; step > 0; step-- {
		if code := tb.ask(http.MethodPost, "/undo", url.Values{"step": {fmt.Sprint(step)}}, nil).StatusCode; code != http.StatusSeeOther {
			t.Fatalf("step %d is taken back with %d", step, code)
		}
	}
	if len(tb.files) > 0 {
		t.Errorf("left is\n%s", tb.files["alder-queen"])
	}
	if code := tb.ask(http.MethodPost, "/undo", url.Values{"step": {"3"}}, nil).StatusCode; code != http.StatusNotFound {
		t.Errorf("taken back twice: %d", code)
	}
	if page := tb.page("/done"); strings.Count(page, `<span class="note">taken back</span>`) != 6 || strings.Count(page, "<li>") != 12 {
		t.Errorf("what was done is\n%s", page)
	}
}

// TestChecked says that the event is checked, and takes it back.
func TestChecked(t *testing.T) {
	tb := newTable(t, "en")
	tb.ask(http.MethodPost, "/name", url.Values{"name": {"Ida Moor"}}, nil)
	check := func(value string) int {
		return tb.ask(http.MethodPost, "/check/alder-queen", url.Values{"checked": {value}, "version": {version(tb.files["alder-queen"])}}, nil).StatusCode
	}
	if code := check("yes"); code != http.StatusSeeOther || string(tb.files["alder-queen"]) != "checked_by = \"Ida Moor\"\nchecked_on = 2031-03-09\n" {
		t.Errorf("%d, %s", code, tb.files["alder-queen"])
	}
	if page := tb.page("/"); !strings.Contains(page, "checked by Ida Moor") {
		t.Error(page)
	}
	if code := check("no"); code != http.StatusSeeOther || len(tb.files) > 0 {
		t.Errorf("%d, %s", code, tb.files["alder-queen"])
	}
}

// TestConflict demands that a file that changed under the desk is shown, not written.
func TestConflict(t *testing.T) {
	tb := newTable(t, "en")
	tb.ask(http.MethodPost, "/name", url.Values{"name": {"Ida Moor"}}, nil)
	other := "# By hand <b>.\nchecked_by = \"Nan Reed\"\n"
	tb.files["alder-queen"] = []byte(other)
	form := url.Values{"version": {"none"}, "claim": {"s2"}, "do": {"rename-statement"}, "to": {"212 “aboard” & more"}}
	answer := tb.ask(http.MethodPost, "/review/alder-queen", form, nil)
	data, _ := io.ReadAll(answer.Body)
	page := string(data)
	if answer.StatusCode != http.StatusConflict || string(tb.files["alder-queen"]) != other || !strings.Contains(page, "# By hand &lt;b&gt;.") || !strings.Contains(page, `value="212 “aboard” &amp; more"`) {
		t.Fatalf("%d\n%s\n%s", answer.StatusCode, page, tb.files["alder-queen"])
	}
	form.Set("version", regexp.MustCompile(`name="version" value="(\w+)"`).FindStringSubmatch(page)[1])
	if code := tb.ask(http.MethodPost, "/review/alder-queen", form, nil).StatusCode; code != http.StatusSeeOther || !strings.HasPrefix(string(tb.files["alder-queen"]), "checked_by = \"Nan Reed\"") && !strings.HasPrefix(string(tb.files["alder-queen"]), "# By hand") {
		t.Errorf("all the same: %d\n%s", code, tb.files["alder-queen"])
	}
	tb.files["alder-queen"] = []byte("checked = \n")
	if code := tb.do("claim", "s2", "do", "right"); code < 400 || string(tb.files["alder-queen"]) != "checked = \n" {
		t.Errorf("a file with a mistake was written over: %d", code)
	}
}

// TestForgedForms sends forms that no page of the desk has.
func TestForgedForms(t *testing.T) {
	tb := newTable(t, "en")
	tb.ask(http.MethodPost, "/name", url.Values{"name": {"Ida Moor"}}, nil)
	for _, act := range [][]string{
		{"claim", "s99", "do", "right"}, {"claim", "s2", "do", "not-told"}, {"claim", "s2", "do", "rm"}, {"claim", "s2", "do", "rename-statement", "to", " "},
		{"claim", "s3-D", "do", "tells", "passage", "99"}, {"claim", "s3-D", "do", "tells", "passage", "-1"}, {"claim", "s2", "do", "take-back"},
	} {
		if code := tb.do(act...); code < 400 || len(tb.files) > 0 {
			t.Errorf("%v: %d, %s", act, code, tb.files["alder-queen"])
		}
	}
	for _, next := range []string{"//evil.test/", "https://evil.test/", `/\evil.test`, ""} {
		if to := tb.ask(http.MethodPost, "/name", url.Values{"name": {"N"}, "next": {next}}, nil).Header.Get("Location"); to != "/" {
			t.Errorf("after %q the browser goes to %q", next, to)
		}
	}
}

// TestPages demands of every page in both languages that texts are texts, that every
// text is there, and that what can be filled in has a label.
func TestPages(t *testing.T) {
	for _, language := range []string{"en", "es"} {
		tb := newTable(t, language)
		tb.ask(http.MethodPost, "/name", url.Values{"name": {`"><script>`}}, nil)
		tb.do("claim", "s3", "do", "right")
		tb.drop("text", "<b>aground</b>\n\nA text.", "addresses", "https://nothing.example/<b>aground")
		tb.prepared = Prepared{New: []string{"<b>aground"}, Gone: []string{"<b>aground"}, Problems: []string{"<b>aground"}}
		tb.post("/publish/prepare")
		for _, v := range review.Verbs() {
			if !tb.house.Messages.Has("desk.done" + v.Name) {
				t.Errorf("there are no words for %s in %s", v.Name, language)
			}
		}
		for _, path := range []string{"/", "/review/alder-queen", "/review/alder-queen?later=s1,s2", "/review/alder-queen?claim=s3-D", "/review/alder-queen?claim=s3", "/done", "/add", "/group/alder-queen", "/lessons", "/lesson/alder-queen", "/publish"} {
			page := tb.page(path)
			for _, bad := range []string{"<script>", "<b>aground", "<i>Courier", "desk.", "style=", "onclick"} {
				if strings.Contains(strings.NewReplacer("/desk.css", "", "/desk.js", "").Replace(page), bad) {
					t.Errorf("%s in %s has %q", path, language, bad)
				}
			}
			if n, m := strings.Count(page, "<form"), strings.Count(page, "</form>"); n != m || !strings.Contains(page, `<html lang="`+language+`">`) {
				t.Errorf("%s in %s: %d forms, %d ends", path, language, n, m)
			}
			for _, field := range regexp.MustCompile(`<(?:input|select|textarea)[^>]*>`).FindAllString(page, -1) {
				if at := strings.Index(page, field); !strings.Contains(field, `type="hidden"`) && strings.LastIndex(page[:at], "<label") < strings.LastIndex(page[:at], "</label>") {
					t.Errorf("%s: %s has no label", path, field)
				}
			}
		}
	}
}

// TestDecideOthers decides about rows by two, names, speakers, words, passages and parts
// of the page, and takes all of it back.
func TestDecideOthers(t *testing.T) {
	tb := newTable(t, "en")
	tb.ask(http.MethodPost, "/name", url.Values{"name": {"Ida Moor"}}, nil)
	other := func(pairs ...string) int {
		form := url.Values{"version": {version(tb.files["alder-queen"])}}
		for pair := range slices.Chunk(pairs, 2) {
			form.Set(pair[0], pair[1])
		}
		return tb.ask(http.MethodPost, "/other/alder-queen", form, nil).StatusCode
	}
	steps := 0
	for _, act := range [][]string{
		{"claim", "s4", "do", "move-statement", "place", "1"}, {"claim", "s3", "do", "merge-statements", "row", "s5"},
		{"claim", "s2", "do", "split-statement", "part", "2 0", "to", "Passengers waited"},
		{"do", "rename-name", "called", "Ines Calder", "to", "The harbour master"}, {"do", "part-names", "called", "Ines Calder", "with", "Harbour chiefs"},
		{"do", "join-names", "called", "Ines Calder", "with", "Alder Queen"}, {"do", "hide-name", "called", "Alder Queen"},
		{"do", "rename-speaker", "speaker", "Greta Holm", "to", "a passenger"}, {"do", "group-speaker", "speaker", "Mo Adeyo", "to", "affected"},
		{"do", "hide-speaker", "speaker", "Ines Calder"}, {"do", "mark-word", "to", "loaded", "article", "alder/lamp", "quote", "huddled"},
		{"do", "unmark-word", "article", "alder/lamp", "quote", "Terrified"}, {"do", "furniture", "article", "alder/courier", "passage", "3"},
		{"do", "check-section", "section", "naming"}, {"do", "rename-name", "called", "Ines Calder", "to", "The captain"},
	} {
		code := 0
		if act[0] == "claim" {
			code = tb.do(act...)
		} else {
			code = other(act...)
		}
		if steps++; code != http.StatusSeeOther {
			t.Fatalf("%v: %d", act, code)
		}
	}
	r, _ := review.Parse("alder-queen", tb.files["alder-queen"])
	if len(r.Decisions) != steps-1 { // one took the place of another
		t.Errorf("%d decisions are in\n%s", len(r.Decisions), tb.files["alder-queen"])
	}
	page := tb.page("/review/alder-queen")
	for _, part := range []string{"A part was checked: Naming", "Marked: ", "Made one with another:", `name="quote" value="botched"`} {
		if !strings.Contains(page, part) {
			t.Errorf("the page lacks %q", part)
		}
	}
	for _, act := range [][]string{
		{"do", "hide-statement"}, {"do", "rm"}, {"do", "rename-name", "called", "Ines Calder"}, {"do", "furniture", "article", "alder/courier", "passage", "99"},
		{"do", "furniture", "article", "nobody", "passage", "1"}, {"do", "take-back", "name", "nothing"},
	} {
		if code := other(act...); code < 400 {
			t.Errorf("%v: %d", act, code)
		}
	}
	if code := other("do", "take-back", "name", r.Decisions[0].ID); code != http.StatusSeeOther {
		t.Errorf("taking one back: %d", code)
	}
	for step := steps + 1; step > 0; step-- {
		if code := tb.ask(http.MethodPost, "/undo", url.Values{"step": {fmt.Sprint(step)}}, nil).StatusCode; code != http.StatusSeeOther {
			t.Fatalf("step %d is taken back with %d", step, code)
		}
	}
	if len(tb.files) > 0 {
		t.Errorf("left is\n%s", tb.files["alder-queen"])
	}
}

// TestNext goes through the claims in the order of doubt and weight.
func TestNext(t *testing.T) {
	list := []*claim{{ID: "a", worth: 1}, {ID: "b", worth: 5, Decided: "N"}, {ID: "c", worth: 3}, {ID: "d", worth: 2}}
	for later, want := range map[string]string{"": "c", "c": "d", "c,d": "a"} {
		if got := next(list, later); got.ID != want {
			t.Errorf("after %q comes %s", later, got.ID)
		}
	}
	if next(list, "a,c,d") != nil {
		t.Error("something is left")
	}
}
