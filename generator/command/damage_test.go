package command

import (
	"bytes"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"parallax/generator/event"
	"parallax/generator/output"
)

// damages returns a file cut at every length and with every bit flipped.
func damages(whole []byte) [][]byte {
	var all [][]byte
	for i := range whole {
		all = append(all, whole[:i])
		for bit := range 8 {
			one := bytes.Clone(whole)
			one[i] ^= 1 << bit
			all = append(all, one)
		}
	}
	return all
}

// articlesOf returns the articles that a lock names.
func articlesOf(l event.Lock) []string {
	return slices.Sorted(slices.Values(slices.Concat(slices.Collect(maps.Values(l.Events))...)))
}

// TestDamagedLock demands that a damaged events.lock is an error that names it, or
// reads as it was, or is found out: by a published address that it lost, an article
// that it lost or invented, or a redirect that leads nowhere.
func TestDamagedLock(t *testing.T) {
	lock := event.Lock{
		Events:    map[string][]string{"bridge-2026-05": {"bridge/a", "bridge/b"}, "dock-2026-07": {"dock/a", "dock/b"}},
		Redirects: map[string]string{"old-bridge": "bridge-2026-05"},
	}
	addresses := []string{"bridge-2026-05", "dock-2026-07", "old-bridge"}
	refused, foundOut := 0, 0
	for _, data := range damages(formatLock(lock)) {
		got, problems := readLock(fstest.MapFS{lockName: {Data: data}})
		switch {
		case problems.Failed():
			refused++
			if !strings.HasPrefix(problems.Sorted()[0].String(), lockName) {
				t.Errorf("%q: %s does not name the file", data, problems.Sorted()[0])
			}
		case bytes.Equal(formatLock(got), formatLock(lock)):
		case len(unknown(slices.Clone(addresses), got)) > 0,
			!slices.Equal(articlesOf(got), articlesOf(lock)),
			got.Events[got.Redirects["old-bridge"]] == nil:
			foundOut++
		default:
			t.Errorf("%q is read as %v", data, got)
		}
	}
	t.Logf("%d refused, %d found out", refused, foundOut)
	if refused == 0 || foundOut == 0 {
		t.Error("nothing was tried")
	}
}

// TestDamagedMemory damages every file that a build left of itself, one at a time,
// in one of many ways: the next build says what is wrong with a file, or makes the
// same site.
func TestDamagedMemory(t *testing.T) {
	t.Setenv(epochVariable, "1767225600") // 2026-01-01
	base := t.TempDir()
	if err := os.CopyFS(base, os.DirFS("testdata/site")); err != nil {
		t.Fatal(err)
	}
	build := func(site string) (code int, said string) {
		var all bytes.Buffer
		code = Run(t.Context(), []string{"build", "--site", site}, strings.NewReader(""), &all, &all)
		return code, all.String()
	}
	if code, said := build(base); code != 0 {
		t.Fatal(said)
	}
	want := heldIn(t, filepath.Join(base, "public"))
	entries, err := filepath.Glob(filepath.Join(base, ".parallax/cache/*/*"))
	if err != nil || len(entries) == 0 {
		t.Fatal("no cache", err)
	}
	files := []string{"events.lock", "public/" + output.ManifestName}
	for _, e := range entries {
		name, _ := filepath.Rel(base, e)
		files = append(files, name)
	}
	for n, name := range files {
		whole, err := os.ReadFile(filepath.Join(base, name))
		if err != nil {
			t.Fatal(err)
		}
		for kind, data := range map[string][]byte{
			"nothing": {}, "half": whole[:len(whole)/2], "null": []byte("null"),
			"a bit": flipped(whole, len(whole)*(n+1)/(len(files)+1)),
		} {
			site := t.TempDir()
			if err := os.CopyFS(site, os.DirFS(base)); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(filepath.Join(site, name), data, 0o644); err != nil {
				t.Fatal(err)
			}
			code, said := build(site)
			if same := maps.Equal(heldIn(t, filepath.Join(site, "public")), want); !same && !strings.Contains(said, filepath.Base(name)) || code != 0 && !strings.Contains(said, filepath.Base(name)) {
				t.Errorf("%s with %s: code %d, the same site %v: %s", name, kind, code, same, said)
			}
		}
	}
}

func flipped(whole []byte, at int) []byte {
	one := bytes.Clone(whole)
	one[at] ^= 4
	return one
}

// heldIn returns the files of a folder but for the manifest.
func heldIn(t *testing.T, folder string) map[string]string {
	t.Helper()
	files := map[string]string{}
	err := filepath.WalkDir(folder, func(name string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() || d.Name() == output.ManifestName {
			return err
		}
		data, err := os.ReadFile(name)
		files[name[len(folder):]] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// TestVanishedAddress takes an event out of events.lock that is published and that
// nothing else names.
func TestVanishedAddress(t *testing.T) {
	for _, c := range []struct {
		lock event.Lock
		want string
	}{
		{event.Lock{}, "[a b]"},
		{event.Lock{Events: map[string][]string{"a": {"x"}}}, "[b]"},
		{event.Lock{Events: map[string][]string{"a": {"x"}}, Redirects: map[string]string{"b": "a"}}, "[]"},
	} {
		out := t.TempDir()
		sum := strings.Repeat("0", 64)
		manifest := fmt.Sprintf("parallax-manifest 1\n%[1]s 1 e/a/index.html\n%[1]s 1 e/a/x/index.html\n%[1]s 1 e/b/index.html\n%[1]s 1 index.html\n", sum)
		if err := os.WriteFile(filepath.Join(out, output.ManifestName), []byte(manifest), 0o644); err != nil {
			t.Fatal(err)
		}
		w := &work{grouping: event.Grouping{Lock: c.lock}}
		w.vanished(out)
		told := 0
		for _, d := range w.problems.Sorted() {
			if strings.Contains(d.String(), "/ is published and is not known any more: links to it would break") {
				told++
			}
		}
		if got := unknown(published(out), c.lock); fmt.Sprint(got) != c.want || told != len(got) {
			t.Errorf("%v: %s, want %s; %v", c.lock, got, c.want, w.problems.Sorted())
		}
	}
}
