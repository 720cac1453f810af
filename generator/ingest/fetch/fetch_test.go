package fetch

import (
	"bytes"
	"compress/gzip"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"net/url"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"golang.org/x/net/dns/dnsmessage"
)

// newClient returns a client that may ask the servers at some addresses of this
// computer, and does not wait.
func newClient(t *testing.T, named ...string) *Client {
	c := New(Settings{Agent: "parallax/test", Private: true, Tries: 3, Now: time.Now, tune: locked(t, nil)})
	t.Cleanup(c.Close)
	for _, address := range named {
		c.Name(address)
	}
	return c
}

// locked keeps a dialer on this computer: names are looked up in a table, which
// grows a new answer each time it is asked if there are several, and a connection
// that the guard lets out fails the test instead.
func locked(t *testing.T, names map[string][]string) func(*net.Dialer) {
	return func(d *net.Dialer) {
		guarded := d.ControlContext
		d.Resolver = &net.Resolver{PreferGo: true, Dial: nameServer(t, names)}
		d.ControlContext = func(ctx context.Context, network, address string, raw syscall.RawConn) error {
			if err := guarded(ctx, network, address, raw); err != nil {
				return err
			}
			if to, err := netip.ParseAddrPort(address); err != nil || !to.Addr().Unmap().IsLoopback() {
				t.Errorf("a connection to %s was let out", address)
				return errors.New("kept on this computer")
			}
			return nil
		}
	}
}

// nameServer answers questions for names out of a table, in memory; all others
// are for names that do not exist.
func nameServer(t *testing.T, names map[string][]string) func(context.Context, string, string) (net.Conn, error) {
	var mutex sync.Mutex
	asked := map[string]int{}
	return func(context.Context, string, string) (net.Conn, error) {
		here, there := net.Pipe()
		t.Cleanup(func() { here.Close() })
		go func() {
			defer there.Close()
			for {
				var length [2]byte
				if _, err := io.ReadFull(there, length[:]); err != nil {
					return
				}
				question := make([]byte, binary.BigEndian.Uint16(length[:]))
				if _, err := io.ReadFull(there, question); err != nil {
					return
				}
				var m dnsmessage.Message
				if err := m.Unpack(question); err != nil {
					return
				}
				mutex.Lock()
				answer := reply(m, names, asked)
				mutex.Unlock()
				there.Write(append(binary.BigEndian.AppendUint16(nil, uint16(len(answer))), answer...))
			}
		}()
		return here, nil
	}
}

// reply answers one question.
func reply(m dnsmessage.Message, names map[string][]string, asked map[string]int) []byte {
	m.Response, m.RecursionAvailable, m.Additionals = true, true, nil
	q := m.Questions[0]
	name := strings.TrimSuffix(q.Name.String(), ".")
	numbers := names[name]
	if len(numbers) == 0 {
		m.RCode = dnsmessage.RCodeNameError
	} else if q.Type == dnsmessage.TypeA {
		number := netip.MustParseAddr(numbers[min(asked[name], len(numbers)-1)])
		asked[name]++
		m.Answers = []dnsmessage.Resource{{
			Header: dnsmessage.ResourceHeader{Name: q.Name, Type: q.Type, Class: q.Class},
			Body:   &dnsmessage.AResource{A: number.As4()},
		}}
	}
	packed, _ := m.Pack() // of parts that were unpacked
	return packed
}

// serve starts a server on this computer.
func serve(t *testing.T, handle http.HandlerFunc) string {
	s := httptest.NewServer(handle)
	t.Cleanup(s.Close)
	return s.URL
}

// TestAllowedAddresses allows private addresses and names a server on this
// computer. Neither its redirects nor a name that changes lead anywhere else.
func TestAllowedAddresses(t *testing.T) {
	other := serve(t, func(http.ResponseWriter, *http.Request) { t.Error("the other server was reached") })
	server := serve(t, func(w http.ResponseWriter, r *http.Request) {
		if to := r.URL.Query().Get("to"); to != "" {
			w.Header().Set("Location", to)
			w.WriteHeader(http.StatusFound)
			return
		}
		fmt.Fprint(w, "here")
	})
	u, _ := url.Parse(server)
	c := New(Settings{Agent: "parallax/test", Private: true, Now: time.Now, tune: locked(t, map[string][]string{
		"own.example": {"127.0.0.1"}, "link.example": {"169.254.169.254"}, "turns.example": {"127.0.0.1", "169.254.169.254"}, "home.example": {"192.168.1.1"},
	})})
	defer c.Close()
	if _, err := c.Get(t.Context(), Request{Address: server}); err == nil {
		t.Error("a server that nobody named was asked")
	}
	own, link, turns := "http://own.example:"+u.Port(), "http://link.example:"+u.Port(), "http://turns.example:"+u.Port()
	for _, named := range []string{server, own, link, turns, "http://169.254.169.254/", "http://[fd00:ec2::254]/", "http://100.100.100.200/"} {
		c.Name(named)
	}
	for _, good := range []string{server, own, server + "/?to=" + url.QueryEscape(own), turns} {
		if a, err := c.Get(t.Context(), Request{Address: good}); err != nil || string(a.Body) != "here" {
			t.Errorf("%s: %v", good, err)
		}
	}
	c.http.CloseIdleConnections() // so that the name that turns is looked up again
	for _, bad := range []string{
		other, link, turns, "http://169.254.169.254/", "http://169.254.169.254/latest/meta-data/", "http://[fe80::1%25lo]/", "http://[fd00:ec2::254]/", "http://100.100.100.200/",
		"http://[::ffff:169.254.169.254]/", "http://home.example/", "http://10.0.0.1/", "http://127.0.0.1:22/", "http://127.0.0.1/", "http://localhost/", "http://[::1]:" + u.Port() + "/", "http://2130706433/", "http://0.0.0.0:" + u.Port() + "/",
	} {
		for _, address := range []string{bad, server + "/?to=" + url.QueryEscape(bad)} {
			if a, err := c.Get(t.Context(), Request{Address: address}); err == nil {
				t.Errorf("%s was read: %q", address, a.Body)
			}
		}
	}
}

func TestPublic(t *testing.T) {
	for address, want := range map[string]bool{
		"8.8.8.8": true, "1.1.1.1": true, "2606:4700::1111": true, "::ffff:8.8.8.8": true,
		"127.0.0.1": false, "127.8.9.1": false, "0.0.0.0": false, "10.1.2.3": false, "172.20.0.1": false, "192.168.1.1": false,
		"169.254.169.254": false, "100.64.0.1": false, "224.0.0.1": false, "255.255.255.255": false, "::1": false, "::": false,
		"::ffff:127.0.0.1": false, "::ffff:10.0.0.1": false, "fe80::1": false, "fc00::1": false, "fd12::1": false, "ff02::1": false,
		"64:ff9b::7f00:1": false, "2002:7f00:1::": false, "2001:db8::1": false, "::127.0.0.1": false, "fec0::1": false,
	} {
		if got := public(netip.MustParseAddr(address)); got != want {
			t.Errorf("public(%s) is %v", address, got)
		}
	}
}

// TestGetRefusesPrivateAddresses spells this computer in many ways. None may
// reach the server.
func TestGetRefusesPrivateAddresses(t *testing.T) {
	address := serve(t, func(http.ResponseWriter, *http.Request) { t.Error("the server was reached") })
	u, _ := url.Parse(address)
	c := New(Settings{Agent: "parallax/test", Now: time.Now, tune: locked(t, map[string][]string{"localhost": {"127.0.0.1"}})})
	defer c.Close()
	for _, host := range []string{"127.0.0.1", "localhost", "2130706433", "0x7f000001", "0177.0.0.1", "127.1", "[::1]", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "0.0.0.0"} {
		for _, port := range []string{"", ":80", ":443", ":" + u.Port()} {
			if _, err := c.Get(t.Context(), Request{Address: "http://" + host + port + "/"}); err == nil {
				t.Errorf("%s%s was read", host, port)
			}
		}
	}
	if err := c.guard.dial(t.Context(), "tcp", u.Host, nil); err == nil || !strings.Contains(err.Error(), "private network") {
		t.Error(err)
	}
}

func TestGetRefusesAddresses(t *testing.T) {
	c := newClient(t)
	for _, address := range []string{"file:///etc/passwd", "ftp://example.org/", "gopher://x/", "http:///x", "http://a:b@127.0.0.1/", "://", "data:text/html,x"} {
		if _, err := c.Get(t.Context(), Request{Address: address}); err == nil {
			t.Errorf("%s was read", address)
		}
	}
	for address, refused := range map[string]bool{"http://example.org:22/": true, "https://example.org:443/": false, "http://example.org/": false} {
		u, _ := url.Parse(address)
		if err := (guard{}).address(u); (err != nil) != refused {
			t.Errorf("%s: %v", address, err)
		}
	}
}

func TestGetFollowsRedirects(t *testing.T) {
	address := serve(t, func(w http.ResponseWriter, r *http.Request) {
		var n int
		switch _, err := fmt.Sscanf(r.URL.Path, "/%d", &n); {
		case r.URL.Path == "/file":
			w.Header().Set("Location", "file:///etc/passwd")
			w.WriteHeader(http.StatusFound)
		case err == nil && n > 0:
			http.Redirect(w, r, fmt.Sprintf("/%d", n-1), http.StatusFound)
		default:
			fmt.Fprint(w, "here")
		}
	})
	c := newClient(t, address)
	if a, err := c.Get(t.Context(), Request{Address: address + "/5#top"}); err != nil || string(a.Body) != "here" || a.Address != address+"/0" {
		t.Errorf("%+v, %v", a, err)
	}
	for _, path := range []string{"/6", "/file"} {
		if _, err := c.Get(t.Context(), Request{Address: address + path}); err == nil {
			t.Errorf("%s was followed", path)
		}
	}
}

// TestGetAsksEveryHost follows redirects to another host and to another page
// of the same one, and heeds the robots.txt of each if it is to.
func TestGetAsksEveryHost(t *testing.T) {
	second := serve(t, func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/robots.txt" {
			fmt.Fprint(w, "User-agent: *\nDisallow: /closed\n")
		}
	})
	first := serve(t, func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/robots.txt":
			fmt.Fprint(w, "User-agent: *\nDisallow: /secret\n")
		case "/within":
			http.Redirect(w, r, "/secret", http.StatusFound)
		case "/nowhere":
			w.WriteHeader(http.StatusFound)
		case "/secret":
		default:
			http.Redirect(w, r, second+r.URL.Path, http.StatusMovedPermanently)
		}
	})
	c := newClient(t, first, second)
	for path, allowed := range map[string]bool{"/open": true, "/closed": false, "/within": false} {
		if _, err := c.Get(t.Context(), Request{Address: first + path, Robots: true}); (err == nil) != allowed || errors.Is(err, ErrRobots) == allowed {
			t.Errorf("%s: %v", path, err)
		}
		if _, err := c.Get(t.Context(), Request{Address: first + path}); err != nil {
			t.Errorf("%s, by hand: %v", path, err)
		}
	}
	if _, err := c.Get(t.Context(), Request{Address: first + "/nowhere"}); err == nil || !strings.Contains(err.Error(), "302 Found and does not say where to") {
		t.Error(err)
	}
}

// zeros is an answer of zeros, packed.
func zeros(n int) []byte {
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	io.CopyN(w, zero{}, int64(n))
	w.Close()
	return b.Bytes()
}

type zero struct{}

func (zero) Read(p []byte) (int, error) { return len(p), nil }

func TestGetBounds(t *testing.T) {
	address := serve(t, func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/endless":
			io.CopyN(w, zero{}, Largest+2)
		case "/stated":
			w.Header().Set("Content-Length", fmt.Sprint(Largest+1))
		case "/bomb":
			w.Header().Set("Content-Encoding", "gzip")
			w.Write(zeros(4 << 20))
		case "/large-bomb":
			w.Header().Set("Content-Encoding", "gzip")
			w.Write(zeros(100 << 20))
		case "/broken":
			w.Header().Set("Content-Encoding", "gzip")
			fmt.Fprint(w, "no gzip")
		case "/brotli":
			w.Header().Set("Content-Encoding", "br")
			fmt.Fprint(w, "x")
		case "/film":
			w.Header().Set("Content-Type", "video/mp4")
		case "/head":
			w.Header().Set("X", strings.Repeat("x", 1<<20))
		case "/short":
			w.Header().Set("Content-Length", "100")
			fmt.Fprint(w, "x")
		}
	})
	c := newClient(t, address)
	for _, path := range []string{"/endless", "/stated", "/bomb", "/large-bomb", "/broken", "/brotli", "/film", "/head", "/short"} {
		if a, err := c.Get(t.Context(), Request{Address: address + path}); err == nil {
			t.Errorf("%s: %d bytes of %s", path, len(a.Body), a.Type)
		}
	}
}

func TestGetUnpacks(t *testing.T) {
	address := serve(t, func(w http.ResponseWriter, r *http.Request) {
		if r.Header.Get("User-Agent") != "parallax/test" || r.Header.Get("Cookie") != "" || r.Header.Get("Referer") != "" {
			t.Error(r.Header)
		}
		w.Header().Set("Content-Type", `text/html; charset="x`)
		w.Header().Set("Content-Encoding", "gzip")
		w.Header().Set("Set-Cookie", "a=b")
		z := gzip.NewWriter(w)
		fmt.Fprint(z, "a page")
		z.Close()
	})
	c := newClient(t, address)
	for range 2 {
		if a, err := c.Get(t.Context(), Request{Address: address}); err != nil || string(a.Body) != "a page" {
			t.Errorf("%+v, %v", a, err)
		}
	}
}

func TestGetAsksWhetherSomethingChanged(t *testing.T) {
	address := serve(t, func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("ETag", `"1"`)
		w.Header().Set("Last-Modified", "yesterday")
		if r.Header.Get("If-None-Match") == `"1"` && r.Header.Get("If-Modified-Since") == "yesterday" {
			w.WriteHeader(http.StatusNotModified)
		}
	})
	c := newClient(t, address)
	a, err := c.Get(t.Context(), Request{Address: address})
	if err != nil || a.Same || a.Tag != `"1"` {
		t.Fatalf("%+v, %v", a, err)
	}
	if a, err = c.Get(t.Context(), Request{Address: address, Tag: a.Tag, Modified: a.Modified}); err != nil || !a.Same {
		t.Errorf("%+v, %v", a, err)
	}
}

// TestGetTriesAgain counts the requests that each kind of failure costs.
func TestGetTriesAgain(t *testing.T) {
	requests := 0
	address := serve(t, func(w http.ResponseWriter, r *http.Request) {
		requests++
		switch r.URL.Path {
		case "/second":
			if requests == 1 {
				w.WriteHeader(http.StatusServiceUnavailable)
			}
		case "/never":
			w.WriteHeader(http.StatusBadGateway)
		case "/later":
			w.Header().Set("Retry-After", "7200")
			w.WriteHeader(http.StatusTooManyRequests)
		case "/gone":
			w.WriteHeader(http.StatusGone)
		case "/refused":
			w.WriteHeader(http.StatusForbidden)
		}
	})
	c := newClient(t, address)
	for path, want := range map[string]struct {
		requests int
		words    string
		is       error
	}{
		"/second":  {requests: 2},
		"/never":   {requests: 3, words: "502 Bad Gateway"},
		"/later":   {requests: 1, words: "come back in 2h0m0s"},
		"/gone":    {requests: 1, words: "410 Gone", is: ErrGone},
		"/refused": {requests: 1, words: "403 Forbidden", is: ErrRefused},
	} {
		requests = 0
		_, err := c.Get(t.Context(), Request{Address: address + path})
		if requests != want.requests || (err == nil) != (want.words == "") || err != nil && !strings.Contains(err.Error(), want.words) ||
			want.is != nil && !errors.Is(err, want.is) {
			t.Errorf("%s: %d requests, %v", path, requests, err)
		}
	}
}

func TestRetryAfter(t *testing.T) {
	now := time.Date(2026, 5, 1, 12, 0, 0, 0, time.UTC)
	for s, want := range map[string]time.Duration{
		"": 0, "30": 30 * time.Second, "-1": 0, "soon": 0, "Fri, 01 May 2026 12:01:00 GMT": time.Minute, "Fri, 01 May 2026 11:01:00 GMT": 0,
	} {
		if got := retryAfter(s, now); got != want {
			t.Errorf("%q is %s", s, got)
		}
	}
}

// TestWait keeps a distance between requests to one host, by a clock that
// stands still.
func TestWait(t *testing.T) {
	now := time.Date(2026, 5, 1, 12, 0, 0, 0, time.UTC)
	c := New(Settings{Now: func() time.Time { return now }})
	ended, end := context.WithCancel(t.Context())
	end()
	if err := c.wait(t.Context(), "a", time.Hour); err != nil {
		t.Error(err)
	}
	if err := c.wait(t.Context(), "b", time.Hour); err != nil {
		t.Error("another host is not waited for:", err)
	}
	if err := c.wait(ended, "a", time.Hour); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
	if got := c.next["a"].Sub(now); got != 2*time.Hour {
		t.Error(got)
	}
}

func TestGetEndsWithItsContext(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	address := serve(t, func(_ http.ResponseWriter, r *http.Request) { cancel(); <-r.Context().Done() })
	if _, err := newClient(t, address).Get(ctx, Request{Address: address}); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
}

func TestAsk(t *testing.T) {
	for name, test := range map[string]struct {
		status int
		robots string
		want   map[string]bool
	}{
		"none":    {404, "", map[string]bool{"/a": true}},
		"locked":  {403, "", map[string]bool{"/a": true}},
		"broken":  {500, "", map[string]bool{"/a": false}},
		"all":     {200, "User-agent: *\nDisallow: /\n", map[string]bool{"/": false, "/a": false}},
		"by name": {200, "User-agent: parallax\nDisallow: /private\nAllow: /private/not\nCrawl-delay: 0.01\n\nUser-agent: *\nDisallow: /\n", map[string]bool{"/a": true, "/private/x": false, "/private/not": true}},
		"query":   {200, "User-agent: *\nDisallow: /*?print=\n", map[string]bool{"/a": true, "/a?print=1": false}},
		"nothing": {200, "\x00\x01<html>", map[string]bool{"/a": true}},
	} {
		asked := 0
		address := serve(t, func(w http.ResponseWriter, r *http.Request) {
			asked++
			w.WriteHeader(test.status)
			fmt.Fprint(w, test.robots)
		})
		c := newClient(t, address)
		c.settings.Agent, c.settings.Tries = "parallax/1", 1
		for path, want := range test.want {
			u, _ := url.Parse(address + path)
			if err := c.ask(t.Context(), u); (err == nil) != want || errors.Is(err, ErrRobots) != (!want && test.status == 200) {
				t.Errorf("%s, %s: %v", name, path, err)
			}
		}
		if asked != 1 {
			t.Errorf("%s: asked %d times", name, asked)
		}
	}
}
