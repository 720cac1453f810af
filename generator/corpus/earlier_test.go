package corpus

import (
	"fmt"
	"testing"
	"testing/fstest"
)

// TestEarlierVersions loads what an article was before beside it, never as an
// article, oldest first.
func TestEarlierVersions(t *testing.T) {
	fsys := fstest.MapFS{
		"config.toml":           {Data: []byte("title = \"x\"\nbase_url = \"https://x.example/\"\n")},
		"content/outlets/o.md":  {Data: []byte("+++\nname = \"O\"\n+++\n")},
		"content/articles/b.md": {Data: []byte("+++\ntitle = \"Now\"\noutlet = \"o\"\n+++\n\nIt is open.\n")},
	}
	for n := range 11 {
		text := fmt.Sprintf("+++\ntitle = \"Version %d\"\noutlet = \"o\"\n+++\n\nIt is closed.\n", n+1)
		fsys[EarlierFile("content/articles/b.md", n+1)] = &fstest.MapFile{Data: []byte(text)}
	}
	c, l := load(t, fsys)
	if l.Failed() || len(c.Articles) != 1 || len(c.Articles[0].Earlier) != 11 {
		t.Fatalf("%d articles, %v", len(c.Articles), l.Sorted())
	}
	for i, v := range c.Articles[0].Earlier {
		if want := fmt.Sprintf("Version %d", i+1); v.Title != want || len(v.Passages) != 2 || v.File != fmt.Sprintf("content/articles/b.earlier/%d.md", i+1) {
			t.Errorf("%+v, not %s", v, want)
		}
	}
}
