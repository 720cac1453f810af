package desk

import (
	"net/http"
	"strings"
)

// A Prepared site is built and can be published.
type Prepared struct {
	Files    int
	Size     string
	New      []string // pages that are new or changed
	Gone     []string // files that are no more
	Problems []string // warnings
	Refused  []string // why it cannot be published; empty if it can
}

// publishPage shows what will change, and how to publish it.
func (d *Desk) publishPage(w http.ResponseWriter, r *http.Request) {
	v := struct {
		frame
		Prepared *Prepared
		Remote   string
		Said     string
	}{frame: d.frame(r, d.text("publish"))}
	v.Remote = d.house.Remote(r.Context())
	d.mu.Lock()
	v.Prepared, v.Said = d.prepared, d.said
	d.mu.Unlock()
	d.show(w, http.StatusOK, "publish.html", v)
}

// prepare builds the site, and looks at what a host would refuse.
func (d *Desk) prepare(w http.ResponseWriter, r *http.Request) {
	d.saving.Lock()
	defer d.saving.Unlock()
	p, err := d.house.Prepare(r.Context())
	if err != nil {
		d.fail(w, r, http.StatusConflict, err)
		return
	}
	d.mu.Lock()
	d.prepared, d.said = p, ""
	d.mu.Unlock()
	http.Redirect(w, r, "/publish", http.StatusSeeOther)
}

// publish sends the site to where it is published.
func (d *Desk) publish(w http.ResponseWriter, r *http.Request) {
	d.saving.Lock()
	defer d.saving.Unlock()
	said, err := d.house.Publish(r.Context(), strings.TrimSpace(r.FormValue("remote")), d.person())
	if err != nil {
		d.fail(w, r, http.StatusConflict, err)
		return
	}
	d.mu.Lock()
	d.said = said
	d.mu.Unlock()
	http.Redirect(w, r, "/publish", http.StatusSeeOther)
}

// zip hands out the site as one file.
func (d *Desk) zip(w http.ResponseWriter, r *http.Request) {
	data, err := d.house.Zip(r.Context())
	if err != nil {
		d.fail(w, r, http.StatusConflict, err)
		return
	}
	handOut(w, "site.zip", data)
}

// handOut answers with a file to be saved.
func handOut(w http.ResponseWriter, name string, data []byte) {
	w.Header().Set("Content-Type", "application/zip")
	w.Header().Set("Content-Disposition", `attachment; filename="`+name+`"`)
	w.Write(data)
}
