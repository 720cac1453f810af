package desk

import (
	"crypto/rand"
	"crypto/subtle"
	"net/http"
	"strings"
)

// A Gate stands before every route of the desk. The desk changes files, and any page
// that is open in the same browser can send requests to it. So it wants to see, in
// this order: its own address as the Host, which no name that was made to lead here
// has; no other Origin; no mark of the browser that another site asks; and the cookie
// that only whoever has the code got. A neighbour on another port of this computer is
// another site here, though cookies and the browser's marks do not know ports.
type Gate struct {
	host   string // "127.0.0.1:4949"
	code   string // of the address that the program shows
	secret string // of the cookie
	forged *http.CrossOriginProtection
	inside http.Handler
}

// NewGate returns the gate of an address such as "127.0.0.1:4949".
func NewGate(host string) *Gate {
	return &Gate{host: host, code: rand.Text(), secret: rand.Text(), forged: http.NewCrossOriginProtection()}
}

// Entrance returns the address that lets a person in.
func (g *Gate) Entrance() string { return "http://" + g.host + enterPath + "?code=" + g.code }

// before returns the gate before what is inside.
func (g *Gate) before(inside http.Handler) *Gate {
	other := *g
	other.inside = inside
	return &other
}

// mostBytes is how large a request's body may be: a form with a few sentences.
const mostBytes = 64 << 10

// addPath begins the paths of the forms that articles are dropped on.
const addPath = "/add/"

// enterPath is where the code is shown.
const enterPath = "/enter"

// ServeHTTP lets in what may come in.
func (g *Gate) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	setHeaders(w.Header())
	if r.Host != g.host {
		http.Error(w, "This is the desk of "+g.host+".", http.StatusMisdirectedRequest)
		return
	}
	preview := strings.HasPrefix(r.URL.Path, previewPath) && r.Method == http.MethodGet
	if !preview && !g.ours(r) {
		http.Error(w, "Another site asked for this.", http.StatusForbidden)
		return
	}
	switch {
	case preview: // has its secret in its path: the sandbox that it is shown in sends no cookie
	case r.URL.Path == enterPath:
		g.enter(w, r)
		return
	case !g.signedIn(r):
		http.Error(w, "Open the address that the program shows: it has the code in it.", http.StatusUnauthorized)
		return
	}
	most := int64(mostBytes)
	if strings.HasPrefix(r.URL.Path, addPath) {
		most = mostSource
	}
	r.Body = http.MaxBytesReader(w, r.Body, most)
	g.inside.ServeHTTP(w, r)
}

// ours reports whether no other site asks. Whoever follows a link to the entrance may
// come from anywhere, since without the code there is nothing to be had.
func (g *Gate) ours(r *http.Request) bool {
	for _, origin := range r.Header.Values("Origin") {
		if origin != "http://"+g.host {
			return false
		}
	}
	for _, site := range r.Header.Values("Sec-Fetch-Site") {
		if site != "same-origin" && site != "none" && r.URL.Path != enterPath {
			return false
		}
	}
	return g.forged.Check(r) == nil
}

// enter gives the cookie to whoever has the code. It answers with a page that goes on
// by itself: after a redirect from another site's link the cookie would not be sent.
func (g *Gate) enter(w http.ResponseWriter, r *http.Request) {
	if r.Method != http.MethodGet {
		http.Error(w, "The entrance is only looked at.", http.StatusMethodNotAllowed)
		return
	}
	if strings.Contains(r.Header.Get("Sec-Purpose"), "prefetch") || subtle.ConstantTimeCompare([]byte(r.URL.Query().Get("code")), []byte(g.code)) != 1 {
		http.Error(w, "The code is not the one of this desk. Open the address that the program shows.", http.StatusForbidden)
		return
	}
	http.SetCookie(w, &http.Cookie{Name: g.cookie(), Value: g.secret, Path: "/", HttpOnly: true, SameSite: http.SameSiteStrictMode})
	w.Header().Set("Refresh", "0; url=/")
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.Write([]byte(`<!DOCTYPE html><html lang="en"><head><title>Desk</title></head><body><p><a href="/">The desk</a></p></body></html>`))
}

// cookie returns the name of the cookie: cookies know no ports, so the name does.
func (g *Gate) cookie() string {
	_, port, _ := strings.Cut(g.host, ":")
	return "parallax-desk-" + port
}

// signedIn reports whether a request has the cookie. A neighbour may have set another
// of the same name.
func (g *Gate) signedIn(r *http.Request) bool {
	for _, c := range r.CookiesNamed(g.cookie()) {
		if subtle.ConstantTimeCompare([]byte(c.Value), []byte(g.secret)) == 1 {
			return true
		}
	}
	return false
}

// setHeaders sets what every answer has. A referrer policy that told less would have
// the browser hide where our own forms come from.
func setHeaders(h http.Header) {
	h.Set("Content-Security-Policy", "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'")
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Referrer-Policy", "same-origin")
	h.Set("Cache-Control", "no-store")
	h.Set("Cross-Origin-Opener-Policy", "same-origin")
}
