// Package fetch downloads web pages for people who were asked to by name: it
// is careful with this computer, and polite to the computers it asks.
// [Client.Get] is its entry point.
//
// # Where it goes
//
// Only to http and https, to ports 80 and 443, without a name and password in
// the address. An address of a network that is not the public internet (this
// computer, a home or company network, the link between two machines, such an
// IPv4 address inside an IPv6 one) is refused when the connection is made, on
// the number that was really dialled: what a name server says at another
// time, and where a redirect leads, changes nothing. Who allows private addresses
// allows the hosts that they name ([Client.Name]), each with its port, and nothing
// else: a page or a feed from there leads to no other machine of the network, and
// nothing leads to where a machine gives out its keys. Settings of a proxy in
// the environment are ignored, no cookie is kept, and no password is sent.
//
// # How much it takes
//
// At most five redirects, 10 MB as sent, 10 MB unpacked, a hundred bytes for
// each one sent, 20 seconds for a try. What is neither text nor a type that
// the caller reads is refused before it is read.
//
// # How polite it is
//
// It says its name. Between two requests to one host it waits. An answer that
// asks to come back later (429, 503, and other failures of servers) is obeyed:
// the request is tried again when the server says, if that is soon, else after
// a pause that doubles. A request that nobody made by hand asks robots.txt first
// (RFC 9309), and each step of a redirect asks its own host. It can say what is
// known already, so that nothing is sent twice.
package fetch

import (
	"context"
	"net"
	"net/http"
	"net/url"
	"time"
)

// Limits of a download.
const (
	Largest      = 10 << 20 // bytes of an answer, as sent and unpacked
	ratio        = 100      // bytes unpacked for each one sent, at most
	smallEnough  = 1 << 20  // bytes unpacked below which the ratio does not matter
	redirects    = 5
	timeout      = 20 * time.Second
	longestPause = time.Minute // a server that asks for more is not waited for
)

// Settings of a client. The zero value of each is a sensible choice, but for
// Agent and Now, which are needed.
type Settings struct {
	Agent   string           // how the client names itself, "parallax/1.0 (+https://...)"
	Private bool             // go to private addresses and other ports too, where a host was named
	Delay   time.Duration    // between requests to one host
	Tries   int              // of a request that fails in a way that may pass; at least one is made
	Pause   time.Duration    // before the second try, twice as long before each further one
	Now     func() time.Time // the time

	tune func(*net.Dialer) // for tests: another resolver, and no way out of this computer
}

// A Client downloads. It is used by one goroutine at a time.
type Client struct {
	settings Settings
	guard    guard
	http     *http.Client
	next     map[string]time.Time // by host, when it may be asked again
	robots   map[string]rules     // by scheme and host
}

// New returns a client.
func New(s Settings) *Client {
	s.Tries = max(1, s.Tries)
	guard := guard{private: s.Private, named: map[string]bool{}}
	dialer := &net.Dialer{Timeout: timeout, ControlContext: guard.dial}
	if s.tune != nil {
		s.tune(dialer)
	}
	return &Client{
		settings: s,
		guard:    guard,
		next:     map[string]time.Time{},
		robots:   map[string]rules{},
		http: &http.Client{
			Timeout: timeout,
			Transport: &http.Transport{
				DialContext: func(ctx context.Context, network, address string) (net.Conn, error) {
					return dialer.DialContext(context.WithValue(ctx, dialled{}, address), network, address)
				},
				TLSHandshakeTimeout:    timeout / 2,
				ResponseHeaderTimeout:  timeout,
				MaxResponseHeaderBytes: 64 << 10,
				IdleConnTimeout:        30 * time.Second,
				DisableCompression:     true, // what is unpacked is counted here
				ForceAttemptHTTP2:      true,
			},
			// Each step is a request of its own, with its own turn and its own robots.txt.
			CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
		},
	}
}

// Name says that somebody named the host of an address, with its port: if the
// settings let requests go to private addresses, they may go there. What is no
// address names nothing.
func (c *Client) Name(address string) {
	if u, err := url.Parse(address); err == nil {
		c.guard.name(u)
	}
}

// Close ends the connections that are kept open.
func (c *Client) Close() { c.http.CloseIdleConnections() }

// wait waits until the host may be asked again.
func (c *Client) wait(ctx context.Context, host string, delay time.Duration) error {
	now := c.settings.Now()
	start := now
	if next := c.next[host]; next.After(now) {
		start = next
	}
	c.next[host] = start.Add(delay)
	return sleep(ctx, start.Sub(now))
}

// sleep waits, or returns the error of a context that ends before.
func sleep(ctx context.Context, d time.Duration) error {
	if d <= 0 {
		return ctx.Err()
	}
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-timer.C:
		return nil
	}
}
