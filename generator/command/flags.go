package command

import (
	"errors"
	"fmt"
	"net/url"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"
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
