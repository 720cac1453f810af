package stages

import (
	"bytes"
	"reflect"
	"strings"
	"testing"
	"testing/fstest"

	"parallax/generator/corpus"
	"parallax/generator/event"
)

func TestLockReadsBack(t *testing.T) {
	lock := event.Lock{
		Events:    map[string][]string{"b": {"x/2", "x/1"}, "a": {`odd "name"`, "\u202e"}, "c": {}},
		Redirects: map[string]string{"old": "b", "older": "b"},
	}
	data := FormatLock(lock)
	if again := FormatLock(lock); !bytes.Equal(data, again) {
		t.Error("two versions of one lock")
	}
	got, problems := ReadLock(fstest.MapFS{LockName: {Data: data}})
	if problems.Failed() {
		t.Fatalf("%v\n%s", problems.Sorted(), data)
	}
	lock.Events["b"] = []string{"x/1", "x/2"}
	if !reflect.DeepEqual(got, lock) {
		t.Errorf("got %v, want %v", got, lock)
	}
}

func TestLockOfANewSite(t *testing.T) {
	lock, problems := ReadLock(fstest.MapFS{})
	if problems.Failed() || len(lock.Events) > 0 {
		t.Errorf("got %v, %v", lock, problems.Sorted())
	}
}

func TestBrokenLocks(t *testing.T) {
	for data, want := range map[string]string{
		"version = 1\n[events]\na = [\n":                   "events.lock:",
		"version = 2\n":                                    "knows version 1",
		"":                                                 "knows version 1",
		"version = 1\n[events]\na = 1\n":                   "cannot be read",
		"version = 1\nevent = 1\n":                         `unknown key "event"`,
		"version = 1\n[events]\n\"../x\" = []\n":           "cannot be the address of an event",
		"version = 1\n[redirects]\na = \"b c\"\n":          "cannot be the address of an event",
		"version = 1\n[redirects]\na = \"b\"\nb = \"a\"\n": "leads back to it",
		"version = 1\n[redirects]\na = \"a\"\n":            "leads back to it",
		"<<<<<<< HEAD\nversion = 1\n[events]\n=\n":         "events.lock:1",
	} {
		_, problems := ReadLock(fstest.MapFS{LockName: {Data: []byte(data)}})
		if !problems.Failed() || !strings.Contains(problems.Sorted()[0].String(), want) {
			t.Errorf("%q: %v, want an error with %q", data, problems.Sorted(), want)
		}
	}
}

func FuzzLock(f *testing.F) {
	f.Add("a", "x", "old")
	f.Add("\"", "\\", "\x00\u2028")
	f.Fuzz(func(t *testing.T, slug, article, old string) {
		lock := event.Lock{Events: map[string][]string{slug: {article}}, Redirects: map[string]string{old: slug}}
		if !isText(slug) || !isText(article) || !isText(old) {
			return
		}
		got, problems := ReadLock(fstest.MapFS{LockName: {Data: FormatLock(lock)}})
		if !corpus.IsSlug(slug) || !corpus.IsSlug(old) || slug == old { // no build writes them
			if !problems.Failed() {
				t.Fatalf("%q is read without a word", lock)
			}
			return
		}
		if problems.Failed() || !reflect.DeepEqual(got, lock) {
			t.Fatalf("%q reads back as %q, %v", lock, got, problems.Sorted())
		}
	})
}

// isText reports whether a string is valid UTF-8, as ids and slugs are.
func isText(s string) bool { return strings.ToValidUTF8(s, "") == s }
