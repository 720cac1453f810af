package command

import (
	"strings"
	"testing"

	"parallax/generator/event"
)

func TestAddPin(t *testing.T) {
	for _, test := range []struct{ name, file, want string }{
		{"TOML", "+++\ntitle = 'A'\n+++\nBody\n", "+++\ntitle = 'A'\nevent = \"x-1\"\n+++\nBody\n"},
		{"before a table", "+++\ntitle = 'A'\n\n[more]\nk = 1\n+++\n", "+++\ntitle = 'A'\n\nevent = \"x-1\"\n[more]\nk = 1\n+++\n"},
		{"an array over lines", "+++\ntopics = [\n  \"a\",\n]\n+++\n", "+++\ntopics = [\n  \"a\",\n]\nevent = \"x-1\"\n+++\n"},
		{"Windows", "+++\r\ntitle = 'A'\r\n+++\r\nBody", "+++\r\ntitle = 'A'\r\nevent = \"x-1\"\r\n+++\r\nBody"},
		{"YAML", "---\ntitle: A\n---\n", "---\ntitle: A\nevent: \"x-1\"\n---\n"},
		{"byte order mark", "\ufeff+++\ntitle = 'A'\n+++\n", "\ufeff+++\ntitle = 'A'\nevent = \"x-1\"\n+++\n"},
		{"inside a string", "+++\ntitle = '''\n[a]\n'''\n+++\n", ""},
		{"no front matter", "Body\n", ""},
		{"no end", "+++\ntitle = 'A'\n", ""},
		{"empty", "", ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			got, err := addPin([]byte(test.file), "x-1")
			if string(got) != test.want || (err != nil) != (test.want == "") {
				t.Errorf("got %q, %v, want %q", got, err, test.want)
			}
		})
	}
}

func FuzzAddPin(f *testing.F) {
	f.Add("+++\ntitle = 'A'\n+++\nBody\n")
	f.Add("---\na: |\n  b\n---\n")
	f.Fuzz(func(t *testing.T, file string) {
		got, err := addPin([]byte(file), "x-1")
		if err != nil {
			return
		}
		for _, line := range []string{"event = \"x-1\"\n", "event = \"x-1\"\r\n", "event: \"x-1\"\n", "event: \"x-1\"\r\n"} {
			if at := strings.Index(string(got), line); at >= 0 && string(got[:at])+string(got[at+len(line):]) == file {
				return
			}
		}
		t.Errorf("%q became %q", file, got)
	})
}

func TestExplanationSaysWhatCounts(t *testing.T) {
	for name, test := range map[string]struct {
		x    event.Explanation
		want string
	}{
		"pinned":    {event.Explanation{EventA: "e", EventB: "e", Language: true, PinnedAlike: true, Days: -1}, "pins both"},
		"apart":     {event.Explanation{EventA: "e", EventB: "f", Language: true, KeptApart: true, Days: -1}, "keeps them apart"},
		"languages": {event.Explanation{EventA: "e", EventB: "f"}, "different languages"},
		"copy":      {event.Explanation{EventA: "e", EventB: "e", Language: true, Copy: true, Days: 2}, "word for word"},
		"strangers": {event.Explanation{EventA: "e", EventB: "f", Language: true, Days: 2}, "too few rare words"},
	} {
		if got := explanation(&test.x); !strings.Contains(got, test.want) {
			t.Errorf("%s: %q lacks %q", name, got, test.want)
		}
	}
}
