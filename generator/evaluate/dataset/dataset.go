// Package dataset finds the public data sets that tests measure on. They are
// not part of the project: a test that needs one is skipped, by name, where it
// is absent.
package dataset

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"
)

// Variable names the environment variable that holds the folder of data sets.
// Without it, shared/data beside the project's own folder is looked at.
const Variable = "PARALLAX_DATA"

// Path returns the path of a file or folder of the data sets, or skips the
// test. Where the variable is set the data must be there: absence fails.
func Path(t testing.TB, name string) string {
	t.Helper()
	folder, set := os.LookupEnv(Variable)
	if !set {
		folder = filepath.Join(root(t), "..", "shared", "data")
	}
	path := filepath.Join(folder, filepath.FromSlash(name))
	if _, err := os.Stat(path); err != nil {
		if set {
			t.Fatalf("data set %s: %v", name, err)
		}
		t.Skipf("data set %s is not here; set %s to the folder that holds it", name, Variable)
	}
	return path
}

// Read reads the value of a JSON file in the folder of a test.
func Read(t testing.TB, file string, into any) {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if err := json.NewDecoder(bytes.NewReader(data)).Decode(into); err != nil {
		t.Fatalf("read %s: %v", file, err)
	}
}

// root returns the folder of go.mod.
func root(t testing.TB) string {
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			return dir
		}
		parent := filepath.Dir(dir)
		if parent == dir {
			t.Fatal("no go.mod above the test's folder")
		}
		dir = parent
	}
}
