package event

import (
	"math"
	"reflect"
	"testing"

	"parallax/generator/corpus"
	"parallax/generator/event/link"
)

// linked returns the work on seven articles a to g, of which f repeats c, with
// similarities between their nodes written by hand and two clusters found: all
// but g, and g.
func linked() *grouper {
	g := &grouper{
		model:  Model{Threshold: .3},
		nodes:  [][]int32{{0}, {1}, {2, 5}, {3}, {4}, {6}},
		nodeOf: []int32{0, 1, 2, 3, 4, 2, 5},
		edges: []link.Edge{
			{A: 0, B: 1, Similarity: .9}, {A: 2, B: 3, Similarity: .8}, {A: 0, B: 2, Similarity: .4}, {A: 1, B: 3, Similarity: .5},
			{A: 0, B: 4, Similarity: .35}, {A: 0, B: 5, Similarity: .2}, {A: 2, B: 5, Similarity: .4},
		},
		found: []cluster{{slug: "x", articles: []int32{0, 1, 2, 3, 4, 5}}, {slug: "y", articles: []int32{6}}},
		pins:  pins{labels: make([]int32, 7)},
	}
	for _, id := range []string{"a", "b", "c", "d", "e", "f", "g"} {
		g.articles = append(g.articles, &corpus.Article{ID: id})
	}
	return g
}

// TestSeams asks for .6, twice the threshold: a and b hold, and c with its
// copy and d; e comes off alone and is no part. Between the parts are a-c and
// a-f with .4 and b-d with .5, of six pairs.
func TestSeams(t *testing.T) {
	want := []Seam{{Event: "x", Parts: [][]string{{"c", "d", "f"}, {"a", "b"}}, Similarity: .2167}}
	if got := linked().seams(); !reflect.DeepEqual(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

// TestSeamsObeyPins pins a and d to one event: b stays with them (.7 in the
// mean), and c with its copy comes off, a-c .4 and d-c .8 of three.
func TestSeamsObeyPins(t *testing.T) {
	g := linked()
	g.pins.labels[0], g.pins.labels[3] = 1, 1
	want := []Seam{{Event: "x", Parts: [][]string{{"a", "b", "d"}, {"c", "f"}}, Similarity: .4}}
	if got := g.seams(); !reflect.DeepEqual(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

// TestMeanBetweenCountsCopiesOnce has .2 and .4 between g and the five nodes
// of the other cluster.
func TestMeanBetweenCountsCopiesOnce(t *testing.T) {
	g := linked()
	if got := g.meanBetween(&g.found[0], &g.found[1]); math.Abs(got-.12) > 1e-6 {
		t.Errorf("got %v, want .12", got)
	}
}
