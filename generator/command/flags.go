package command

import (
	"cmp"
	"errors"
	"fmt"
	"net/url"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"parallax/generator/ingest/fetch"
	"parallax/generator/site"
)

// siteFlags are the flags of the commands that run the stages over a site.
type siteFlags struct {
	site    string
	out     string
	baseURL string
	drafts  bool
	strict  bool
	verbose bool
}

// add defines the flags that such commands share.
func (f *siteFlags) add(c *cobra.Command) {
	c.Flags().StringVar(&f.site, "site", ".", "the `DIR` with the site's config.toml")
	c.Flags().StringVar(&f.baseURL, "base-url", "", "the published site's `URL`, instead of the one in config.toml")
	c.Flags().BoolVar(&f.drafts, "drafts", false, "include articles marked as drafts")
	c.Flags().BoolVar(&f.strict, "strict", false, "treat warnings as errors")
	c.Flags().BoolVarP(&f.verbose, "verbose", "v", false, "print how long each stage took")
	c.MarkFlagDirname("site")
}

// addOut defines the flag for the output folder.
func (f *siteFlags) addOut(c *cobra.Command) {
	c.Flags().StringVar(&f.out, "out", "", "the `DIR` to write to (default: public in the site's folder)")
	c.MarkFlagDirname("out")
}

// outDir returns the output folder.
func (f *siteFlags) outDir() string {
	if f.out != "" {
		return f.out
	}
	return filepath.Join(f.site, "public")
}

// check completes the flags, or says what is wrong with them.
func (f *siteFlags) check(c *cobra.Command) error {
	if f.baseURL == "" {
		return nil
	}
	u, err := url.Parse(f.baseURL)
	if err == nil && (u.Scheme != "http" && u.Scheme != "https" || u.Host == "" || u.RawQuery != "" || u.Fragment != "") {
		err = errors.New("it must be an address such as https://example.org/name/")
	}
	if err != nil {
		return useError{c, fmt.Errorf("--base-url %q: %w", f.baseURL, err)}
	}
	f.baseURL = strings.TrimSuffix(f.baseURL, "/") + "/"
	return nil
}

// fetchFlags are the flags of the commands that download.
type fetchFlags struct {
	private bool
	delay   time.Duration
}

func (f *fetchFlags) add(c *cobra.Command) {
	c.Flags().BoolVar(&f.private, "allow-private-addresses", false, "download from hosts that are named, also on this computer and in private networks")
	c.Flags().DurationVar(&f.delay, "delay", time.Second, "`TIME` between two downloads from one host")
}

// client returns what downloads for a site. It names the program, and where to
// find who runs it.
func (f *fetchFlags) client(c site.Config) *fetch.Client {
	agent := "parallax/" + version
	if home := cmp.Or(c.Repository, c.BaseURL); home != "" {
		agent += " (+" + home + ")"
	}
	return fetch.New(fetch.Settings{
		Agent: agent, Private: f.private, Delay: f.delay, Tries: 3, Pause: 2 * time.Second, Now: time.Now,
	})
}
