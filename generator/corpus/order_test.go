package corpus

import (
	"fmt"
	"reflect"
	"runtime"
	"strings"
	"testing"
	"testing/fstest"
	"time"
)

// TestOrder demands the same corpus and the same diagnostics on any number of
// processors and in any zone.
func TestOrder(t *testing.T) {
	fsys := fstest.MapFS{
		"config.toml":                {Data: []byte("title = 'T'\nbase_url = 'https://example.org/'\n")},
		"content/outlets/gazette.md": {Data: []byte("+++\nname = 'Gazette'\n+++\n")},
	}
	for i := range 60 {
		extra := ""
		if i%7 == 0 {
			extra = "datum = 1\n"
		}
		fsys[fmt.Sprintf("content/articles/a%d/b.md", i)] = &fstest.MapFile{
			Data: fmt.Appendf(nil, "+++\ntitle = 'x%d'\noutlet = 'gazette'\ndate = 2024-06-30\n%s+++\n“Text” %d.\n", i, extra, i),
		}
	}
	old, zone := runtime.GOMAXPROCS(1), time.Local
	defer func() { runtime.GOMAXPROCS(old); time.Local = zone }()
	first, firstList := load(t, fsys)
	for _, n := range []int{2, 8} {
		runtime.GOMAXPROCS(n)
		time.Local = time.FixedZone("here", -11*3600+n*3600)
		c, l := load(t, fsys)
		if !reflect.DeepEqual(c, first) || !reflect.DeepEqual(l, firstList) {
			t.Errorf("another corpus on %d processors", n)
		}
	}
}

// BenchmarkLoad reads a thousand articles of 3 kB.
func BenchmarkLoad(b *testing.B) {
	fsys := fstest.MapFS{
		"config.toml":                {Data: []byte("title = 'T'\nbase_url = 'https://example.org/'\n")},
		"content/outlets/gazette.md": {Data: []byte("+++\nname = 'Gazette'\n+++\n")},
	}
	paragraph := strings.Repeat("The council of the town said on Monday that “the bridge” would stay closed. ", 5) + "\n\n"
	for i := range 1000 {
		fsys[fmt.Sprintf("content/articles/a%d.md", i)] = &fstest.MapFile{
			Data: []byte("+++\ntitle = 'x'\noutlet = 'gazette'\ndate = 2024-06-30\n+++\n" + strings.Repeat(paragraph, 8)),
		}
	}
	b.ReportAllocs()
	for b.Loop() {
		if c, _ := load(b, fsys); len(c.Articles) != 1000 {
			b.Fatal(len(c.Articles))
		}
	}
}
