// Package desk is where an editor corrects the program in a browser, without a
// terminal: a server for one person on one computer. [NewGate] is its entry point.
//
// # Rooms
//
// Add looks for articles in what a person pastes or drops, and writes nothing before
// they say so. Events lists the events, those with most doubt first, says why their
// articles are together and lets them part. Lessons has the exercises, to be confirmed,
// worded anew, dropped and added, and Publish sends the site out or packs it. Review shows what the program
// claims of one: the claim that is most worth a look first, one key for right and one
// for wrong, and every other below it with what can be done about it. Everything that
// was done here can be undone. The site as it will be is a click away.
//
// # Files
//
// The desk has no store of its own: what is done is a change of files of the site, and
// undoing it is the change back, unless the file has changed since. What is decided is a table in the review of the
// event (package review), saved at once, whole or not at all. A form carries the hash
// of the file that its page was made from: if the file has changed under the desk, in
// another tab or an editor's program, nothing is written before the person has seen
// what stands there now.
//
// # Safety
//
// The desk listens on this computer alone, and only whoever has the code gets in (see
// gate). Every change is a POST. The preview is a page of the site, which the desk
// does not trust: it is shown in a sandbox without the desk's cookie. Pages work
// without script.
package desk

import (
	"context"
	"crypto/rand"
	"embed"
	"fmt"
	"html/template"
	"net/http"
	"sync"

	"parallax/generator/corpus"
	"parallax/generator/framing"
	"parallax/generator/message"
)

//go:embed pages
var pages embed.FS

// A House is what the desk needs of the rest of the program.
type House struct {
	Messages *message.Catalogue
	Editor   string // of the site; may be empty
	Today    func() corpus.Date
	Events   func(context.Context) ([]Event, error)
	Compare  func(ctx context.Context, slug string, review []byte) (*Compared, error)
	Read     func(slug string) ([]byte, error) // the review of an event; nil if it has none
	Write    func(slug string, data []byte) error
	Preview  func(w http.ResponseWriter, r *http.Request, path string) // a file of the site as it will be

	Stop       func()                            // ends the desk
	Background context.Context                   // that ends with the desk
	File       func(name string) ([]byte, error) // a file of the site; nil if there is none
	Save       func(name string, data []byte) error

	Outlets func(context.Context) ([]string, error) // names of those that are known
	Look    func(context.Context, Source) ([]Found, error)
	Keep    func(context.Context, []Found) (changes []Change, remarks []string, err error)

	Lesson func(ctx context.Context, slug string) (*Lesson, error)
	Pack   func(ctx context.Context, slug string) ([]byte, error)

	Remote  func(context.Context) string // where the site is published; empty if nowhere yet
	Prepare func(context.Context) (*Prepared, error)
	Publish func(ctx context.Context, remote, by string) (string, error)
	Zip     func(context.Context) ([]byte, error)
}

// An Event is an event as the desk lists it.
type Event struct {
	Slug, Title string
	Terms       []string // what holds it together
	Members     []Member
}

// A Compared is the comparison of an event: as the program made it, and with what is
// decided.
type Compared struct {
	Title    string
	Machine  *framing.Comparison
	Now      *framing.Comparison
	Articles []*corpus.Article // in the order of the comparison
	Names    []string          // of their outlets
	Problems []string          // what could not be applied
}

// A Desk is the server.
type Desk struct {
	house  House
	gate   *Gate
	looks  *template.Template
	secret string // of the path of the preview

	saving sync.Mutex // held from reading a file to writing it

	mu     sync.Mutex
	name   string // of the person at the desk
	steps  []step // what was done, oldest first
	latest string // what was done last, to be said on the next page

	tray     tray
	prepared *Prepared // what was built last to be published; nil if nothing was
	said     string    // of publishing
}

// looksIn returns the pages of the desk in a language.
func looksIn(messages *message.Catalogue) (*template.Template, error) {
	looks, err := template.New("").Funcs(template.FuncMap{
		"text":  func(key string, pairs ...string) string { return messages.Say(message.New("desk."+key, pairs...)) },
		"count": func(key string, n int) string { return messages.Say(message.New("desk." + key).Of(n)) },
		"other": func(slug, version, do string) otherForm { return otherForm{slug, version, do} },
	}).ParseFS(pages, "pages/*.html")
	if err != nil {
		return nil, fmt.Errorf("read the pages of the desk: %w", err)
	}
	return looks, nil
}

// Desk returns the desk behind the gate.
func (g *Gate) Desk(house House) (*Desk, error) {
	looks, err := looksIn(house.Messages)
	if err != nil {
		return nil, err
	}
	d := &Desk{house: house, name: house.Editor, looks: looks, secret: rand.Text()}
	mux := http.NewServeMux()
	mux.HandleFunc("GET /{$}", d.events)
	mux.HandleFunc("GET /review/{slug}", d.review)
	mux.HandleFunc("POST /review/{slug}", d.decide)
	mux.HandleFunc("POST /check/{slug}", d.check)
	mux.HandleFunc("POST /other/{slug}", d.decideOther)
	mux.HandleFunc("GET /add", d.addPage)
	mux.HandleFunc("POST "+addPath+"look", d.look)
	mux.HandleFunc("POST "+addPath+"keep", d.keep)
	mux.HandleFunc("POST "+addPath+"clear", d.clear)
	mux.HandleFunc("GET /group/{slug}", d.group)
	mux.HandleFunc("POST /group/{slug}", d.regroup)
	mux.HandleFunc("GET /lessons", d.lessons)
	mux.HandleFunc("GET /lesson/{slug}", d.lesson)
	mux.HandleFunc("POST /lesson/{slug}", d.teach)
	mux.HandleFunc("GET /lesson/{slug}/pack.zip", d.pack)
	mux.HandleFunc("GET /publish", d.publishPage)
	mux.HandleFunc("POST /publish", d.publish)
	mux.HandleFunc("POST /publish/prepare", d.prepare)
	mux.HandleFunc("GET /publish/site.zip", d.zip)
	mux.HandleFunc("POST /name", d.rename)
	mux.HandleFunc("GET /done", d.done)
	mux.HandleFunc("POST /stop", d.stop)
	mux.HandleFunc("POST /undo", d.undo)
	mux.HandleFunc("GET /desk.css", asset("desk.css", "text/css; charset=utf-8"))
	mux.HandleFunc("GET /desk.js", asset("desk.js", "text/javascript; charset=utf-8"))
	mux.HandleFunc("GET "+previewPath+"{secret}/{path...}", d.preview)
	d.gate = g.before(mux)
	return d, nil
}

// ServeHTTP answers a request.
func (d *Desk) ServeHTTP(w http.ResponseWriter, r *http.Request) { d.gate.ServeHTTP(w, r) }

// asset serves a file of the desk.
func asset(name, kind string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		data, err := pages.ReadFile("pages/" + name)
		if err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
			return
		}
		w.Header().Set("Content-Type", kind)
		w.Write(data)
	}
}

// previewPath is where the site is shown, below a secret.
const previewPath = "/p/"

// preview shows a file of the site. Its pages are hostile until shown otherwise: the
// sandbox gives them an origin of their own, which has no cookie and no way back.
func (d *Desk) preview(w http.ResponseWriter, r *http.Request) {
	if r.PathValue("secret") != d.secret {
		http.NotFound(w, r)
		return
	}
	w.Header().Set("Content-Security-Policy", "sandbox allow-scripts allow-popups")
	w.Header().Set("Access-Control-Allow-Origin", "null") // for fonts, of this path alone
	w.Header().Del("Cross-Origin-Opener-Policy")
	d.house.Preview(w, r, r.PathValue("path"))
}

// A frame is what all pages of the desk have.
type frame struct {
	Title    string
	Language string
	Name     string // of the person
	Latest   string // what was done last; empty if nothing was
	Undo     int    // number of that step, from 1
	Site     string // address of the preview
	Next     string // path of the page, to come back to
}

// frame returns the frame of a page, and forgets what it says was done last.
func (d *Desk) frame(r *http.Request, title string) frame {
	d.mu.Lock()
	defer d.mu.Unlock()
	f := frame{Title: title, Language: d.house.Messages.Tag, Name: d.name, Latest: d.latest, Undo: len(d.steps), Site: previewPath + d.secret + "/", Next: r.URL.Path}
	d.latest = ""
	return f
}

// show writes a page.
func (d *Desk) show(w http.ResponseWriter, status int, name string, v any) {
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.WriteHeader(status)
	if err := d.looks.ExecuteTemplate(w, name, v); err != nil {
		fmt.Fprint(w, template.HTMLEscapeString(err.Error())) // the page has begun
	}
}

// fail says what went wrong.
func (d *Desk) fail(w http.ResponseWriter, r *http.Request, status int, err error) {
	d.show(w, status, "fails.html", struct {
		frame
		What string
	}{d.frame(r, d.text("fails")), err.Error()})
}

// text says a text of the desk.
func (d *Desk) text(key string, pairs ...string) string {
	return d.house.Messages.Say(message.New("desk."+key, pairs...))
}

// count says a text of the desk about a number of things.
func (d *Desk) count(key string, n int) string {
	return d.house.Messages.Say(message.New("desk." + key).Of(n))
}

// saying says a text of the site's pages.
func (d *Desk) saying(key string) string { return d.house.Messages.Say(message.New(key)) }

// stop ends the desk, once its last page is on its way.
func (d *Desk) stop(w http.ResponseWriter, r *http.Request) {
	d.show(w, http.StatusOK, "stopped.html", d.frame(r, d.text("stopped")))
	d.house.Stop()
}
