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

// ErrRefused says that the server or we do not allow the request.
var ErrRefused = errors.New("not allowed")

// Get downloads what is at an address. It waits for its turn at the host, and
// tries again where that makes sense.
func (c *Client) Get(ctx context.Context, r Request) (Answer, error) {
	u, err := url.Parse(r.Address)
	if err != nil {
		return Answer{}, fmt.Errorf("read the address: %w", errors.Unwrap(err))
	}
	if err := (guard{c.settings.Private}).address(u); err != nil {
		return Answer{}, err
	}
	u.Fragment = ""
	pause := c.settings.Pause
	for try := 1; ; try++ {
		if err := c.wait(ctx, u.Host, c.delay(u)); err != nil {
			return Answer{}, err
		}
		answer, err := c.once(ctx, u, r)
		var later *laterError
		if err == nil || ctx.Err() != nil || !errors.As(err, &later) || try >= c.settings.Tries || later.after > longestPause {
			return answer, plain(ctx, err)
		}
		if err := sleep(ctx, max(pause, later.after)); err != nil {
			return Answer{}, err
		}
		pause *= 2
	}
}

// once makes one request.
func (c *Client) once(ctx context.Context, u *url.URL, r Request) (Answer, error) {
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, u.String(), nil)
	if err != nil {
		return Answer{}, err
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
		return Answer{}, passing(err)
	}
	defer response.Body.Close()
	answer := Answer{
		Address: response.Request.URL.String(), Type: response.Header.Get("Content-Type"),
		Tag: response.Header.Get("ETag"), Modified: response.Header.Get("Last-Modified"),
	}
	if response.StatusCode == http.StatusNotModified && (r.Tag != "" || r.Modified != "") {
		answer.Same = true
		return answer, nil
	}
	if err := c.status(response); err != nil {
		return Answer{}, err
	}
	if err := readable(answer.Type, r.Accept); err != nil {
		return Answer{}, err
	}
	answer.Body, err = body(response)
	return answer, err
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
