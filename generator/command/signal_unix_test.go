//go:build unix

package command_test

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"
)

// seedVariable makes a run choose the moments of an earlier one, and
// momentsVariable how many there are.
const (
	seedVariable    = "PARALLAX_SEED"
	momentsVariable = "PARALLAX_MOMENTS"
)

// soon is how long the program may take to end: a second, or three times as long
// where other tests keep the processors.
const soon = 3 * time.Second

// A bench is the program itself with a site that was built in one state and
// changed to another.
type bench struct {
	*testing.T
	program, folder string
	before, after   map[string]string // the output folder of the two states
	begins          time.Duration     // until the program reads its first flag
	took            time.Duration     // of a build from nothing
}

func (b *bench) site() string { return filepath.Join(b.folder, "site") }
func (b *bench) out() string  { return filepath.Join(b.site(), "public") }

// must runs a program in a folder.
func (b *bench) must(folder, name string, args ...string) {
	b.Helper()
	c := exec.Command(name, args...)
	c.Dir = folder
	if said, err := c.CombinedOutput(); err != nil {
		b.Fatalf("%s %v: %v\n%s", name, args, err, said)
	}
}

// newBench builds the program and the two states of the demonstration site. The
// output folder is left in the first, the content in the second.
func newBench(t *testing.T) *bench {
	b := &bench{T: t, folder: t.TempDir()}
	b.program = filepath.Join(b.folder, "parallax")
	b.must(".", "go", "build", "-o", b.program, "parallax/generator")
	b.must(b.folder, b.program, "new", "site", "site", "--demo")
	start := time.Now()
	b.must(b.folder, b.program, "--help")
	b.begins = time.Since(start)
	start = time.Now()
	b.must(b.site(), b.program, "build", "--base-url", "https://example.org/name/")
	b.took = time.Since(start)
	b.before = b.held()
	b.must(b.folder, "cp", "-a", b.out(), "before")
	articles, err := filepath.Glob(filepath.Join(b.site(), "content/articles/*/*.md"))
	if err != nil || len(articles) == 0 {
		t.Fatal("no articles", err)
	}
	b.edit(articles[0], func(source string) string { return source + "\nThe office said nothing more on Monday.\n" })
	b.must(b.site(), b.program, "build", "--base-url", "https://example.org/name/")
	b.after = b.held()
	if maps.Equal(b.before, b.after) {
		t.Fatal("the two states are the same")
	}
	b.reset()
	return b
}

// edit changes a file.
func (b *bench) edit(file string, change func(source string) string) {
	b.Helper()
	source, err := os.ReadFile(file)
	if err == nil {
		err = os.WriteFile(file, []byte(change(string(source))), 0o644)
	}
	if err != nil {
		b.Fatal(err)
	}
}

// reset brings the first state of the output folder back and empties the cache.
func (b *bench) reset() {
	b.must(b.site(), "rm", "-rf", "public", ".parallax")
	b.must(b.site(), "cp", "-a", "../before", "public")
}

// held returns the files of the output folder.
func (b *bench) held() map[string]string {
	files := map[string]string{}
	root := os.DirFS(b.out())
	err := fs.WalkDir(root, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(root, name)
		files[name] = string(data)
		return err
	})
	if err != nil {
		b.Fatal(err)
	}
	return files
}

// interrupt starts the program, sends it the signal after a time, and returns how
// long it went on and its exit code: -1 if it had not yet begun to listen.
func (b *bench) interrupt(after time.Duration, args ...string) (time.Duration, int, string) {
	c := exec.Command(b.program, args...)
	c.Dir = b.site()
	var said bytes.Buffer
	c.Stdout, c.Stderr = &said, &said
	if err := c.Start(); err != nil {
		b.Fatal(err)
	}
	ended := make(chan error, 1)
	go func() { ended <- c.Wait() }()
	select {
	case <-ended:
		return 0, c.ProcessState.ExitCode(), said.String()
	case <-time.After(after):
	}
	start := time.Now()
	if err := c.Process.Signal(os.Interrupt); err != nil && !errors.Is(err, os.ErrProcessDone) {
		b.Fatal(err)
	}
	select {
	case <-ended:
	case <-time.After(20 * soon):
		c.Process.Signal(syscall.SIGQUIT) // prints where it hangs
		<-ended
	}
	return time.Since(start), c.ProcessState.ExitCode(), said.String()
}

// number returns the number that a variable holds, or else another.
func number(variable string, otherwise uint64) uint64 {
	if given, err := strconv.ParseUint(os.Getenv(variable), 10, 64); err == nil {
		return given
	}
	return otherwise
}

// seed returns the seed of the moments, and says it.
func seed(t *testing.T) uint64 {
	s := number(seedVariable, uint64(time.Now().UnixNano()))
	t.Logf("%s=%d chooses the same moments", seedVariable, s)
	return s
}

// slowFeeds serves feeds and pages that come slowly or never.
func slowFeeds(t *testing.T) string {
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if strings.HasSuffix(r.URL.Path, "robots.txt") {
			http.NotFound(w, r)
			return
		}
		w.Header().Set("Content-Type", "application/rss+xml")
		fmt.Fprint(w, `<rss version="2.0"><channel><title>Slow</title>`)
		w.(http.Flusher).Flush()
		<-r.Context().Done()
	}))
	t.Cleanup(server.Close)
	return server.URL
}

// TestInterruptedAnywhere interrupts the real program at random moments: it ends
// at once, and the output folder is the old or the new one.
func TestInterruptedAnywhere(t *testing.T) {
	b := newBench(t)
	b.must(b.folder, "git", "init", "--quiet", "--bare", "remote.git")
	b.must(b.site(), "git", "init", "--quiet")
	outlets, err := filepath.Glob(filepath.Join(b.site(), "content/outlets/*.md"))
	if err != nil || len(outlets) == 0 {
		t.Fatal("no outlets", err)
	}
	b.edit(outlets[0], func(source string) string {
		return strings.Replace(source, "\n", "\nfeeds = [\""+slowFeeds(t)+"/feed.xml\"]\n", 1)
	})
	b.must(b.site(), b.program, "build", "--base-url", "https://example.org/name/") // with the feed, which pages do not show
	b.after = b.held()
	b.must(b.site(), "git", "add", ".")
	b.must(b.site(), "git", "-c", "user.name=Editor", "-c", "user.email=editor@example.org", "commit", "--quiet", "--message", "A site")
	commands := []struct {
		within time.Duration // after it began
		args   []string
	}{
		{b.took / 2, []string{"build", "--base-url", "https://example.org/name/"}},
		{b.took / 2, []string{"check"}},
		{b.took / 2, []string{"publish", "--base-url", "https://example.org/name/", "--remote", "../remote.git"}},
		{b.took / 8, []string{"group"}},
		{b.took, []string{"serve", "--port", "0"}},
		{b.took, []string{"watch", "--allow-private-addresses"}},
	}
	moments := int(number(momentsVariable, uint64(len(commands))))
	random := rand.New(rand.NewPCG(seed(t), 0))
	var slowest time.Duration
	interrupted := 0
	for n := range moments {
		command := commands[n%len(commands)]
		b.reset()
		if command.args[0] == "publish" {
			b.must(b.site(), b.program, "build", "--base-url", "https://example.org/name/")
			b.must(b.site(), "rm", "-rf", ".parallax")
		}
		after := b.begins + time.Duration(random.Int64N(int64(command.within)))
		took, code, said := b.interrupt(after, command.args...)
		t.Logf("%s after %s: code %d, %s later", command.args[0], after.Round(time.Millisecond), code, took.Round(time.Millisecond))
		slowest = max(slowest, took)
		if code == 130 {
			interrupted++
		}
		if took > soon || code != 130 && code != 0 && code != -1 {
			t.Errorf("%v interrupted after %s ends %s later with code %d: %s", command.args, after, took, code, said)
		}
		if now := b.held(); !maps.Equal(now, b.before) && !maps.Equal(now, b.after) {
			t.Errorf("%v interrupted after %s leaves the output folder half made", command.args, after)
		}
	}
	t.Logf("%d commands, %d of them interrupted in their work; the slowest ended %s after the signal", moments, interrupted, slowest.Round(time.Millisecond))
	if interrupted < moments/4 {
		t.Errorf("only %d of %d commands were interrupted", interrupted, moments)
	}
	b.must(b.site(), b.program, "build", "--base-url", "https://example.org/name/")
	if !maps.Equal(b.held(), b.after) {
		t.Error("the next build does not heal the output folder")
	}
}
