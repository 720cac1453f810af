package stages

import (
	"testing"

	"parallax/generator/corpus"
)

func TestIsCommon(t *testing.T) {
	for _, test := range []struct {
		short string
		texts []string // of other outlets
		want  bool
	}{
		{"Council", []string{"The council shut it.", "Of the council, nobody came."}, true},
		{"Council", []string{"The council shut it.", "Nobody came."}, false},
		{"Press office", []string{"The press office says so.", "The press office, again.", "No."}, false},
		{"Council", []string{"The council shut it."}, false},
		{"Council", []string{"The Council shut it.", "The councillors came."}, false},
		{"rt", []string{"an rt", "an rt"}, false},
	} {
		members := []*corpus.Article{{Outlet: "own", Text: "The council, the council."}}
		for _, s := range test.texts {
			members = append(members, &corpus.Article{Outlet: "other", Text: s})
		}
		if got := isCommon(&corpus.Outlet{ID: "own", Short: test.short}, members); got != test.want {
			t.Errorf("%s in %q: got %v", test.short, test.texts, got)
		}
	}
}
