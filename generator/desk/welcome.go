package desk

import (
	"fmt"
	"html/template"
	"net/http"
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
	Messages  *message.Catalogue
	Languages []Language
	Folder    string // that is proposed
	Make      func(Wish) error
}

// Welcome returns what is served at an address until there is a site. Whoever is let in
// there is let in at the desk that [Gate.Desk] makes.
func (g *Gate) Welcome(hall Hall) (http.Handler, error) {
	looks, err := looksIn(hall.Messages)
	if err != nil {
		return nil, err
	}
	mux := http.NewServeMux()
	h := &welcome{hall, looks}
	mux.HandleFunc("GET /{$}", func(w http.ResponseWriter, _ *http.Request) { h.show(w, http.StatusOK, Wish{Folder: hall.Folder}, "") })
	mux.HandleFunc("POST /start", h.start)
	mux.HandleFunc("GET /desk.css", asset("desk.css", "text/css; charset=utf-8"))
	return g.before(mux), nil
}

// A welcome asks for the first facts of a site.
type welcome struct {
	Hall
	looks *template.Template
}

// show shows the form.
func (h *welcome) show(w http.ResponseWriter, status int, wish Wish, problem string) {
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.WriteHeader(status)
	v := struct {
		Language, Name, Folder, Problem string
		Languages                       []Language
	}{h.Messages.Tag, wish.Name, wish.Folder, problem, h.Languages}
	if err := h.looks.ExecuteTemplate(w, "welcome.html", v); err != nil {
		fmt.Fprint(w, template.HTMLEscapeString(err.Error())) // the page has begun
	}
}

// start makes the site.
func (h *welcome) start(w http.ResponseWriter, r *http.Request) {
	wish := Wish{strings.Join(strings.Fields(r.FormValue("name")), " "), strings.TrimSpace(r.FormValue("folder")), r.FormValue("language"), r.FormValue("sample") != ""}
	if err := h.Make(wish); err != nil {
		h.show(w, http.StatusBadRequest, wish, err.Error())
		return
	}
	http.Redirect(w, r, "/", http.StatusSeeOther)
}
