package desk

import (
	"fmt"
	"html/template"
	"net/http"
	"slices"
	"strings"

	"parallax/generator/message"
)

// A Wish is the site that a person wants to have made.
type Wish struct {
	Name, Folder, Language string
	Sample                 bool // with two invented outlets and an event
}

// A Language is one that a site can be in.
type Language struct{ Tag, Name string }

// A Hall is where somebody waits who has no site yet.
type Hall struct {
	Texts     []*message.Catalogue // in each language, the usual one first
	Languages []Language
	Folder    string // that is proposed
	Make      func(Wish) error
}

// Welcome returns what is served at an address until there is a site. Whoever is let in
// there is let in at the desk that [Gate.Desk] makes.
func (g *Gate) Welcome(hall Hall) (http.Handler, error) {
	h := &welcome{Hall: hall}
	for _, texts := range hall.Texts {
		looks, err := looksIn(texts)
		if err != nil {
			return nil, err
		}
		h.looks = append(h.looks, looks)
	}
	mux := http.NewServeMux()
	mux.HandleFunc("GET /{$}", func(w http.ResponseWriter, r *http.Request) {
		h.show(w, r, http.StatusOK, Wish{Folder: hall.Folder}, "")
	})
	mux.HandleFunc("POST /start", h.start)
	mux.HandleFunc("GET /desk.css", asset("desk.css", "text/css; charset=utf-8"))
	return g.before(mux), nil
}

// A welcome asks for the first facts of a site.
type welcome struct {
	Hall
	looks []*template.Template // of each language
}

// language returns the index of the texts that a browser asks for first.
func (h *welcome) language(r *http.Request) int {
	for asked := range strings.SplitSeq(r.Header.Get("Accept-Language"), ",") {
		tag, _, _ := strings.Cut(strings.TrimSpace(asked), ";")
		tag, _, _ = strings.Cut(tag, "-")
		if at := slices.IndexFunc(h.Texts, func(c *message.Catalogue) bool { return c.Tag == tag }); at >= 0 {
			return at
		}
	}
	return 0
}

// show shows the form.
func (h *welcome) show(w http.ResponseWriter, r *http.Request, status int, wish Wish, problem string) {
	at := h.language(r)
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.WriteHeader(status)
	v := struct {
		Language, Name, Folder, Problem string
		Languages                       []Language
	}{h.Texts[at].Tag, wish.Name, wish.Folder, problem, h.Languages}
	if err := h.looks[at].ExecuteTemplate(w, "welcome.html", v); err != nil {
		fmt.Fprint(w, template.HTMLEscapeString(err.Error())) // the page has begun
	}
}

// start makes the site.
func (h *welcome) start(w http.ResponseWriter, r *http.Request) {
	wish := Wish{strings.Join(strings.Fields(r.FormValue("name")), " "), strings.TrimSpace(r.FormValue("folder")), r.FormValue("language"), r.FormValue("sample") != ""}
	if err := h.Make(wish); err != nil {
		h.show(w, r, http.StatusBadRequest, wish, err.Error())
		return
	}
	http.Redirect(w, r, "/", http.StatusSeeOther)
}
