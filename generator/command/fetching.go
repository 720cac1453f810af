package command

import (
	"cmp"
	"time"

	"github.com/spf13/cobra"

	"parallax/generator/ingest/fetch"
	"parallax/generator/site"
)

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
