package page

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"

	"parallax/generator/address"
	"parallax/generator/file"
	"parallax/generator/page/frame"
)

// A Search is the data of search.html. Script makes the form; without script
// the lists lead to everything.
type Search struct {
	frame.Frame
	Shelf []frame.Link
	Count string
}

// A searchRow is an event in the index: a JSON array, for the size's sake.
type searchRow [4]string // title, path, days, further words

// search renders the search page and its index. The index is a script rather
// than JSON, so that it loads from the disk as well.
func (r *renderer) search() error {
	v := Search{Frame: r.Frame("search", address.Search, r.Text("nav.search")), Count: r.Count("home.events", len(r.entries))}
	v.Description = r.Text("search.description")
	v.Lead = true
	for _, shelf := range []string{"m", "t", "o"} {
		v.Shelf = append(v.Shelf, frame.Link{Text: r.Text("list.all" + shelf), Href: shelf + "/index.html"})
	}
	if err := r.Print("search", address.Search, v); err != nil {
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
	return r.Emit(file.File{Path: "search-index.js", Data: append(append([]byte("window.parallax="), data...), ";\n"...)})
}

// redirects renders, at the address of every event that was merged or split,
// a page that leads to the one in its place.
func (r *renderer) redirects() error {
	for _, from := range slices.Sorted(maps.Keys(r.site.Redirects)) {
		path := address.Event(from, "index.html")
		v := Redirect{Frame: r.Frame("redirect", path, r.Text("redirect.title")), To: address.Link(path, address.Event(r.site.Redirects[from], "index.html"))}
		v.Canonical, v.Refresh = "", v.To
		if err := r.Print("redirect", path, v); err != nil {
			return err
		}
	}
	return nil
}

// A Redirect is the data of redirect.html.
type Redirect struct {
	frame.Frame
	To string
}
