// Package link joins nodes to clusters by average link over a sparse graph of
// similarities. [Average] is its entry point.
package link

import (
	"cmp"
	"container/heap"
	"slices"
)

// An Edge says how alike nodes A < B are; pairs without one are not alike.
type Edge struct {
	A, B       int32
	Similarity float32
}

// A linkage joins clusters by average link: the two clusters with the highest
// mean similarity of their pairs are joined again and again, until no mean
// reaches the threshold. Pairs without an edge count as 0, so that only
// clusters with an edge between them are ever looked at.
//
// A cluster is named by its smallest node; equal means are joined in the
// order of names, so that the result depends on the order of nodes alone.
type linkage struct {
	members [][]int32        // by cluster; nil once joined to another
	into    []int32          // which cluster it was joined to, or itself
	near    [][]tie          // to other clusters, some of which may have been joined since
	labels  []int32          // of pinned members; 0 for none
	apart   []map[int32]bool // clusters that must not be joined to it
	stamp   []int32          // how often the cluster has changed
	sums    []float64        // by cluster, all 0 but while ties are gathered
	queue   joins
}

// A tie is the sum of the similarities of a cluster's pairs with another.
type tie struct {
	other int32
	sum   float64
}

// A join is a pair of clusters a < b that could be joined.
type join struct {
	mean           float64
	a, b           int32
	stampA, stampB int32
}

// Constraints say which nodes belong together whatever their similarity.
type Constraints struct {
	Labels []int32    // by node, nil for none: equal labels are joined and different ones kept apart; 0 is no label
	Never  [][2]int32 // pairs of nodes that are kept apart
}

// Thresholds are the mean similarities from which clusters are joined.
type Thresholds struct {
	Mean  float64
	First float64 // of two single nodes, which no third confirms; Mean if that is higher
}

// At returns thresholds that ask the same of single nodes as of clusters.
func At(mean float64) Thresholds { return Thresholds{Mean: mean} }

// Average returns the clusters of n nodes, each sorted, by smallest node: the
// two clusters with the highest mean similarity are joined while that mean is
// at least the threshold for them.
func Average(n int, edges []Edge, c Constraints, threshold Thresholds) [][]int32 {
	labels := c.Labels
	if labels == nil {
		labels = make([]int32, n)
	}
	l := newLinkage(n, edges, labels, c.Never)
	l.joinLabels(labels)
	for a := range l.near {
		l.near[a] = l.gathered(int32(a), l.near[a]) // labels may have joined some
		for _, t := range l.near[a] {
			if int32(a) < t.other {
				l.offer(int32(a), t, threshold)
			}
		}
	}
	heap.Init(&l.queue)
	for len(l.queue) > 0 {
		j := heap.Pop(&l.queue).(join)
		if l.stamp[j.a] != j.stampA || l.stamp[j.b] != j.stampB {
			continue
		}
		l.join(j.a, j.b)
		for _, t := range l.near[j.a] {
			if l.offer(j.a, t, threshold) {
				heap.Fix(&l.queue, len(l.queue)-1)
			}
		}
	}
	return slices.DeleteFunc(l.members, func(m []int32) bool { return m == nil })
}

// joinLabels joins the nodes of each label.
func (l *linkage) joinLabels(labels []int32) {
	first := map[int32]int32{}
	for i, label := range labels {
		if a, ok := first[label]; ok && label != 0 {
			l.join(a, int32(i))
		} else {
			first[label] = int32(i)
		}
	}
}

func newLinkage(n int, edges []Edge, labels []int32, never [][2]int32) *linkage {
	l := &linkage{
		members: make([][]int32, n),
		into:    make([]int32, n),
		near:    ties(n, edges),
		labels:  slices.Clone(labels),
		apart:   make([]map[int32]bool, n),
		stamp:   make([]int32, n),
		sums:    make([]float64, n),
	}
	for i := range n {
		l.members[i] = []int32{int32(i)}
		l.into[i] = int32(i)
	}
	for _, pair := range never {
		l.keepApart(pair[0], pair[1])
		l.keepApart(pair[1], pair[0])
	}
	return l
}

// ties returns the ties of n single nodes.
func ties(n int, edges []Edge) [][]tie {
	counts := make([]int, n)
	for _, e := range edges {
		counts[e.A]++
		counts[e.B]++
	}
	room, lists := make([]tie, 2*len(edges)), make([][]tie, n)
	for i, count := range counts {
		lists[i], room = room[:0:count], room[count:]
	}
	for _, e := range edges {
		lists[e.A] = append(lists[e.A], tie{e.B, float64(e.Similarity)})
		lists[e.B] = append(lists[e.B], tie{e.A, float64(e.Similarity)})
	}
	return lists
}

func (l *linkage) keepApart(a, b int32) {
	if l.apart[a] == nil {
		l.apart[a] = map[int32]bool{}
	}
	l.apart[a][b] = true
}

// offer queues the join of a cluster with one it has a tie to if they are alike
// enough and allowed, without restoring the order of the queue.
func (l *linkage) offer(a int32, t tie, threshold Thresholds) bool {
	a, b := min(a, t.other), max(a, t.other)
	pairs := len(l.members[a]) * len(l.members[b])
	mean, least := t.sum/float64(pairs), threshold.Mean
	if pairs == 1 {
		least = max(least, threshold.First)
	}
	if mean < least || l.apart[a][b] {
		return false
	}
	if l.labels[a] != l.labels[b] && l.labels[a] != 0 && l.labels[b] != 0 {
		return false
	}
	l.queue = append(l.queue, join{mean, a, b, l.stamp[a], l.stamp[b]})
	return true
}

// join puts the members of cluster b into cluster a.
func (l *linkage) join(a, b int32) {
	l.members[a] = append(l.members[a], l.members[b]...)
	slices.Sort(l.members[a])
	l.into[b] = a
	l.near[a] = l.gathered(a, l.near[a], l.near[b])
	l.labels[a] = max(l.labels[a], l.labels[b])
	for other := range l.apart[b] {
		l.keepApart(a, other)
		l.keepApart(other, a)
	}
	l.members[b], l.near[b], l.apart[b] = nil, nil, nil
	l.stamp[a]++
	l.stamp[b]++
}

// gathered returns the ties of a cluster from the lists of its parts, one for
// each of the others as they are now.
func (l *linkage) gathered(a int32, lists ...[]tie) []tie {
	n := 0
	for _, ties := range lists {
		n += len(ties)
	}
	list := make([]tie, 0, n)
	for _, ties := range lists {
		for _, t := range ties {
			other := l.cluster(t.other)
			if other == a || t.sum == 0 {
				continue
			}
			if l.sums[other] == 0 {
				list = append(list, tie{other: other})
			}
			l.sums[other] += t.sum
		}
	}
	for i, t := range list {
		list[i].sum, l.sums[t.other] = l.sums[t.other], 0
	}
	return list
}

// cluster returns the cluster that one is part of by now.
func (l *linkage) cluster(a int32) int32 {
	for l.into[a] != a {
		l.into[a] = l.into[l.into[a]] // a shorter way for the next
		a = l.into[a]
	}
	return a
}

// joins is a heap with the highest mean first, then the smallest names.
type joins []join

func (q joins) Len() int { return len(q) }

func (q joins) Less(i, j int) bool {
	x, y := q[i], q[j]
	return cmp.Or(cmp.Compare(y.mean, x.mean), cmp.Compare(x.a, y.a), cmp.Compare(x.b, y.b)) < 0
}

func (q joins) Swap(i, j int) { q[i], q[j] = q[j], q[i] }

// Push adds a join; heap.Interface asks for it.
func (q *joins) Push(x any) { *q = append(*q, x.(join)) }

// Pop removes the last join; heap.Interface asks for it.
func (q *joins) Pop() any {
	last := (*q)[len(*q)-1]
	*q = (*q)[:len(*q)-1]
	return last
}
