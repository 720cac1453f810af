package command

import (
	"os"
	"testing"

	"parallax/generator/scaffold"
)

// TestWriteNewIsWholeOrNothing fails on the last of three files.
func TestWriteNewIsWholeOrNothing(t *testing.T) {
	dir := t.TempDir()
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	if err := writeNew(root, []scaffold.File{{Path: "a"}, {Path: "b"}, {Path: "b/c"}}); err == nil {
		t.Error("a file was written below a file")
	}
	if left, err := os.ReadDir(dir); err != nil || len(left) > 0 {
		t.Error(left, err)
	}
}
