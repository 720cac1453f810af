package command

import (
	"bytes"
	"context"
	"embed"
	"fmt"
	"html"
	"mime"
	"net"
	"net/http"
	"path"
	"strings"
	"sync"

	"parallax/generator/desk"
	"parallax/generator/event"
	"parallax/generator/framing"
	"parallax/generator/page"
)

// previewFiles are what the preview adds to pages: a script that reloads them
// and the look of the box for mistakes. They are no part of a build.
//
//go:embed preview
var previewFiles embed.FS

// previewPath is where the preview's own files are. No file of a site has such
// a path, since output refuses names that begin with a hyphen.
const previewPath = "/-/"

// A preview shows the last site that could be built, with what is wrong with
// the newest one above it, and tells open pages to reload when that changes.
type preview struct {
	host string // that requests must name, so that no other site's script reaches us

	mu      sync.Mutex
	files   map[string][]byte // nil until a build succeeds
	failure string            // of the last build; empty if it succeeded
	version int
	changed chan struct{} // closed when version grows
}

func newPreview(host string) *preview {
	return &preview{host: host, changed: make(chan struct{})}
}

// show puts a new state in place: the files of a site, or else a failure.
func (p *preview) show(files map[string][]byte, failure string) {
	if files == nil && failure == "" {
		return
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	if files != nil {
		p.files = files
	}
	p.failure = failure
	p.version++
	close(p.changed)
	p.changed = make(chan struct{})
}

// now returns the present state and a channel that closes when it changes.
func (p *preview) now() (files map[string][]byte, failure string, version int, changed <-chan struct{}) {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.files, p.failure, p.version, p.changed
}

// ServeHTTP answers a request for a page, an asset or a file of the preview.
func (p *preview) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Cache-Control", "no-store")
	_, port, err := net.SplitHostPort(p.host)
	if r.Host != p.host && (err != nil || r.Host != "localhost:"+port) {
		http.Error(w, "This is a preview for "+p.host, http.StatusForbidden)
		return
	}
	if r.Method != http.MethodGet && r.Method != http.MethodHead {
		http.Error(w, "A preview only shows.", http.StatusMethodNotAllowed)
		return
	}
	switch own, found := strings.CutPrefix(r.URL.Path, previewPath); {
	case found && own == "changes":
		p.tellChanges(w, r)
	case found:
		http.ServeFileFS(w, r, previewFiles, path.Join("preview", path.Clean("/"+own)))
	default:
		p.serveFile(w, r.URL.Path)
	}
}

// serveFile answers with a file of the site as GitHub Pages does.
func (p *preview) serveFile(w http.ResponseWriter, request string) {
	files, failure, version, _ := p.now()
	name, status := find(files, request)
	data := files[name]
	if name == "" {
		data, status = []byte("<!DOCTYPE html><html lang=\"en\"><head><title>Preview</title></head><body></body></html>"), http.StatusServiceUnavailable
		if files != nil {
			data, status = []byte("<!DOCTYPE html><html lang=\"en\"><head><title>Not found</title></head><body><p>There is no such page.</p></body></html>"), http.StatusNotFound
		}
	}
	kind := contentType(name)
	if strings.HasPrefix(kind, "text/html") {
		data = dress(data, failure, version)
	}
	w.Header().Set("Content-Type", kind)
	w.WriteHeader(status)
	w.Write(data)
}

// find returns the file that answers a request and its status; "" if there is
// none to show.
func find(files map[string][]byte, request string) (name string, status int) {
	clean := strings.TrimPrefix(path.Clean("/"+request), "/")
	candidates := []string{clean, clean + ".html", path.Join(clean, "index.html")}
	if clean == "" || strings.HasSuffix(request, "/") {
		candidates = []string{path.Join(clean, "index.html")}
	}
	for _, name := range candidates {
		if _, found := files[name]; found {
			return name, http.StatusOK
		}
	}
	if _, found := files["404.html"]; found {
		return "404.html", http.StatusNotFound
	}
	return "", http.StatusNotFound
}

// contentType returns the media type of a file, the same on every computer.
func contentType(name string) string {
	switch ext := path.Ext(name); ext {
	case ".html", "":
		return "text/html; charset=utf-8"
	case ".css":
		return "text/css; charset=utf-8"
	case ".js":
		return "text/javascript; charset=utf-8"
	case ".json":
		return "application/json"
	case ".svg":
		return "image/svg+xml"
	case ".woff2":
		return "font/woff2"
	case ".xml":
		return "application/xml"
	case ".parquet":
		return "application/vnd.apache.parquet"
	case ".txt", ".csv", ".md":
		return "text/plain; charset=utf-8"
	default:
		if kind := mime.TypeByExtension(ext); kind != "" {
			return kind
		}
		return "application/octet-stream"
	}
}

// dress adds to a page what makes it a preview: the script that reloads it,
// leave to ask for changes, and the box for mistakes.
func dress(data []byte, failure string, version int) []byte {
	data = bytes.Replace(data, []byte("default-src 'none'"), []byte("default-src 'none'; connect-src 'self'"), 1)
	head := fmt.Sprintf("<link rel=\"stylesheet\" href=\"%spreview.css\"><script src=\"%sreload.js\" data-version=\"%d\"></script></head>", previewPath, previewPath, version)
	data = bytes.Replace(data, []byte("</head>"), []byte(head), 1)
	if failure == "" {
		return data
	}
	box := "<section id=\"parallax-preview\" role=\"alert\"><h2>Something is wrong with the site; the page above may be an older one</h2><pre>" + html.EscapeString(failure) + "</pre></section>"
	return bytes.Replace(data, []byte("</body>"), []byte(box+"</body>"), 1)
}

// tellChanges tells a page the version of the site, now and whenever it
// changes, as Server-Sent Events.
func (p *preview) tellChanges(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "text/event-stream")
	out := http.NewResponseController(w)
	for {
		_, _, version, changed := p.now()
		if _, err := fmt.Fprintf(w, "data: %d\n\n", version); err != nil {
			return
		}
		if err := out.Flush(); err != nil {
			return
		}
		select {
		case <-changed:
		case <-r.Context().Done():
			return
		}
	}
}

// show answers with a file of the site as it will be.
func (h *deskHouse) show(w http.ResponseWriter, r *http.Request, path string) {
	h.mu.Lock()
	files, failure := h.shown(r.Context(), path)
	h.mu.Unlock()
	name, status := find(files, path)
	switch {
	case files == nil:
		http.Error(w, failure, http.StatusInternalServerError)
		return
	case name == "":
		http.NotFound(w, r)
		return
	}
	w.Header().Set("Content-Type", contentType(name))
	w.WriteHeader(status)
	w.Write(files[name])
}

// shown returns files of the site, that of a path among them as it will be. A page of an
// event that was decided about is made by itself, since all of a large site takes long;
// what is no page stays as it was last.
func (h *deskHouse) shown(ctx context.Context, path string) (files map[string][]byte, failure string) {
	if !h.unbuilt {
		return h.files, h.failure
	}
	if _, there := h.files[path]; there && !strings.HasSuffix(path, ".html") {
		return h.files, ""
	}
	if rest, is := strings.CutPrefix(path, "e/"); is {
		slug, _, _ := strings.Cut(rest, "/")
		if files := h.ofEvent(ctx, slug); files != nil {
			return files, ""
		}
	}
	if files, failure := h.run.preview(ctx); files != nil || failure != "" {
		h.files, h.failure, h.unbuilt = files, failure, false
	}
	return h.files, h.failure
}

// ofEvent returns the files of an event by itself, nil if they cannot be made so.
func (h *deskHouse) ofEvent(ctx context.Context, slug string) map[string][]byte {
	if _, err := h.find(ctx, slug); err != nil {
		return nil
	}
	list, err := page.Files(h.work.Site(func(e *event.Event) (*framing.Comparison, error) {
		found, articles, err := h.comparer.Machine(e)
		if err != nil {
			return nil, err
		}
		data, err := h.read(e.Slug)
		if err != nil {
			return nil, err
		}
		c := &desk.Compared{Machine: found, Now: found, Articles: articles}
		err = h.apply(c, e.Slug, data)
		return c.Now, err
	}), slug)
	if err != nil {
		return nil
	}
	files := map[string][]byte{}
	for _, f := range list {
		files[f.Path] = f.Data
	}
	return files
}
