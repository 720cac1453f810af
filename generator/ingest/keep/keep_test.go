package keep

import (
	"os"
	"testing"
)

func TestReadWhatWasWritten(t *testing.T) {
	root, err := os.OpenRoot(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	const file = ".parallax/a.json"
	var got map[string]int
	if Read(root, file, &got) {
		t.Error("a file that is not there was read")
	}
	for _, want := range []int{1, 2} { // the second time the folder is there
		if err := Write(root, file, map[string]int{"a": want}); err != nil {
			t.Fatal(err)
		}
		if !Read(root, file, &got) || got["a"] != want {
			t.Errorf("read %v, want %d", got, want)
		}
	}
	if err := root.WriteFile(file, []byte(`{"a": `), 0o644); err != nil {
		t.Fatal(err)
	}
	if Read(root, file, &got) {
		t.Error("half a file was read")
	}
	for _, nothing := range []string{"null", " null\n"} {
		got = map[string]int{"a": 1}
		if err := root.WriteFile(file, []byte(nothing), 0o644); err != nil {
			t.Fatal(err)
		}
		if Read(root, file, &got) || got == nil {
			t.Errorf("%q was read as %v", nothing, got)
		}
	}
	if err := root.Mkdir(file+".new", 0o755); err != nil {
		t.Fatal(err)
	}
	if err := Write(root, file, map[string]int{"a": 3}); err == nil {
		t.Error("a file was written that cannot be")
	}
	if data, err := root.ReadFile(file); err != nil || string(data) != " null\n" {
		t.Errorf("what stood there is now %q, %v", data, err)
	}
}
