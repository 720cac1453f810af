package fetch

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/url"
	"strconv"
	"time"
)

// A Request is an address and what is known of it already.
type Request struct {
	Address  string
	Accept   []string // types of content that are read, "text/html"; all of text/ and XML are
	Robots   bool     // ask robots.txt, of each site that redirects lead to as well
	Tag      string   // ETag of an earlier answer
	Modified string   // Last-Modified of an earlier answer
}

// An Answer is what a server sent.
type Answer struct {
	Address  string // after redirects
	Type     string // Content-Type as stated, with its charset
	Body     []byte // unpacked; empty if Same
	Same     bool   // nothing has changed since the earlier answer
	Tag      string
	Modified string
}

// ErrGone says that there is nothing at an address: asking again is useless.
var ErrGone = errors.New("there is nothing at this address")

// ErrRefused says that the server does not allow the request.
var ErrRefused = errors.New("not allowed")

// ErrRobots says that robots.txt does not allow it.
var ErrRobots = errors.New("robots.txt of the site does not allow it")

// Get downloads what is at an address, wherever redirects lead. At each host it
// waits for its turn, and tries again where that makes sense.
func (c *Client) Get(ctx context.Context, r Request) (Answer, error) {
	u, err := url.Parse(r.Address)
	if err != nil {
		return Answer{}, fmt.Errorf("read the address: %w", errors.Unwrap(err))
	}
	for range 1 + redirects {
		if err := c.guard.address(u); err != nil {
			return Answer{}, err
		}
		if r.Robots {
			if err := c.ask(ctx, u); err != nil {
				return Answer{}, err
			}
		}
		u.Fragment = ""
		answer, next, err := c.patiently(ctx, u, r)
		if err != nil || next == nil {
			return answer, plain(ctx, err)
		}
		u = next
	}
	return Answer{}, fmt.Errorf("more than %d redirects", redirects)
}

// patiently makes one request until there is an answer or a lasting failure.
func (c *Client) patiently(ctx context.Context, u *url.URL, r Request) (answer Answer, next *url.URL, err error) {
	pause := c.settings.Pause
	for try := 1; ; try++ {
		if err := c.wait(ctx, u.Host, c.delay(u)); err != nil {
			return Answer{}, nil, err
		}
		answer, next, err = c.once(ctx, u, r)
		var later *laterError
		if err == nil || ctx.Err() != nil || !errors.As(err, &later) || try >= c.settings.Tries || later.after > longestPause {
			return answer, next, err
		}
		if err := sleep(ctx, max(pause, later.after)); err != nil {
			return Answer{}, nil, err
		}
		pause *= 2
	}
}

// once makes one request. Where the answer is a redirect, it returns where
// that leads.
func (c *Client) once(ctx context.Context, u *url.URL, r Request) (answer Answer, next *url.URL, err error) {
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, u.String(), nil)
	if err != nil {
		return Answer{}, nil, err
	}
	request.Header.Set("User-Agent", c.settings.Agent)
	request.Header.Set("Accept-Encoding", "gzip")
	if r.Tag != "" {
		request.Header.Set("If-None-Match", r.Tag)
	}
	if r.Modified != "" {
		request.Header.Set("If-Modified-Since", r.Modified)
	}
	response, err := c.http.Do(request)
	if err != nil {
		return Answer{}, nil, passing(err)
	}
	defer response.Body.Close()
	if next, err := redirect(response); next != nil || err != nil {
		return Answer{}, next, err
	}
	answer = Answer{
		Address: u.String(), Type: response.Header.Get("Content-Type"),
		Tag: response.Header.Get("ETag"), Modified: response.Header.Get("Last-Modified"),
	}
	if response.StatusCode == http.StatusNotModified && (r.Tag != "" || r.Modified != "") {
		answer.Same = true
		return answer, nil, nil
	}
	if err := c.status(response); err != nil {
		return Answer{}, nil, err
	}
	if err := readable(answer.Type, r.Accept); err != nil {
		return Answer{}, nil, err
	}
	answer.Body, err = body(response)
	return answer, nil, err
}

// redirect returns where an answer sends its reader, nil if it is the answer
// itself.
func redirect(r *http.Response) (*url.URL, error) {
	switch r.StatusCode {
	case http.StatusMovedPermanently, http.StatusFound, http.StatusSeeOther, http.StatusTemporaryRedirect, http.StatusPermanentRedirect:
	default:
		return nil, nil
	}
	next, err := r.Location()
	if err != nil {
		return nil, fmt.Errorf("the server answers %s and does not say where to", r.Status)
	}
	return next, nil
}

// status returns the error that an answer means.
func (c *Client) status(r *http.Response) error {
	err := fmt.Errorf("the server answers %s", r.Status)
	switch r.StatusCode {
	case http.StatusOK:
		return nil
	case http.StatusNotFound, http.StatusGone:
		return fmt.Errorf("%w: %w", ErrGone, err)
	case http.StatusUnauthorized, http.StatusPaymentRequired, http.StatusForbidden, http.StatusUnavailableForLegalReasons:
		return fmt.Errorf("%w: %w", ErrRefused, err)
	case http.StatusRequestTimeout, http.StatusTooEarly, http.StatusTooManyRequests, http.StatusInternalServerError,
		http.StatusBadGateway, http.StatusServiceUnavailable, http.StatusGatewayTimeout:
		return &laterError{err, retryAfter(r.Header.Get("Retry-After"), c.settings.Now())}
	}
	return err
}

// A laterError is a failure that may pass.
type laterError struct {
	error
	after time.Duration // as the server asks; zero if it does not
}

func (e *laterError) Unwrap() error { return e.error }

// retryAfter reads seconds or a date.
func retryAfter(s string, now time.Time) time.Duration {
	if seconds, err := strconv.Atoi(s); err == nil && seconds > 0 {
		return time.Duration(min(seconds, 1<<20)) * time.Second
	}
	if at, err := http.ParseTime(s); err == nil && at.After(now) {
		return at.Sub(now)
	}
	return 0
}

// passing marks the failures of a connection that may pass: it took too long,
// or was cut.
func passing(err error) error {
	var slow net.Error
	var cut *net.OpError
	if errors.As(err, &slow) && slow.Timeout() || errors.As(err, &cut) && cut.Op == "read" {
		return &laterError{error: err}
	}
	return err
}

// plain returns an error as it is told: without the address, which the caller
// knows, and with what the server asked for.
func plain(ctx context.Context, err error) error {
	if ctx.Err() != nil {
		return ctx.Err()
	}
	var later *laterError
	if errors.As(err, &later) && later.after > longestPause {
		return fmt.Errorf("%w and asks to come back in %s", later.error, later.after.Round(time.Second))
	}
	var u *url.Error
	if errors.As(err, &u) {
		if u.Timeout() {
			return fmt.Errorf("no answer in %s", timeout)
		}
		return u.Err
	}
	if errors.As(err, &later) {
		return later.error
	}
	return err
}
