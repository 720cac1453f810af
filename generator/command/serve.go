package command

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"net"
	"net/http"
	"os/exec"
	"runtime"
	"strconv"
	"sync/atomic"
	"time"

	"github.com/spf13/cobra"

	"parallax/generator/diag"
	"parallax/generator/file"
	"parallax/generator/output"
	"parallax/generator/stages"
)

// firstPort is where the preview is to be found unless it is taken, and ports
// is how many are tried.
const (
	firstPort = 1313
	ports     = 20
)

// serveCommand previews the site and shows every change as it is saved.
func serveCommand() *cobra.Command {
	var f siteFlags
	var port int
	c := &cobra.Command{
		Use:   "serve",
		Short: "Preview the site and show every change",
		Long: "Build the site in memory, show it to this computer alone, and build it again\n" +
			"whenever a file of it changes. Mistakes are shown above the page. Nothing is\n" +
			"written to the output folder. Ctrl-C ends it.\n\n" + exits("ended, by Ctrl-C as well", "the preview could not be served", "", ""),
		Example: "  parallax serve --drafts --port 8080",
		Args:    exactly(0),
		RunE: func(c *cobra.Command, _ []string) error {
			return onPort(c, f, port, func(r *run) error { return r.serve(c.Context(), port) })
		},
	}
	f.add(c)
	addPort(c, &port, firstPort)
	return c
}

// addPort defines the flag for where to be found.
func addPort(c *cobra.Command, port *int, usual int) {
	c.Flags().IntVar(port, "port", usual, "the `PORT` to listen on, or the next that is free")
}

// onPort is withRun for what is found on a port.
func onPort(c *cobra.Command, f siteFlags, port int, do func(*run) error) error {
	if port < 0 || port > 65535 {
		return useError{c, fmt.Errorf("--port is %d; it must be from 0 to 65535", port)}
	}
	return withRun(c, f, do)
}

// serve builds and shows the site until ctx is done.
func (r *run) serve(ctx context.Context, port int) error {
	return r.onThisComputer(ctx, port, func(ctx context.Context, host string) (front, error) {
		p := newPreview(host)
		show := func() { p.show(r.preview(ctx)) }
		ready := func() {
			r.console.note("the preview is at %s (Ctrl-C ends it)", r.flags.baseURL)
			show()
		}
		return front{p, ready, show}, nil
	})
}

// A front shows a site to this computer.
type front struct {
	http.Handler
	ready   func() // is called when it can be reached
	changed func() // is called when a file of the site has changed
}

// onThisComputer makes a front of the site, given its host and port, and serves it
// until ctx is done.
func (r *run) onThisComputer(ctx context.Context, port int, make func(ctx context.Context, host string) (front, error)) error {
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	listener, err := listen(port)
	if err != nil {
		return err
	}
	changes, wait, err := watchSite(ctx, r.flags.site)
	if err != nil {
		listener.Close()
		return err
	}
	defer wait()
	defer stop()
	host := listener.Addr().String()
	r.flags.baseURL = "http://" + host + "/"
	r.shown = newPreviewMemory()
	f, err := make(ctx, host)
	if err != nil {
		listener.Close()
		return err
	}
	ended := serveHTTP(ctx, listener, f)
	f.ready()
	for {
		select {
		case <-changes:
			f.changed()
		case err := <-ended:
			return err
		}
	}
}

// listen listens on this computer's own address, at the port or the next one
// that is free. Port 0 is any.
func listen(port int) (net.Listener, error) {
	var first error
	for p := port; p < port+ports && p <= 65535; p++ {
		l, err := net.Listen("tcp", net.JoinHostPort("127.0.0.1", strconv.Itoa(p)))
		if err == nil {
			return l, nil
		}
		if first == nil {
			first = err
		}
	}
	return nil, fmt.Errorf("no port from %d on is free: %w", port, first)
}

// serveHTTP serves the handler until ctx is done and every answer has been
// given, then sends what went wrong, nil if nothing did.
func serveHTTP(ctx context.Context, l net.Listener, h http.Handler) <-chan error {
	const patience = 500 * time.Millisecond
	server := &http.Server{
		Handler:           h,
		ReadHeaderTimeout: 10 * time.Second,
		BaseContext:       func(net.Listener) context.Context { return ctx },
	}
	served, ended := make(chan error, 1), make(chan error, 1)
	go func() { served <- server.Serve(l) }()
	go func() {
		select {
		case err := <-served:
			ended <- fmt.Errorf("serve the preview: %w", err)
			return
		case <-ctx.Done():
		}
		late, cancel := context.WithTimeout(context.WithoutCancel(ctx), patience)
		defer cancel()
		err := server.Shutdown(late)
		if errors.Is(err, context.DeadlineExceeded) {
			err = server.Close()
		}
		<-served
		ended <- err
	}()
	return ended
}

// preview builds the site in memory. Where that fails it returns what to tell;
// a site with links that lead nowhere is told of and shown.
func (r *run) preview(ctx context.Context) (files map[string][]byte, failure string) {
	r.watch = newStopwatch()
	w, err := r.loadReviewed(ctx)
	files = map[string][]byte{}
	var report output.Report
	if err == nil {
		report, err = r.make(ctx, w, func(ctx context.Context, all iter.Seq2[file.File, error]) (output.Report, error) {
			clear(files)
			return output.Check(ctx, gathered(all, files), r.options(w), output.Foreign(r.flags.outDir()))
		})
	}
	if ctx.Err() != nil {
		return nil, ""
	}
	r.shown.turn(err == nil)
	if err != nil {
		failure = explain(w, err)
		r.console.wipe()
		fmt.Fprint(r.console.err, failure)
		var broken *output.LinkError
		if !errors.As(err, &broken) {
			files = nil
		}
		return files, failure
	}
	r.console.diagnostics(w.Problems)
	r.console.note("%s in %s", contents(sizesOf(w), report), diag.Seconds(time.Since(r.watch.start)))
	if r.flags.verbose {
		r.console.note("%s", r.watch)
	}
	return files, ""
}

// gathered passes files on and keeps their bytes.
func gathered(all iter.Seq2[file.File, error], files map[string][]byte) iter.Seq2[file.File, error] {
	return func(yield func(file.File, error) bool) {
		for f, err := range all {
			if err == nil {
				files[f.Path], err = io.ReadAll(f.Reader())
			}
			if !yield(f, err) {
				return
			}
		}
	}
}

// explain returns why a build failed, as a console shows it.
func explain(w *stages.Work, err error) string {
	var b bytes.Buffer
	if w != nil {
		diag.Print(&b, w.Problems.Sorted(), shown, nil)
	}
	if !errors.Is(err, errProblems) {
		fmt.Fprintln(&b, printable(err))
	}
	return b.String()
}

// A stand is where the desk stands: what it shows changes once a site is made.
type stand struct{ shown atomic.Pointer[http.Handler] }

func (s *stand) show(h http.Handler) { s.shown.Store(&h) }

// ServeHTTP answers by what is shown.
func (s *stand) ServeHTTP(w http.ResponseWriter, r *http.Request) { (*s.shown.Load()).ServeHTTP(w, r) }

// openBrowser shows an address in the person's browser, if there is one: the address
// is printed in any case.
func openBrowser(address string) {
	name, args := "xdg-open", []string{address}
	switch runtime.GOOS {
	case "windows": // a shell would cut the address at its signs
		name, args = "rundll32", []string{"url.dll,FileProtocolHandler", address}
	case "darwin":
		name = "open"
	}
	c := exec.Command(name, args...)
	if c.Start() == nil {
		go c.Wait()
	}
}
