package stages

import (
	"io/fs"
	"slices"
	"testing"
	"testing/fstest"
)

func TestOverlay(t *testing.T) {
	o := overlay{
		top:    fstest.MapFS{"home.html": {Data: []byte("own")}, "assets/own.css": {}},
		bottom: fstest.MapFS{"base.html": {Data: []byte("built in")}, "home.html": {Data: []byte("built in")}, "assets/style.css": {}},
	}
	for name, want := range map[string]string{"home.html": "own", "base.html": "built in"} {
		if got, err := fs.ReadFile(o, name); err != nil || string(got) != want {
			t.Errorf("%s is %q, %v, want %q", name, got, err, want)
		}
	}
	if _, err := fs.ReadFile(o, "none.html"); err == nil {
		t.Error("none.html is there")
	}
	for pattern, want := range map[string][]string{
		"*.html":   {"base.html", "home.html"},
		"assets/*": {"assets/own.css", "assets/style.css"},
	} {
		if got, err := fs.Glob(o, pattern); err != nil || !slices.Equal(got, want) {
			t.Errorf("%s matches %v, %v, want %v", pattern, got, err, want)
		}
	}
}

func TestOverlayWithoutTop(t *testing.T) {
	site := fstest.MapFS{"config.toml": {}}
	top, err := fs.Sub(site, "templates")
	if err != nil {
		t.Fatal(err)
	}
	o := overlay{top: top, bottom: fstest.MapFS{"base.html": {}}}
	if got, err := fs.Glob(o, "*.html"); err != nil || len(got) != 1 {
		t.Errorf("found %v, %v", got, err)
	}
}
