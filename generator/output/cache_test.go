package output

import (
	"bytes"
	"crypto/sha256"
	"os"
	"path/filepath"
	"testing"
)

func TestCache(t *testing.T) {
	c := NewCache(filepath.Join(t.TempDir(), "cache"))
	key := Key(sha256.Sum256([]byte("made from")))
	if _, ok := c.Get(key); ok {
		t.Fatal("an empty cache knows a key")
	}
	for _, value := range [][]byte{{}, []byte("value"), []byte("a\nb\n")} {
		if err := c.Put(key, value); err != nil {
			t.Fatal(err)
		}
		if got, ok := c.Get(key); !ok || !bytes.Equal(got, value) {
			t.Errorf("got %q, %t, want %q", got, ok, value)
		}
	}
}

// TestDamagedEntriesAreNone flips every bit of an entry and cuts it anywhere.
func TestDamagedEntriesAreNone(t *testing.T) {
	c := NewCache(t.TempDir())
	var key Key
	if err := c.Put(key, []byte("value")); err != nil {
		t.Fatal(err)
	}
	file := c.file(key)
	whole, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	try := func(data []byte) {
		t.Helper()
		if err := os.WriteFile(file, data, 0o644); err != nil {
			t.Fatal(err)
		}
		if got, ok := c.Get(key); ok {
			t.Fatalf("entry %q gave %q", data, got)
		}
	}
	for i := range whole {
		try(whole[:i])
		for bit := range 8 {
			damaged := bytes.Clone(whole)
			damaged[i] ^= 1 << bit
			try(damaged)
		}
	}
}

func TestPruneKeepsWhatWasAskedFor(t *testing.T) {
	folder := t.TempDir()
	first := NewCache(folder)
	old, kept := Key{1}, Key{2}
	for _, key := range []Key{old, kept} {
		if err := first.Put(key, []byte("value")); err != nil {
			t.Fatal(err)
		}
	}
	tree{"aa/notes.txt": "mine", "aa/" + temporary + "1": "cut off"}.plant(t, folder)
	next := NewCache(folder)
	next.Get(kept)
	if err := next.Prune(); err != nil {
		t.Fatal(err)
	}
	if _, ok := next.Get(old); ok {
		t.Error("an entry that nobody asked for was kept")
	}
	if _, ok := next.Get(kept); !ok {
		t.Error("an entry in use was removed")
	}
	if _, err := os.Stat(filepath.Join(folder, "aa", "notes.txt")); err != nil {
		t.Error(err)
	}
	if _, err := os.Stat(filepath.Join(folder, "aa", temporary+"1")); err == nil {
		t.Error("a file cut off while it was written was kept")
	}
}

func TestWriteFile(t *testing.T) {
	name := filepath.Join(t.TempDir(), "a", "events.lock")
	for _, data := range []string{"one", "two"} {
		if err := WriteFile(name, []byte(data), nil); err != nil {
			t.Fatal(err)
		}
		mustHold(t, filepath.Dir(name), tree{"events.lock": data})
	}
	if err := os.Mkdir(name+".d", 0o755); err != nil {
		t.Fatal(err)
	}
	if err := WriteFile(name+".d", []byte("x"), nil); err == nil {
		t.Error("a folder was written over")
	}
	mustHold(t, filepath.Dir(name), tree{"events.lock": "two"})
}
