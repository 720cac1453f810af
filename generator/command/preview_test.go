package command

import (
	"bufio"
	"context"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
)

const page1 = `<!DOCTYPE html><html><head><meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'"></head><body>one</body></html>`

func get(t *testing.T, p *preview, target string) (status int, kind, body string) {
	t.Helper()
	r := httptest.NewRequest(http.MethodGet, "http://"+p.host+target, nil)
	w := httptest.NewRecorder()
	p.ServeHTTP(w, r)
	return w.Code, w.Header().Get("Content-Type"), w.Body.String()
}

func TestPreviewFindsFiles(t *testing.T) {
	p := newPreview("127.0.0.1:1313")
	p.show(map[string][]byte{"index.html": []byte(page1), "e/a/index.html": []byte("a"), "about.html": []byte("about"), "style.css": []byte("css"), "404.html": []byte("nowhere")}, "")
	for target, want := range map[string]struct {
		status int
		kind   string
		body   string
	}{
		"/":              {200, "text/html; charset=utf-8", "one"},
		"/index.html":    {200, "text/html; charset=utf-8", "one"},
		"/e/a/":          {200, "text/html; charset=utf-8", "a"},
		"/about":         {200, "text/html; charset=utf-8", "about"},
		"/style.css":     {200, "text/css; charset=utf-8", "css"},
		"/nothing":       {404, "text/html; charset=utf-8", "nowhere"},
		"/../style.css":  {200, "text/css; charset=utf-8", "css"},
		"/-/reload.js":   {200, "text/javascript; charset=utf-8", "EventSource"},
		"/-/preview.css": {200, "text/css; charset=utf-8", "#parallax-preview"},
	} {
		status, kind, body := get(t, p, target)
		if status != want.status || kind != want.kind || !strings.Contains(body, want.body) {
			t.Errorf("%s: %d %s %q, want %+v", target, status, kind, body, want)
		}
	}
}

func TestPreviewDressesPages(t *testing.T) {
	p := newPreview("127.0.0.1:1313")
	p.show(map[string][]byte{"index.html": []byte(page1)}, "")
	_, _, good := get(t, p, "/")
	for _, want := range []string{`<script src="/-/reload.js" data-version="1">`, "connect-src 'self'", "one"} {
		if !strings.Contains(good, want) {
			t.Errorf("no %s in %s", want, good)
		}
	}
	if strings.Contains(good, "parallax-preview") {
		t.Error("a box for mistakes although there is none")
	}
}

func TestPreviewKeepsTheLastGoodSite(t *testing.T) {
	p := newPreview("127.0.0.1:1313")
	if status, _, _ := get(t, p, "/"); status != http.StatusServiceUnavailable {
		t.Errorf("status before the first build is %d", status)
	}
	p.show(nil, "content/a.md:3: <script>alert(1)</script>")
	if _, _, body := get(t, p, "/"); !strings.Contains(body, "content/a.md:3: &lt;script&gt;") {
		t.Errorf("the mistake is not shown, or not escaped: %s", body)
	}
	p.show(map[string][]byte{"index.html": []byte(page1)}, "")
	p.show(nil, "content/a.md:4: oh")
	_, _, body := get(t, p, "/")
	if !strings.Contains(body, "one") || !strings.Contains(body, "content/a.md:4: oh") {
		t.Errorf("the last good page with the mistake above it is %s", body)
	}
}

func TestPreviewAnswersItsOwnHostOnly(t *testing.T) {
	p := newPreview("127.0.0.1:1313")
	p.show(map[string][]byte{"index.html": []byte(page1)}, "")
	for host, want := range map[string]int{"127.0.0.1:1313": 200, "localhost:1313": 200, "evil.example": 403, "evil.example:1313": 403} {
		r := httptest.NewRequest(http.MethodGet, "http://"+host+"/", nil)
		w := httptest.NewRecorder()
		p.ServeHTTP(w, r)
		if w.Code != want {
			t.Errorf("host %s: %d, want %d", host, w.Code, want)
		}
	}
	r := httptest.NewRequest(http.MethodPost, "http://"+p.host+"/", nil)
	w := httptest.NewRecorder()
	p.ServeHTTP(w, r)
	if w.Code != http.StatusMethodNotAllowed {
		t.Errorf("POST: %d", w.Code)
	}
}

func TestPreviewTellsChanges(t *testing.T) {
	p := newPreview("")
	server := httptest.NewServer(p)
	defer server.Close()
	p.host = server.Listener.Addr().String()
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, server.URL+"/-/changes", nil)
	if err != nil {
		t.Fatal(err)
	}
	answer, err := http.DefaultClient.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer answer.Body.Close()
	lines := bufio.NewReader(answer.Body)
	for _, want := range []string{"data: 0\n", "data: 1\n"} {
		line, err := lines.ReadString('\n')
		if err != nil || line != want {
			t.Fatalf("got %q, %v, want %q", line, err, want)
		}
		if _, err := lines.ReadString('\n'); err != nil {
			t.Fatal(err)
		}
		p.show(nil, "changed")
	}
	cancel()
	if _, err := io.ReadAll(lines); err == nil {
		t.Error("the answer did not end with its request")
	}
}
