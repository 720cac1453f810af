package evaluate

import (
	"container/heap"
	"math"
)

// assignable says what is gained by assigning a row to a column.
type assignable struct {
	row, column int
	gain        float64 // 0 to 1
}

// assign returns the greatest sum of gains when each row is assigned to one
// column at most and each column to one row. Pairs that are not listed gain
// nothing. It is the Hungarian method by shortest augmenting paths on a sparse
// graph (Jonker and Volgenant 1987), so that thousands of rows are no burden.
func assign(rows, columns int, links []assignable) float64 {
	a := newAssignment(rows, columns, links)
	for row := range rows {
		a.augment(row)
	}
	sum := 0.0
	for row, column := range a.columnOf {
		if column < columns {
			sum += a.gain(row, column)
		}
	}
	return sum
}

// An assignment is a partial assignment with the potentials that prove it
// cheapest so far. Every row may be assigned to a column of its own for
// nothing, numbered after the real columns, so that each row finds one.
type assignment struct {
	columns      int
	links        [][]assignable // by row
	columnOf     []int          // by row; -1 for none yet
	rowOf        []int          // by column; -1 for none
	potentialRow []float64
	potentialCol []float64
}

func newAssignment(rows, columns int, links []assignable) *assignment {
	a := &assignment{
		columns:      columns,
		links:        make([][]assignable, rows),
		columnOf:     filled(rows, -1),
		rowOf:        filled(columns+rows, -1),
		potentialRow: make([]float64, rows),
		potentialCol: make([]float64, columns+rows),
	}
	for _, l := range links {
		a.links[l.row] = append(a.links[l.row], l)
	}
	for row := range rows {
		a.links[row] = append(a.links[row], assignable{row, columns + row, 0})
	}
	return a
}

func filled(n, value int) []int {
	list := make([]int, n)
	for i := range list {
		list[i] = value
	}
	return list
}

func (a *assignment) gain(row, column int) float64 {
	for _, l := range a.links[row] {
		if l.column == column {
			return l.gain
		}
	}
	return 0
}

// augment assigns a row, moving others along the cheapest path (Dijkstra over
// reduced costs, where a gain g costs 1 - g).
func (a *assignment) augment(start int) {
	distance := map[int]float64{} // by column
	from := map[int]int{}         // row that a column was reached from
	done := map[int]bool{}
	queue := &paths{}
	row, base := start, 0.0
	var rowsSeen []int
	end := -1
	for end < 0 {
		rowsSeen = append(rowsSeen, row)
		for _, l := range a.links[row] {
			d := base + 1 - l.gain - a.potentialRow[row] - a.potentialCol[l.column]
			if old, ok := distance[l.column]; !done[l.column] && (!ok || d < old-1e-12) {
				distance[l.column], from[l.column] = d, row
				heap.Push(queue, path{d, l.column})
			}
		}
		p := heap.Pop(queue).(path)
		for done[p.column] {
			p = heap.Pop(queue).(path)
		}
		done[p.column] = true
		base = p.distance
		if row = a.rowOf[p.column]; row < 0 {
			end = p.column
		}
	}
	a.raise(start, base, distance, done, rowsSeen)
	for column := end; ; {
		row := from[column]
		next := a.columnOf[row]
		a.rowOf[column], a.columnOf[row] = row, column
		if row == start {
			return
		}
		column = next
	}
}

// raise changes the potentials so that all reduced costs stay at least 0 and
// those on the path become 0.
func (a *assignment) raise(start int, length float64, distance map[int]float64, done map[int]bool, rows []int) {
	for _, row := range rows {
		at := 0.0
		if row != start {
			at = distance[a.columnOf[row]]
		}
		a.potentialRow[row] += length - at
	}
	for column := range done {
		a.potentialCol[column] -= math.Max(0, length-distance[column])
	}
}

// A path is the cheapest way known to a column.
type path struct {
	distance float64
	column   int
}

// paths is a heap with the shortest first.
type paths []path

func (q paths) Len() int { return len(q) }
func (q paths) Less(i, j int) bool {
	if q[i].distance != q[j].distance {
		return q[i].distance < q[j].distance
	}
	return q[i].column < q[j].column
}
func (q paths) Swap(i, j int) { q[i], q[j] = q[j], q[i] }

// Push adds a path; heap.Interface asks for it.
func (q *paths) Push(x any) { *q = append(*q, x.(path)) }

// Pop removes the last path; heap.Interface asks for it.
func (q *paths) Pop() any {
	last := (*q)[len(*q)-1]
	*q = (*q)[:len(*q)-1]
	return last
}
