package output

import (
	"os"
	"path/filepath"
	"runtime"
	"testing"
	"time"
)

// TestStamps demands that whatever happens to a folder shows in what the system says
// of it, though a file keep its size and its time.
func TestStamps(t *testing.T) {
	if runtime.GOOS != "linux" && runtime.GOOS != "darwin" {
		t.Skip("this system does not say when the status of a file was changed")
	}
	later := time.Now().Add(time.Hour)
	for name, harm := range map[string]func(t *testing.T, file string){
		"a byte, the time set back": func(t *testing.T, file string) {
			info, err := os.Stat(file)
			if err != nil {
				t.Fatal(err)
			}
			time.Sleep(20 * time.Millisecond) // a tick of the file system's clock
			tree{filepath.Base(file): "b"}.plant(t, filepath.Dir(file))
			if err := os.Chtimes(file, info.ModTime(), info.ModTime()); err != nil {
				t.Fatal(err)
			}
		},
		"a file gone": func(t *testing.T, file string) {
			if err := os.Remove(file); err != nil {
				t.Fatal(err)
			}
		},
		"a file added":                func(t *testing.T, file string) { tree{"x": "a"}.plant(t, filepath.Dir(file)) },
		"an empty folder":             func(t *testing.T, file string) { tree{"x/y": ""}.plant(t, filepath.Dir(file)) },
		"a file that nobody may read": func(t *testing.T, file string) { mustChmod(t, file, 0o600) },
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			tree{"e/a.html": "a"}.plant(t, dir)
			fsys := os.DirFS(dir)
			before := Stamps(fsys, later, "e", "none")
			if before == (Key{}) || before != Stamps(fsys, later, "e", "none") {
				t.Fatalf("%x is no name of a folder that nobody touches", before)
			}
			harm(t, filepath.Join(dir, "e", "a.html"))
			if Stamps(fsys, later, "e", "none") == before {
				t.Error("not seen")
			}
		})
	}
}

// TestUnsureStamps demands that files have to be read of which the system does not
// tell enough.
func TestUnsureStamps(t *testing.T) {
	dir := t.TempDir()
	tree{"e/a.html": "a"}.plant(t, dir)
	if Stamps(os.DirFS(dir), time.Now(), "e") != (Key{}) {
		t.Error("a file that was written just now passes for one that was left alone")
	}
	if err := os.Symlink("a.html", filepath.Join(dir, "e", "link")); err != nil {
		t.Skip(err)
	}
	if Stamps(os.DirFS(dir), time.Now().Add(time.Hour), "e") != (Key{}) {
		t.Error("a link passes for the file that it leads to")
	}
}

// TestStandingUnread demands that files are not read again of which the system says
// the same, and that they are when it says otherwise.
func TestStandingUnread(t *testing.T) {
	if runtime.GOOS != "linux" && runtime.GOOS != "darwin" {
		t.Skip("this system does not say when the status of a file was changed")
	}
	dir, later := filepath.Join(t.TempDir(), "public"), time.Now().Add(time.Hour)
	holds := mustWrite(t, dir, tree{"index.html": "i", "e/a.html": "a"}).Holds
	cache := NewCache(t.TempDir())
	for range 2 {
		if r, stands := Standing(dir, holds, Options{}, cache, later); !stands || r.Kept != 2 || r.Bytes != 2 || r.Pages != 2 {
			t.Fatalf("%+v, %t", r, stands)
		}
	}
	tree{"e/a.html": "b"}.plant(t, dir)
	if _, stands := Standing(dir, holds, Options{}, cache, later); stands {
		t.Error("another byte is not seen")
	}
	target, err := openTarget(dir, Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer target.close()
	if err := cache.Put(target.seen(holds, later), nil); err != nil {
		t.Fatal(err)
	}
	if _, stands := Standing(dir, holds, Options{}, cache, later); !stands {
		t.Error("files were read of which the system says what it said")
	}
}
