package fetch

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"time"

	"github.com/temoto/robotstxt"
)

// Limits of robots.txt.
const (
	largestRobots = 500 << 10        // bytes, the least that RFC 9309 asks a reader to take
	longestDelay  = 30 * time.Second // what a site may ask for between two requests
)

// Rules are what the robots.txt of a site says to this client.
type rules struct {
	group *robotstxt.Group // nil: everything is allowed
	err   error            // why nothing is, for now
}

// ask returns nil if robots.txt lets this client read an address. A site
// without the file allows everything; one whose file cannot be had now allows
// nothing until it can (RFC 9309, section 2.3.1).
func (c *Client) ask(ctx context.Context, u *url.URL) error {
	site := u.Scheme + "://" + u.Host
	r, asked := c.robots[site]
	if !asked {
		var err error
		if r, err = c.readRobots(ctx, site+"/robots.txt"); err != nil {
			return err
		}
		c.robots[site] = r
	}
	path := u.EscapedPath()
	if path == "" {
		path = "/"
	}
	if u.RawQuery != "" {
		path += "?" + u.RawQuery
	}
	if r.err == nil && r.group != nil && !r.group.Test(path) {
		return ErrRobots
	}
	return r.err
}

func (c *Client) readRobots(ctx context.Context, address string) (rules, error) {
	answer, err := c.Get(ctx, Request{Address: address, Accept: []string{"application/octet-stream"}})
	switch {
	case ctx.Err() != nil:
		return rules{}, ctx.Err()
	case errors.Is(err, ErrGone), errors.Is(err, ErrRefused):
		return rules{}, nil
	case err != nil:
		return rules{err: fmt.Errorf("robots.txt of the site cannot be read: %w", err)}, nil
	}
	body := answer.Body[:min(len(answer.Body), largestRobots)]
	data, err := robotstxt.FromStatusAndBytes(http.StatusOK, body)
	if err != nil {
		return rules{}, nil // what cannot be read forbids nothing
	}
	name, _, _ := strings.Cut(c.settings.Agent, "/")
	return rules{group: data.FindGroup(name)}, nil
}

// delay returns how long to wait between requests to the host of an address.
func (c *Client) delay(u *url.URL) time.Duration {
	r := c.robots[u.Scheme+"://"+u.Host]
	if r.group == nil {
		return c.settings.Delay
	}
	return max(c.settings.Delay, min(r.group.CrawlDelay, longestDelay))
}
