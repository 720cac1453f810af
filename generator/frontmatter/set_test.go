package frontmatter

import "testing"

// TestSet changes a key and leaves all else as it is.
func TestSet(t *testing.T) {
	for _, test := range []struct{ source, key, value, want string }{
		{"", "drop", `["a"]`, "+++\ndrop = [\"a\"]\n+++\n"},
		{"+++\ntitle = \"T\"\n+++\nBody\n", "event", `"x"`, "+++\ntitle = \"T\"\nevent = \"x\"\n+++\nBody\n"},
		{"+++\n# Why.\nevent = \"a\" # by hand\ntitle = \"T\"\n+++\nBody\n", "event", `"x"`, "+++\n# Why.\nevent = \"x\"\ntitle = \"T\"\n+++\nBody\n"},
		{"+++\ntitle = \"T\"\nevent = \"a\"\n+++\n", "event", "", "+++\ntitle = \"T\"\n+++\n"},
		{"+++\ntitle = \"T\"\n+++\n", "event", "", "+++\ntitle = \"T\"\n+++\n"},
		{"+++\ndrop = [\n  \"a\",\n  \"b\",\n]\nonly_checked = true\n+++\n", "drop", `["c"]`, "+++\ndrop = [\"c\"]\nonly_checked = true\n+++\n"},
		{"+++\r\ntitle = \"T\"\r\n+++\r\n", "event", `"x"`, "+++\r\ntitle = \"T\"\r\nevent = \"x\"\r\n+++\r\n"},
		{"+++\na = 1\n[[edit]]\ndrop = 2\n+++\n", "drop", `["c"]`, "+++\na = 1\ndrop = [\"c\"]\n[[edit]]\ndrop = 2\n+++\n"},
	} {
		if got, err := Set(test.source, test.key, test.value); got != test.want || err != nil {
			t.Errorf("%q: got %q, %v", test.source, got, err)
		}
	}
	for _, source := range []string{"---\ntitle: T\n---\n", "+++\ntitle = \"T\"\n", "Body\n", "+++\nt = \"\"\"\ndrop = 1\n+++\n\"\"\"\n+++\n"} {
		if got, err := Set(source, "drop", `["c"]`); err == nil {
			t.Errorf("%q became %q", source, got)
		}
	}
}

// TestAppend adds a table behind all others.
func TestAppend(t *testing.T) {
	got, err := Append("+++\na = 1\n[[edit]]\nid = \"x\"\n+++\nBody\n", "[[edit]]\nid = \"y\"\n")
	if want := "+++\na = 1\n[[edit]]\nid = \"x\"\n\n[[edit]]\nid = \"y\"\n+++\nBody\n"; got != want || err != nil {
		t.Errorf("got %q, %v", got, err)
	}
}

// TestWithout takes tables out.
func TestWithout(t *testing.T) {
	source := "+++\na = 1\n[[edit]]\nid = \"x\"\nwhy = \"id = y\"\n\n[[edit]]\nid = \"y\"\n[[add]]\nid = \"x\"\n+++\nBody\n"
	got, err := Without(source, "edit", "id", "x")
	if want := "+++\na = 1\n[[edit]]\nid = \"y\"\n[[add]]\nid = \"x\"\n+++\nBody\n"; got != want || err != nil {
		t.Errorf("got %q, %v", got, err)
	}
	if got, err := Without(source, "edit", "id", "z"); got != source || err != nil {
		t.Errorf("got %q, %v", got, err)
	}
}
