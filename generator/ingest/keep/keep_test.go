package keep

import (
	"bytes"
	"os"
	"testing"
)

const file = ".parallax/a.json"

func newRoot(t *testing.T) *os.Root {
	t.Helper()
	root, err := os.OpenRoot(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { root.Close() })
	return root
}

func TestReadWhatWasWritten(t *testing.T) {
	root := newRoot(t)
	var got map[string]int
	if found, err := Read(root, file, &got); found || err != nil {
		t.Error("a file that is not there was read", err)
	}
	for _, want := range []int{1, 2} { // the second time the folder is there
		if err := Write(root, file, map[string]int{"a": want}); err != nil {
			t.Fatal(err)
		}
		if found, err := Read(root, file, &got); !found || err != nil || got["a"] != want {
			t.Errorf("read %v, %v, want %d", got, err, want)
		}
	}
	if err := Write(root, file, nil); err != nil {
		t.Fatal(err)
	}
	if found, err := Read(root, file, &got); found || err != nil || got == nil {
		t.Errorf("nothing was read as %v, %v", got, err)
	}
	stands, err := root.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if err := root.Mkdir(file+".new", 0o755); err != nil {
		t.Fatal(err)
	}
	if err := Write(root, file, map[string]int{"a": 3}); err == nil {
		t.Error("a file was written that cannot be")
	}
	if data, err := root.ReadFile(file); err != nil || !bytes.Equal(data, stands) {
		t.Errorf("what stood there is now %q, %v", data, err)
	}
}

// TestDamage cuts a file at every length and flips every bit: what is read is
// what was written, or nothing and an error.
func TestDamage(t *testing.T) {
	root := newRoot(t)
	if err := Write(root, file, map[string]int{"a": 1, "b": 22}); err != nil {
		t.Fatal(err)
	}
	whole, err := root.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	damaged := [][]byte{[]byte("null"), []byte(`{"a": 1}`), []byte("[]")}
	for i := range whole {
		damaged = append(damaged, whole[:i])
		for bit := range 8 {
			one := bytes.Clone(whole)
			one[i] ^= 1 << bit
			damaged = append(damaged, one)
		}
	}
	refused := 0
	for _, data := range damaged {
		if err := root.WriteFile(file, data, 0o644); err != nil {
			t.Fatal(err)
		}
		var got map[string]int
		found, err := Read(root, file, &got)
		switch {
		case err != nil && !found && got == nil:
			refused++
		case err != nil || !found || len(got) != 2 || got["a"] != 1 || got["b"] != 22:
			t.Errorf("%q was read as %v, %v", data, got, err)
		}
	}
	if refused < len(damaged)*9/10 {
		t.Errorf("only %d of %d were refused", refused, len(damaged))
	}
}
