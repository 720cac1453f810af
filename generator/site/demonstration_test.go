package site_test

import (
	"maps"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"testing/fstest"

	"parallax/generator/framing"
	"parallax/generator/site"
)

// TestDemonstrationSite demands that config.toml shows every key, at its
// default where it has one, and has no mistake.
func TestDemonstrationSite(t *testing.T) {
	root := os.DirFS(filepath.Join("..", ".."))
	c, l := site.Load(root, framing.Names())
	if got := l.Sorted(); len(got) > 0 {
		t.Errorf("got %v", got)
	}
	var check func(prefix string, v reflect.Type)
	check = func(prefix string, v reflect.Type) {
		for i := range v.NumField() {
			f := v.Field(i)
			key := f.Tag.Get("toml")
			if key == "" || key == "-" {
				continue
			}
			if d := c.Mistake(0, prefix+key, "", "not shown"); !strings.Contains(d.Source, key) {
				t.Errorf("%s is not shown", prefix+key)
			}
			if f.Type.Kind() == reflect.Struct {
				check(prefix+key+".", f.Type)
			}
		}
	}
	for _, name := range framing.Names() {
		if d := c.Mistake(0, "signals."+name, "", "not shown"); !strings.Contains(d.Source, name) {
			t.Errorf("signals.%s is not shown", name)
		}
	}
	check("", reflect.TypeFor[site.Config]())
	want, _ := site.Load(fstest.MapFS{site.File: {Data: []byte("title = 'T'")}}, framing.Names())
	if !maps.Equal(c.Signals, want.Signals) || c.Quotation != want.Quotation || c.Grouping != want.Grouping || c.Pages != want.Pages {
		t.Errorf("the settings shown are not the defaults: %+v", c)
	}
}
