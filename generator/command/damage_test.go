package command

import (
	"bytes"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"parallax/generator/output"
)

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
		r, err := startRun(siteFlags{site: site}, &console{out: &all, err: &all})
		if err == nil {
			err = r.build(t.Context())
			r.close()
		}
		return exitCode(t.Context(), err, &all), all.String()
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

// TestPublished finds the events and redirects that stand in an output folder.
func TestPublished(t *testing.T) {
	out := t.TempDir()
	sum := strings.Repeat("0", 64)
	manifest := fmt.Sprintf("parallax-manifest 1\n%[1]s 1 e/a/index.html\n%[1]s 1 e/a/x/index.html\n%[1]s 1 e/b/index.html\n%[1]s 1 index.html\n", sum)
	if err := os.WriteFile(filepath.Join(out, output.ManifestName), []byte(manifest), 0o644); err != nil {
		t.Fatal(err)
	}
	if got := published(out); fmt.Sprint(got) != "[a b]" {
		t.Errorf("got %v", got)
	}
}
