package scaffold

import (
	"fmt"
	"reflect"
	"strings"

	"parallax/generator/review"
)

// reviewKind is the kind of file that is all settings.
const reviewKind = "review"

// reviewSchema returns the schema of a review.
func reviewSchema() *schema {
	s := schemaOf(reflect.TypeFor[review.Matter](), "", review.About())
	s.Title = "A review: " + review.Folder + "/*.toml"
	decision := s.Properties["decision"].Items
	decision.Required = []string{"do"}
	for _, v := range review.Verbs() {
		decision.Properties["do"].Enum = append(decision.Properties["do"].Enum, v.Name)
	}
	return s
}

// newReview returns a new review of an event: nothing is decided yet, and comments say
// what can be.
func newReview(slug string) (File, error) {
	if strings.Contains(slug, "/") {
		return File{}, fmt.Errorf("the name %q has a slash; a review has the name of its event", slug)
	}
	var b strings.Builder
	about := review.About()
	b.WriteString("#:schema ../../schemas/" + reviewKind + ".schema.json\n")
	fmt.Fprintf(&b, "# %s\n# checked_by = \"Ida Moor\"\n# %s\n# checked_on = 2026-05-21\n", about["checked_by"], about["checked_on"])
	b.WriteString("\n# A decision is a table of its own. What it can do:\n#\n")
	for _, v := range review.Verbs() {
		fmt.Fprintf(&b, "#   %-18s %s\n", v.Name, v.Means)
	}
	b.WriteString("#\n# [[decision]]\n")
	for _, key := range review.Keys() {
		fmt.Fprintf(&b, "# # %s\n# %s = %s\n", about["decision."+key.Name], key.Name, key.Example)
	}
	return File{Path: review.File(slug), Data: []byte(b.String())}, nil
}
