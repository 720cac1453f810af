package link_test

import (
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"parallax/generator/event/link"
)

// TestAverage holds what was worked out by hand.
func TestAverage(t *testing.T) {
	chain := []link.Edge{{A: 0, B: 1, Similarity: .9}, {A: 1, B: 2, Similarity: .8}, {A: 2, B: 3, Similarity: .9}}
	for _, c := range []struct {
		name      string
		nodes     int
		edges     []link.Edge
		rules     link.Constraints
		threshold float64
		first     float64
		want      [][]int32
	}{
		{name: "no nodes", threshold: .5},
		{name: "no edges", nodes: 2, threshold: .5, want: [][]int32{{0}, {1}}},
		{
			name: "the threshold itself joins", nodes: 2, threshold: .5,
			edges: []link.Edge{{A: 0, B: 1, Similarity: .5}},
			want:  [][]int32{{0, 1}},
		},
		{
			name: "less does not", nodes: 2, threshold: .5,
			edges: []link.Edge{{A: 0, B: 1, Similarity: .4375}},
			want:  [][]int32{{0}, {1}},
		},
		{
			// Single link would make one cluster: 0-1 and 2-3 join at .9, and
			// between them is .8 of four pairs, a mean of .2.
			name: "a chain", nodes: 4, edges: chain, threshold: .25, want: [][]int32{{0, 1}, {2, 3}},
		},
		{name: "a chain, the mean is enough", nodes: 4, edges: chain, threshold: .19, want: [][]int32{{0, 1, 2, 3}}},
		{
			// 1-2 join first, at .8, and leave (.75 + 0) / 2 = .375 for 0.
			// Had 0-1 come first, 2 would join them at (.8 + 0) / 2 = .4.
			name: "the highest mean first", nodes: 3, threshold: .39,
			edges: []link.Edge{{A: 0, B: 1, Similarity: .75}, {A: 1, B: 2, Similarity: .8}},
			want:  [][]int32{{0}, {1, 2}},
		},
		{
			// 0-1 join at .9. 2 has (.5 + .3) / 2 = .4 with them and .45 with 3.
			name: "a mean falls behind another pair", nodes: 4, threshold: .35,
			edges: []link.Edge{{A: 0, B: 1, Similarity: .9}, {A: 0, B: 2, Similarity: .5}, {A: 1, B: 2, Similarity: .3}, {A: 2, B: 3, Similarity: .45}},
			want:  [][]int32{{0, 1}, {2, 3}},
		},
		{
			name: "of equal means, the smallest names", nodes: 3, threshold: .5,
			edges: []link.Edge{{A: 1, B: 2, Similarity: .75}, {A: 0, B: 1, Similarity: .75}},
			want:  [][]int32{{0, 1}, {2}},
		},
		{
			name: "more is asked of two that are alone", nodes: 4, threshold: .4, first: .6,
			edges: []link.Edge{{A: 0, B: 1, Similarity: .6}, {A: 2, B: 3, Similarity: .59}},
			want:  [][]int32{{0, 1}, {2}, {3}},
		},
		{
			// 2 has a mean of .45 with 0 and 1, who have found each other.
			name: "and not of a third", nodes: 3, threshold: .4, first: .6,
			edges: []link.Edge{{A: 0, B: 1, Similarity: .7}, {A: 0, B: 2, Similarity: .5}, {A: 1, B: 2, Similarity: .4}},
			want:  [][]int32{{0, 1, 2}},
		},
		{
			name: "equal labels join without an edge", nodes: 3, threshold: .5,
			rules: link.Constraints{Labels: []int32{7, 0, 7}},
			want:  [][]int32{{0, 2}, {1}},
		},
		{
			name: "other labels part", nodes: 2, threshold: .5,
			edges: []link.Edge{{A: 0, B: 1, Similarity: 1}},
			rules: link.Constraints{Labels: []int32{1, 2}},
			want:  [][]int32{{0}, {1}},
		},
		{
			// 1 joins 0 and takes its label, so that 2 cannot follow.
			name: "a label is handed on", nodes: 3, threshold: .3,
			edges: []link.Edge{{A: 0, B: 1, Similarity: .9}, {A: 1, B: 2, Similarity: .8}},
			rules: link.Constraints{Labels: []int32{1, 0, 2}},
			want:  [][]int32{{0, 1}, {2}},
		},
		{
			name: "never", nodes: 2, threshold: .5,
			edges: []link.Edge{{A: 0, B: 1, Similarity: 1}},
			rules: link.Constraints{Never: [][2]int32{{1, 0}}},
			want:  [][]int32{{0}, {1}},
		},
		{
			// 0-1 join and hand on that 2 is to be kept from 0.
			name: "never is handed on", nodes: 3, threshold: .3,
			edges: []link.Edge{{A: 0, B: 1, Similarity: .9}, {A: 1, B: 2, Similarity: .8}},
			rules: link.Constraints{Never: [][2]int32{{0, 2}}},
			want:  [][]int32{{0, 1}, {2}},
		},
		{
			// The larger name hands it on as well: 1 is joined to 0.
			name: "never is handed on by the one that is joined", nodes: 3, threshold: .3,
			edges: []link.Edge{{A: 0, B: 1, Similarity: .9}, {A: 0, B: 2, Similarity: .8}},
			rules: link.Constraints{Never: [][2]int32{{1, 2}}},
			want:  [][]int32{{0, 1}, {2}},
		},
		{
			name: "an equal label outweighs never", nodes: 2, threshold: .5,
			rules: link.Constraints{Labels: []int32{3, 3}, Never: [][2]int32{{0, 1}}},
			want:  [][]int32{{0, 1}},
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := link.Average(c.nodes, c.edges, c.rules, link.Thresholds{Mean: c.threshold, First: c.first})
			if len(got)+len(c.want) > 0 && !reflect.DeepEqual(got, c.want) {
				t.Errorf("got %v, want %v", got, c.want)
			}
		})
	}
}

// A task is a random thing to link.
type task struct {
	nodes int
	edges []link.Edge
	rules link.Constraints
}

// randomTask makes a graph of up to 24 nodes. Similarities are sixteenths, so
// that equal means are common and sums of them are exact.
func randomTask(random *rand.Rand) task {
	k := task{nodes: 1 + random.IntN(24)}
	k.rules.Labels = make([]int32, k.nodes)
	for a := range int32(k.nodes) {
		if random.IntN(4) == 0 {
			k.rules.Labels[a] = int32(random.IntN(4))
		}
		for b := a + 1; b < int32(k.nodes); b++ {
			if random.IntN(3) == 0 {
				k.edges = append(k.edges, link.Edge{A: a, B: b, Similarity: float32(1+random.IntN(16)) / 16})
			}
			if random.IntN(20) == 0 {
				k.rules.Never = append(k.rules.Never, [2]int32{a, b})
			}
		}
	}
	return k
}

// homes returns the cluster of each node, and fails unless the clusters part
// the nodes, sorted, by smallest node.
func homes(t *testing.T, nodes int, clusters [][]int32) []int {
	t.Helper()
	home := make([]int, nodes)
	count, last := 0, int32(-1)
	for n, members := range clusters {
		if len(members) == 0 || !slices.IsSorted(members) || members[0] <= last {
			t.Fatalf("out of order: %v", clusters)
		}
		last = members[0]
		for _, node := range members {
			home[node] = n + 1
			count++
		}
	}
	if count != nodes || slices.Contains(home, 0) {
		t.Fatalf("no partition of %d nodes: %v", nodes, clusters)
	}
	return home
}

// TestConstraintsAreObeyed demands of random graphs that equal labels are
// together, other labels apart, and pairs that must never meet apart, unless
// their labels are equal. Where labels themselves bring such a pair together,
// the labels win.
func TestConstraintsAreObeyed(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 14))
	for range 2000 {
		k := randomTask(random)
		home := homes(t, k.nodes, link.Average(k.nodes, k.edges, k.rules, link.At(.25)))
		labels := k.rules.Labels
		for a := range k.nodes {
			for b := range a {
				if labels[a] != 0 && labels[b] != 0 && (labels[a] == labels[b]) != (home[a] == home[b]) {
					t.Fatalf("%+v\nnodes %d and %d have labels %d and %d, clusters %d and %d", k, b, a, labels[b], labels[a], home[b], home[a])
				}
			}
		}
		for _, pair := range k.rules.Never {
			if a, b := pair[0], pair[1]; home[a] == home[b] && (labels[a] == 0 || labels[a] != labels[b]) {
				t.Fatalf("%+v\nnodes %d and %d are together", k, a, b)
			}
		}
	}
}

// TestOrderOfEdgesChangesNothing shuffles edges and rules, ties among means
// included.
func TestOrderOfEdgesChangesNothing(t *testing.T) {
	random := rand.New(rand.NewPCG(2, 71))
	for range 500 {
		k := randomTask(random)
		want := link.Average(k.nodes, k.edges, k.rules, link.At(.25))
		random.Shuffle(len(k.edges), func(i, j int) { k.edges[i], k.edges[j] = k.edges[j], k.edges[i] })
		random.Shuffle(len(k.rules.Never), func(i, j int) { k.rules.Never[i], k.rules.Never[j] = k.rules.Never[j], k.rules.Never[i] })
		if got := link.Average(k.nodes, k.edges, k.rules, link.At(.25)); !reflect.DeepEqual(got, want) {
			t.Fatalf("got %v, want %v", got, want)
		}
	}
}

// TestOrderOfNodesChangesNothing gives the nodes other numbers. Similarities
// are drawn from so many that no tie is left for the numbers to break.
func TestOrderOfNodesChangesNothing(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 61))
	for range 500 {
		k := randomTask(random)
		for i := range k.edges {
			k.edges[i].Similarity = random.Float32()
		}
		number := random.Perm(k.nodes)
		other := task{nodes: k.nodes, rules: link.Constraints{Labels: make([]int32, k.nodes)}}
		for node, label := range k.rules.Labels {
			other.rules.Labels[number[node]] = label
		}
		for _, e := range k.edges {
			a, b := int32(number[e.A]), int32(number[e.B])
			other.edges = append(other.edges, link.Edge{A: min(a, b), B: max(a, b), Similarity: e.Similarity})
		}
		for _, pair := range k.rules.Never {
			other.rules.Never = append(other.rules.Never, [2]int32{int32(number[pair[0]]), int32(number[pair[1]])})
		}
		home := homes(t, k.nodes, link.Average(k.nodes, k.edges, k.rules, link.At(.25)))
		moved := homes(t, k.nodes, link.Average(k.nodes, other.edges, other.rules, link.At(.25)))
		for a := range k.nodes {
			for b := range a {
				if (home[a] == home[b]) != (moved[number[a]] == moved[number[b]]) {
					t.Fatalf("%+v\nnodes %d and %d: clusters %d and %d, by other numbers %d and %d", k, b, a, home[b], home[a], moved[number[b]], moved[number[a]])
				}
			}
		}
	}
}

// TestNoJoinIsLeft demands what the end of linking means: no two clusters that
// may be joined have a mean of the threshold or more between them.
func TestNoJoinIsLeft(t *testing.T) {
	random := rand.New(rand.NewPCG(5, 77))
	for range 500 {
		k := randomTask(random)
		k.rules = link.Constraints{}
		clusters := link.Average(k.nodes, k.edges, k.rules, link.At(.25))
		home := homes(t, k.nodes, clusters)
		sums := map[[2]int]float64{}
		for _, e := range k.edges {
			x, y := home[e.A], home[e.B]
			sums[[2]int{min(x, y), max(x, y)}] += float64(e.Similarity)
		}
		for pair, sum := range sums {
			x, y := clusters[pair[0]-1], clusters[pair[1]-1]
			if mean := sum / float64(len(x)*len(y)); pair[0] != pair[1] && mean >= .25 {
				t.Fatalf("%v and %v have a mean of %v", x, y, mean)
			}
		}
	}
}
