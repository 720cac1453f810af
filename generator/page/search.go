package page

import (
	"encoding/json"
	"fmt"
	"strings"

	"parallax/generator/file"
)

// A Search is the data of search.html. Script makes the form; without script
// the lists lead to everything.
type Search struct {
	Frame
	Shelf []Link
	Count string
}

// A searchRow is an event in the index: a JSON array, for the size's sake.
type searchRow [4]string // title, path, days, further words

// search renders the search page and its index. The index is a script rather
// than JSON, so that it loads from the disk as well.
func (r *renderer) search() error {
	v := Search{Frame: r.frame("search", searchPath, r.text("nav.search")), Count: r.count("home.events", len(r.entries))}
	v.Description = r.text("search.description")
	v.Lead = true
	for _, shelf := range []string{"m", "t", "o"} {
		v.Shelf = append(v.Shelf, Link{Text: r.text("list.all" + shelf), Href: shelf + "/index.html"})
	}
	if err := r.page("search", searchPath, v); err != nil {
		return err
	}
	rows := make([]searchRow, 0, len(r.entries))
	for i := range r.entries {
		e := &r.entries[i]
		words := append([]string{}, e.Terms...)
		words = append(words, e.Topics...)
		for _, w := range e.Card.Articles {
			words = append(words, w.Name)
		}
		rows = append(rows, searchRow{e.Card.Name, e.Card.Href, e.Card.Days, strings.Join(words, " ")})
	}
	data, err := json.Marshal(rows)
	if err != nil {
		return fmt.Errorf("make the index of the search: %w", err)
	}
	return r.emit(file.File{Path: "search-index.js", Data: append(append([]byte("window.parallax="), data...), ";\n"...)})
}

// redirects renders, at the address of every event that was merged or split,
// a page that leads to the one in its place.
func (r *renderer) redirects() error {
	for _, from := range sortedKeys(r.site.Redirects) {
		path := eventPath(from, "index.html")
		v := Redirect{Frame: r.frame("redirect", path, r.text("redirect.title")), To: href(path, eventPath(r.site.Redirects[from], "index.html"))}
		v.Canonical, v.Refresh = "", v.To
		if err := r.page("redirect", path, v); err != nil {
			return err
		}
	}
	return nil
}

// A Redirect is the data of redirect.html.
type Redirect struct {
	Frame
	To string
}
