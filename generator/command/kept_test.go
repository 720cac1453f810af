package command_test

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"testing"

	"parallax"
	"parallax/generator/command"
	"parallax/generator/keep"
)

// reserved is the event of the demonstration site of which all rights are reserved, as
// with real news: its texts are no part of the site.
const reserved = "bathing-beach-seal-2026-08"

// TestReservedEventIsKept builds the demonstration site with the texts that it lacks, and
// demands that what it keeps of their event is of these texts and has no more of their
// words than the site shows. What the program finds in them may be other by now, as in
// every clone; with -update it is kept anew.
func TestReservedEventIsKept(t *testing.T) {
	dir := t.TempDir()
	if err := os.CopyFS(dir, parallax.Demonstration); err != nil {
		t.Fatal(err)
	}
	if err := os.CopyFS(filepath.Join(dir, "content/.private/articles"), os.DirFS("testdata/reserved")); err != nil {
		t.Fatal(err)
	}
	var said bytes.Buffer
	if code := command.Run(context.Background(), []string{"build", "--site", dir}, &bytes.Buffer{}, &said, &said); code != 0 {
		t.Fatalf("exit code %d: %s", code, said.String())
	}
	name := keep.File(reserved)
	data, err := os.ReadFile(filepath.Join(dir, name))
	if err != nil {
		t.Fatal(err)
	}
	if *update {
		if err := os.WriteFile(filepath.Join("../..", name), data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	committed, err := os.ReadFile(filepath.Join("../..", name))
	if err != nil {
		t.Fatal(err)
	}
	got, gotErr := keep.Read(committed)
	want, wantErr := keep.Read(data)
	if gotErr != nil || wantErr != nil {
		t.Fatal(gotErr, wantErr)
	}
	if got.Settings != want.Settings || len(got.Articles) != len(want.Articles) {
		t.Fatalf("%s is of other settings or articles; run this test with -update", name)
	}
	for i, a := range got.Articles {
		if a.ID != want.Articles[i].ID || a.Sum != want.Articles[i].Sum || a.Private == nil {
			t.Errorf("%s: %s is not the text of testdata/reserved; run this test with -update", name, a.ID)
		}
	}
	if bytes.Contains(committed, []byte("Nobody has been fined in Port Merrow")) {
		t.Error("more is kept of an article than the site shows")
	}
}
