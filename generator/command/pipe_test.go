//go:build unix

package command

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// A named pipe that nobody writes to would hold a build for ever.
func TestNamedPipes(t *testing.T) {
	for _, name := range []string{"config.toml", "content/articles/pipe.md", "content/outlets/pipe.md", "templates/base.html", "events.lock"} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			site := t.TempDir()
			if err := os.CopyFS(site, os.DirFS("testdata/site")); err != nil {
				t.Fatal(err)
			}
			pipe := filepath.Join(site, filepath.FromSlash(name))
			os.Remove(pipe)
			if err := os.MkdirAll(filepath.Dir(pipe), 0o755); err != nil {
				t.Fatal(err)
			}
			if err := syscall.Mkfifo(pipe, 0o644); err != nil {
				t.Skip("no named pipes here:", err)
			}
			done := make(chan string, 1)
			go func() {
				var stderr bytes.Buffer
				code := Run(t.Context(), []string{"build", "--site", site}, strings.NewReader(""), &bytes.Buffer{}, &stderr)
				if code == 0 {
					stderr.WriteString("exit 0")
				}
				done <- stderr.String()
			}()
			select {
			case said := <-done:
				if !strings.Contains(said, name) || !strings.Contains(said, "a named pipe") && !strings.Contains(said, "no plain file") {
					t.Errorf("the build says %q", said)
				}
			case <-time.After(2 * time.Minute):
				t.Fatal("the build hangs")
			}
		})
	}
}
