package corpus

import (
	"encoding/json"
	"reflect"
	"testing"

	"parallax/generator/text"
)

// TestArticleSurvivesJSON writes an article and reads it again: nothing of it is
// lost.
func TestArticleSurvivesJSON(t *testing.T) {
	a := Article{
		ID: "a", Text: "Head\n\nBody.", Blocks: []Block{{text.Span{Start: 0, End: 4}, Headline}, {text.Span{Start: 6, End: 11}, BlockQuote}},
		Passages: []Passage{{text.Span{Start: 0, End: 4}, "h", 0}, {text.Span{Start: 6, End: 11}, "p1s1", 1}}, Quotations: []text.Span{{Start: 6, End: 11}},
	}
	data, err := json.Marshal(a)
	if err != nil {
		t.Fatal(err)
	}
	var read Article
	if err := json.Unmarshal(data, &read); err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(a, read) {
		t.Errorf("%s is read as %+v", data, read)
	}
}
